import type { SheetData, WorkbookData } from "../data";
import { findBook, type KeptSheet } from "./book";
import { FileError } from "./file-error";
import { readNames, readPrintNames } from "./names";
import { Package } from "./package";
import { readSettings } from "./settings";
import { openSheet } from "./sheet";
import { child, elements, numberOf } from "./xml";

/** The file that a workbook was opened from: changes are written into it. */
export interface OpenedFile {
  readonly bytes: Uint8Array;
  readonly fileName?: string;
}

/**
 * Reads an .xlsx or .xlsm workbook, in Node and in a page.
 * Throws a FileError for what cannot be opened.
 */
export async function openWorkbook(bytes: ArrayBuffer | Uint8Array, fileName?: string): Promise<{ data: WorkbookData; origin: OpenedFile }> {
  const copy = new Uint8Array(bytes);
  const origin: OpenedFile = { bytes: copy, ...(fileName === undefined ? {} : { fileName }) };
  return { data: readWorkbook(await Package.open(copy)), origin };
}

function readWorkbook(opened: Package): WorkbookData {
  const book = findBook(opened);
  const names = book.sheets.map((sheet) => sheet.name);
  const sheets = book.sheets.flatMap(({ name, visibility, path }, index): SheetData[] => {
    if (path === undefined) return [];
    const part = openSheet(opened, path, book.context);
    return [{ name, visibility, ...part, page: { ...part.page, ...readPrintNames(book.root, names, name) }, keep: { sheet: index } satisfies KeptSheet }];
  });
  const active = names[numberOf(elements(child(book.root, "bookViews"), "workbookView")[0], "activeTab") ?? 0];
  const first = sheets.find((sheet) => sheet.visibility === "Visible") ?? sheets[0];
  if (!first) throw new FileError("NOT_A_WORKBOOK", "The workbook has no worksheet");
  return {
    sheets,
    activeSheet: sheets.some((sheet) => sheet.name === active) ? active! : first.name,
    names: readNames(book.root, names),
    settings: readSettings(opened),
  };
}
