import type { SheetData, StructuralChange } from "../data";
import { parseArea } from "../address";
import { areaAddress, cellAddress } from "./address";
import { followDrawing } from "./charts";
import { areaThrough, changePart, followInSheet, formulaThrough, lineThrough, type Moved } from "./follow";
import { followTable } from "./follow-table";
import type { Package } from "./package";
import { child, elements, setAttribute, textOf, type XmlElement } from "./xml";

/** The cells of a sheet's filter; print areas and titles are modelled. */
const FILTER = "_xlnm._FilterDatabase";

/** Lets charts of the file, the sources of pivot tables and the names that Excel keeps for its filters follow what has been inserted and deleted. */
export function followBesideSheets(opened: Package, workbook: XmlElement, moved: Moved): void {
  if (moved.size === 0) return;
  const names = child(workbook, "definedNames");
  for (const name of elements(names))
    if (name.attributes.name === FILTER) name.children = [formulaThrough(textOf(name), undefined, moved)];
  if (names)
    names.children = names.children.filter(
      (name) => typeof name === "string" || name.attributes.name !== FILTER || !textOf(name).includes("#REF!"),
    );
  if (names?.children.length === 0) workbook.children = workbook.children.filter((one) => one !== names);
  for (const path of opened.paths()) {
    if (/^xl\/charts\/chart\d*\.xml$/.test(path)) changePart(opened, path, (root) => followChart(root, moved));
    if (/^xl\/pivotCache\/pivotCacheDefinition\d*\.xml$/.test(path))
      changePart(opened, path, (root) => followSource(root, moved));
  }
}

/** Lets all that the file holds of a sheet and that is not modelled follow: its own part, notes, tables, pivot tables, pictures. */
export function followSheet(
  opened: Package,
  path: string,
  worksheet: XmlElement,
  sheet: SheetData,
  moved: Moved,
): void {
  if (moved.size === 0) return;
  followInSheet(worksheet, sheet.name, moved);
  const changes = moved.get(sheet.name);
  for (const { type, path: part, id } of opened.targets(path)) {
    if (!opened.has(part)) continue;
    if (type === "table") {
      let left = true;
      changePart(opened, part, (root) => (left = followTable(root, sheet, changes ?? [], moved)));
      if (!left) removeTable(opened, path, worksheet, part, id);
    }
    if (!changes) continue;
    if (type === "comments" || type === "threadedComment")
      changePart(opened, part, (root) => followNotes(root, changes));
    if (type === "vmlDrawing") changePart(opened, part, (root) => followShapes(root, changes));
    if (type === "pivotTable") changePart(opened, part, (root) => followRef(child(root, "location"), changes));
    if (type === "drawing") changePart(opened, part, (root) => followDrawing(root, changes));
  }
}

function followChart(node: XmlElement, moved: Moved): void {
  if (node.name === "f" || node.name.endsWith(":f")) node.children = [formulaThrough(textOf(node), undefined, moved)];
  elements(node).forEach((one) => followChart(one, moved));
}

function followSource(root: XmlElement, moved: Moved): void {
  const source = child(child(root, "cacheSource"), "worksheetSource");
  const changes = moved.get(source?.attributes.sheet ?? "");
  if (changes) followRef(source, changes);
}

function followRef(node: XmlElement | undefined, changes: readonly StructuralChange[]): void {
  const area = parseArea(node?.attributes.ref ?? "");
  const now = area && areaThrough(area, changes);
  if (node && now) node.attributes.ref = areaAddress(now);
}

/** Notes and threads of comments: those of cells that have gone go with them. */
function followNotes(root: XmlElement, changes: readonly StructuralChange[]): void {
  const list = root.name === "comments" ? child(root, "commentList") : root;
  if (!list) return;
  list.children = list.children.filter((node) => {
    if (typeof node === "string") return true;
    const cell = parseArea(node.attributes.ref ?? "");
    const now = cell && areaThrough(cell, changes);
    if (now) node.attributes.ref = cellAddress(now.firstRow, now.firstColumn);
    return !cell || now !== undefined;
  });
}

/** The boxes of notes, and form controls: an anchor is column, offset, row, offset of its two corners. */
function followShapes(root: XmlElement, changes: readonly StructuralChange[]): void {
  root.children = root.children.filter((shape) => {
    const data = typeof shape === "string" ? undefined : child(shape, "x:ClientData");
    if (!data) return true;
    const [row, column] = [child(data, "x:Row"), child(data, "x:Column")];
    const [rowNow, columnNow] = [
      row && lineThrough(Number(textOf(row)), "row", changes),
      column && lineThrough(Number(textOf(column)), "column", changes),
    ];
    if ((row && rowNow === undefined) || (column && columnNow === undefined)) return false;
    if (row) row.children = [String(rowNow)];
    if (column) column.children = [String(columnNow)];
    const anchor = child(data, "x:Anchor");
    const places = textOf(anchor).split(",").map(Number);
    if (!anchor || places.length !== 8 || !places.every(Number.isFinite)) return true;
    const now = places.map((place, index) =>
      index % 2 === 1 ? place : (lineThrough(place, index % 4 === 0 ? "column" : "row", changes) ?? place),
    );
    if (now.some((place, index) => place !== places[index])) anchor.children = [now.join(", ")];
    return true;
  });
}

function removeTable(opened: Package, path: string, worksheet: XmlElement, part: string, id: string): void {
  opened.unrelate(path, part);
  opened.remove(part);
  const list = child(worksheet, "tableParts");
  if (!list) return;
  list.children = elements(list).filter(
    (one) =>
      !Object.entries(one.attributes).some(([key, value]) => (key === "id" || key.endsWith(":id")) && value === id),
  );
  setAttribute(list, "count", list.children.length);
  if (list.children.length === 0) worksheet.children = worksheet.children.filter((one) => one !== list);
}
