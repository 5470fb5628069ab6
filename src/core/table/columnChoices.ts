import * as v from "valibot";
import { plainText } from "../cells/classify";
import { ACTUAL_COLUMNS, SOURCE_COLUMNS } from "./headers";
import type { TableColumn } from "./headers";
import type { ColumnChoice, RecognisedColumn } from "./recognisedColumns";

/** New choices as a person makes them, or "byWords" to forget all that was said: the words decide again. */
export type NewColumnChoices = readonly ColumnChoice[] | "byWords";

const SCHEMA = v.object({ at: v.pipe(v.number(), v.integer(), v.minValue(0)), header: v.string(), column: v.nullable(v.picklist([...SOURCE_COLUMNS, ...ACTUAL_COLUMNS])) });

/** Reads the choices as the workbook holds them; each that cannot be read is as if it had never been said. */
export function readColumnChoices(stored: unknown): { choices: ColumnChoice[]; damaged: boolean } {
  if (stored === undefined || stored === null) return { choices: [], damaged: false };
  if (!Array.isArray(stored)) return { choices: [], damaged: true };
  const read = stored.map((one: unknown) => v.safeParse(SCHEMA, one));
  return { choices: read.flatMap((one) => (one.success ? [one.output] : [])), damaged: read.some(({ success }) => !success) };
}

/** The earlier choices with these said after them. Columns of one header are spoken of together: what was said of it before is over. */
export function addChoices(before: readonly ColumnChoice[], said: NewColumnChoices): ColumnChoice[] {
  if (said === "byWords") return [];
  return [...before.filter((one) => !said.some((other) => sameHeader(other.header, one.header))), ...said];
}

/**
 * What a person has to be taken to say who wants the columns used so: all that differs from what was recognised, all whose words
 * left a doubt, and with a column the others of its header.
 * @param wanted For each of `recognised` what it is to be used for.
 */
export function choicesFor(recognised: readonly RecognisedColumn[], wanted: readonly (TableColumn | null)[]): ColumnChoice[] {
  const doubled = new Set(recognised.flatMap(({ double }) => double ?? []));
  const said = recognised.filter(({ column, chosen, double }, index) => wanted[index] !== column || (!chosen && (double !== undefined || (column !== null && doubled.has(column)))));
  return recognised.flatMap(({ at, header }, index) => (said.some((one) => sameHeader(one.header, header)) ? [{ at, header, column: wanted[index] ?? null }] : []));
}

/** A sheet column's place as choices are kept by: ours are not counted, for they come and go. */
export function placeWithoutOurs(at: number, ours: Iterable<number>): number {
  return at - [...ours].filter((column) => column < at).length;
}

/** Choices as the pane makes them, by sheet column, in the way they are kept. */
export function keptPlaces(said: NewColumnChoices, ours: Iterable<number>): NewColumnChoices {
  const columns = [...ours];
  return said === "byWords" ? said : said.map((one) => ({ ...one, at: placeWithoutOurs(one.at, columns) }));
}

/** Which columns of a header the choices speak of. */
export interface PlacedChoices {
  /** By zero-based sheet column; null is used for nothing. */
  readonly placed: ReadonlyMap<number, TableColumn | null>;
  /** Choices whose header is nowhere, or on more than one column and none of them at its place. */
  readonly lost: readonly ColumnChoice[];
}

/**
 * Finds the chosen columns among the headed ones that are not ours: where the header stands alone, else at the place chosen. Of several
 * columns of one header none is found once any of those chosen is not at its place: the table has moved, and a neighbour would be
 * taken for it. What was said last wins, of one column of the sheet as of one use.
 * @param kept The place of a sheet column as `placeWithoutOurs` tells it.
 */
export function placeChoices(headed: readonly { readonly at: number; readonly header: string }[], choices: readonly ColumnChoice[], kept: (at: number) => number): PlacedChoices {
  const placed = new Map<number, TableColumn | null>();
  const used = new Set<TableColumn>();
  const lost: ColumnChoice[] = [];
  for (const choice of [...choices].reverse()) {
    const bearing = headed.filter(({ header }) => sameHeader(header, choice.header));
    const inPlace = ({ at }: ColumnChoice) => bearing.find((one) => kept(one.at) === at);
    const moved = bearing.length > 1 && choices.some((other) => sameHeader(other.header, choice.header) && !inPlace(other));
    const found = bearing.length === 1 ? bearing[0] : moved ? undefined : inPlace(choice);
    if (!found) {
      lost.push(choice);
      continue;
    }
    if (placed.has(found.at) || (choice.column !== null && used.has(choice.column))) continue;
    placed.set(found.at, choice.column);
    if (choice.column !== null) used.add(choice.column);
  }
  return { placed, lost: lost.reverse() };
}

/** Whether a cell is the lowest line of the header of a column that was said to hold the departments. */
export function isChosenDepartment(text: string, choices: readonly ColumnChoice[]): boolean {
  const cell = bare(text);
  return cell !== "" && choices.some(({ column, header }) => column === "department" && (bare(header) === cell || bare(header).endsWith(`/${cell}`)));
}

function sameHeader(a: string, b: string): boolean {
  return bare(a) === bare(b);
}

/** Without the line breaks and spaces that people put in to make it fit. */
function bare(text: string): string {
  return plainText(text).replace(/\s+/g, "");
}
