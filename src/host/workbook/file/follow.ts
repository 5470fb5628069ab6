import type { Area, StructuralChange } from "../data";
import { moveCovered } from "../live/covered";
import { moveFormula } from "../live/references";
import { moveArea, moveSpan } from "../live/structure";
import { parseArea } from "../address";
import { areaAddress, parseAreaList } from "./address";
import type { Package } from "./package";
import { elements, numberOf, setAttribute, textOf, type XmlElement } from "./xml";

/** What has been inserted into and deleted from the sheets of the opened file since it was read, by the names that they bear now. */
export type Moved = ReadonlyMap<string, readonly StructuralChange[]>;

export type Child = XmlElement["children"][number];

/** An area after changes; undefined where nothing of it is left. */
export function areaThrough(area: Area, changes: readonly StructuralChange[]): Area | undefined {
  return changes.reduce<Area | undefined>((moved, change) => moved && moveArea(moved, change), area);
}

/** A zero-based row or column after changes; undefined where it has gone. */
export function lineThrough(
  line: number,
  axis: StructuralChange["axis"],
  changes: readonly StructuralChange[],
): number | undefined {
  return changes
    .filter((change) => change.axis === axis)
    .reduce<number | undefined>(
      (moved, change) => (moved === undefined ? undefined : moveSpan(moved, moved, change)?.[0]),
      line,
    );
}

/** A formula after the changes of all sheets; references without a sheet mean `home`. */
export function formulaThrough(formula: string, home: string | undefined, moved: Moved): string {
  let now = formula;
  for (const [sheet, changes] of moved) for (const change of changes) now = moveFormula(now, home, sheet, change);
  return now;
}

/** Lets a part's tree be changed where `work` changes anything: else its bytes stay. */
export function changePart(opened: Package, path: string, work: (root: XmlElement) => void): void {
  const before = JSON.stringify(opened.look(path));
  const tried = structuredClone(opened.look(path));
  work(tried);
  if (JSON.stringify(tried) !== before) work(opened.xml(path));
}

/** Attributes that name cells of the sheet on which they stand, by element. */
const PLACES: Readonly<Record<string, string>> = {
  sortState: "ref",
  sortCondition: "ref",
  hyperlink: "ref",
  protectedRange: "sqref",
  ignoredError: "sqref",
  cellWatch: "r",
  inputCells: "r",
};

/** Lets what is not modelled of a sheet's own part follow: filters, links, breaks, watched and protected cells, what only newer files hold, formulas of rules. */
export function followInSheet(worksheet: XmlElement, home: string, moved: Moved): void {
  const changes = moved.get(home) ?? [];
  worksheet.children = worksheet.children.flatMap((node): Child[] =>
    typeof node === "string" ? [node] : followed(node),
  );

  function followed(node: XmlElement): XmlElement[] {
    if (node.name === "sheetData") return [node];
    if (node.name === "autoFilter") return followFilter(node, changes);
    if (node.name === "conditionalFormatting") return followRule(node, elements(node), home, changes, moved);
    if (node.name === "dataValidation") return followRule(node, [node], home, changes, moved);
    if (node.name === "rowBreaks" || node.name === "colBreaks") return followBreaks(node, changes);
    if (node.name === "xm:f") node.children = [formulaThrough(textOf(node), home, moved)];
    if (node.name === "xm:sqref") node.children = [areasThrough(textOf(node), changes) || textOf(node)];
    const { location } = node.attributes;
    if (node.name === "hyperlink" && location !== undefined)
      node.attributes.location = formulaThrough(location, home, moved);
    const key = PLACES[node.name];
    const place = key === undefined ? undefined : node.attributes[key];
    if (place !== undefined) {
      const now = areasThrough(place, changes);
      if (now === "") return [];
      node.attributes[key!] = now;
    }
    node.children = node.children.flatMap((one): Child[] => (typeof one === "string" ? [one] : followed(one)));
    return [node];
  }
}

function areasThrough(list: string, changes: readonly StructuralChange[]): string {
  return parseAreaList(list)
    .flatMap((area) => areaThrough(area, changes) ?? [])
    .map((area) => areaAddress(area))
    .join(" ");
}

/** A filter with the columns that it filters by; those are counted from its first. None where its cells have gone. */
export function followFilter(filter: XmlElement, changes: readonly StructuralChange[]): XmlElement[] {
  const area = parseArea(filter.attributes.ref ?? "");
  const now = area && areaThrough(area, changes);
  if (!area) return [filter];
  if (!now) return [];
  filter.attributes.ref = areaAddress(now);
  filter.children = filter.children.flatMap((node): Child[] => {
    if (typeof node === "string") return [node];
    if (node.name === "sortState") return followSort(node, changes);
    if (node.name !== "filterColumn") return [node];
    const column = lineThrough(area.firstColumn + (numberOf(node, "colId") ?? 0), "column", changes);
    if (column === undefined) return [];
    setAttribute(node, "colId", column - now.firstColumn);
    return [node];
  });
  return [filter];
}

/** A sort's cells and the columns that it goes by. */
export function followSort(sort: XmlElement, changes: readonly StructuralChange[]): XmlElement[] {
  const place = (node: XmlElement): boolean => {
    const now = areasThrough(node.attributes.ref ?? "", changes);
    if (now !== "") node.attributes.ref = now;
    return now !== "";
  };
  if (!place(sort)) return [];
  sort.children = sort.children.filter(
    (node) => typeof node === "string" || node.attributes.ref === undefined || place(node),
  );
  return [sort];
}

/** Formulas of rules are told from the first cell that they cover. The cells themselves are modelled, and written with the rules. */
function followRule(
  covering: XmlElement,
  rules: readonly XmlElement[],
  home: string,
  changes: readonly StructuralChange[],
  moved: Moved,
): XmlElement[] {
  let areas = parseAreaList(covering.attributes.sqref ?? "");
  const rewrite: ((formula: string) => string)[] = [
    (formula) => formulaThrough(formula, undefined, new Map([...moved].filter(([sheet]) => sheet !== home))),
  ];
  for (const change of changes) {
    const now = moveCovered(areas, home, change);
    if (!now) return [covering];
    areas = now.areas;
    rewrite.push(now.rewrite);
  }
  for (const rule of rules) {
    for (const formula of elements(rule)) {
      if (/^formula[12]?$/.test(formula.name))
        formula.children = [rewrite.reduce((text, one) => one(text), textOf(formula))];
    }
  }
  return [covering];
}

/** A break stands before the row or column of its number. */
function followBreaks(breaks: XmlElement, changes: readonly StructuralChange[]): XmlElement[] {
  const axis = breaks.name === "rowBreaks" ? "row" : "column";
  const left = elements(breaks, "brk").filter((one) => {
    const at = lineThrough(numberOf(one, "id") ?? 0, axis, changes);
    if (at !== undefined) setAttribute(one, "id", at);
    return at !== undefined;
  });
  if (left.length === 0) return [];
  breaks.children = left;
  setAttribute(breaks, "count", left.length);
  if (breaks.attributes.manualBreakCount !== undefined)
    setAttribute(
      breaks,
      "manualBreakCount",
      left.filter((one) => one.attributes.man === "1" || one.attributes.man === "true").length,
    );
  return [breaks];
}
