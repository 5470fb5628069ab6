import { columnLetters } from "../cells/address";
import { BLANK } from "../cells/classify";
import type { Cell } from "../cells/classify";
import { INDICATORS } from "../assess/assessment";
import type { DepartmentAssessment, Indicator } from "../assess/assessment";
import type { Rules } from "../assess/rules";
import type { TableColumn } from "../table/headers";
import type { DepartmentRow, TaskTable } from "../table/taskTable";
import {
  IDENTITY_REMARKS,
  INDICATOR_NAMES,
  INVALID,
  NOT_APPLICABLE,
  REMARK,
  RULE_NAMES,
  UNFILLED,
} from "../wording/sheet";
import type { ComputedColumn } from "./columns";
import type { OwnPlaces } from "./layout";

/** What the formulas of a row are made from. */
export interface FormulaContext {
  readonly table: TaskTable;
  readonly own: OwnPlaces;
  readonly rules: Rules;
}

/** CHAR(160) is another character on a Chinese Windows, and UNICHAR is younger than the other functions here. */
const NO_BREAK_SPACE = "\u00a0";

/** The decimal sign of the machine that calculates: 0.5 turned into text is 0,5 where that is a comma. */
const DECIMAL_SIGN = "MID(1/2,2,1)";

const CAP_NAMES: Readonly<Record<Indicator, string>> = {
  directory: RULE_NAMES.capDirectory,
  implementation: RULE_NAMES.capImplementation,
  coverage: RULE_NAMES.capCoverage,
  officers: RULE_NAMES.capOfficers,
};

/**
 * The native formulas of one department's computed columns. They settle each state in the order of `judgeDepartment`
 * and work on integers where something is decided: ROUND(…, 4) takes the noise of binary fractions out of target × claimed,
 * which has at most four decimals.
 */
export function departmentFormulas(
  context: FormulaContext,
  department: DepartmentRow,
  fault: DepartmentAssessment["identityFault"],
): Record<ComputedColumn, string> {
  const { table, own, rules } = context;
  const our = (column: ComputedColumn) => `${columnLetters(own[column]!)}${department.row + 1}`;
  const cell = (column: TableColumn): Cell => department.cells[column] ?? BLANK;
  const raw = (column: TableColumn) => rawOperand(table, department, column);
  const operands = operandsOf({ table, rules }, department);
  const claimed = operands.coverage.base;
  const rateOf: Record<Indicator, string> = {
    directory: our("directoryRate"),
    implementation: our("implementationRate"),
    coverage: our("coverageRate"),
    officers: our("officersRate"),
  };
  const deductionOf: Record<Indicator, string> = {
    directory: our("directoryDeduction"),
    implementation: our("implementationDeduction"),
    coverage: our("coverageDeduction"),
    officers: our("officersDeduction"),
  };

  const passOn = (source: string, expression: string) => `=IF(ISNUMBER(${source}),${expression},${source})`;
  const deduction = (indicator: Indicator, gap: string) => {
    const points = `ROUND(${gap}*${indicator === "officers" ? RULE_NAMES.pointsPerOfficer : RULE_NAMES.pointsPerItem},2)`;
    return passOn(
      rateOf[indicator],
      rules.caps[indicator] === null ? points : `MIN(${points},${CAP_NAMES[indicator]})`,
    );
  };
  const remark = remarkFormula({
    rateOf,
    gaps: {
      directory: gap(operands.directory),
      implementation: gap(operands.implementation),
      coverage: our("coverageGap"),
      officers: our("officersGap"),
    },
    required: required(operands.coverage),
    claimedRaw: raw("claimed"),
    claimed,
    officersRaw: raw("officers"),
    targetAbsent: isAbsent(cell("coverageTarget"), raw("coverageTarget")),
  });
  return {
    directoryRate: rate(operands.directory),
    implementationRate: rate(operands.implementation),
    coverageRate: rate(operands.coverage),
    coverageGap: passOn(rateOf.coverage, gap(operands.coverage)),
    officersRate: rate(operands.officers),
    officersGap: passOn(rateOf.officers, gap(operands.officers)),
    directoryDeduction: deduction("directory", gap(operands.directory)),
    implementationDeduction: deduction("implementation", gap(operands.implementation)),
    coverageDeduction: deduction("coverage", our("coverageGap")),
    officersDeduction: deduction("officers", our("officersGap")),
    deduction: fault
      ? `="${INVALID}"`
      : total(
          INDICATORS.map((indicator) => rateOf[indicator]),
          INDICATORS.map((indicator) => deductionOf[indicator]),
        ),
    rank: rank(context, our("deduction"), our("remark")),
    remark: fault ? `="${REMARK.invalid[0]}${IDENTITY_REMARKS[fault]}${REMARK.invalid[1]}"` : remark,
  };
}

/** What one indicator of one department is calculated from, each an expression. */
export interface Operands {
  /** The cell itself, for asking whether it is blank. */
  readonly baseRaw: string;
  readonly base: string;
  readonly due: string;
  readonly done: string;
  readonly target: string;
}

/**
 * The operands of a department's indicators. A formula on another sheet takes `prefix` (附件2!) in front of each cell, and a number
 * for the floor of coverage: the rules' names belong to the task table's sheet.
 */
export function operandsOf(
  { table, rules }: Pick<FormulaContext, "table" | "rules">,
  department: DepartmentRow,
  { prefix = "", coverageFloor = RULE_NAMES.coverageFloor }: { prefix?: string; coverageFloor?: string } = {},
): Record<Indicator, Operands> {
  const cell = (column: TableColumn): Cell => department.cells[column] ?? BLANK;
  const raw = (column: TableColumn) => rawOperand(table, department, column, prefix);
  const base = (column: TableColumn) => countOperand(cell(column), raw(column), "0");
  const done = (column: TableColumn) => countOperand(cell(column), raw(column), '""');
  const target = (column: TableColumn, absent: string) =>
    targetOperand(cell(column), raw(column), absent, rules.bareTargets);

  const claimed = base("claimed");
  const due =
    table.columns.directoryDue === undefined ? claimed : dueOperand(cell("directoryDue"), raw("directoryDue"), claimed);
  return {
    directory: {
      baseRaw: raw("claimed"),
      base: claimed,
      due,
      done: done("directoryDone"),
      target: target("directoryTarget", "1"),
    },
    implementation: {
      baseRaw: raw("claimed"),
      base: claimed,
      due: claimed,
      done: done("implementationDone"),
      target: target("implementationTarget", "1"),
    },
    coverage: {
      baseRaw: raw("claimed"),
      base: claimed,
      due: claimed,
      done: done("covered"),
      target: target("coverageTarget", coverageFloor),
    },
    officers: {
      baseRaw: raw("officers"),
      base: base("officers"),
      due: base("officers"),
      done: done("onboarded"),
      target: target("officersTarget", "1"),
    },
  };
}

/** The cell of this column in a department's row as a formula takes it; what cannot be seen is blank. */
function rawOperand(table: TaskTable, department: DepartmentRow, column: TableColumn, prefix = ""): string {
  if (table.columns[column] === undefined) return '""';
  const place = `${prefix}${columnLetters(table.columns[column])}${department.row + 1}`;
  const read = department.cells[column] ?? BLANK;
  return read.kind === "blank" && read.unseen ? `IF(ISNUMBER(${place}),${place},"")` : place;
}

/** A rate with two decimals of a per cent, or "" (待填报), — (不适用), 数据有误. A missed target is never shown as reached. */
function rate({ baseRaw, base, due, done, target }: Operands): string {
  const shown = `MIN(ROUND(${done}/${due},4),IF(${done}<ROUND(${target}*${due},4),${target}-0.0001,1))`;
  const dueIsWhole =
    due === base
      ? `${base}>=0,INT(${base})=${base}`
      : `${base}>=0,INT(${base})=${base},${due}>=${base},INT(${due})=${due}`;
  const applies = (value: string) =>
    `IF(${base}=0,"${NOT_APPLICABLE}",IF(AND(${target}>=0,${target}<=1),${value},"${INVALID}"))`;
  const judged = `IF(AND(${done}>=0,${done}<=${due},INT(${done})=${done}),${applies(shown)},"${INVALID}")`;
  const unfilled = `IF(OR(${isBlank(done)},${done}="${NOT_APPLICABLE}"),${applies('""')},"${INVALID}")`;
  const usable = `IF(AND(${dueIsWhole}),IF(ISNUMBER(${done}),${judged},${unfilled}),"${INVALID}")`;
  return `=IFERROR(IF(${isBlank(baseRaw)},"",${usable}),"${INVALID}")`;
}

/** ⌈target × due⌉. */
export function required({ due, target }: Operands): string {
  return `ROUNDUP(ROUND(${target}*${due},4),0)`;
}

/** What is still missing to the target. */
export function gap(operands: Operands): string {
  return `MAX(0,${required(operands)}-${operands.done})`;
}

function total(rates: readonly string[], deductions: readonly string[]): string {
  const sum = `IF(COUNT(${deductions.join(",")})>0,ROUND(SUM(${deductions.join(",")}),2),IF(AND(${all(rates, NOT_APPLICABLE)}),0,""))`;
  return `=IF(OR(${all(rates, INVALID)}),"${INVALID}",${sum})`;
}

/** Ascending, ties share a rank. Only rows whose 情况说明 says 达标 or 未达标 take part. */
function rank({ table, own }: FormulaContext, deduction: string, remark: string): string {
  const span = (column: number) =>
    `${columnLetters(column)}$${table.body.first + 1}:${columnLetters(column)}$${table.body.last + 1}`;
  return `=IF(ISNUMBER(SEARCH("${REMARK.met}",${remark})),COUNTIFS(${span(own.deduction!)},"<"&${deduction},${span(own.remark!)},"*${REMARK.met}*")+1,"")`;
}

function remarkFormula(parts: {
  rateOf: Record<Indicator, string>;
  gaps: Record<Indicator, string>;
  required: string;
  claimedRaw: string;
  claimed: string;
  officersRaw: string;
  targetAbsent: string;
}): string {
  const { rateOf, gaps, claimedRaw, officersRaw } = parts;
  const rates = INDICATORS.map((indicator) => rateOf[indicator]);
  const join = (mark: string, pieces: readonly string[]) => `TEXTJOIN("${mark}",TRUE,${pieces.join(",")})`;
  const say = (condition: string, text: string) => `IF(${condition},${text},"")`;
  const bracketed = ([open, close]: readonly [string, string], list: string) => `"${open}"&${list}&"${close}"`;

  const invalid = join(
    REMARK.list,
    INDICATORS.map((indicator) => say(`${rateOf[indicator]}="${INVALID}"`, `"${INDICATOR_NAMES[indicator]}"`)),
  );
  const unfilled = (indicator: Indicator, column: keyof typeof UNFILLED) =>
    say(`AND(NOT(${isBlank(claimedRaw)}),${isBlank(rateOf[indicator])})`, `"${UNFILLED[column]}"`);
  const missing = join(REMARK.list, [
    say(isBlank(claimedRaw), `"${UNFILLED.claimed}"`),
    unfilled("directory", "directoryDone"),
    unfilled("implementation", "implementationDone"),
    unfilled("coverage", "covered"),
    say(isBlank(rateOf.officers), `IF(${isBlank(officersRaw)},"${UNFILLED.officers}","${UNFILLED.onboarded}")`),
  ]);
  const gapAbove = (indicator: Indicator) =>
    indicator === "coverage" || indicator === "officers"
      ? `N(${gaps[indicator]})>0`
      : `IF(ISNUMBER(${rateOf[indicator]}),${gaps[indicator]},0)>0`;
  const behind = join(REMARK.clause, [
    say(gapAbove("directory"), `"${REMARK.directoryGap[0]}"&${gaps.directory}&"${REMARK.directoryGap[1]}"`),
    say(
      gapAbove("implementation"),
      `"${REMARK.implementationGap[0]}"&${gaps.implementation}&"${REMARK.implementationGap[1]}"`,
    ),
    say(
      gapAbove("coverage"),
      `"${REMARK.coverageGap[0]}"&${gaps.coverage}&"${REMARK.coverageGap[1]}"&${parts.required}&"${REMARK.coverageGap[2]}"`,
    ),
    say(gapAbove("officers"), `${gaps.officers}&"${REMARK.officersGap[1]}"`),
  ]);
  const anyBehind = `OR(${INDICATORS.map(gapAbove).join(",")})`;
  const status = `IF(OR(${all(rates, INVALID)}),${bracketed(REMARK.invalid, invalid)},IF(OR(${rates.map(isBlank).join(",")}),${bracketed(REMARK.notReported, missing)},IF(AND(${all(rates, NOT_APPLICABLE)}),"${REMARK.nothingApplies}",IF(${anyBehind},"${REMARK.notMet}","${REMARK.met}"))))`;
  const floor = say(
    `AND(N(${parts.claimed})>0,INT(N(${parts.claimed}))=N(${parts.claimed}),${parts.targetAbsent})`,
    `"${REMARK.floor[0]}"&${percentText(RULE_NAMES.coverageFloor)}&"${REMARK.floor[1]}"`,
  );
  return `=${join(REMARK.sentence, [join(REMARK.between, [status, behind]), `IFERROR(${floor},"")`])}`;
}

/**
 * Whether a cell is blank or shows nothing. LEN, since Univer's engine, which the preview calculates with, finds 0="" true
 * where it has looked the column up before.
 */
export function isBlank(cell: string): string {
  return `LEN(${cell})=0`;
}

function all(cells: readonly string[], value: string): string {
  return cells.map((cell) => `${cell}="${value}"`).join(",");
}

/**
 * A count as formulas take it. Plain cells stand for themselves, so that the formula reads easily; digits typed as text
 * and dashes are turned into numbers, in a way that goes on working once someone types a number over them.
 * A dash is no items where it stands for a whole (claimed, officers), and not filled in where it stands for what is done.
 */
function countOperand(cell: Cell, raw: string, dashAs: "0" | '""'): string {
  if (cell.kind === "number" && cell.written === "text") return `IF(${isBlank(raw)},"",${numberFromText(raw)})`;
  if (cell.kind === "dash") return `IF(ISNUMBER(${raw}),${raw},${dashAs})`;
  return raw;
}

/** Items due: what the cell says, else what has been claimed. */
function dueOperand(cell: Cell, raw: string, claimed: string): string {
  if (cell.kind === "dash") return `IF(ISNUMBER(${raw}),${raw},${claimed})`;
  if (cell.kind === "number" && cell.written === "text") return `IF(${isBlank(raw)},${claimed},${numberFromText(raw)})`;
  return `IF(${isBlank(raw)},${claimed},${raw})`;
}

/** A target as a fraction; `absent` where the sheet has none. “35％” is 0.35 as in the assessment; a bare 35 too, or it stays above 1 and so is no target. */
function targetOperand(cell: Cell, raw: string, absent: string, bareTargets: Rules["bareTargets"]): string {
  const fraction = (number: string) => (bareTargets === "percent" ? `${number}/IF(${number}>1,100,1)` : number);
  const value = () => {
    if (cell.kind === "number" && cell.written === "number" && cell.value > 1) return fraction(raw);
    if (cell.kind === "number" && cell.written === "text") return fraction(numberFromText(raw));
    return cell.kind === "percent" && cell.written === "text" ? `ROUND(${numberFromText(raw)},6)` : raw;
  };
  return `IF(${isAbsent(cell, raw)},${absent},${value()})`;
}

function isAbsent(cell: Cell, raw: string): string {
  if ((cell.kind === "number" || cell.kind === "percent") && cell.dashed) return `N(${raw})=0`;
  return cell.kind === "dash" ? `NOT(ISNUMBER(${raw}))` : `OR(${isBlank(raw)},${raw}="${NOT_APPLICABLE}")`;
}

/**
 * Full-width digits folded, spaces that cannot be seen taken away. VALUE reads as the machine writes, and 1,079.5 has commas in thousands and
 * a decimal point on each machine. NUMBERVALUE would be shorter, and find 0 in a cell that shows nothing.
 */
export function numberFromText(raw: string): string {
  return `VALUE(SUBSTITUTE(SUBSTITUTE(TRIM(CLEAN(SUBSTITUTE(ASC(${raw}),"${NO_BREAK_SPACE}"," "))),",",""),".",${DECIMAL_SIGN}))`;
}

/** A fraction as a per cent without decimals that say nothing, with a decimal point on each machine. */
export function percentText(fraction: string): string {
  return `SUBSTITUTE(ROUND(${fraction}*100,2),${DECIMAL_SIGN},".")&"%"`;
}

const OWN_FORMULA = new RegExp(
  `^=.*("${INVALID}"|${RULE_NAMES.pointsPerItem}|${RULE_NAMES.pointsPerOfficer}|"${REMARK.met}"|MAX\\(0,ROUNDUP\\(ROUND\\()`,
);

/** Whether a formula in one of our computed columns is one of ours, and not what staff wrote there. */
export function isOwnFormula(formula: string): boolean {
  return OWN_FORMULA.test(formula);
}
