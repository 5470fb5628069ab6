import { cellAddress } from "../cells/address";
import { plainText } from "../cells/classify";
import { serialIn1900, serialOf } from "../cells/dateSystem";
import type { DateSystem } from "../cells/dateSystem";
import type { RawValue } from "../cells/grid";
import { importProblem } from "../problems/catalogue";
import type { Problem } from "../problems/problem";
import { DETAIL_HEADERS, STATE_MEANINGS } from "../wording/detail";
import { wordsNamed } from "../wording/importing";
import { STATE_FIELDS } from "../assess/stateWords";
import type { StateField } from "../assess/stateWords";
import { LAST_SERIAL, readDay } from "./dates";
import { departmentKey } from "./departments";
import type { DetailSheet } from "./detailSheet";
import { foldedCode, foldedName } from "./items";
import { DETAIL_FIELDS } from "./kinds";
import type { DetailField, DetailKind } from "./kinds";
import { StateReader } from "./stateWords";
import type { StateWords } from "./stateWords";

/** A cell as it is to stand in a detail sheet: text, a date as the serial number of a 1900 workbook, a count; null where the source has no such column. */
export type ImportCell = string | number | null;

/** What kind of content a column holds, and so how its cells are read and written. */
export type Content = "text" | "code" | "state" | "date" | "count";

const SECONDS_A_DAY = 86_400;
const TIME = /[T ]\s*(\d{1,2})[:时](\d{1,2})(?:[:分](\d{1,2}))?/;
/** No date, no count; 从未登录 says the same of an account. */
const NOTHING = /^(?:[-—–－/\\]+|无|(?:从)?未登[录陆])?$/;
/** What Excel leaves of a long number once a CSV has been opened and saved in it. */
const POWER_OF_TEN = /^\d(\.\d+)?E\+?\d+$/i;
/** ="5110…", by which exports keep Excel from reading a code as a number. */
const KEPT_AS_TEXT = /^="([^"]*)"$/;
const LONGEST_NUMBER = 1e15;
const WORDS_NAMED = 5;

const CODES: readonly DetailField[] = ["mainCode", "subCode", "code", "caseNumber", "certificate"];
const DATES: readonly DetailField[] = ["date", "lastLogin"];

export function contentOf(field: DetailField): Content {
  if (CODES.includes(field)) return "code";
  if (DATES.includes(field)) return "date";
  if (field === "cases") return "count";
  return (STATE_FIELDS as readonly string[]).includes(field) ? "state" : "text";
}

/** One fault of one column, however many rows have it. */
interface Fault {
  readonly code: Parameters<typeof importProblem>[0];
  readonly field: DetailField;
  readonly place: { readonly sheet: string; readonly address: string };
  readonly words: string[];
  moreWords: boolean;
  rows: number;
}

/** Collects what is wrong in the rows of all files: one problem for each fault of each column, never one a row. */
export class ImportFaults {
  private readonly faults = new Map<string, Fault>();

  report(
    code: Fault["code"],
    kind: DetailKind,
    field: DetailField,
    value: RawValue,
    place: () => Fault["place"],
  ): void {
    const word = plainText(String(value));
    const known = this.faults.get(`${code} ${kind} ${field}`);
    if (!known) {
      this.faults.set(`${code} ${kind} ${field}`, {
        code,
        field,
        place: place(),
        words: [word],
        moreWords: false,
        rows: 1,
      });
      return;
    }
    known.rows++;
    if (known.words.includes(word)) return;
    if (known.words.length < WORDS_NAMED) known.words.push(word);
    else known.moreWords = true;
  }

  get problems(): Problem[] {
    return [...this.faults.values()].map(({ code, field, place, words, moreWords, rows }) => {
      const state = code === "STATE_UNKNOWN";
      return importProblem(code, place, {
        column: DETAIL_HEADERS[field],
        rows,
        value: state ? wordsNamed(words, moreWords) : words[0]!,
        meaning: state ? STATE_MEANINGS[field as StateField] : "",
      });
    });
  }
}

/** Reads rows of one sheet into the standard order of its kind's columns. Without `faults` what cannot be read stays as it is. */
export class ImportRowReader {
  private readonly columns: readonly {
    readonly field: DetailField;
    readonly content: Content;
    readonly column: number | undefined;
    readonly states: StateReader | null;
  }[];

  constructor(
    private readonly sheet: DetailSheet,
    words: StateWords,
    private readonly faults: ImportFaults | null,
    private readonly dates: DateSystem,
  ) {
    this.columns = DETAIL_FIELDS[sheet.kind].map((field: DetailField) => {
      const content = contentOf(field);
      return {
        field,
        content,
        column: sheet.columns[field],
        states: content === "state" && faults ? new StateReader(field as StateField, words[field as StateField]) : null,
      };
    });
  }

  /** The row's cells; null where all that the kind has is blank. `firstColumn` is the sheet column of line[0], `row` the sheet row. */
  read(line: readonly RawValue[], firstColumn: number, row: number): ImportCell[] | null {
    let blank = true;
    const cells = this.columns.map(({ field, content, column, states }): ImportCell => {
      if (column === undefined) return null;
      const value = line[column - firstColumn] ?? "";
      if (value === "") return "";
      const cell = this.cell(field, content, value, row);
      if (cell !== "") blank = false;
      if (states && states.read(value, () => "") === "unknown") this.fault("STATE_UNKNOWN", field, value, row);
      return cell;
    });
    return blank ? null : cells;
  }

  private cell(field: DetailField, content: Content, value: RawValue, row: number): ImportCell {
    const text = String(value).trim().replace(/\r\n?/g, "\n");
    if (content === "text" || content === "state" || text === "") return text;
    if (content === "code") {
      const code = KEPT_AS_TEXT.exec(text)?.[1]?.trim() ?? text;
      if (typeof value === "number" ? Math.abs(value) >= LONGEST_NUMBER : POWER_OF_TEN.test(code))
        this.fault("NUMBER_LOST", field, value, row);
      return code;
    }
    if (NOTHING.test(text)) return "";
    if (content === "date") {
      const serial = dateSerial(value, this.dates);
      if (serial === null) this.fault("DATE_UNREADABLE", field, value, row);
      return serial ?? text;
    }
    const plain = plainText(text).replace(/,/g, "");
    const count = typeof value === "number" ? value : /^\d{1,9}$/.test(plain) ? Number(plain) : NaN;
    if (Number.isInteger(count) && count >= 0) return count;
    this.fault("CASES_UNREADABLE", field, value, row);
    return text;
  }

  private fault(code: Fault["code"], field: DetailField, value: RawValue, row: number): void {
    const { sheet, kind, columns } = this.sheet;
    this.faults?.report(code, kind, field, value, () => ({ sheet, address: cellAddress(row, columns[field]!) }));
  }
}

/** A date's serial number in a 1900 workbook, to the second; null where it is none. */
function dateSerial(value: RawValue, dates: DateSystem): number | null {
  const day = readDay(value, dates);
  if (day === null) return null;
  // Larger numbers are days written as 20250901.
  if (typeof value === "number" && value < LAST_SERIAL)
    return Math.round(serialIn1900(value, dates) * SECONDS_A_DAY) / SECONDS_A_DAY;
  const time = TIME.exec(plainText(String(value)));
  const seconds = time ? Number(time[1]) * 3600 + Number(time[2]) * 60 + Number(time[3] ?? 0) : 0;
  return serialOf(day, 1900) + (seconds < SECONDS_A_DAY ? seconds : 0) / SECONDS_A_DAY;
}

/**
 * What makes two rows the same thing: an item by department, main and sub-item; a case by its number; an officer or account by
 * department and certificate, else name. A row without any of these is the same as its equal only.
 */
export function rowKey(kind: DetailKind, cells: readonly ImportCell[]): string {
  const at = (field: DetailField): RawValue =>
    cells[(DETAIL_FIELDS[kind] as readonly DetailField[]).indexOf(field)] ?? "";
  const coded = (code: DetailField, name: DetailField) =>
    at(code) !== "" ? `#${foldedCode(at(code))}` : at(name) !== "" ? foldedName(at(name)) : "";
  const department = departmentKey(at("department"));
  const whole = () => `=${rowContent(cells)}`;
  switch (kind) {
    case "items": {
      const main = coded("mainCode", "mainItem");
      return main === "" ? whole() : `${department}\n${main}\n${coded("subCode", "subItem")}`;
    }
    case "cases":
      // One inspection may be a case of several items.
      return at("caseNumber") === "" ? whole() : `#${foldedCode(at("caseNumber"))}\n${coded("code", "item")}`;
    default: {
      const person = coded("certificate", "name");
      return person === "" ? whole() : `${department}\n${person}`;
    }
  }
}

/** Two rows of the same content are identical. Text is compared as names are: full-width folded, no white space. */
export function rowContent(cells: readonly ImportCell[]): string {
  return cells
    .map((cell) => (cell === null ? "" : typeof cell === "number" ? `${cell}` : foldedName(cell)))
    .join("\u001f");
}

/**
 * Two rows of one key put together: what one source lacks a column for comes from the other. Null where they contradict each other.
 */
export function joined(one: readonly ImportCell[], other: readonly ImportCell[]): ImportCell[] | null {
  const cells: ImportCell[] = [];
  for (const [index, cell] of one.entries()) {
    const second = other[index]!;
    if (cell === null || second === null) cells.push(cell ?? second);
    else if (cell === second || foldedName(cell) === foldedName(second)) cells.push(cell <= second ? cell : second);
    else return null;
  }
  return cells;
}
