import type { SheetData, WorkbookData } from "../workbook/data";
import { FileError } from "../workbook/file/file-error";
import { foreignSheet } from "../workbook/file/foreign";
import { openWorkbook } from "../workbook/file/open";
import { insertSheets } from "../workbook/live/insertion";
import type { LiveSheet } from "../workbook/live/sheet";
import type { LiveWorkbook } from "../workbook/live/workbook";
import { generalException, invalidArgument, itemNotFound, type HostError } from "../protocol/errors";
import { Worksheet } from "./worksheets";

/** What the call is given; a worksheet arrives as the object that it stands for. */
export interface InsertWorksheetOptions {
  sheetNamesToInsert?: string[] | null;
  positionType?: string | null;
  relativeTo?: unknown;
}

/**
 * Puts sheets of a file into the workbook. All that may fail does so before the first sheet is put in.
 * @returns the ids of the new sheets, in the order of the file
 * @throws HostError where the file cannot be read or the options name a sheet that is not there
 */
export async function insertWorksheets(
  model: LiveWorkbook,
  base64: unknown,
  options: InsertWorksheetOptions,
): Promise<string[]> {
  const source = await read(bytesOf(base64));
  const sheets = wanted(source, options.sheetNamesToInsert);
  const position = positionOf(model, options);
  return insertSheets(model, source, sheets.map(foreignSheet), position).map((sheet) => sheet.id);
}

/** The bytes of a file that can be opened as a workbook of its own. @throws HostError as for one whose sheets are inserted */
export async function readableFile(base64: unknown): Promise<Uint8Array> {
  const bytes = bytesOf(base64);
  await read(bytes);
  return bytes;
}

function bytesOf(base64: unknown): Uint8Array {
  if (typeof base64 !== "string") throw invalidArgument();
  let text: string;
  try {
    text = atob(base64);
  } catch {
    // A data address ("data:…;base64,…") is none either: add-ins have to take its head off.
    throw invalidArgument();
  }
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
  return bytes;
}

async function read(bytes: Uint8Array): Promise<WorkbookData> {
  const opened = await openWorkbook(bytes).catch((error: unknown) => {
    throw error instanceof FileError ? refusal(error) : error;
  });
  // Of workbooks with macros Excel takes no sheets (office-js 2506, 1482).
  if (opened.macros) throw invalidArgument();
  return opened.data;
}

/**
 * Excel documents no codes for files that it cannot insert. Seen in its issue tracker is GeneralException ("internal error") where
 * the file itself gave trouble (office-js 6142, 3179); that what is no .xlsx at all counts as an invalid argument is a guess.
 */
function refusal(error: FileError): HostError {
  return error.code === "DAMAGED" || error.code === "PASSWORD_PROTECTED" ? generalException() : invalidArgument();
}

/** The sheets to insert, in the order of the file; all where none is named. */
function wanted(source: WorkbookData, names: readonly string[] | null | undefined): SheetData[] {
  if (!names || names.length === 0) return source.sheets;
  const lower = new Set(names.map((name) => String(name).toLowerCase()));
  const found = source.sheets.filter((sheet) => lower.has(sheet.name.toLowerCase()));
  if (found.length !== lower.size) throw itemNotFound();
  return found;
}

/** Where the first sheet goes. Before and After mean the start and the end where no sheet is named; None means the end. */
function positionOf(model: LiveWorkbook, { positionType, relativeTo }: InsertWorksheetOptions): number {
  const end = model.sheets.length;
  const place =
    relativeTo === null || relativeTo === undefined ? undefined : model.sheets.indexOf(sheetOf(model, relativeTo));
  switch (positionType ?? "End") {
    case "None":
    case "End":
      return end;
    case "Beginning":
      return 0;
    case "Before":
      return place ?? 0;
    case "After":
      return place === undefined ? end : place + 1;
    default:
      throw invalidArgument();
  }
}

function sheetOf(model: LiveWorkbook, relativeTo: unknown): LiveSheet {
  if (!(relativeTo instanceof Worksheet) && typeof relativeTo !== "string") throw invalidArgument();
  const sheet = model.sheet(typeof relativeTo === "string" ? relativeTo : relativeTo.id);
  if (!sheet) throw itemNotFound();
  return sheet;
}
