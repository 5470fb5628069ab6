import type { ChartCorner, ChartData } from "../charts";
import type { StructuralChange } from "../data";
import { moveCorner } from "../live/charts";
import { CHART, chartPart, DRAWING_MAIN, OFFICE } from "./chart-part";
import type { Package } from "./package";
import { same } from "./same";
import { element, elements, numberOf, replaceChildren, textOf, type XmlElement } from "./xml";
import { WORKSHEET_ORDER } from "./worksheet-order";

const SHEET_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
const DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.drawing+xml";
const CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
const EMU_A_POINT = 12_700;

/** What `keep` holds of a chart that stood in the file: its anchor's place among those of its sheet's drawing. */
interface KeptChart {
  anchor: number;
}

/** A drawing's element without the prefix that a program gave it; of the drawing's own namespace it is taken off when it is read. */
const plain = (name: string): string => name.slice(name.indexOf(":") + 1);
const find = (node: XmlElement | undefined, name: string): XmlElement | undefined =>
  elements(node).find((one) => plain(one.name) === name);

/** The charts of a sheet of an opened file that lie between two cells: names and places only, since what they show stays as the file has it. */
export function readCharts(opened: Package, sheetPath: string): ChartData[] {
  const path = drawingOf(opened, sheetPath);
  if (path === undefined) return [];
  return anchors(opened.look(path)).flatMap((anchor, index): ChartData[] => {
    const [from, to] = [readCorner(find(anchor, "from")), readCorner(find(anchor, "to"))];
    if (!from || !to || chartId(anchor) === undefined) return [];
    const name = find(find(find(anchor, "graphicFrame"), "nvGraphicFramePr"), "cNvPr")?.attributes.name ?? "";
    return [{ name, from, to, keep: { anchor: index } satisfies KeptChart }];
  });
}

/**
 * Brings a sheet's drawing to the charts: those that were made are added as parts of their own, those of the file that are gone are
 * taken out, those that moved or were renamed are told so. All else of the drawing stays, and where nothing differs, its bytes.
 * @param ofOrigin the charts' `keep` were read from this sheet
 */
export function writeCharts(
  opened: Package,
  sheetPath: string,
  worksheet: XmlElement,
  charts: readonly ChartData[],
  ofOrigin: boolean,
): void {
  const standing = ofOrigin ? readCharts(opened, sheetPath) : [];
  const kept = new Map(
    ofOrigin
      ? charts.flatMap((chart) =>
          chart.keep === undefined ? [] : [[(chart.keep as KeptChart).anchor, chart] as const],
        )
      : [],
  );
  const made = charts.flatMap(({ content, ...chart }) => (content ? [{ ...chart, content }] : []));
  const unchanged = standing.every((chart) => same(chart, kept.get((chart.keep as KeptChart).anchor)));
  if (unchanged && made.length === 0) return;

  const path = drawingOf(opened, sheetPath) ?? addDrawing(opened, sheetPath, worksheet);
  const drawing = opened.xml(path);
  const all = anchors(drawing);
  for (const chart of standing) {
    const { anchor } = chart.keep as KeptChart;
    const now = kept.get(anchor);
    if (now) changeAnchor(all[anchor]!, now);
    else removeChart(opened, path, drawing, all[anchor]!);
  }
  for (const { content, ...chart } of made) {
    const part = freePath(opened, "xl/charts/chart");
    opened.add(part, chartPart(content), CHART_TYPE);
    drawing.children.push(anchorElement(chart, opened.relate(path, "chart", part), freeId(drawing)));
  }
}

/** Lets what lies over the cells and is no chart of ours follow: pictures and shapes move and grow with their cells as their anchors say. Charts have done so already. */
export function followDrawing(drawing: XmlElement, changes: readonly StructuralChange[]): void {
  for (const anchor of anchors(drawing)) {
    if (chartId(anchor) !== undefined && anchor.name.includes("twoCell")) continue;
    if (anchor.attributes.editAs === "absolute") continue;
    const [from, to] = [find(anchor, "from"), find(anchor, "to")];
    const [start, end] = [readCorner(from), readCorner(to)];
    if (!from || !start) continue;
    const begins = changes.reduce((corner, change) => moveCorner(corner, change, "from"), start);
    if (!same(begins, start)) from.children = cornerElement("from", begins).children;
    if (!to || !end) continue;
    const kept = { ...end, column: end.column + begins.column - start.column, row: end.row + begins.row - start.row };
    const ends =
      anchor.attributes.editAs === "oneCell"
        ? kept
        : changes.reduce((corner, change) => moveCorner(corner, change, "to"), end);
    if (!same(ends, end)) to.children = cornerElement("to", ends).children;
  }
}

const drawingOf = (opened: Package, sheetPath: string): string | undefined => opened.target(sheetPath, "drawing");

const anchors = (drawing: XmlElement): XmlElement[] => elements(drawing).filter((one) => /Anchor$/.test(one.name));

/** The relationship of an anchor's chart; undefined where it holds something else. */
function chartId(anchor: XmlElement): string | undefined {
  const chart = find(find(find(find(anchor, "graphicFrame"), "graphic"), "graphicData"), "chart");
  const key = Object.keys(chart?.attributes ?? {}).find((name) => plain(name) === "id");
  return key === undefined ? undefined : chart!.attributes[key];
}

function addDrawing(opened: Package, sheetPath: string, worksheet: XmlElement): string {
  const path = freePath(opened, "xl/drawings/drawing");
  opened.add(path, element("xdr:wsDr", { "xmlns:xdr": SHEET_DRAWING, "xmlns:a": DRAWING_MAIN }), DRAWING_TYPE);
  const id = opened.relate(sheetPath, "drawing", path);
  replaceChildren(worksheet, "drawing", [element("drawing", { "xmlns:r": OFFICE, "r:id": id })], WORKSHEET_ORDER);
  return path;
}

function removeChart(opened: Package, drawingPath: string, drawing: XmlElement, anchor: XmlElement): void {
  drawing.children = drawing.children.filter((one) => one !== anchor);
  const chart = opened.targets(drawingPath).find(({ id }) => id === chartId(anchor))?.path;
  const shared =
    chart === undefined ||
    anchors(drawing).some(
      (other) => opened.targets(drawingPath).find(({ id }) => id === chartId(other))?.path === chart,
    );
  if (shared) return;
  const beside = opened.targets(chart).filter(({ type }) => type === "chartStyle" || type === "chartColorStyle");
  opened.unrelate(drawingPath, chart);
  for (const gone of [chart, ...beside.map(({ path }) => path)]) opened.remove(gone);
}

function changeAnchor(anchor: XmlElement, { name, from, to }: ChartData): void {
  for (const [tag, corner] of [
    ["from", from],
    ["to", to],
  ] as const) {
    const standing = find(anchor, tag)!;
    if (!same(readCorner(standing), corner)) standing.children = cornerElement(tag, corner).children;
  }
  const properties = find(find(find(anchor, "graphicFrame"), "nvGraphicFramePr"), "cNvPr");
  if (properties) properties.attributes.name = name;
}

function anchorElement({ name, from, to }: ChartData, relationship: string, id: number): XmlElement {
  const chart = element("c:chart", { "xmlns:c": CHART, "xmlns:r": OFFICE, "r:id": relationship });
  // The prefixes are declared here, for the drawing may be another program's.
  return element("xdr:twoCellAnchor", { "xmlns:xdr": SHEET_DRAWING, "xmlns:a": DRAWING_MAIN }, [
    cornerElement("from", from),
    cornerElement("to", to),
    element("xdr:graphicFrame", { macro: "" }, [
      element("xdr:nvGraphicFramePr", {}, [element("xdr:cNvPr", { id, name }), element("xdr:cNvGraphicFramePr")]),
      element("xdr:xfrm", {}, [element("a:off", { x: 0, y: 0 }), element("a:ext", { cx: 0, cy: 0 })]),
      element("a:graphic", {}, [element("a:graphicData", { uri: CHART }, [chart])]),
    ]),
    element("xdr:clientData"),
  ]);
}

const cornerElement = (tag: "from" | "to", { column, x, row, y }: ChartCorner): XmlElement =>
  element(`xdr:${tag}`, { "xmlns:xdr": SHEET_DRAWING }, [
    element("xdr:col", {}, [String(column)]),
    element("xdr:colOff", {}, [String(Math.round(x * EMU_A_POINT))]),
    element("xdr:row", {}, [String(row)]),
    element("xdr:rowOff", {}, [String(Math.round(y * EMU_A_POINT))]),
  ]);

function readCorner(corner: XmlElement | undefined): ChartCorner | undefined {
  const number = (name: string): number => Number(textOf(find(corner, name)) || NaN);
  const [column, x, row, y] = [
    number("col"),
    number("colOff") / EMU_A_POINT,
    number("row"),
    number("rowOff") / EMU_A_POINT,
  ];
  return [column, x, row, y].every(Number.isFinite) ? { row, y, column, x } : undefined;
}

function freePath(opened: Package, beginning: string): string {
  let number = 1;
  while (opened.has(`${beginning}${number}.xml`)) number++;
  return `${beginning}${number}.xml`;
}

/** Ids of what a drawing holds are unique; 1 is the drawing's own in some programs. */
function freeId(drawing: XmlElement): number {
  let last = 1;
  const visit = (node: XmlElement): void => {
    if (plain(node.name) === "cNvPr") last = Math.max(last, numberOf(node, "id") ?? 0);
    elements(node).forEach(visit);
  };
  visit(drawing);
  return last + 1;
}
