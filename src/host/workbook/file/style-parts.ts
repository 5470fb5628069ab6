import type { CellBorder, CellBorders, CellStyle, FontStyle } from "../data";
import type { Palette } from "./colors";
import { child, element, flagOf, numberOf, replaceChildren, type XmlElement } from "./xml";

type AlignmentStyle = Pick<CellStyle, "horizontal" | "vertical" | "wrap" | "indent">;

const SIDES = ["left", "right", "top", "bottom"] as const;
const BORDER_ORDER = ["start", "end", ...SIDES, "diagonal", "vertical", "horizontal"];
const FONT_ORDER = [
  "b",
  "i",
  "strike",
  "condense",
  "extend",
  "outline",
  "shadow",
  "u",
  "vertAlign",
  "sz",
  "color",
  "name",
  "family",
  "charset",
  "scheme",
];

const HORIZONTAL: Record<string, AlignmentStyle["horizontal"]> = {
  left: "Left",
  center: "Center",
  right: "Right",
  justify: "Justify",
  fill: "Fill",
  centerContinuous: "CenterAcrossSelection",
  distributed: "Distributed",
};
const VERTICAL: Record<string, AlignmentStyle["vertical"]> = {
  top: "Top",
  center: "Center",
  bottom: "Bottom",
  justify: "Justify",
  distributed: "Distributed",
};
const LINES: Record<string, Pick<CellBorder, "style" | "weight">> = {
  hair: { style: "Continuous", weight: "Hairline" },
  thin: { style: "Continuous", weight: "Thin" },
  medium: { style: "Continuous", weight: "Medium" },
  thick: { style: "Continuous", weight: "Thick" },
  double: { style: "Double", weight: "Thick" },
  dotted: { style: "Dot", weight: "Thin" },
  dashed: { style: "Dash", weight: "Thin" },
  mediumDashed: { style: "Dash", weight: "Medium" },
  dashDot: { style: "Dash", weight: "Thin" },
  dashDotDot: { style: "Dash", weight: "Thin" },
  mediumDashDot: { style: "Dash", weight: "Medium" },
  mediumDashDotDot: { style: "Dash", weight: "Medium" },
  slantDashDot: { style: "Dash", weight: "Medium" },
};

const keyOf = (table: Record<string, unknown>, value: unknown) =>
  Object.keys(table).find((key) => table[key] === value);
const color = (name: string, value: string) => element(name, { rgb: `FF${value.slice(1).toUpperCase()}` });

export function readFont(font: XmlElement | undefined, palette: Palette): FontStyle {
  const style: FontStyle = {};
  const name = child(font, "name")?.attributes.val;
  const size = numberOf(child(font, "sz"), "val");
  const shown = palette.resolve(child(font, "color"));
  if (name !== undefined) style.fontName = name;
  if (size !== undefined) style.fontSize = size;
  for (const [tag, key] of [
    ["b", "bold"],
    ["i", "italic"],
  ] as const) {
    const mark = child(font, tag);
    if (mark) style[key] = flagOf(mark, "val", true);
  }
  const underline = child(font, "u");
  if (underline) style.underline = underline.attributes.val !== "none";
  if (shown !== undefined) style.color = shown;
  return style;
}

/** Changes a font to what is said and leaves the rest of it (strike-through, family, superscript) alone; its colour too unless `recolor`. */
export function writeFont(font: XmlElement, style: FontStyle, recolor: boolean): void {
  const put = (name: string, made: XmlElement | undefined) =>
    replaceChildren(font, name, made ? [made] : [], FONT_ORDER);
  put("b", style.bold ? element("b") : undefined);
  put("i", style.italic ? element("i") : undefined);
  const underline = child(font, "u");
  put("u", style.underline ? (underline && underline.attributes.val !== "none" ? underline : element("u")) : undefined);
  if (style.fontSize !== undefined) put("sz", element("sz", { val: style.fontSize }));
  if (recolor) put("color", style.color === undefined ? undefined : color("color", style.color));
  if (style.fontName !== undefined && style.fontName !== child(font, "name")?.attributes.val) {
    put("name", element("name", { val: style.fontName }));
    // A scheme would bring the theme's font back, and family and charset speak of the old one.
    for (const gone of ["family", "charset", "scheme"]) put(gone, undefined);
  }
}

/** The colour behind a cell. A pattern shows its background, a gradient nothing. */
export function readFill(fill: XmlElement | undefined, palette: Palette): string | undefined {
  const pattern = child(fill, "patternFill");
  const type = pattern?.attributes.patternType ?? "none";
  if (!pattern || type === "none") return undefined;
  return palette.resolve(child(pattern, type === "solid" ? "fgColor" : "bgColor"));
}

export function fillElement(fill: string | undefined): XmlElement {
  if (fill === undefined) return element("fill", {}, [element("patternFill", { patternType: "none" })]);
  return element("fill", {}, [
    element("patternFill", { patternType: "solid" }, [color("fgColor", fill), element("bgColor", { indexed: 64 })]),
  ]);
}

export function readBorders(border: XmlElement | undefined, palette: Palette): CellBorders | undefined {
  const borders: CellBorders = {};
  for (const side of SIDES) {
    const line = child(border, side) ?? child(border, side === "left" ? "start" : side === "right" ? "end" : side);
    const shape = LINES[line?.attributes.style ?? ""];
    if (shape) borders[side] = { ...shape, color: palette.resolve(child(line, "color")) ?? "#000000" };
  }
  return Object.keys(borders).length > 0 ? borders : undefined;
}

/** Changes the four sides; diagonals stay. */
export function writeBorders(border: XmlElement, borders: CellBorders | undefined): void {
  for (const gone of ["start", "end"]) replaceChildren(border, gone, [], BORDER_ORDER);
  for (const side of SIDES) {
    const line = borders?.[side];
    replaceChildren(
      border,
      side,
      [line ? element(side, { style: lineName(line) }, [color("color", line.color)]) : element(side)],
      BORDER_ORDER,
    );
  }
}

function lineName(line: CellBorder): string {
  if (line.style === "Double") return "double";
  if (line.style === "Dot") return "dotted";
  if (line.style === "Dash") return line.weight === "Medium" || line.weight === "Thick" ? "mediumDashed" : "dashed";
  return (
    Object.keys(LINES).find((name) => LINES[name]!.style === "Continuous" && LINES[name]!.weight === line.weight) ??
    "thin"
  );
}

export function readAlignment(alignment: XmlElement | undefined): AlignmentStyle {
  const style: AlignmentStyle = {};
  const horizontal = HORIZONTAL[alignment?.attributes.horizontal ?? ""];
  const vertical = VERTICAL[alignment?.attributes.vertical ?? ""];
  if (horizontal) style.horizontal = horizontal;
  if (vertical) style.vertical = vertical;
  const indent = numberOf(alignment, "indent");
  if (indent) style.indent = indent;
  if (flagOf(alignment, "wrapText")) style.wrap = true;
  return style;
}

/** Attributes of an alignment after a change; rotation stays. */
export function writeAlignment(
  attributes: Record<string, string>,
  style: AlignmentStyle,
): Record<string, string | undefined> {
  return {
    ...attributes,
    horizontal: keyOf(HORIZONTAL, style.horizontal),
    // The bottom is where text stands without being told.
    vertical: style.vertical === "Bottom" ? undefined : keyOf(VERTICAL, style.vertical),
    wrapText: style.wrap ? "1" : undefined,
    indent: style.indent ? String(style.indent) : undefined,
  };
}

/** The look of a conditional format. Its fill's colour stands where a cell's fill has the background. */
export function readDifference(
  dxf: XmlElement | undefined,
  palette: Palette,
): Pick<CellStyle, "bold" | "italic" | "color" | "fill" | "borders"> {
  const font = readFont(child(dxf, "font"), palette);
  const pattern = child(child(dxf, "fill"), "patternFill");
  const fill =
    palette.resolve(child(pattern, "bgColor")) ??
    (pattern?.attributes.patternType === "solid" ? palette.resolve(child(pattern, "fgColor")) : undefined);
  const borders = readBorders(child(dxf, "border"), palette);
  return {
    ...(font.bold === undefined ? {} : { bold: font.bold }),
    ...(font.italic === undefined ? {} : { italic: font.italic }),
    ...(font.color === undefined ? {} : { color: font.color }),
    ...(fill === undefined ? {} : { fill }),
    ...(borders === undefined ? {} : { borders }),
  };
}

export function differenceElement(format: ReturnType<typeof readDifference>): XmlElement {
  const font = element("font");
  if (format.bold !== undefined) font.children.push(element("b", { val: format.bold ? undefined : 0 }));
  if (format.italic !== undefined) font.children.push(element("i", { val: format.italic ? undefined : 0 }));
  if (format.color !== undefined) font.children.push(color("color", format.color));
  const made: XmlElement[] = font.children.length > 0 ? [font] : [];
  if (format.fill !== undefined)
    made.push(
      element("fill", {}, [
        element("patternFill", { patternType: "solid" }, [
          color("fgColor", format.fill),
          color("bgColor", format.fill),
        ]),
      ]),
    );
  if (format.borders) {
    const border = element("border");
    writeBorders(border, format.borders);
    border.children = border.children.filter((side) => typeof side !== "string" && side.attributes.style !== undefined);
    made.push(border);
  }
  return element("dxf", {}, made);
}
