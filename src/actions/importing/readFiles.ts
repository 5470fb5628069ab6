import { NO_CHOICES } from "../../core/detail/choices";
import type { DetailSheet, RowBlock, SheetHead } from "../../core/detail/detailSheet";
import { HEADER_DEPTH, recogniseDetail } from "../../core/detail/header";
import type { Importing } from "../../core/detail/importing";
import { fileProblem, problem } from "../../core/problems/catalogue";
import type { Problem } from "../../core/problems/problem";
import { withFileInserted, SheetsLeft } from "../../excel/insertFile";
import { reasonOf } from "../../excel/failure";
import { readHeads } from "../../excel/readHeads";
import { Cancelled, readRows } from "../../excel/readRows";
import type { RowReading } from "../../excel/readRows";
import type { Session } from "../../excel/session";
import { decodeText, readCsv } from "./csv";
import { fileDates } from "./fileDates";
import { base64Of, fileForm } from "./fileForm";
import { quoted } from "../../core/wording/names";

/** A file as the pane or the command line hands it over. */
export interface ImportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Rows of a CSV file that are checked before the person can stop again. */
const ROWS_AT_ONCE = 5_000;

interface Found {
  readonly sheet: DetailSheet;
  readonly read: (onBlock: (block: RowBlock) => void, reading: RowReading) => Promise<void>;
}

/** Reads one file's detail sheets into `importing`; the problems that keep it from being read, none where all went well. */
export async function readFile(
  session: Session,
  { name, bytes }: ImportFile,
  importing: Importing,
  reading: RowReading,
): Promise<Problem[]> {
  switch (fileForm(name, bytes)) {
    case "csv":
      return readCsvFile(session, name, bytes, importing, reading);
    case "workbook":
      return readWorkbook(session, name, bytes, importing, reading);
    case "legacy":
      return [fileProblem("LEGACY_XLS", name)];
    case "encrypted":
      return [fileProblem("PASSWORD_PROTECTED", name)];
    case "other":
      return [bytes.length === 0 ? problem("DETAIL_EMPTY", { sheet: name }) : fileProblem("NOT_A_WORKBOOK", name)];
  }
}

async function readCsvFile(
  session: Session,
  name: string,
  bytes: Uint8Array,
  importing: Importing,
  reading: RowReading,
): Promise<Problem[]> {
  const text = decodeText(bytes);
  if (text === null) return [problem("FILE_ENCODING", { sheet: name })];
  const parsed = readCsv(text, name);
  if ("problem" in parsed) return [parsed.problem];
  const { rows } = parsed;
  const head: SheetHead = {
    sheet: name,
    firstRow: 0,
    firstColumn: 0,
    values: rows.slice(0, HEADER_DEPTH),
    lastRow: rows.length - 1,
  };
  return take(session, name, [head], importing, reading, () => async (onBlock, { onProgress, cancelled }) => {
    for (let row = 0; row < rows.length; row += ROWS_AT_ONCE) {
      // Lets the pane draw its progress and take a click on 停止.
      await new Promise((resolve) => setTimeout(resolve));
      if (cancelled?.()) throw new Cancelled();
      onBlock({ firstRow: row, firstColumn: 0, values: rows.slice(row, row + ROWS_AT_ONCE) });
      onProgress?.(Math.min(1, (row + ROWS_AT_ONCE) / rows.length));
    }
  });
}

async function readWorkbook(
  session: Session,
  name: string,
  bytes: Uint8Array,
  importing: Importing,
  reading: RowReading,
): Promise<Problem[]> {
  if (reading.cancelled?.()) throw new Cancelled();
  // Whether Excel moves the dates of sheets that it inserts is not documented: those that would have to move are not taken.
  const dates = (await fileDates(bytes)) ?? session.dates;
  try {
    const outcome = await withFileInserted(session, base64Of(bytes), async (sheets) => {
      const heads = await readHeads(
        session,
        sheets.map((sheet) => sheet.name),
      );
      // A file with one sheet is named by its name alone; of several the sheet is told as Excel tells it.
      const labelled = heads.map((head) => ({ ...head, sheet: heads.length === 1 ? name : `[${name}]${head.sheet}` }));
      if (dates !== session.dates && labelled.some((head) => holdsDates(recogniseDetail(head, NO_CHOICES)?.sheet)))
        return [problem("FILE_DATES_DIFFER", { sheet: name }, { theirs: dates, ours: session.dates })];
      return take(session, name, labelled, importing, reading, (sheet) => (onBlock, options) => {
        const columns = Object.values(sheet.columns);
        const area = {
          firstRow: sheet.headerRow + 1,
          lastRow: sheet.lastRow,
          firstColumn: Math.min(...columns),
          lastColumn: Math.max(...columns),
        };
        return readRows(
          session,
          heads[labelled.findIndex((head) => head.sheet === sheet.sheet)]!.sheet,
          area,
          onBlock,
          options,
        );
      });
    });
    return outcome ? outcome.result : [problem("INSERT_NOT_SUPPORTED", { sheet: name })];
  } catch (error) {
    if (error instanceof SheetsLeft)
      return [
        problem(
          "INSERTED_SHEETS_LEFT",
          { sheet: name },
          { reason: reasonOf(error.reason), sheets: quoted(error.names) },
        ),
      ];
    if (error instanceof OfficeExtension.Error && error.code !== "InvalidOperationInCellEditMode")
      return [problem("INSERT_FAILED", { sheet: name }, { reason: error.code })];
    throw error;
  }
}

function holdsDates(sheet: DetailSheet | null | undefined): boolean {
  return sheet?.columns.date !== undefined || sheet?.columns.lastLogin !== undefined;
}

/** Reads all detail sheets of a file; sheets of other kinds are left alone as long as there is one. */
async function take(
  session: Session,
  name: string,
  heads: readonly SheetHead[],
  importing: Importing,
  { onProgress, cancelled }: RowReading,
  readerOf: (sheet: DetailSheet) => Found["read"],
): Promise<Problem[]> {
  const recognised = heads.flatMap((head) => recogniseDetail(head, NO_CHOICES) ?? []);
  const problems = recognised.flatMap((one) => one.problems);
  if (problems.length > 0) return problems;
  const sheets = recognised.flatMap(({ sheet }) => sheet ?? []);
  if (sheets.length === 0) return [problem("DETAIL_EMPTY", { sheet: name })];
  let rows = 0;
  for (const [index, sheet] of sheets.entries()) {
    const source = importing.open(sheet, session.dates);
    if (sheet.lastRow > sheet.headerRow)
      await readerOf(sheet)(source.add, {
        onProgress: (share) => onProgress?.((index + share) / sheets.length),
        cancelled,
      });
    rows += source.rows();
  }
  return rows > 0 ? [] : [problem("IMPORT_NO_ROWS", { sheet: name })];
}
