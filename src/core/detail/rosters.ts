import { cellAddress, sheetAddress } from "../cells/address";
import { plainText } from "../cells/classify";
import type { DateSystem } from "../cells/dateSystem";
import type { RawValue } from "../cells/grid";
import { problem } from "../problems/catalogue";
import type { Problem } from "../problems/problem";
import { DETAIL_HEADERS, STATE_MEANINGS } from "../wording/detail";
import { readDay } from "./dates";
import type { DepartmentNames } from "./departments";
import type { DetailSheet, RowBlock } from "./detailSheet";
import type { StateField, KnownWord, UnknownWord } from "./findings";
import { foldedCode, foldedName } from "./items";
import type { DetailField } from "./kinds";
import { StateReader } from "./stateWords";
import type { State, StateWords } from "./stateWords";

/** A row of either roster; names and numbers as they are compared. */
interface RosterRow {
  /** Zero-based sheet row. */
  readonly row: number;
  /** The index in the task table's departments; −1 where no row of it bears the name. */
  readonly department: number;
  /** Full-width folded, no white space; "" where there is none. */
  readonly name: string;
  /** 执法证号, full-width and case folded, no white space; "" where there is none. */
  readonly certificate: string;
  /** The number was stored with more digits than a number cell can hold: what is left of it says nothing. */
  readonly lost: boolean;
}

export interface OfficerRow extends RosterRow {
  readonly certificateState: State;
  /** A blank counts as on post; not asked where the certificate is cancelled. */
  readonly postState: State;
}

/** What an account is worth, best last; "unclear" where a word or a date in it cannot be read. */
export type AccountLevel = "unclear" | "invalidAccount" | "neverLoggedIn" | "loggedIn";

export interface AccountRow extends RosterRow {
  readonly valid: boolean;
  readonly level: AccountLevel;
}

/** The largest whole number of 15 digits: a cell holds no more of them. */
const LARGEST = 999_999_999_999_999;
const NOTHING = /^(?:[-—–/\\]+|无)$/;
const NEVER = /^(?:[-—–/\\]+|无|(?:从)?未登[录陆])?$/;

abstract class Roster<Row extends RosterRow> {
  readonly rows: Row[] = [];
  /** Some row holds something: a sheet that is only a template says nothing of anybody. */
  filled = false;
  private readonly nameless = { rows: 0, row: Infinity };
  private readonly blanks = new Map<StateField, { rows: number; row: number }>();
  /** First cell by department: one sentence each, however many cells. */
  private readonly lost = new Map<number, number>();

  constructor(
    protected readonly sheet: DetailSheet,
    private readonly names: DepartmentNames,
  ) {}

  protected abstract read(row: RosterRow, cell: (field: DetailField) => RawValue): Row;

  /** Takes some rows; blocks may come in any order. */
  add({ firstRow, firstColumn, values }: RowBlock): void {
    const { columns, kind } = this.sheet;
    values.forEach((line, offset) => {
      if (line.every((cell) => cell === "" || plainText(String(cell)) === "")) return;
      this.filled = true;
      const row = firstRow + offset;
      const cell = (field: DetailField) =>
        columns[field] === undefined ? "" : (line[columns[field] - firstColumn] ?? "");
      const department = this.names.indexOf(cell("department"));
      if (department < 0)
        this.names.reportUnknown(cell("department"), kind, () =>
          sheetAddress(this.sheet.sheet, cellAddress(row, columns.department ?? 0)),
        );
      const [written, number] = [foldedName(cell("name")), cell("certificate")];
      const lost = typeof number === "number" && number > LARGEST;
      const code = lost ? "" : foldedCode(number);
      const name = NOTHING.test(written) ? "" : written;
      const certificate = NOTHING.test(code) ? "" : code;
      // A number still finds its person where the department is not known; a name alone does not.
      if (department < 0 && certificate === "" && !lost) return;
      if (name === "" && certificate === "" && !lost) {
        this.nameless.rows++;
        this.nameless.row = Math.min(this.nameless.row, row);
        return;
      }
      if (lost) this.lost.set(department, Math.min(row, this.lost.get(department) ?? row));
      this.rows.push(this.read({ row, department, name, certificate, lost }, cell));
    });
  }

  /** Where a person stands: the name, or the number where there is no name. */
  addressOf(row: RosterRow): string {
    return sheetAddress(this.sheet.sheet, this.cellOf(row));
  }

  place(row: RosterRow): { sheet: string; address: string } {
    return { sheet: this.sheet.sheet, address: this.cellOf(row) };
  }

  cellOf({ row, name }: Pick<RosterRow, "row" | "name">): string {
    return cellAddress(row, this.columnOf(name === "" ? "certificate" : "name"));
  }

  get problems(): Problem[] {
    const { sheet } = this.sheet;
    const at = (row: number, field: DetailField) => ({ sheet, address: cellAddress(row, this.columnOf(field)) });
    return [
      ...(this.nameless.rows > 0
        ? [problem("OFFICER_NAME_MISSING", at(this.nameless.row, "name"), { rows: this.nameless.rows })]
        : []),
      ...[...this.lost.values()]
        .sort((a, b) => a - b)
        .map((row) => problem("NUMBER_LOST", at(row, "certificate"), { column: DETAIL_HEADERS.certificate })),
      ...[...this.blanks].map(([field, { rows, row }]) =>
        problem("STATE_NOT_FILLED", at(row, field), {
          column: DETAIL_HEADERS[field],
          rows,
          meaning: STATE_MEANINGS[field],
        }),
      ),
    ];
  }

  /** Reads a state that must not be blank; blanks are counted. */
  protected needed(reader: StateReader, field: StateField, row: number, value: RawValue): State {
    const state = this.optional(reader, field, row, value);
    if (state === "blank") {
      const seen = this.blanks.get(field);
      this.blanks.set(field, { rows: (seen?.rows ?? 0) + 1, row: Math.min(row, seen?.row ?? row) });
    }
    return state;
  }

  protected optional(reader: StateReader, field: StateField, row: number, value: RawValue): State {
    return reader.read(value, () => sheetAddress(this.sheet.sheet, cellAddress(row, this.columnOf(field))));
  }

  protected columnOf(field: DetailField): number {
    return this.sheet.columns[field] ?? this.sheet.columns.department ?? 0;
  }
}

/** 执法人员名册, roster A of note 3: what the officer platform lists. */
export class OfficerRoster extends Roster<OfficerRow> {
  private readonly certificates: StateReader;
  private readonly posts: StateReader;

  constructor(sheet: DetailSheet, names: DepartmentNames, words: StateWords) {
    super(sheet, names);
    this.certificates = new StateReader("certificateState", words.certificateState);
    this.posts = new StateReader("postState", words.postState);
  }

  get unknownWords(): readonly UnknownWord[] {
    return [...this.certificates.unknownWords, ...this.posts.unknownWords];
  }

  get knownWords(): readonly KnownWord[] {
    return [...this.certificates.knownWords, ...this.posts.knownWords];
  }

  protected read(base: RosterRow, cell: (field: DetailField) => RawValue): OfficerRow {
    const certificateState = this.needed(this.certificates, "certificateState", base.row, cell("certificateState"));
    const postState =
      certificateState === "no" ? "blank" : this.optional(this.posts, "postState", base.row, cell("postState"));
    return { ...base, certificateState, postState };
  }
}

/** 监管平台账号, roster B of note 3: accounts of the “互联网+监管” platform. */
export class AccountRoster extends Roster<AccountRow> {
  private readonly states: StateReader;
  /** Valid accounts' last logins that are no date: the first by department. */
  private readonly undated = new Map<number, { row: number; value: string }>();

  constructor(
    sheet: DetailSheet,
    names: DepartmentNames,
    words: StateWords,
    private readonly dates: DateSystem = 1900,
  ) {
    super(sheet, names);
    this.states = new StateReader("accountState", words.accountState);
  }

  get unknownWords(): readonly UnknownWord[] {
    return this.states.unknownWords;
  }

  get knownWords(): readonly KnownWord[] {
    return this.states.knownWords;
  }

  override get problems(): Problem[] {
    const undated = [...this.undated.values()].sort((a, b) => a.row - b.row);
    const place = (row: number) => ({ sheet: this.sheet.sheet, address: cellAddress(row, this.columnOf("lastLogin")) });
    return [
      ...super.problems,
      ...undated.map(({ row, value }) =>
        problem("DATE_UNREADABLE", place(row), { column: DETAIL_HEADERS.lastLogin, value }),
      ),
    ];
  }

  protected read(base: RosterRow, cell: (field: DetailField) => RawValue): AccountRow {
    const state = this.needed(this.states, "accountState", base.row, cell("accountState"));
    if (state === "no") return { ...base, valid: false, level: "invalidAccount" };
    if (state !== "yes") return { ...base, valid: false, level: "unclear" };
    return { ...base, valid: true, level: this.login(base, cell("lastLogin")) };
  }

  private login({ department, row }: RosterRow, value: RawValue): AccountLevel {
    if (readDay(value, this.dates) !== null) return "loggedIn";
    const text = plainText(String(value));
    if (NEVER.test(text)) return "neverLoggedIn";
    const first = this.undated.get(department);
    if (!first || row < first.row) this.undated.set(department, { row, value: text });
    return "unclear";
  }
}
