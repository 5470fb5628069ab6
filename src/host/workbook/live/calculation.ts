import { ICommandService, ObjectMatrix } from "@univerjs/core";
import type { ICellData, IDisposable, Injector, IObjectMatrixPrimitiveType, Nullable, Workbook } from "@univerjs/core";
import {
  FormulaDataModel,
  FormulaExecutedStateType,
  ICalculateFormulaService,
  IFormulaDependencyGenerator,
  LexerTreeBuilder,
  SetFormulaCalculationResultMutation,
  SetFormulaCalculationStartMutation,
} from "@univerjs/engine-formula";
import type { ISetFormulaCalculationResultMutation } from "@univerjs/engine-formula";
import { SetRangeValuesMutation } from "@univerjs/sheets";
import { TriggerCalculationController } from "@univerjs/sheets-formula";

/**
 * Keeps formula results up to date: after a change nothing is computed until somebody asks, then everything is, once.
 * After an edit in the grid it is the grid that asks. Univer's own trigger is switched off: it starts a tenth of a second
 * after each edit or change of a name, and two runs at a time mix their results.
 */
export class Calculation {
  private readonly commands: ICommandService;
  private readonly engine: ICalculateFormulaService;
  private readonly formulas: FormulaDataModel;
  private readonly watching: IDisposable[];
  /** What holds formulas as Univer has understood them, with what their names meant then. Disposing is the one way to empty them, and they go on working. */
  private readonly understood: readonly IDisposable[];
  /** A name has come to mean something else since the last run. */
  private renamed = false;
  private stale = false;
  private running: Promise<void> | undefined;

  constructor(
    injector: Injector,
    private readonly workbook: { readonly unitId: string; readonly univer: Workbook },
  ) {
    this.commands = injector.get(ICommandService);
    this.engine = injector.get(ICalculateFormulaService);
    this.formulas = injector.get(FormulaDataModel);
    this.understood = [
      injector.get(LexerTreeBuilder),
      injector.get(IFormulaDependencyGenerator) as unknown as IDisposable,
    ];
    this.watching = [
      this.commands.beforeCommandExecuted((command) => {
        // A result would bring the number format of what it refers to; in Excel a calculation never changes a format.
        if (command.id === SetFormulaCalculationResultMutation.id)
          dropStyles(command.params as ISetFormulaCalculationResultMutation);
      }),
      this.commands.onCommandExecuted((command, options) => {
        if (command.id !== SetRangeValuesMutation.id || options?.["applyFormulaCalculationResult"]) return;
        this.stale = true;
        // What the model writes is local; anything else is a person at the grid.
        if (!options?.onlyLocal) void this.settle();
      }),
    ];
    injector.get(TriggerCalculationController).dispose();
  }

  /** Says that formulas may show something old. */
  invalidate(): void {
    this.stale = true;
  }

  /** Says that a name means something else than it did. */
  invalidateNames(): void {
    this.renamed = true;
    this.stale = true;
  }

  /** Resolves when every formula shows its result; at once where nothing changed since. */
  async settle(): Promise<void> {
    while (this.stale || this.running) {
      this.running ??= this.run().finally(() => (this.running = undefined));
      await this.running;
    }
  }

  dispose(): void {
    for (const watch of this.watching) watch.dispose();
  }

  private async run(): Promise<void> {
    this.stale = false;
    // Spilled results are computed anew with everything else; what is left of deleted formulas must not stay.
    this.formulas.setArrayFormulaRange({});
    this.formulas.setArrayFormulaCellData({});
    if (this.renamed) for (const holder of this.understood) holder.dispose();
    this.renamed = false;
    const completed = this.completed();
    this.commands.syncExecuteCommand(
      SetFormulaCalculationStartMutation.id,
      { forceCalculation: true, dirtyRanges: [], clearDependencyTreeCache: this.everySheet() },
      { onlyLocal: true },
    );
    const state = await completed;
    // The results are written by commands that Univer starts without waiting for them.
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (state === FormulaExecutedStateType.STOP_EXECUTION) this.stale = true;
  }

  /** What each formula depends on is found anew: Univer clears what it remembers only in runs of its own, and those come later. */
  private everySheet(): Record<string, Record<string, string>> {
    const ids = this.workbook.univer.getSheets().map((sheet) => [sheet.getSheetId(), "1"]);
    return { [this.workbook.unitId]: Object.fromEntries(ids) as Record<string, string> };
  }

  private completed(): Promise<FormulaExecutedStateType> {
    return new Promise((resolve) => {
      const subscription = this.engine.executionCompleteListener$.subscribe((data) => {
        subscription.unsubscribe();
        resolve(data.functionsExecutedState);
      });
    });
  }
}

function dropStyles(params: ISetFormulaCalculationResultMutation): void {
  for (const sheets of Object.values(params.unitData)) {
    for (const cells of Object.values(sheets ?? {})) {
      new ObjectMatrix<Nullable<ICellData>>(cells as IObjectMatrixPrimitiveType<Nullable<ICellData>>).forValue(
        (_row, _column, cell) => {
          if (cell) delete cell.s;
        },
      );
    }
  }
}
