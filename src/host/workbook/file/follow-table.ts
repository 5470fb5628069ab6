import type { SheetData, StructuralChange } from "../data";
import { parseArea } from "../address";
import { areaAddress } from "./address";
import { areaThrough, followFilter, followSort, formulaThrough, lineThrough, type Child, type Moved } from "./follow";
import { element, elements, numberOf, setAttribute, textOf, type XmlElement } from "./xml";

/**
 * Lets a table's part follow. Columns that have come into it are columns of it, named by their header cells, as Excel does; a blank header cell gets
 * such a name, for no file may lack it. False where nothing of the table is left.
 */
export function followTable(
  table: XmlElement,
  sheet: SheetData,
  changes: readonly StructuralChange[],
  moved: Moved,
): boolean {
  const area = parseArea(table.attributes.ref ?? "");
  const now = area && areaThrough(area, changes);
  if (area && !now) return false;
  if (!area || !now) return true;
  table.attributes.ref = areaAddress(now);
  table.children = table.children.flatMap((node): Child[] => {
    if (typeof node === "string") return [node];
    if (node.name === "autoFilter") return followFilter(node, changes);
    if (node.name === "sortState") return followSort(node, changes);
    return [node];
  });
  const list = elements(table, "tableColumns")[0];
  if (!list) return true;
  for (const column of elements(list))
    for (const formula of elements(column))
      if (/Formula$/.test(formula.name)) formula.children = [formulaThrough(textOf(formula), sheet.name, moved)];

  const standing = new Map<number, XmlElement>();
  elements(list, "tableColumn").forEach((column, index) => {
    const at = lineThrough(area.firstColumn + index, "column", changes);
    if (at !== undefined) standing.set(at, column);
  });
  const ids = elements(list).map((column) => numberOf(column, "id") ?? 0);
  const names = new Set([...standing.values()].map((column) => lower(column.attributes.name)));
  const headed = table.attributes.headerRowCount !== "0";
  const columns: XmlElement[] = [];
  for (let at = now.firstColumn; at <= now.lastColumn; at++) {
    const name = standing.has(at) ? "" : newName(sheet, headed ? now.firstRow : null, at, names);
    if (name !== "") ids.push(Math.max(...ids) + 1);
    columns.push(standing.get(at) ?? element("tableColumn", { id: ids.at(-1), name }));
  }
  list.children = columns;
  setAttribute(list, "count", columns.length);
  return true;
}

const lower = (name: string | undefined): string => (name ?? "").toLowerCase();

function newName(sheet: SheetData, headerRow: number | null, column: number, taken: Set<string>): string {
  const cell = headerRow === null ? undefined : sheet.cells[headerRow]?.[column];
  const written = cell?.value === undefined ? "" : String(cell.value);
  let name = written;
  for (let number = 1; name === "" || taken.has(lower(name)); number++)
    name = `${written === "" ? "列" : written}${number}`;
  taken.add(lower(name));
  if (headerRow !== null && name !== written) (sheet.cells[headerRow] ??= {})[column] = { ...cell, value: name };
  return name;
}
