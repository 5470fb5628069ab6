import type { SheetData, WorkbookData } from "../data";
import { readCharts } from "./charts";
import { countsFrom1904, findBook, type KeptSheet } from "./book";
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

/** What was read. */
export interface OpenedWorkbook {
  data: WorkbookData;
  origin: OpenedFile;
  /** It is a workbook that may hold macros (.xlsm). */
  macros: boolean;
}

/**
 * Reads an .xlsx or .xlsm workbook, in Node and in a page.
 * Throws a FileError for what cannot be opened.
 */
export async function openWorkbook(bytes: ArrayBuffer | Uint8Array, fileName?: string): Promise<OpenedWorkbook> {
  const copy = new Uint8Array(bytes);
  const origin: OpenedFile = { bytes: copy, ...(fileName === undefined ? {} : { fileName }) };
  const opened = await Package.open(copy);
  return {
    data: readWorkbook(opened),
    origin,
    macros: opened.contentType(opened.workbookPath())?.includes("macroEnabled") ?? false,
  };
}

function readWorkbook(opened: Package): WorkbookData {
  const book = findBook(opened);
  const names = book.sheets.map((sheet) => sheet.name);
  const sheets = book.sheets.flatMap(({ name, visibility, path }, index): SheetData[] => {
    if (path === undefined) return [];
    const part = openSheet(opened, path, book.context);
    const charts = readCharts(opened, path);
    return [
      {
        name,
        visibility,
        ...part,
        page: { ...part.page, ...readPrintNames(book.root, names, name) },
        ...(charts.length > 0 && { charts }),
        keep: { sheet: index } satisfies KeptSheet,
      },
    ];
  });
  const active = names[numberOf(elements(child(book.root, "bookViews"), "workbookView")[0], "activeTab") ?? 0];
  const first = sheets.find((sheet) => sheet.visibility === "Visible") ?? sheets[0];
  if (!first) throw new FileError("NOT_A_WORKBOOK", "The workbook has no worksheet");
  return {
    sheets,
    activeSheet: sheets.some((sheet) => sheet.name === active) ? active! : first.name,
    names: readNames(book.root, names),
    settings: readSettings(opened),
    ...(countsFrom1904(book.root) && { date1904: true as const }),
  };
}
