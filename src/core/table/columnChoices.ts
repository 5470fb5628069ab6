import type { TableColumn } from "./headers";
import { bare, sameHeader } from "./recognisedColumns";
import type { ColumnChoice } from "./recognisedColumns";

/** New choices as a person makes them, or "byWords" to forget all that was said: the words decide again. */
export type NewColumnChoices = readonly ColumnChoice[] | "byWords";

/** The earlier choices with these said after them. Columns of one header are spoken of together: what was said of it before is over. */
export function addChoices(before: readonly ColumnChoice[], said: NewColumnChoices): ColumnChoice[] {
  if (said === "byWords") return [];
  return [...before.filter((one) => !said.some((other) => sameHeader(other.header, one.header))), ...said];
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
export function placeChoices(
  headed: readonly { readonly at: number; readonly header: string }[],
  choices: readonly ColumnChoice[],
  kept: (at: number) => number,
): PlacedChoices {
  const placed = new Map<number, TableColumn | null>();
  const used = new Set<TableColumn>();
  const lost: ColumnChoice[] = [];
  for (const choice of [...choices].reverse()) {
    const bearing = headed.filter(({ header }) => sameHeader(header, choice.header));
    const inPlace = ({ at }: ColumnChoice) => bearing.find((one) => kept(one.at) === at);
    const moved =
      bearing.length > 1 && choices.some((other) => sameHeader(other.header, choice.header) && !inPlace(other));
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
  return (
    cell !== "" &&
    choices.some(
      ({ column, header }) => column === "department" && (bare(header) === cell || bare(header).endsWith(`/${cell}`)),
    )
  );
}
