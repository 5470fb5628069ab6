import { columnLetters } from "../cells/address";
import type { DepartmentAssessment } from "../assess/assessment";
import { isDash } from "../assess/readings";
import type { Rules } from "../assess/rules";
import { BASES, BASE_NAMES, INDICATORS, descriptorOf, indicatorsOf } from "../indicators/indicators";
import type { Base, Indicator } from "../indicators/indicators";
import type { TableColumn } from "../table/headers";
import type { DepartmentRow, TaskTable } from "../table/taskTable";
import { IDENTITY_REMARKS, INVALID, NOT_APPLICABLE, REMARK, RULE_NAMES } from "../wording/sheet";
import { showsRequired } from "./columns";
import type { ComputedColumn } from "./columns";
import type { OwnPlaces } from "./layout";
import { DECIMAL_SIGN, quoted, readingFormula } from "./readings";

/** What the formulas of a row are made from. */
export interface FormulaContext {
  readonly table: TaskTable;
  readonly own: OwnPlaces;
  readonly rules: Rules;
}

const BAD = quoted(INVALID);
const NONE = quoted(NOT_APPLICABLE);
const BLANK = '""';

/**
 * The native formulas of one department's computed columns, each one step. A cell of 测算依据 holds a number as it is used, or the reason
 * why there is none: —, blank, 数据有误; every other cell refers to these and passes the reason on. The reasons are settled in the order of
 * `judgeRow`, on integers: ROUND(…,4) takes the noise of binary fractions out of target × items, which has at most four decimals.
 */
export function departmentFormulas(
  context: FormulaContext,
  department: DepartmentRow,
  fault: DepartmentAssessment["identityFault"],
): Readonly<Partial<Record<ComputedColumn, string>>> {
  const row = new RowFormulas(context, department);
  const formulas: Partial<Record<ComputedColumn, string>> = {};
  for (const column of row.readColumns()) formulas[`${column}Read`] = row.reading(column);
  for (const base of BASE_NAMES) formulas[`${base}Base`] = row.base(base);
  for (const indicator of INDICATORS) {
    if (descriptorOf(indicator).due !== null) formulas[`${indicator}DueUsed`] = row.due(indicator);
    if (showsRequired(indicator)) formulas[`${indicator}TargetUsed`] = row.target(indicator);
    formulas[`${indicator}Required`] = row.required(indicator);
    formulas[`${indicator}DoneUsed`] = row.done(indicator);
    formulas[`${indicator}Gap`] = row.gap(indicator);
    formulas[`${indicator}Rate`] = row.rate(indicator);
    formulas[`${indicator}Deduction`] = row.deduction(indicator);
  }
  formulas.subtotal = row.subtotal();
  formulas.deduction = row.total();
  formulas.rank = row.rank();
  formulas.score = fault ? `=${BAD}` : row.score();
  formulas.unfilled = row.unfilled();
  formulas.faults = row.faults();
  formulas.shortfalls = row.shortfalls();
  formulas.notes = row.notes();
  formulas.remark = fault ? `=${quoted(REMARK.invalid.join(IDENTITY_REMARKS[fault]))}` : row.remark();
  return formulas;
}

class RowFormulas {
  constructor(
    private readonly context: FormulaContext,
    private readonly department: DepartmentRow,
  ) {}

  /** The cell of a column of ours in this row. */
  private our(column: ComputedColumn): string {
    return `${columnLetters(this.context.own[column]!)}${this.department.row + 1}`;
  }

  private stands(column: ComputedColumn): boolean {
    return this.context.own[column] !== undefined;
  }

  /** The sheet's own cell of a figure; it stands wherever it is asked for. */
  private cell(column: TableColumn): string {
    return `${columnLetters(this.context.table.columns[column]!)}${this.department.row + 1}`;
  }

  /** A figure as formulas take it: its reading where the column has one, else the cell itself. */
  private figure(column: TableColumn): string {
    return this.stands(`${column}Read`) ? this.our(`${column}Read`) : this.cell(column);
  }

  /** The columns of the sheet that have a column of readings. */
  readColumns(): TableColumn[] {
    return (Object.keys(this.context.table.columns) as TableColumn[]).filter((column) => this.stands(`${column}Read`));
  }

  reading(column: TableColumn): string {
    return readingFormula(this.cell(column), this.department.cells[column], column, this.context.rules.bareTargets);
  }

  /** Main items or officers: a whole number from 1 on, — where there are none. */
  base(base: Base): string {
    const { column, surplus } = BASES[base];
    const x = this.figure(column);
    if (surplus === "ignored")
      return `=${orBad(`IF(LEN(${x}),IF(${x}=0,${NONE},IF(INT(ABS(${x}))=${x},${x},${BAD})),${BLANK})`)}`;
    const none = `IF(${x}+COUNTIF(${this.figure(surplus)},">0")=0,${NONE},${x})`;
    return `=${orBad(`IF(LEN(${x}),IF(INT(ABS(${x}))=${x},${none},${BAD}),${BLANK})`)}`;
  }

  /** What staff say is due, not below the base; the base where they say nothing. */
  due(indicator: Indicator): string {
    const base = this.our(`${descriptorOf(indicator).base}Base`);
    const column = this.dueColumn(indicator);
    if (column === null) return `=${base}`;
    const x = this.figure(column);
    const filled = `IF(AND(${x}>=N(${base}),INT(${x})=${x}),IF(${x}=0,${NONE},${x}),${BAD})`;
    return `=${orBad(`IF(OR(${base}=${NONE},ISNUMBER(${base})),IF(LEN(${x}),${filled},${base}),${base})`)}`;
  }

  private dueColumn(indicator: Indicator): TableColumn | null {
    const { due } = descriptorOf(indicator);
    return due !== null && this.context.table.columns[due] !== undefined ? due : null;
  }

  /** The cell that says what the rate is counted over. */
  private dueCell(indicator: Indicator): string {
    return this.dueColumn(indicator) === null
      ? this.our(`${descriptorOf(indicator).base}Base`)
      : this.our(`${indicator}DueUsed`);
  }

  /**
   * `number` where something is due and the target is one: above 0, at most 1, with at most four decimals but for the noise of binary
   * fractions. MEDIAN passes over blanks; text is an error.
   */
  private aimed(indicator: Indicator, number: string): string {
    const [due, x] = [this.dueCell(indicator), this.figure(descriptorOf(indicator).target)];
    return `=${orBad(`IF(ISNUMBER(${due}),IF(ROUND(ROUND(MEDIAN(0.0001,${x},1),4)-${x},9)=0,${number},${BAD}),${due})`)}`;
  }

  target(indicator: Indicator): string {
    return this.aimed(indicator, this.figure(descriptorOf(indicator).target));
  }

  /** ⌈target × due⌉; where it is shown, the target is settled in a cell of its own, so that this one is short. */
  required(indicator: Indicator): string {
    const target = this.targetCell(indicator);
    const rounded = `ROUNDUP(ROUND(${target}*${this.dueCell(indicator)},4),0)`;
    return showsRequired(indicator) ? passingOn(target, rounded) : this.aimed(indicator, rounded);
  }

  private targetCell(indicator: Indicator): string {
    return showsRequired(indicator) ? this.our(`${indicator}TargetUsed`) : this.figure(descriptorOf(indicator).target);
  }

  /** What is done: a whole number from 0 to what is due. Issued but not claimed, nothing is done (note 4). */
  done(indicator: Indicator): string {
    const { base, done } = descriptorOf(indicator);
    const [required, x] = [this.our(`${indicator}Required`), this.figure(done)];
    const checked = `IF(LEN(${x}),IF(INT(MEDIAN(0,${x},${this.dueCell(indicator)}))=${x},${x},${BAD}),${BLANK})`;
    const claimed = this.dueColumn(indicator) === null ? checked : `IF(COUNT(${this.our(`${base}Base`)}),${checked},0)`;
    return `=${orBad(`IF(ISNUMBER(${required}),${claimed},${required})`)}`;
  }

  gap(indicator: Indicator): string {
    const done = this.our(`${indicator}DoneUsed`);
    return passingOn(done, `MAX(0,${this.our(`${indicator}Required`)}-${done})`);
  }

  /** A missed target is never shown as reached: where the two decimals of a per cent could do that, the rate stays below. */
  rate(indicator: Indicator): string {
    const [done, due] = [this.our(`${indicator}DoneUsed`), this.dueCell(indicator)];
    const share = `${done}/${due}`;
    if (!this.couldRoundUp(indicator)) return passingOn(done, share);
    const target = this.targetCell(indicator);
    return passingOn(done, `IF(${this.our(`${indicator}Gap`)}>0,MIN(${share},${target}-0.0001),${share})`);
  }

  /** A missed rate lies at least 1/(due × denominator of the target) below it, and is rounded up from 0.00005 on. */
  private couldRoundUp(indicator: Indicator): boolean {
    const { base, due, target } = descriptorOf(indicator);
    const number = (column: TableColumn | null) => {
      const cell = column === null ? undefined : this.department.cells[column];
      return cell?.kind === "number" || cell?.kind === "percent" ? cell.value : 0;
    };
    const most = Math.max(number(BASES[base].column), number(due));
    const bp = Math.round(number(target) * 10_000);
    return most * (10_000 / commonDivisor(bp === 0 ? 10_000 : bp, 10_000)) >= 20_000;
  }

  deduction(indicator: Indicator): string {
    const gap = this.our(`${indicator}Gap`);
    const { points, capName } = descriptorOf(indicator);
    const cost = `${gap}*${RULE_NAMES[points]}`;
    return passingOn(gap, this.context.rules.caps[indicator] === null ? cost : `MIN(${cost},${capName})`);
  }

  /** The sum of what is reported so far. */
  subtotal(): string {
    const all = this.list(INDICATORS.map((indicator) => `${indicator}Deduction` as const));
    return `=IF(COUNT(${all}),ROUND(SUM(${all}),2),${BLANK})`;
  }

  total(): string {
    const score = this.our("score");
    return `=IF(${score}=${BAD},${score},IF(${score}=${NONE},0,${this.our("subtotal")}))`;
  }

  /** The total of a row that is ranked, or why it is not. */
  score(): string {
    const dones = INDICATORS.map((indicator) => `${indicator}DoneUsed` as const);
    const all = this.list(dones);
    const [bad, blank] = all.includes(":")
      ? [`COUNTIF(${all},${BAD})`, `COUNTBLANK(${all})`]
      : [this.any(dones, (cell) => `${cell}=${BAD}`), this.any(dones, (cell) => `LEN(${cell})=0`)];
    return `=IF(${bad},${BAD},IF(${blank},${BLANK},IF(COUNT(${all}),${this.our("subtotal")},${NONE})))`;
  }

  private any(columns: readonly ComputedColumn[], holds: (cell: string) => string): string {
    return `OR(${columns.map((column) => holds(this.our(column))).join(",")})`;
  }

  /** Cells of this row as a range where they stand side by side, as they do unless staff have moved them. */
  private list(columns: readonly ComputedColumn[]): string {
    const places = columns.map((column) => this.context.own[column]!);
    const cells = columns.map((column) => this.our(column));
    return places.every((place, index) => place === places[0]! + index)
      ? `${cells[0]}:${cells.at(-1)}`
      : cells.join(",");
  }

  /** Ascending, ties share a rank; rows without a number there take no part. */
  rank(): string {
    const { first, last } = this.context.table.body;
    const letters = columnLetters(this.context.own.score!);
    const score = this.our("score");
    return `=IF(ISNUMBER(${score}),RANK(${score},${letters}$${first + 1}:${letters}$${last + 1},1),${BLANK})`;
  }

  unfilled(): string {
    const of = (base: Base) => {
      const each = indicatorsOf(base).map((indicator) =>
        unless(`LEN(${this.our(`${indicator}DoneUsed`)})`, REMARK.list + descriptorOf(indicator).words.unfilled),
      );
      return `IF(LEN(${this.our(`${base}Base`)}),${each.join("&")},${quoted(REMARK.list + BASES[base].unfilled)})`;
    };
    return `=IF(LEN(${this.our("score")}),${BLANK},${BASE_NAMES.map(of).join("&")})`;
  }

  faults(): string {
    const each = INDICATORS.map(
      (indicator) =>
        `IF(${this.our(`${indicator}DoneUsed`)}=${BAD},${quoted(REMARK.list + descriptorOf(indicator).words.short)},${BLANK})`,
    );
    return `=${each.join("&")}`;
  }

  shortfalls(): string {
    const each = INDICATORS.map((indicator) => {
      const gap = this.our(`${indicator}Gap`);
      const [before, after, last] = descriptorOf(indicator).words.gap;
      const required = last === undefined ? "" : `&${this.our(`${indicator}Required`)}&${quoted(last)}`;
      return `IF(N(${gap}),${quoted(REMARK.clause + before)}&${gap}&${quoted(after)}${required},${BLANK})`;
    });
    return `=${each.join("&")}`;
  }

  /** Accounts too many, and that the floor holds in place of a target that is — (note 4). */
  notes(): string {
    const [accounts, officers] = [this.figure("onboarded"), this.our("officersBase")];
    const [before, after] = REMARK.surplus;
    const surplus = `${quoted(REMARK.sentence + before)}&INT(${accounts})-${officers}&${quoted(after)}`;
    // Asked for a number first: the engine of the stand-in finds 6>"" true.
    const counted = `IF(INT(${accounts})>${officers},${surplus},${BLANK})`;
    return `=IFERROR(IF(ISNUMBER(${officers}),${counted},${BLANK}),${BLANK})${this.floor()}`;
  }

  private floor(): string {
    const { target } = descriptorOf("coverage");
    const cell = this.department.cells[target];
    if (!cell || !isDash(cell) || !("text" in cell)) return "";
    const used = this.our("coverageTargetUsed");
    const [before, after] = REMARK.floor;
    const words = `${quoted(REMARK.sentence + before)}&${percentText(used, `%${after}`)}`;
    return `&IF(ISNUMBER(${used})*(${this.cell(target)}=${quoted(cell.text ?? "")}),${words},${BLANK})`;
  }

  remark(): string {
    const [score, unfilled, faults, shortfalls, notes] = (
      ["score", "unfilled", "faults", "shortfalls", "notes"] as const
    ).map((column) => this.our(column));
    const [open, close] = REMARK.notReported;
    const waiting = open.slice(0, -1);
    const reason = `IF(LEN(${score}),${score},${quoted(waiting)})&${quoted(open.slice(-1))}&MID(${unfilled}&${faults},2,99)&${quoted(close)}`;
    const ranked = `IF(LEN(${shortfalls}),${quoted(REMARK.notMet)},${quoted(REMARK.met)})`;
    const state = `IF(ISNUMBER(${score}),${ranked},IF(${score}=${NONE},${quoted(REMARK.nothingApplies)},${reason}))`;
    // The first comma comes after what the row is, and is a colon; the notes have commas of their own.
    return `=SUBSTITUTE(${state}&${shortfalls},${quoted(REMARK.clause)},${quoted(REMARK.between)},1)&${notes}`;
  }
}

/** What a source cell gives where it is a number, and else its reason. */
function passingOn(source: string, expression: string): string {
  return `=IF(ISNUMBER(${source}),${expression},${source})`;
}

function orBad(expression: string): string {
  return `IFERROR(${expression},${BAD})`;
}

function unless(condition: string, words: string): string {
  return `IF(${condition},${BLANK},${quoted(words)})`;
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

/** A fraction as a per cent without decimals that say nothing, with a decimal point on each machine, and `after` behind it. */
export function percentText(fraction: string, after = "%"): string {
  return `SUBSTITUTE(ROUND(${fraction}*100,2),${DECIMAL_SIGN},".")&${quoted(after)}`;
}

/** Whether a cell is blank or shows nothing. LEN, since Univer's engine finds 0="" true where it has looked the column up before. */
export function isBlank(cell: string): string {
  return `LEN(${cell})=0`;
}

const CELL = String.raw`\$?[A-Z]{1,3}\$?\d+`;
/** How formulas of this version begin, and pieces by which those of version 1.0.0 are known. */
const OWN_FORMULA = new RegExp(
  [
    `^=IF\\(ISNUMBER\\(${CELL}\\),`,
    `^=IF\\(LEN\\(${CELL}\\),(${CELL}|""|IF)`,
    `^=IF\\(${CELL}=".*",IF\\(LEN\\(`,
    `^=IF\\(N\\(${CELL}\\),"${REMARK.clause}`,
    `^=IFERROR\\(IF\\(ISNUMBER\\(${CELL}\\),IF\\(INT\\(${CELL}\\)>${CELL},"${REMARK.sentence}`,
    `^=SUBSTITUTE\\(IF\\(ISNUMBER\\(${CELL}\\),`,
    `^=.*(${BAD}|${RULE_NAMES.pointsPerItem}|${RULE_NAMES.pointsPerOfficer}|"${REMARK.met}"|MAX\\(0,ROUNDUP\\(ROUND\\()`,
  ].join("|"),
);

/** Whether a formula in one of our computed columns is one of ours, and not what staff wrote there. */
export function isOwnFormula(formula: string): boolean {
  return OWN_FORMULA.test(formula);
}
