import type { ICellData, ICommandService, IDisposable, IRange, Nullable } from "@univerjs/core";
import { SelectionMoveType, SetRangeValuesMutation, SetSelectionsOperation } from "@univerjs/sheets";
import type { ISetRangeValuesMutationParams, ISetSelectionsOperationParams } from "@univerjs/sheets";
import { formatArea } from "../address";
import type { Area } from "../data";
import type { LiveSheet } from "./sheet";
import { toArea } from "./snapshot";
import type { StructuralChange } from "./structure";

/** What has happened on a sheet. What merely follows (results, formulas moved along, formats) is none. */
export type Happening =
  /** Contents of cells were written or taken away. `byHand`: in the grid, so surely by a person. */
  | { readonly what: "edited"; readonly sheet: LiveSheet; readonly area: Area; readonly byHand: boolean }
  | { readonly what: "restructured"; readonly sheet: LiveSheet; readonly change: StructuralChange }
  | { readonly what: "selected"; readonly sheet: LiveSheet; readonly areas: readonly Area[] };

/** Tells what happens in a workbook, whether the model is asked for it or a person does it in the grid. */
export class Happenings {
  private readonly listeners = new Set<(happening: Happening) => void>();
  private readonly selected = new Map<string, string>();
  private readonly watching: IDisposable;

  constructor(
    commands: ICommandService,
    private readonly workbook: { readonly unitId: string; sheet(id: string): LiveSheet | undefined },
  ) {
    this.watching = commands.onCommandExecuted((command, options) => {
      // What the model writes is local, and told by the model itself; anything else is a person at the grid.
      if (
        command.id === SetRangeValuesMutation.id &&
        !options?.onlyLocal &&
        !options?.["applyFormulaCalculationResult"]
      )
        this.editedInGrid(command.params as ISetRangeValuesMutationParams);
      if (command.id === SetSelectionsOperation.id) this.moved(command.params as ISetSelectionsOperationParams);
    });
  }

  /** @returns ends the listening */
  listen(listener: (happening: Happening) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  tell(happening: Happening): void {
    for (const listener of this.listeners) listener(happening);
  }

  dispose(): void {
    this.watching.dispose();
    this.listeners.clear();
  }

  private editedInGrid({ unitId, subUnitId, cellValue }: ISetRangeValuesMutationParams): void {
    const sheet = unitId === this.workbook.unitId ? this.workbook.sheet(subUnitId) : undefined;
    const area = cellValue && bounds(cellValue as Record<number, Record<number, Nullable<ICellData>>>);
    if (sheet && area) this.tell({ what: "edited", sheet, area, byHand: true });
  }

  /** A drag is told once it ends; the same selection again is no move. */
  private moved({ unitId, subUnitId, selections, type }: ISetSelectionsOperationParams): void {
    if (type === SelectionMoveType.MOVE_START || type === SelectionMoveType.MOVING) return;
    const sheet = unitId === this.workbook.unitId ? this.workbook.sheet(subUnitId) : undefined;
    const areas = selections.map(({ range }: { range: IRange }) => toArea(range));
    const address = areas.map(formatArea).join(",");
    if (!sheet || areas.length === 0 || this.selected.get(sheet.id) === address) return;
    this.selected.set(sheet.id, address);
    this.tell({ what: "selected", sheet, areas });
  }
}

/** The area around the cells whose contents change; formats alone are no contents. */
function bounds(cells: Record<number, Record<number, Nullable<ICellData>>>): Area | undefined {
  const places = Object.entries(cells).flatMap(([row, line]) =>
    Object.entries(line ?? {}).flatMap(([column, cell]) =>
      cell && Object.keys(cell).every((key) => key === "s") ? [] : [{ row: Number(row), column: Number(column) }],
    ),
  );
  if (places.length === 0) return undefined;
  const rows = places.map(({ row }) => row);
  const columns = places.map(({ column }) => column);
  const least = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.min(a, b));
  const most = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b));
  return { firstRow: least(rows), lastRow: most(rows), firstColumn: least(columns), lastColumn: most(columns) };
}
