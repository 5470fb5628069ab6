import type { SheetData } from "../data";
import { parseArea } from "../address";
import { areaAddress, cellAddress } from "./address";
import { RowReader, usedArea, writeCells, type SheetContext } from "./cells";
import { readColumns, readDefaults, writeColumns, writeDefaults } from "./columns";
import type { Package } from "./package";
import { readPage, writePage, type SheetPage } from "./page";
import { readConditionalFormats, writeConditionalFormats } from "./rules";
import { same } from "./same";
import { readValidations, writeValidations } from "./validations";
import { child, element, elements, flagOf, numberOf, replaceChildren, setAttribute, type XmlElement } from "./xml";
import { WORKSHEET_ORDER } from "./worksheet-order";

/** What the sheet's own part says: all but its name, its visibility and its print names, which stand in the workbook's, and its charts, which are parts of their own. */
export type SheetPart = Omit<SheetData, "name" | "visibility" | "page" | "charts" | "keep"> & { page: SheetPage };

/** Reads a sheet's part; its cells are taken row by row while it is parsed. */
export function openSheet(opened: Package, path: string, context: SheetContext): SheetPart {
  const reader = new RowReader(context);
  return describe(
    opened.sheet(path, (row) => reader.take(row)),
    reader,
    context,
  );
}

/** Reads a part that is open already, its cells left out. */
export function readSheet(worksheet: XmlElement, context: SheetContext): SheetPart {
  const reader = new RowReader(context);
  for (const row of elements(child(worksheet, "sheetData"), "row")) reader.take({ ...row, children: [] });
  return describe(worksheet, reader, context);
}

function describe(worksheet: XmlElement, { cells, rows }: RowReader, context: SheetContext): SheetPart {
  const tabColor = context.palette.resolve(child(child(worksheet, "sheetPr"), "tabColor"));
  return {
    ...(tabColor === undefined ? {} : { tabColor }),
    protected: flagOf(child(worksheet, "sheetProtection"), "sheet"),
    cells,
    rows,
    merges: elements(child(worksheet, "mergeCells"), "mergeCell").flatMap(
      (one) => parseArea(one.attributes.ref ?? "") ?? [],
    ),
    columns: readColumns(worksheet, context.digitPixels),
    ...readDefaults(worksheet, context.digitPixels),
    frozen: readFrozen(worksheet),
    ...(flagOf(elements(child(worksheet, "sheetViews"), "sheetView")[0], "showGridLines", true)
      ? {}
      : { showGridlines: false as const }),
    conditionalFormats: readConditionalFormats(worksheet, context),
    validations: readValidations(worksheet),
    page: readPage(worksheet),
  };
}

/**
 * Writes what differs from what the part said. `ofOrigin`: the data's `keep` were read from this part.
 * What is equal keeps its elements, and so all that is not modelled in them.
 */
export function writeSheet(
  worksheet: XmlElement,
  was: SheetPart,
  now: SheetPart,
  context: SheetContext,
  ofOrigin: boolean,
): void {
  let sheetData = child(worksheet, "sheetData");
  if (!sheetData) {
    sheetData = element("sheetData");
    replaceChildren(worksheet, "sheetData", [sheetData], WORKSHEET_ORDER);
  }
  writeCells(sheetData, was.rows, now, context, ofOrigin);
  replaceChildren(worksheet, "dimension", [element("dimension", { ref: usedArea(now.cells) })], WORKSHEET_ORDER);
  if (!same(was.merges, now.merges)) {
    const merges = now.merges.map((area) => element("mergeCell", { ref: areaAddress(area) }));
    replaceChildren(
      worksheet,
      "mergeCells",
      merges.length > 0 ? [element("mergeCells", { count: merges.length }, merges)] : [],
      WORKSHEET_ORDER,
    );
  }
  writeColumns(worksheet, was.columns, now.columns, context.digitPixels);
  if (was.defaultColumnWidth !== now.defaultColumnWidth || was.defaultRowHeight !== now.defaultRowHeight)
    writeDefaults(worksheet, was, now, context.digitPixels);
  if (was.tabColor !== now.tabColor) writeTabColor(worksheet, now.tabColor);
  if (was.showGridlines !== now.showGridlines)
    setAttribute(sheetView(worksheet), "showGridLines", now.showGridlines === false ? 0 : undefined);
  if (!same(was.frozen, now.frozen)) writeFrozen(worksheet, now.frozen);
  if (was.protected !== now.protected) {
    const protection = element("sheetProtection", { sheet: 1, objects: 1, scenarios: 1 });
    replaceChildren(worksheet, "sheetProtection", now.protected ? [protection] : [], WORKSHEET_ORDER);
  }
  if (!same(was.conditionalFormats, now.conditionalFormats))
    writeConditionalFormats(worksheet, now.conditionalFormats, context, ofOrigin);
  if (!same(was.validations, now.validations)) writeValidations(worksheet, now.validations, ofOrigin);
  if (!same(was.page, now.page)) writePage(worksheet, now.page);
}

function writeTabColor(worksheet: XmlElement, color: string | undefined): void {
  const properties = child(worksheet, "sheetPr") ?? element("sheetPr");
  replaceChildren(
    properties,
    "tabColor",
    color === undefined ? [] : [element("tabColor", { rgb: `FF${color.slice(1)}` })],
    ["tabColor", "outlinePr", "pageSetUpPr"],
  );
  const empty = properties.children.length === 0 && Object.keys(properties.attributes).length === 0;
  replaceChildren(worksheet, "sheetPr", empty ? [] : [properties], WORKSHEET_ORDER);
}

function readFrozen(worksheet: XmlElement): SheetData["frozen"] {
  const pane = child(elements(child(worksheet, "sheetViews"), "sheetView")[0], "pane");
  if (!pane?.attributes.state?.startsWith("frozen")) return { rows: 0, columns: 0 };
  return { rows: numberOf(pane, "ySplit") ?? 0, columns: numberOf(pane, "xSplit") ?? 0 };
}

function writeFrozen(worksheet: XmlElement, { rows, columns }: SheetData["frozen"]): void {
  const view = sheetView(worksheet);
  const others = view.children.filter(
    (one) => typeof one === "string" || (one.name !== "pane" && one.name !== "selection"),
  );
  if (rows === 0 && columns === 0) {
    view.children = others;
    return;
  }
  const pane = rows > 0 && columns > 0 ? "bottomRight" : rows > 0 ? "bottomLeft" : "topRight";
  const frozen = element("pane", {
    xSplit: columns || undefined,
    ySplit: rows || undefined,
    topLeftCell: cellAddress(rows, columns),
    activePane: pane,
    state: "frozen",
  });
  view.children = [frozen, element("selection", { pane }), ...others];
}

/** The sheet's first view, made where there is none. */
export function sheetView(worksheet: XmlElement): XmlElement {
  const standing = elements(child(worksheet, "sheetViews"), "sheetView")[0];
  if (standing) return standing;
  const made = element("sheetView", { workbookViewId: 0 });
  replaceChildren(worksheet, "sheetViews", [element("sheetViews", {}, [made])], WORKSHEET_ORDER);
  return made;
}
