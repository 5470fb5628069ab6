import type { OwnSheet } from "../core/ownSheets/registry";
import { isOwnSheet, ownSheetOfTab } from "../core/ownSheets/registry";
import type { PlannedSheet, StandingSheet } from "../core/ownSheets/wholeSheet";
import { problem } from "../core/problems/catalogue";
import type { Problem } from "../core/problems/problem";
import { readContents, readWorkbook } from "../excel/contents";
import { readSheet } from "../excel/readSheet";
import type { Context } from "./action";
import { stopped } from "./outcome";
import type { Changed, Difference, Stopped } from "./outcome";
import { writeSheets } from "./writeSheets";
import type { SheetsWriting } from "./writeSheets";

/** What is read of a sheet of ours before it is brought up to date: of one that is laid out whole all, of a list what it holds. */
type Standing<Sheet extends OwnSheet> = Sheet["written"] extends "whole"
  ? StandingSheet
  : Pick<StandingSheet, "content">;

interface Making<Sheet extends OwnSheet, Planned extends PlannedSheet> extends Omit<SheetsWriting, "sheets"> {
  /** What is to be written where this stands, null where nothing does; problems where it can't be. */
  readonly plan: (standing: Standing<Sheet> | null) => Planned | readonly Problem[];
  /** What is said once it is written. */
  readonly message: (planned: Planned, agrees: boolean) => string;
  /** Problems that are told beside the differences. */
  readonly problems?: readonly Problem[];
}

/** Makes the one sheet of ours of a kind, or brings it up to date; a sheet of its name that is not ours stops. */
export async function makeOwnSheet<Sheet extends OwnSheet, Planned extends PlannedSheet>(
  context: Context,
  sheet: Sheet,
  { plan, message, problems = [], ...writing }: Making<Sheet, Planned>,
): Promise<Changed | Stopped> {
  const standing = await readStanding(context, sheet);
  if (standing && "done" in standing) return standing;
  const planned = plan(standing as Standing<Sheet> | null);
  if (!("plan" in planned)) return stopped(...planned);
  return writeOwnSheets(context, { ...writing, sheets: [planned] }, (agrees) => message(planned, agrees), problems);
}

/** Writes sheets of ours, and says in which cells Excel shows something else than the assessment says. At least one sheet. */
export async function writeOwnSheets(
  context: Context,
  writing: SheetsWriting,
  message: (agrees: boolean) => string,
  problems: readonly Problem[] = [],
): Promise<Changed | Stopped> {
  const written = await writeSheets(context, writing);
  if (!written.done) return written;
  const { sheet } = writing.sheets[0]!.plan;
  const differing = differProblem(ownSheetOfTab(sheet)?.tabs[0] ?? sheet, written.differences);
  const all = [...differing, ...problems];
  return {
    done: true,
    sheet,
    message: message(differing.length === 0),
    requests: context.excel.requests,
    problems: all,
  };
}

async function readStanding(
  { excel, cancelled }: Context,
  { tabs: [tab], written }: OwnSheet,
): Promise<StandingSheet | Pick<StandingSheet, "content"> | Stopped | null> {
  const content = async () => (await readContents(excel, [tab!], cancelled)).get(tab!)!;
  if (written === "rows") {
    const { sheets } = await readWorkbook(excel);
    return sheets.some(({ name }) => name === tab) ? { content: await content() } : null;
  }
  const read = await readSheet(excel, tab);
  if (!read) return null;
  if (!isOwnSheet(read.state)) return stopped(problem("SHEET_NAME_TAKEN", undefined, { sheet: tab! }));
  return { content: await content(), state: read.state };
}

/** One problem for all cells that differ, at the first of them. */
function differProblem(sheet: string, [first, ...rest]: readonly Difference[]): Problem[] {
  if (!first) return [];
  const { excel, assessment, address } = first;
  return [
    { ...problem("OWN_SHEET_DIFFERS", undefined, { sheet, cells: rest.length + 1, excel, assessment }), address },
  ];
}
