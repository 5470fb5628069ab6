import {
  isBar,
  isLine,
  SERIES_COLORS,
  type ChartAxisData,
  type ChartContent,
  type ChartKind,
  type ChartLabelsData,
  type ChartLineData,
  type ChartSeriesData,
  type ChartTextData,
} from "../charts";
import type { FontStyle } from "../data";
import { element, type XmlElement } from "./xml";

export const CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
export const DRAWING_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main";
export const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const EMU_A_POINT = 12_700;
/** Hundredths of a point. */
const TITLE_SIZE = 1400;
const TEXT_SIZE = 900;
const TEXT_COLOR = "#595959";
const LINE_COLOR = "#D9D9D9";
const SERIES_WEIGHT = 2.25;

const val = (name: string, value: string | number): XmlElement => element(`c:${name}`, { val: value });
const flag = (name: string, on: boolean): XmlElement => val(name, on ? 1 : 0);

/**
 * The part of a chart (ECMA-376 part 1, 21.2). It holds no copy of the cells' values: programs take them from the cells when they open it.
 * Every look is written out, so that no program has to guess what Excel would take.
 */
export function chartPart(content: ChartContent): XmlElement {
  const { title, legend } = content;
  return element("c:chartSpace", { "xmlns:c": CHART, "xmlns:a": DRAWING_MAIN, "xmlns:r": OFFICE }, [
    flag("roundedCorners", false),
    element("c:chart", {}, [
      ...(title.visible ? [titleElement(title, TITLE_SIZE)] : []),
      flag("autoTitleDeleted", !title.visible),
      plotArea(content),
      ...(legend.visible ? [legendElement(legend)] : []),
      flag("plotVisOnly", true),
      val("dispBlanksAs", "gap"),
    ]),
    element("c:spPr", {}, [solid("#FFFFFF"), line({}, LINE_COLOR, 0.75)]),
    textLook({}),
  ]);
}

const LEGEND_PLACES = { Top: "t", Bottom: "b", Left: "l", Right: "r", Corner: "tr" } as const;

const legendElement = ({ position }: ChartContent["legend"]): XmlElement =>
  element("c:legend", {}, [val("legendPos", LEGEND_PLACES[position]), flag("overlay", false), textLook({})]);

// ---- what is drawn ----

/** Axes by their ids in the part: the first pair, and the second. */
const AXIS_IDS = [
  [111_111_111, 111_111_112],
  [222_222_221, 222_222_222],
] as const;

function plotArea(content: ChartContent): XmlElement {
  const { axes, series } = content;
  const groups = groupsOf(content);
  const bars = series.some((one) => isBar(one.kind));
  const second = series.some((one) => one.secondary);
  const pair = (
    category: ChartAxisData,
    value: ChartAxisData,
    ids: readonly [number, number],
    opposite: boolean,
  ): XmlElement[] => [
    axisElement("catAx", category, { id: ids[0], crosses: ids[1], side: bars ? "l" : "b" }),
    axisElement("valAx", value, {
      id: ids[1],
      crosses: ids[0],
      side: bars ? (opposite ? "t" : "b") : opposite ? "r" : "l",
      opposite,
    }),
  ];
  return element("c:plotArea", {}, [
    element("c:layout"),
    ...groups.map((group) => groupElement(group, content)),
    ...pair(axes.category, axes.value, AXIS_IDS[0], false),
    ...(second ? pair(axes.secondCategory, axes.secondValue, AXIS_IDS[1], true) : []),
  ]);
}

/** Series that are drawn together: of one type, on one pair of axes. Lines come last, over the columns. */
function groupsOf({ series, kind }: ChartContent): ChartSeriesData[][] {
  const groups = new Map<string, ChartSeriesData[]>();
  for (const one of series) {
    const key = `${isLine(one.kind) ? "Line" : one.kind} ${one.secondary}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  if (groups.size === 0) return [[{ name: "", kind, line: {}, gapWidth: 219, secondary: false }]];
  return [...groups.values()].sort((one, other) => Number(isLine(one[0]!.kind)) - Number(isLine(other[0]!.kind)));
}

const grouping = (kind: ChartKind): string =>
  kind.endsWith("Stacked100") ? "percentStacked" : kind.endsWith("Stacked") ? "stacked" : "clustered";

function groupElement(group: readonly ChartSeriesData[], content: ChartContent): XmlElement {
  const { kind, secondary, gapWidth, overlap } = group[0]!;
  const drawn = group
    .filter((one) => content.series.includes(one))
    .map((one) => seriesElement(one, content.series.indexOf(one)));
  const ids = AXIS_IDS[secondary ? 1 : 0].map((id) => val("axId", id));
  if (isLine(kind))
    return element("c:lineChart", {}, [
      val("grouping", "standard"),
      flag("varyColors", false),
      ...drawn,
      flag("marker", true),
      ...ids,
    ]);
  const stacked = grouping(kind) !== "clustered";
  return element("c:barChart", {}, [
    val("barDir", isBar(kind) ? "bar" : "col"),
    val("grouping", grouping(kind)),
    flag("varyColors", false),
    ...drawn,
    val("gapWidth", gapWidth),
    ...(stacked || overlap !== undefined ? [val("overlap", overlap ?? 100)] : []),
    ...ids,
  ]);
}

function seriesElement(series: ChartSeriesData, index: number): XmlElement {
  const { name, values, categories, kind, labels } = series;
  const color = SERIES_COLORS[index % SERIES_COLORS.length]!;
  const drawnAsLine = isLine(kind);
  const look = drawnAsLine
    ? [line(series.line, color, SERIES_WEIGHT)]
    : [solid(series.fill ?? color), ...(series.line.color !== undefined ? [line(series.line, color, 0.75)] : [])];
  const reference = (tag: string, kindOfReference: "strRef" | "numRef", formula: string | undefined): XmlElement[] =>
    formula === undefined
      ? []
      : [
          element(`c:${tag}`, {}, [
            element(`c:${kindOfReference}`, {}, [element("c:f", {}, [formula.replace(/^=/, "")])]),
          ]),
        ];
  return element("c:ser", {}, [
    val("idx", index),
    val("order", index),
    ...(name.startsWith("=") ? reference("tx", "strRef", name) : [element("c:tx", {}, [element("c:v", {}, [name])])]),
    element("c:spPr", {}, look),
    ...(drawnAsLine ? [markerElement(kind, series.line.color ?? color)] : [flag("invertIfNegative", false)]),
    ...(labels ? [labelsElement(labels)] : []),
    ...reference("cat", "strRef", categories),
    ...reference("val", "numRef", values),
    ...(drawnAsLine ? [flag("smooth", false)] : []),
  ]);
}

function markerElement(kind: ChartKind, color: string): XmlElement {
  if (kind !== "LineMarkers") return element("c:marker", {}, [val("symbol", "none")]);
  return element("c:marker", {}, [
    val("symbol", "circle"),
    val("size", 5),
    element("c:spPr", {}, [solid(color), line({ color }, color, 0.75)]),
  ]);
}

const labelsElement = ({ numberFormat, font }: ChartLabelsData): XmlElement =>
  element("c:dLbls", {}, [
    numberFormatElement(numberFormat),
    element("c:spPr", {}, [element("a:noFill"), element("a:ln", {}, [element("a:noFill")])]),
    textLook(font),
    flag("showLegendKey", false),
    flag("showVal", true),
    flag("showCatName", false),
    flag("showSerName", false),
    flag("showPercent", false),
    flag("showBubbleSize", false),
  ]);

// ---- axes ----

interface AxisPlace {
  readonly id: number;
  readonly crosses: number;
  readonly side: "b" | "l" | "r" | "t";
  /** It stands at the far end of the axis that it crosses. */
  readonly opposite?: boolean;
}

/** What a file counts a degree in. */
const DEGREE = 60_000;

function axisElement(
  tag: "catAx" | "valAx",
  axis: ChartAxisData,
  { id, crosses, side, opposite }: AxisPlace,
): XmlElement {
  const scaling = [val("orientation", axis.reversed ? "maxMin" : "minMax")];
  if (axis.maximum !== undefined) scaling.push(val("max", axis.maximum));
  if (axis.minimum !== undefined) scaling.push(val("min", axis.minimum));
  return element(`c:${tag}`, {}, [
    val("axId", id),
    element("c:scaling", {}, scaling),
    flag("delete", !axis.visible),
    val("axPos", side),
    ...(axis.gridlines
      ? [element("c:majorGridlines", {}, [element("c:spPr", {}, [line(axis.gridline, LINE_COLOR, 0.75)])])]
      : []),
    ...(axis.title.visible
      ? [titleElement(axis.title, TEXT_SIZE, tag === "valAx" && (side === "l" || side === "r"))]
      : []),
    numberFormatElement(axis.numberFormat),
    val("majorTickMark", "none"),
    val("minorTickMark", "none"),
    val("tickLblPos", "nextTo"),
    element("c:spPr", {}, [line({}, tag === "catAx" ? LINE_COLOR : "", 0.75)]),
    textLook(axis.font, axis.labelTurn),
    val("crossAx", crosses),
    val("crosses", opposite ? "max" : "autoZero"),
    ...(tag === "catAx"
      ? [
          flag("auto", true),
          val("lblAlgn", "ctr"),
          val("lblOffset", 100),
          ...(axis.labelSpacing === undefined ? [] : [val("tickLblSkip", axis.labelSpacing)]),
          flag("noMultiLvlLbl", false),
        ]
      : [val("crossBetween", "between"), ...(axis.majorUnit === undefined ? [] : [val("majorUnit", axis.majorUnit)])]),
  ]);
}

const numberFormatElement = (format: string | undefined): XmlElement =>
  element("c:numFmt", { formatCode: format ?? "General", sourceLinked: format === undefined ? 1 : 0 });

// ---- looks ----

const solid = (color: string): XmlElement =>
  element("a:solidFill", {}, [element("a:srgbClr", { val: color.slice(1) })]);

/** A line of the colour given where it has none of its own; none for "". Weights are points. */
function line({ color, weight }: ChartLineData, otherwise: string, usual: number): XmlElement {
  const shown = color ?? otherwise;
  if (shown === "") return element("a:ln", {}, [element("a:noFill")]);
  return element("a:ln", { w: Math.round((weight ?? usual) * EMU_A_POINT), cap: "rnd" }, [
    solid(shown),
    element("a:round"),
  ]);
}

const properties = (
  tag: "a:defRPr" | "a:rPr",
  { fontName, fontSize, bold, color }: FontStyle,
  usual: number,
): XmlElement =>
  element(
    tag,
    {
      ...(tag === "a:rPr" && { lang: "zh-CN" }),
      sz: fontSize === undefined ? usual : Math.round(fontSize * 100),
      b: bold ? 1 : 0,
      i: 0,
      u: "none",
    },
    [
      solid(color ?? TEXT_COLOR),
      ...(fontName === undefined
        ? []
        : ["latin", "ea"].map((script) => element(`a:${script}`, { typeface: fontName }))),
    ],
  );

/** `turn` as in `ChartAxisData`. */
const textLook = (font: FontStyle, turn?: number): XmlElement =>
  element("c:txPr", {}, [
    element(
      "a:bodyPr",
      turn === undefined ? {} : turn === 180 ? { rot: 0, vert: "eaVert" } : { rot: -turn * DEGREE, vert: "horz" },
    ),
    element("a:lstStyle"),
    element("a:p", {}, [
      element("a:pPr", {}, [properties("a:defRPr", font, TEXT_SIZE)]),
      element("a:endParaRPr", { lang: "zh-CN" }),
    ]),
  ]);

/** A text above the chart or along an axis, from bottom to top where it is turned. */
const titleElement = ({ text, font }: ChartTextData, usual: number, turned = false): XmlElement =>
  element("c:title", {}, [
    element("c:tx", {}, [
      element("c:rich", {}, [
        element("a:bodyPr", turned ? { rot: -5_400_000, vert: "horz" } : {}),
        element("a:lstStyle"),
        ...text
          .split("\n")
          .map((paragraph) =>
            element("a:p", {}, [
              element("a:pPr", {}, [properties("a:defRPr", font, usual)]),
              element("a:r", {}, [properties("a:rPr", font, usual), element("a:t", {}, [paragraph])]),
            ]),
          ),
      ]),
    ]),
    flag("overlay", false),
  ]);
