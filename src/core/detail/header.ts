import { cellAddress, columnLetters } from "../cells/address";
import { plainText } from "../cells/classify";
import { problem } from "../problems/catalogue";
import type { Problem } from "../problems/problem";
import { headerWord } from "../table/headers";
import { DETAIL_HEADERS, DETAIL_SHEETS } from "../wording/detail";
import type { ChosenColumn, DetailChoices } from "./choices";
import type { DetailSheet, SheetHead } from "./detailSheet";
import { DETAIL_FIELDS, DETAIL_KINDS, FIELD_SYNONYMS, ID_NUMBER_WORDS, NEEDED_FIELDS, TELLING_FIELDS } from "./kinds";
import type { DetailField, DetailKind } from "./kinds";

/** A detail sheet, why it cannot be used, or both null and empty where the sheet is something else. */
export interface DetailRecognition {
  readonly sheet: DetailSheet | null;
  /** What the sheet was taken for, also where it cannot be used. */
  readonly kind: DetailKind;
  readonly headers: DetailSheet["headers"];
  readonly headerRow: number;
  readonly problems: readonly Problem[];
}

interface Candidate {
  readonly kind: DetailKind;
  readonly row: number;
  readonly columns: Partial<Record<DetailField, number[]>>;
  readonly found: number;
}

/** A header is looked for in this many of the first used rows: a title and notes may stand above it. */
export const HEADER_DEPTH = 15;

/** Recognises a detail sheet by its headers; what a person has said of its columns comes before the words. Null for any other sheet. */
export function recogniseDetail(head: SheetHead, choices: DetailChoices): DetailRecognition | null {
  const chosen = choices.columns[head.sheet] ?? {};
  const candidates = head.values
    .slice(0, HEADER_DEPTH)
    .flatMap((_, row) => DETAIL_KINDS.map((kind) => candidateOf(head, row, kind, chosen)));
  const telling = candidates.filter(
    ({ kind, columns, found }) => found >= 2 && TELLING_FIELDS[kind].some((field) => columns[field] !== undefined),
  );
  const best = telling.reduce<Candidate | null>(
    (most, one) => (most === null || one.found > most.found ? one : most),
    null,
  );
  if (!best) return null;
  const { kind, row, columns } = best;
  const headerRow = head.firstRow + row;
  const headers = (head.values[row] ?? []).flatMap((value, offset) =>
    plainText(String(value)) === "" ? [] : [{ column: head.firstColumn + offset, text: plainText(String(value)) }],
  );
  const at = (column: number) => ({ sheet: head.sheet, address: cellAddress(headerRow, column) });
  const refuse = (problems: Problem[]): DetailRecognition => ({ sheet: null, kind, headers, headerRow, problems });

  const idNumbers = headers.filter(({ text }) => ID_NUMBER_WORDS.includes(headerWord(text)));
  if (idNumbers.length > 0)
    return refuse(idNumbers.map(({ column, text }) => problem("ID_NUMBER_COLUMN", at(column), { column: text })));
  const named = { kind: DETAIL_SHEETS[kind] };
  const twice = DETAIL_FIELDS[kind].filter((field) => (columns[field]?.length ?? 0) > 1);
  if (twice.length > 0) {
    return refuse(
      twice.map((field) =>
        problem("DETAIL_COLUMN_TWICE", at(columns[field]![1]!), {
          ...named,
          column: DETAIL_HEADERS[field],
          places: columns[field]!.map((column) => `${columnLetters(column)} 列`).join("、"),
        }),
      ),
    );
  }
  const single = Object.fromEntries(
    Object.entries(columns).map(([field, places]) => [field, places![0]!]),
  ) as DetailSheet["columns"];
  const missing = NEEDED_FIELDS[kind].filter(
    (field) => single[field] === undefined && !(field === "item" && single.code !== undefined),
  );
  if (missing.length > 0)
    return refuse(
      missing.map((field) =>
        problem("DETAIL_COLUMN_MISSING", at(headers[0]?.column ?? head.firstColumn), {
          ...named,
          column: DETAIL_HEADERS[field],
        }),
      ),
    );
  return {
    sheet: { sheet: head.sheet, kind, headerRow, lastRow: head.lastRow, columns: single, headers },
    kind,
    headers,
    headerRow,
    problems: [],
  };
}

function candidateOf(
  head: SheetHead,
  row: number,
  kind: DetailKind,
  chosen: Readonly<Partial<Record<DetailField, ChosenColumn>>>,
): Candidate {
  const words = (head.values[row] ?? []).map((value) => (typeof value === "string" ? headerWord(value) : ""));
  const columns: Partial<Record<DetailField, number[]>> = {};
  const taken = new Set<number>();
  for (const field of DETAIL_FIELDS[kind]) {
    const said = chosen[field] && chosenPlace(chosen[field], words, head.firstColumn);
    if (said === undefined || said === null) continue;
    columns[field] = [said];
    taken.add(said);
  }
  for (const field of DETAIL_FIELDS[kind]) {
    if (columns[field]) continue;
    const places = words.flatMap((word, offset) =>
      word !== "" && FIELD_WORDS[field].has(word) && !taken.has(head.firstColumn + offset)
        ? [head.firstColumn + offset]
        : [],
    );
    // Of several words for the same thing the template's own decides: a record may bear 事项名称 and 主项名称.
    const own = places.filter((column) => words[column - head.firstColumn] === headerWord(DETAIL_HEADERS[field]));
    const best =
      own.length > 0 ? own : kind === "cases" && (field === "item" || field === "code") ? places.slice(0, 1) : places;
    if (best.length > 0) columns[field] = best;
  }
  return { kind, row, columns, found: Object.keys(columns).length };
}

/** Where a chosen column stands now: at its place if the header is still the same, else wherever its header stands alone. */
function chosenPlace({ column, header }: ChosenColumn, words: readonly string[], firstColumn: number): number | null {
  const word = headerWord(header);
  if (words[column - firstColumn] === word) return column;
  const places = words.flatMap((other, offset) => (other === word ? [firstColumn + offset] : []));
  return places.length === 1 ? places[0]! : null;
}

const FIELD_WORDS = Object.fromEntries(
  Object.entries(FIELD_SYNONYMS).map(([field, words]) => [field, new Set(words.map(headerWord))]),
) as unknown as Readonly<Record<DetailField, ReadonlySet<string>>>;
