import type { ICellData } from "@univerjs/core";
import { InsertColMutation, InsertRowMutation, RemoveColMutation, RemoveRowMutation } from "@univerjs/sheets";
import { MAX_COLUMNS, MAX_ROWS } from "../address";
import type { SheetData } from "../data";
import { moveChart } from "./charts";
import { moveCovered } from "./covered";
import { moveFormula } from "./references";
import { mapFormulas, mapOperands } from "./rules";
import type { LiveSheet } from "./sheet";
import { moveAreas, moveSpan, type StructuralChange } from "./structure";

/** Whether inserting would push the last used row or column off the sheet. */
export function pushesOff(sheet: LiveSheet, change: StructuralChange): boolean {
  const used = sheet.used(false);
  if (!used || change.kind === "delete") return false;
  const last = change.axis === "row" ? used.lastRow : used.lastColumn;
  return last >= change.at && last + change.count >= (change.axis === "row" ? MAX_ROWS : MAX_COLUMNS);
}

/**
 * Inserts or deletes whole rows or columns and lets everything follow: formulas everywhere, names, merged cells, conditional
 * formats, validations, print area and titles, frozen panes. New rows and columns look like the one before them.
 */
export function restructure(sheet: LiveSheet, change: StructuralChange): void {
  const merges = moveAreas(sheet.merges, change).filter(
    (area) => area.firstRow !== area.lastRow || area.firstColumn !== area.lastColumn,
  );
  const frozen = moveFrozen(sheet.frozen, change);
  sheet.merges = [];
  sheet.unshare();
  moveCells(sheet, change);
  sheet.merges = merges;
  if (frozen.rows > 0 || frozen.columns > 0) sheet.frozen = frozen;
  sheet.workbook.rewriteFormulas((formula, home) => moveFormula(formula, home?.name, sheet.name, change));
  moveBeside(sheet, change);
  sheet.workbook.calculation.invalidate();
  sheet.workbook.happenings.tell({ what: "restructured", sheet, change });
}

/** Lets what Univer does not hold follow a change: rules, validations, charts, page set-up, and the formulas of rules on other sheets. What only the file holds follows when it is written. */
function moveBeside(sheet: LiveSheet, change: StructuralChange): void {
  sheet.workbook.rewriteRules((formula, home) =>
    home === sheet ? formula : moveFormula(formula, home.name, sheet.name, change),
  );
  sheet.rules = sheet.rules.flatMap((rule) => {
    const moved = moveCovered(rule.areas, sheet.name, change);
    return moved ? [Object.assign(rule, { areas: moved.areas, ...mapFormulas(rule, moved.rewrite) })] : [];
  });
  sheet.validations = sheet.validations.flatMap(({ rule, ...validation }) => {
    const moved = moveCovered(validation.areas, sheet.name, change);
    return moved
      ? [{ ...validation, areas: moved.areas, ...(rule && { rule: mapOperands(rule, moved.rewrite) }) }]
      : [];
  });
  sheet.workbook.rewriteCharts((formula) => moveFormula(formula, undefined, sheet.name, change));
  for (const chart of sheet.charts) moveChart(chart, change);
  movePage(sheet.page, change);
  sheet.moved.push(change);
}

function moveCells(sheet: LiveSheet, { kind, axis, at, count }: StructuralChange): void {
  const byColumn = axis === "column";
  const [rows, columns] = [sheet.univer.getRowCount(), sheet.univer.getColumnCount()];
  const size = byColumn ? columns : rows;
  if (at >= size) return;
  const last = kind === "delete" ? Math.min(size, at + count) - 1 : at + count - 1;
  const range = byColumn
    ? { startRow: 0, endRow: rows - 1, startColumn: at, endColumn: last }
    : { startRow: at, endRow: last, startColumn: 0, endColumn: columns - 1 };
  if (kind === "delete") {
    sheet.run(byColumn ? RemoveColMutation.id : RemoveRowMutation.id, { range });
    return;
  }
  const config = sheet.univer.getConfig();
  const width = config.columnData[at - 1]?.w;
  const height = config.rowData[at - 1]?.h;
  if (byColumn)
    sheet.run(InsertColMutation.id, {
      range,
      colInfo: width === undefined ? undefined : Array.from({ length: count }, () => ({ w: width, hd: 0 })),
    });
  else
    sheet.run(InsertRowMutation.id, {
      range,
      rowInfo: height === undefined ? undefined : Array.from({ length: count }, () => ({ h: height, ia: 0, hd: 0 })),
    });
  if (at > 0) copyStyles(sheet, axis, at, count);
}

/** New cells look like their neighbour to the left or above. */
function copyStyles(sheet: LiveSheet, axis: "row" | "column", at: number, count: number): void {
  const cells: Record<number, Record<number, ICellData>> = {};
  sheet.forEachCell((row, column, cell) => {
    if (!cell.s || (axis === "column" ? column : row) !== at - 1) return;
    for (let step = 0; step < count; step++) {
      const [newRow, newColumn] = axis === "column" ? [row, at + step] : [at + step, column];
      (cells[newRow] ??= {})[newColumn] = { s: sheet.univerStyle(row, column) };
    }
  });
  sheet.setCells(cells);
}

function movePage(page: SheetData["page"], change: StructuralChange): void {
  if (page.printArea) {
    page.printArea = moveAreas(page.printArea, change);
    if (page.printArea.length === 0) delete page.printArea;
  }
  const key = change.axis === "row" ? "titleRows" : "titleColumns";
  const titles = page[key];
  if (!titles) return;
  const moved = moveSpan(titles.first, titles.last, change);
  if (moved) page[key] = { first: moved[0], last: moved[1] };
  else delete page[key];
}

function moveFrozen(frozen: SheetData["frozen"], change: StructuralChange): SheetData["frozen"] {
  const key = change.axis === "row" ? "rows" : "columns";
  const size = frozen[key];
  if (change.at >= size) return frozen;
  return {
    ...frozen,
    [key]:
      change.kind === "insert" ? size + change.count : Math.max(0, size - Math.min(change.count, size - change.at)),
  };
}
