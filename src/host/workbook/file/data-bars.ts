import type { Area, DataBarBound, DataBarData } from "../data";
import { areaList } from "./address";
import type { Palette } from "./colors";
import { child, element, elements, flagOf, replaceChildren, textOf, type XmlElement } from "./xml";
import { WORKSHEET_ORDER } from "./worksheet-order";

const X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";
const XM = "http://schemas.microsoft.com/office/excel/2006/main";
/** Of the extensions: a rule's own, which names its entry, and the sheet's, which lists the entries. */
const OF_RULE = "{B025F937-C7B1-47D3-B67F-A62EFF666E3E}";
const OF_SHEET = "{78C0D931-6437-407d-A8EE-F0AAD7539E65}";

const BOUNDS: Record<string, DataBarBound["type"]> = {
  autoMin: "Automatic",
  autoMax: "Automatic",
  min: "LowestValue",
  max: "HighestValue",
  num: "Number",
  percent: "Percent",
  percentile: "Percentile",
  formula: "Formula",
};
const AXES: Record<string, DataBarData["axis"]> = { automatic: "Automatic", none: "None", middle: "CellMidPoint" };
const DIRECTIONS: Record<string, DataBarData["direction"]> = {
  context: "Context",
  leftToRight: "LeftToRight",
  rightToLeft: "RightToLeft",
};

const keyOf = (table: Record<string, string>, value: string) => Object.keys(table).find((key) => table[key] === value);

/** Extensions bear whatever prefix a program gave them. */
const isCalled = (node: XmlElement | string, name: string): node is XmlElement =>
  typeof node !== "string" && node.name.slice(node.name.indexOf(":") + 1) === name;
const called = (node: XmlElement | undefined, name: string): XmlElement[] =>
  (node?.children ?? []).filter((one): one is XmlElement => isCalled(one, name));

const sheetList = (worksheet: XmlElement): XmlElement | undefined =>
  called(
    elements(child(worksheet, "extLst"), "ext").find(
      (ext) => ext.attributes.uri?.toUpperCase() === OF_SHEET.toUpperCase(),
    ),
    "conditionalFormattings",
  )[0];

/** What Excel 2010 and later say of a sheet's data bars, beyond what the first format of the file can say; by id. */
export function extendedBars(worksheet: XmlElement): Map<string, XmlElement> {
  const bars = called(sheetList(worksheet), "conditionalFormatting").flatMap((around) => called(around, "cfRule"));
  return new Map(
    bars.filter((rule) => rule.attributes.type === "dataBar").map((rule) => [rule.attributes.id ?? "", rule]),
  );
}

const extensionId = (rule: XmlElement): string | undefined => {
  const id = called(
    elements(child(rule, "extLst"), "ext").find((ext) => ext.attributes.uri === OF_RULE),
    "id",
  )[0];
  return id && textOf(id).trim();
};

/** The bar of a rule, undefined where its element is not one. Without an extension it is a bar as Excel 2007 drew them. */
export function readDataBar(
  rule: XmlElement,
  extended: ReadonlyMap<string, XmlElement>,
  palette: Palette,
): DataBarData | undefined {
  const plain = child(rule, "dataBar");
  const bar = called(extended.get(extensionId(rule) ?? ""), "dataBar")[0];
  const ends = called(bar ?? plain, "cfvo");
  const [lower, upper] = [ends[0], ends[1]].map((end) => end && readBound(end));
  if (!plain || !lower || !upper) return undefined;
  const color = (name: string) => palette.resolve(called(bar, name)[0]);
  const colors = {
    border: flagOf(bar, "border") ? color("borderColor") : undefined,
    negativeFill: color("negativeFillColor"),
    negativeBorder: color("negativeBorderColor"),
    axisColor: color("axisColor"),
  };
  return {
    lower,
    upper,
    fill: color("fillColor") ?? palette.resolve(child(plain, "color")) ?? "#638EC6",
    gradient: flagOf(bar, "gradient", true),
    axis: AXES[bar?.attributes.axisPosition ?? ""] ?? "Automatic",
    direction: DIRECTIONS[bar?.attributes.direction ?? ""] ?? "Context",
    showValue: flagOf(bar ?? plain, "showValue", true) && flagOf(plain, "showValue", true),
    ...Object.fromEntries(Object.entries(colors).filter(([, value]) => value !== undefined)),
  };
}

function readBound(end: XmlElement): DataBarBound | undefined {
  const type = BOUNDS[end.attributes.type ?? ""];
  const formula = end.attributes.val ?? (called(end, "f")[0] && textOf(called(end, "f")[0]));
  return type && { type, ...(formula !== undefined && needsFormula(type) && { formula: `=${formula}` }) };
}

/** Whether an end of that kind is nothing without a formula. */
const needsFormula = (type: DataBarBound["type"]): boolean =>
  ["Number", "Percent", "Percentile", "Formula"].includes(type);

/** Writes data bars: the rule among the sheet's own, and its entry in the extension list, without which Excel draws a gradient from 10 % of the cell on. */
export class BarWriter {
  readonly extended: ReadonlyMap<string, XmlElement>;
  /** Entries that a rule of the sheet still names. */
  private readonly placed = new Map<string, readonly Area[]>();
  private readonly entries = new Map<string, XmlElement>();
  private readonly standing: ReadonlySet<string>;

  constructor(private readonly worksheet: XmlElement) {
    this.extended = extendedBars(worksheet);
    const rules = elements(worksheet, "conditionalFormatting").flatMap((around) => elements(around, "cfRule"));
    this.standing = new Set(
      rules.flatMap((rule) => (rule.attributes.type === "dataBar" ? (extensionId(rule) ?? []) : [])),
    );
  }

  /** A new rule. */
  made(bar: DataBarData): XmlElement {
    const id = this.freeId();
    this.entries.set(id, extendedElement(bar, id));
    const { showValue, fill } = bar;
    const ends = [bound(bar.lower, "min"), bound(bar.upper, "max")].map(({ type, formula }) =>
      element("cfvo", { type: type.replace(/^auto(M..)$/, (_, end: string) => end.toLowerCase()), val: formula }),
    );
    return element("cfRule", { type: "dataBar" }, [
      element("dataBar", { minLength: 0, maxLength: 100, showValue: showValue ? undefined : 0 }, [
        ...ends,
        element("color", { rgb: argb(fill) }),
      ]),
      element("extLst", {}, [element("ext", { "xmlns:x14": X14, uri: OF_RULE }, [element("x14:id", {}, [id])])]),
    ]);
  }

  /** Says which cells a rule covers, new or not: its entry says so too. */
  place(rule: XmlElement, areas: readonly Area[]): void {
    const id = extensionId(rule);
    if (id !== undefined) this.placed.set(id, areas);
  }

  /** Brings the extension list to the rules: entries of rules that are gone go, the others say where their rule is. */
  finish(): void {
    const list = sheetList(this.worksheet);
    const kept = (list?.children ?? []).filter((around) => typeof around === "string" || this.keeps(around));
    const made = [...this.entries].map(([id, entry]) =>
      element("x14:conditionalFormatting", { "xmlns:x14": X14, "xmlns:xm": XM }, [
        entry,
        element("xm:sqref", {}, [areaList(this.placed.get(id) ?? [])]),
      ]),
    );
    if (list) list.children = [...kept, ...made];
    else if (made.length > 0) this.add(element("x14:conditionalFormattings", {}, made));
    if (list?.children.length === 0) this.drop(list);
  }

  private keeps(around: XmlElement): boolean {
    const ids = called(around, "cfRule").map((rule) => rule.attributes.id ?? "");
    const gone = ids.filter((id) => this.standing.has(id) && !this.placed.has(id));
    around.children = around.children.filter(
      (one) => !isCalled(one, "cfRule") || !gone.includes(one.attributes.id ?? ""),
    );
    const areas = ids.map((id) => this.placed.get(id)).find((placed) => placed !== undefined);
    if (areas) for (const sqref of called(around, "sqref")) sqref.children = [areaList(areas)];
    return called(around, "cfRule").length > 0 || ids.length === 0;
  }

  private add(list: XmlElement): void {
    const extensions = child(this.worksheet, "extLst") ?? element("extLst");
    const standing = elements(extensions, "ext").find(
      (ext) => ext.attributes.uri?.toUpperCase() === OF_SHEET.toUpperCase(),
    );
    if (standing) standing.children.push(list);
    // Excel lists conditional formats before all else.
    else extensions.children.unshift(element("ext", { "xmlns:x14": X14, uri: OF_SHEET }, [list]));
    replaceChildren(this.worksheet, "extLst", [extensions], WORKSHEET_ORDER);
  }

  private drop(list: XmlElement): void {
    const extensions = child(this.worksheet, "extLst")!;
    extensions.children = extensions.children.filter((ext) => typeof ext === "string" || !ext.children.includes(list));
    if (extensions.children.length === 0) replaceChildren(this.worksheet, "extLst", [], WORKSHEET_ORDER);
  }

  private freeId(): string {
    for (let number = this.entries.size + 1; ; number++) {
      const id = `{DA7ABA51-0000-4000-8000-${number.toString(16).toUpperCase().padStart(12, "0")}}`;
      if (!this.extended.has(id) && !this.standing.has(id) && !this.entries.has(id)) return id;
    }
  }
}

const argb = (color: string): string => `FF${color.slice(1)}`;

function bound({ type, formula }: DataBarBound, end: "min" | "max"): { type: string; formula?: string } {
  if (type === "Automatic") return { type: end === "min" ? "autoMin" : "autoMax" };
  return { type: keyOf(BOUNDS, type)!, ...(formula !== undefined && { formula: formula.replace(/^=/, "") }) };
}

function extendedElement(bar: DataBarData, id: string): XmlElement {
  const { border, negativeFill, negativeBorder, axisColor } = bar;
  const made = element("x14:dataBar", {
    minLength: 0,
    maxLength: 100,
    showValue: bar.showValue ? undefined : 0,
    border: border === undefined ? undefined : 1,
    gradient: bar.gradient ? undefined : 0,
    direction: bar.direction === "Context" ? undefined : keyOf(DIRECTIONS, bar.direction),
    negativeBarColorSameAsPositive: negativeFill === undefined ? 1 : undefined,
    negativeBarBorderColorSameAsPositive: negativeBorder === undefined ? undefined : 0,
    axisPosition: bar.axis === "Automatic" ? undefined : keyOf(AXES, bar.axis),
  });
  for (const end of [bound(bar.lower, "min"), bound(bar.upper, "max")]) {
    made.children.push(
      element("x14:cfvo", { type: end.type }, end.formula === undefined ? [] : [element("xm:f", {}, [end.formula])]),
    );
  }
  const colors = {
    borderColor: border,
    negativeFillColor: negativeFill,
    negativeBorderColor: negativeBorder,
    axisColor,
  };
  for (const [name, color] of Object.entries(colors))
    if (color !== undefined) made.children.push(element(`x14:${name}`, { rgb: argb(color) }));
  return element("x14:cfRule", { type: "dataBar", id }, [made]);
}
