import { renameSheets } from "../sheet-references";
import type { Package } from "./package";
import { elements, type XmlElement } from "./xml";

/** Sheets of the opened file that bear another name now, by the name they had in lower case. */
export type Renamed = ReadonlyMap<string, string>;

export const newName = (renamed: Renamed) => (sheet: string) => renamed.get(sheet.toLowerCase()) ?? sheet;

/** Elements whose text is a formula: of names, of rules, of charts (c:f, the part's own prefix taken off) and of what only newer files hold. */
const FORMULAS = new Set(["definedName", "formula", "formula1", "formula2", "f", "xm:f"]);

/** Lets what is not modelled of a part follow the renaming of sheets: rules of other kinds, hyperlinks, charts, sources of pivot tables. */
export function renameIn(node: XmlElement, renamed: Renamed): void {
  const rename = newName(renamed);
  if (FORMULAS.has(node.name))
    node.children = node.children.map((one) => (typeof one === "string" ? renameSheets(one, rename) : one));
  const { location, sheet } = node.attributes;
  if (node.name === "hyperlink" && location !== undefined) node.attributes.location = renameSheets(location, rename);
  if (node.name === "worksheetSource" && sheet !== undefined) node.attributes.sheet = rename(sheet);
  for (const one of elements(node)) renameIn(one, renamed);
}

/** The same in the parts beside the sheets. */
export function renameInCharts(opened: Package, renamed: Renamed): void {
  if (renamed.size === 0) return;
  for (const path of opened.paths())
    if (/^xl\/(charts\/chart|pivotCache\/pivotCacheDefinition)\d*\.xml$/.test(path))
      renameIn(opened.xml(path), renamed);
}
