import type { SheetData, WorkbookData } from "../data";
import { renameSheets, sheetsNamed } from "../sheet-references";
import { loseSheet } from "./references";
import { mapFormulas, mapOperands } from "./rules";
import type { LiveSheet } from "./sheet";
import type { LiveWorkbook } from "./workbook";

const LONGEST_NAME = 31;

/** The name that a copy of a sheet bears where its own is taken, as Excel makes it: 明细 (2), and 明细 (3) of either. */
export function freeName(name: string, taken: (name: string) => boolean): string {
  if (!taken(name)) return name;
  const base = name.replace(/ \([0-9]+\)$/, "");
  for (let number = 2; ; number++) {
    const suffix = ` (${number})`;
    const candidate = `${base.slice(0, LONGEST_NAME - suffix.length)}${suffix}`;
    if (!taken(candidate)) return candidate;
  }
}

/**
 * Puts sheets of another workbook among the tabs from a position on, hidden ones as hidden. Formulas, rules and names follow the names
 * that the sheets get. Names of those sheets come along; so do names of the workbook that no other sheet is needed for, unless
 * one stands here already. The other workbook's settings stay behind.
 */
export function insertSheets(
  workbook: LiveWorkbook,
  source: WorkbookData,
  sheets: readonly SheetData[],
  position: number,
): LiveSheet[] {
  const names = new Map<string, string>();
  const given = new Set<string>();
  for (const { name } of sheets) {
    const free = freeName(
      name,
      (candidate) => workbook.sheet(candidate) !== undefined || given.has(candidate.toLowerCase()),
    );
    names.set(name.toLowerCase(), free);
    given.add(free.toLowerCase());
  }
  const carried = new Formulas(names);
  const inserted = sheets.map((sheet, index) => workbook.insertSheet(carried.sheet(sheet), position + index));
  for (const { name, sheet, formula, visible, comment } of source.names) {
    const home = sheet === undefined ? undefined : names.get(sheet.toLowerCase());
    if (home !== undefined)
      workbook.addName(name, carried.followed(formula), workbook.sheet(home), { visible, comment });
    else if (sheet === undefined && carried.isWhole(formula) && !workbook.name(name, undefined))
      workbook.addName(name, carried.followed(formula), undefined, { visible, comment });
  }
  workbook.calculation.invalidate();
  return inserted;
}

/** Formulas of the other workbook in this one. */
class Formulas {
  /** @param names the inserted sheets' names here, by those there in lower case */
  constructor(private readonly names: ReadonlyMap<string, string>) {}

  /** Whether all sheets that the formula names come along. */
  isWhole(formula: string): boolean {
    return this.left(formula).length === 0;
  }

  /** The formula with the sheets' names here; what refers to a sheet that stays behind is #REF!. */
  followed(formula: string): string {
    const lost = this.left(formula).reduce(loseSheet, formula);
    return renameSheets(lost, (sheet) => this.names.get(sheet.toLowerCase()) ?? sheet);
  }

  /**
   * A cell whose formula needs a sheet that stays behind shows its last result as a plain value. Excel links such a formula to
   * the file that it came from, and shows that result too.
   */
  sheet(sheet: SheetData): SheetData {
    for (const line of Object.values(sheet.cells)) {
      for (const cell of Object.values(line)) {
        if (cell.formula === undefined || !cell.formula.includes("!")) continue;
        cell.formula = this.isWhole(cell.formula) ? this.followed(cell.formula) : undefined;
      }
    }
    return {
      ...sheet,
      name: this.names.get(sheet.name.toLowerCase())!,
      conditionalFormats: sheet.conditionalFormats.map((rule) => ({
        ...rule,
        ...mapFormulas(rule, (formula) => this.followed(formula)),
      })),
      validations: sheet.validations.map((validation) => ({
        ...validation,
        ...(validation.rule && { rule: mapOperands(validation.rule, (formula) => this.followed(formula)) }),
      })),
    };
  }

  private left(formula: string): string[] {
    return [...sheetsNamed(formula)].filter((sheet) => !this.names.has(sheet.toLowerCase()));
  }
}
