import {
  ICommandService,
  IUniverInstanceService,
  mergeWorksheetSnapshotWithDefault,
  UniverInstanceType,
} from "@univerjs/core";
import type { Injector, Univer, Workbook } from "@univerjs/core";
import { RemoveDefinedNameMutation, SetDefinedNameMutation } from "@univerjs/engine-formula";
import {
  InsertSheetMutation,
  RemoveSheetMutation,
  SCOPE_WORKBOOK_VALUE_DEFINED_NAME,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  SetWorksheetNameMutation,
  SetWorksheetOrderMutation,
  SheetsSelectionsService,
} from "@univerjs/sheets";
import type { Area, NameData, SheetData, WorkbookData } from "../data";
import { renameSheets, renaming } from "../sheet-references";
import { parseAddress } from "../address";
import { Calculation } from "./calculation";
import { blankSheet } from "./blank";
import { rewriteChart } from "./charts";
import { calculateBy } from "./date-system";
import { Happenings } from "./happenings";
import { loseSheet } from "./references";
import { mapFormulas, mapOperands, newRuleId } from "./rules";
import { LiveSheet } from "./sheet";
import { sheetId, StyleTable, toArea, toRange, toUniverSheet, toUniverWorkbook } from "./snapshot";

/** A defined name; `sheet` is the one it belongs to, absent for a name of the workbook. */
export interface LiveName {
  readonly id: string;
  readonly name: string;
  readonly sheet?: LiveSheet;
  formula: string;
  visible: boolean;
  comment: string;
}

let lastWorkbook = 0;

/**
 * The workbook as it stands now: Univer holds what it can (cells, formulas, styles, merges, sizes), the rest is kept beside it.
 * Made from plain data and turned back into it at any time.
 */
export class LiveWorkbook {
  readonly unitId = `workbook-${++lastWorkbook}`;
  readonly injector: Injector;
  readonly commands: ICommandService;
  readonly univer: Workbook;
  readonly calculation: Calculation;
  readonly happenings: Happenings;
  readonly settings: Map<string, unknown>;
  /** Serial numbers of dates count from 1904. */
  readonly date1904: boolean;
  names: LiveName[] = [];
  private readonly bySheetId = new Map<string, LiveSheet>();
  private sheetsMade: number;
  private namesMade = 0;
  private readonly lostNames = new Set<string>();

  /**
   * @param univer an instance with the sheets and formula plug-ins; it holds no other workbook meanwhile
   * @param fileName what Workbook.name answers
   */
  constructor(
    univer: Univer,
    data: WorkbookData,
    readonly fileName = "工作簿1.xlsx",
  ) {
    this.injector = univer.__getInjector();
    this.commands = this.injector.get(ICommandService);
    this.univer = univer.createUnit(UniverInstanceType.UNIVER_SHEET, toUniverWorkbook(data, this.unitId));
    this.date1904 = data.date1904 ?? false;
    calculateBy(this.injector, this.date1904);
    this.calculation = new Calculation(this.injector, this);
    this.happenings = new Happenings(this.commands, this);
    this.sheetsMade = data.sheets.length;
    this.settings = new Map(Object.entries(structuredClone(data.settings)));
    data.sheets.forEach((sheet, index) => this.adopt(sheetId(index), sheet));
    for (const name of data.names)
      this.addName(name.name, name.formula, name.sheet === undefined ? undefined : this.sheet(name.sheet), name);
    const active = this.sheet(data.activeSheet);
    if (active) this.activate(active);
    if (
      data.sheets.some((sheet) =>
        Object.values(sheet.cells).some((row) =>
          Object.values(row).some((cell) => cell.formula !== undefined && cell.value === undefined),
        ),
      )
    ) {
      this.calculation.invalidate();
    }
  }

  // ---- sheets ----

  /** In the order of their tabs. */
  get sheets(): LiveSheet[] {
    return this.univer.getSheets().map((sheet) => this.bySheetId.get(sheet.getSheetId())!);
  }

  /** By name, upper and lower case alike, or by id. */
  sheet(nameOrId: string): LiveSheet | undefined {
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === nameOrId.toLowerCase() || sheet.id === nameOrId);
  }

  get activeSheet(): LiveSheet {
    return this.bySheetId.get(this.univer.getActiveSheet().getSheetId())!;
  }

  activate(sheet: LiveSheet): void {
    sheet.run(SetWorksheetActiveOperation.id, {});
  }

  /** Opens the sheet and selects the area on it; its first cell becomes the active one. */
  select(sheet: LiveSheet, area: Area): void {
    this.activate(sheet);
    const range = toRange(sheet.clip(area) ?? area);
    const primary = {
      ...toRange({ ...area, lastRow: area.firstRow, lastColumn: area.firstColumn }),
      actualRow: area.firstRow,
      actualColumn: area.firstColumn,
      isMerged: false,
      isMergedMainCell: false,
    };
    sheet.run(SetSelectionsOperation.id, { selections: [{ range, primary, style: null }], reveal: true });
  }

  /** What is selected on the active sheet; A1 where nothing was yet. */
  get selection(): { sheet: LiveSheet; area: Area } {
    const sheet = this.activeSheet;
    const selections = this.injector
      .get(SheetsSelectionsService)
      .getWorkbookSelections(this.unitId)
      .getSelectionsOfWorksheet(sheet.id);
    const range = selections?.at(-1)?.range;
    return { sheet, area: range ? toArea(range) : { firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 0 } };
  }

  addSheet(name: string): LiveSheet {
    return this.insertSheet(blankSheet(name), this.sheets.length);
  }

  /** Adds a sheet with all that it holds. Its name must be free. */
  insertSheet(data: SheetData, position: number): LiveSheet {
    const id = sheetId(this.sheetsMade++);
    const styles = new StyleTable(id);
    const sheet = mergeWorksheetSnapshotWithDefault(toUniverSheet(data, id, styles));
    const active = this.activeSheet;
    this.commands.syncExecuteCommand(
      InsertSheetMutation.id,
      { unitId: this.unitId, index: position, sheet, styles: styles.styles },
      { onlyLocal: true },
    );
    const adopted = this.adopt(id, data);
    // Univer opens what it inserts; in Excel the sheet that is open stays open.
    this.activate(active);
    return adopted;
  }

  /** Renames a sheet; formulas, names and rules that name it follow. */
  renameSheet(sheet: LiveSheet, name: string): void {
    const rename = renaming(sheet.name, name);
    sheet.run(SetWorksheetNameMutation.id, { name });
    this.rewriteFormulas((formula) => renameSheets(formula, rename));
    this.rewriteRules((formula) => renameSheets(formula, rename));
    this.rewriteCharts((formula) => renameSheets(formula, rename));
    this.calculation.invalidate();
  }

  /** Moves a sheet to a place among the tabs, zero-based. */
  moveSheet(sheet: LiveSheet, position: number): void {
    sheet.run(SetWorksheetOrderMutation.id, { fromOrder: this.sheets.indexOf(sheet), toOrder: position });
  }

  /** Deletes a sheet with its names; what referred to it elsewhere becomes #REF!. Of the sheets that are left, the next one to the right is opened, or the last. */
  deleteSheet(sheet: LiveSheet): void {
    const name = sheet.name;
    if (this.activeSheet === sheet) {
      const place = this.sheets.indexOf(sheet);
      const others = this.sheets.filter((other) => other !== sheet && other.visibility === "Visible");
      this.activate(others.find((other) => this.sheets.indexOf(other) > place) ?? others.at(-1)!);
    }
    for (const own of this.names.filter((candidate) => candidate.sheet === sheet)) this.removeName(own);
    this.bySheetId.delete(sheet.id);
    sheet.run(RemoveSheetMutation.id, { subUnitName: name });
    this.rewriteFormulas((formula) => loseSheet(formula, name));
    this.rewriteRules((formula) => loseSheet(formula, name));
    this.rewriteCharts((formula) => loseSheet(formula, name));
    this.calculation.invalidate();
  }

  private adopt(id: string, data: SheetData): LiveSheet {
    const sheet = new LiveSheet(this, this.univer.getSheetBySheetId(id)!, data);
    sheet.rules = data.conditionalFormats.map((rule) => ({ ...structuredClone(rule), id: newRuleId() }));
    this.bySheetId.set(id, sheet);
    return sheet;
  }

  /** Passes every formula of cells and names through `rewrite`; `home` is the sheet it stands on. */
  rewriteFormulas(rewrite: (formula: string, home: LiveSheet | undefined) => string): void {
    for (const sheet of this.sheets) {
      const cells: Parameters<LiveSheet["setCells"]>[0] = {};
      sheet.forEachCell((row, column, cell) => {
        if (!cell.f && !cell.si) return;
        const formula = sheet.formula(row, column)!;
        const rewritten = rewrite(formula, sheet);
        if (rewritten !== formula || cell.si)
          (cells[row] ??= {})[column] = { f: rewritten, si: null, ...(cell.t && { t: cell.t }) };
      });
      sheet.setCells(cells);
    }
    for (const name of this.names) {
      const rewritten = rewrite(name.formula, undefined);
      if (rewritten !== name.formula) this.setNameFormula(name, rewritten);
    }
  }

  /** Passes every formula of conditional formats and validations through `rewrite`. */
  rewriteRules(rewrite: (formula: string, home: LiveSheet) => string): void {
    for (const sheet of this.sheets) {
      for (const rule of sheet.rules)
        Object.assign(
          rule,
          mapFormulas(rule, (formula) => rewrite(formula, sheet)),
        );
      for (const validation of sheet.validations)
        validation.rule &&= mapOperands(validation.rule, (formula) => rewrite(formula, sheet));
    }
  }

  /** Passes every reference of charts through `rewrite`. */
  rewriteCharts(rewrite: (formula: string) => string): void {
    for (const sheet of this.sheets) for (const chart of sheet.charts) rewriteChart(chart, rewrite);
  }

  /** The area that a reference with its sheet means; undefined where it is lost or means several. */
  cellAt(reference: string): { sheet: LiveSheet; area: Area } | undefined {
    const address = parseAddress(reference);
    const sheet = address?.sheet === undefined ? undefined : this.sheet(address.sheet);
    return sheet && address?.areas.length === 1 ? { sheet, area: address.areas[0]! } : undefined;
  }

  // ---- names ----

  /** A name by itself: of the sheet, or of the workbook where no sheet is given. Upper and lower case are alike. */
  name(name: string, sheet: LiveSheet | undefined): LiveName | undefined {
    return this.names.find(
      (candidate) => candidate.sheet === sheet && candidate.name.toLowerCase() === name.toLowerCase(),
    );
  }

  addName(
    name: string,
    formula: string,
    sheet: LiveSheet | undefined,
    more: Partial<Pick<NameData, "visible" | "comment">> = {},
  ): LiveName {
    const added: LiveName = {
      id: `${this.unitId}-name-${++this.namesMade}`,
      name,
      sheet,
      formula,
      visible: more.visible ?? true,
      comment: more.comment ?? "",
    };
    this.names.push(added);
    this.showName(added);
    // Formulas that have missed it meanwhile show #NAME?.
    if (this.lostNames.has(name.toLowerCase())) this.calculation.invalidateNames();
    return added;
  }

  setNameFormula(name: LiveName, formula: string): void {
    name.formula = formula;
    this.showName(name);
    this.calculation.invalidateNames();
  }

  removeName(name: LiveName): void {
    this.names = this.names.filter((candidate) => candidate !== name);
    this.lostNames.add(name.name.toLowerCase());
    this.commands.syncExecuteCommand(
      RemoveDefinedNameMutation.id,
      { unitId: this.unitId, id: name.id, name: name.name },
      { onlyLocal: true },
    );
    this.calculation.invalidateNames();
  }

  /** Formulas find names in Univer. */
  private showName(name: LiveName): void {
    const params = {
      unitId: this.unitId,
      id: name.id,
      name: name.name,
      formulaOrRefString: name.formula,
      comment: name.comment,
      hidden: !name.visible,
      localSheetId: name.sheet?.id ?? SCOPE_WORKBOOK_VALUE_DEFINED_NAME,
    };
    this.commands.syncExecuteCommand(SetDefinedNameMutation.id, params, { onlyLocal: true });
    this.calculation.invalidate();
  }

  // ---- back to plain data ----

  /** Everything as it stands, formula results included. */
  async toData(): Promise<WorkbookData> {
    await this.calculation.settle();
    return {
      sheets: this.sheets.map((sheet) => sheet.toData()),
      activeSheet: this.activeSheet.name,
      names: this.names.map(({ name, sheet, formula, visible, comment }) => ({
        name,
        ...(sheet && { sheet: sheet.name }),
        formula,
        visible,
        ...(comment !== "" && { comment }),
      })),
      settings: structuredClone(Object.fromEntries(this.settings)),
      ...(this.date1904 && { date1904: true as const }),
    };
  }

  /** Takes the workbook out of Univer; the Univer instance stays usable. */
  dispose(): void {
    this.calculation.dispose();
    this.happenings.dispose();
    this.injector.get(IUniverInstanceService).disposeUnit(this.unitId);
  }
}
