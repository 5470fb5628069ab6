import { BooleanNumber, BorderStyleTypes, HorizontalAlign, VerticalAlign, WrapStrategy } from "@univerjs/core";
import type { IBorderData, IStyleData, Nullable } from "@univerjs/core";
import type { CellBorder, CellBorders, CellStyle, Side } from "../data";

/** The workbook's own font where a cell names none. */
export const DEFAULT_FONT = { name: "宋体", size: 11 } as const;

const SIDES: readonly (readonly [Side, "t" | "b" | "l" | "r"])[] = [
  ["top", "t"],
  ["bottom", "b"],
  ["left", "l"],
  ["right", "r"],
];

// Univer has no word for filling or centring across a selection: numbers beyond its own enumeration keep them apart.
const HORIZONTAL: Record<NonNullable<CellStyle["horizontal"]>, number> = {
  Left: HorizontalAlign.LEFT,
  Center: HorizontalAlign.CENTER,
  Right: HorizontalAlign.RIGHT,
  Justify: HorizontalAlign.JUSTIFIED,
  Fill: HorizontalAlign.BOTH,
  Distributed: HorizontalAlign.DISTRIBUTED,
  CenterAcrossSelection: 7,
};
const VERTICAL: Record<NonNullable<CellStyle["vertical"]>, number> = {
  Top: VerticalAlign.TOP,
  Center: VerticalAlign.MIDDLE,
  Bottom: VerticalAlign.BOTTOM,
  Justify: 4,
  Distributed: 5,
};
const BORDERS: readonly (readonly [BorderStyleTypes, CellBorder["style"], CellBorder["weight"]])[] = [
  [BorderStyleTypes.THIN, "Continuous", "Thin"],
  [BorderStyleTypes.HAIR, "Continuous", "Hairline"],
  [BorderStyleTypes.MEDIUM, "Continuous", "Medium"],
  [BorderStyleTypes.THICK, "Continuous", "Thick"],
  [BorderStyleTypes.DASHED, "Dash", "Thin"],
  [BorderStyleTypes.MEDIUM_DASHED, "Dash", "Medium"],
  [BorderStyleTypes.DOTTED, "Dot", "Thin"],
  [BorderStyleTypes.DOUBLE, "Double", "Thick"],
];

const keyOf = <K extends string>(table: Record<K, number>, value: number): K | undefined =>
  (Object.keys(table) as K[]).find((key) => table[key] === value);

function toBorder(border: CellBorder): NonNullable<IBorderData["t"]> {
  const match =
    BORDERS.find(([, style, weight]) => style === border.style && weight === border.weight) ??
    BORDERS.find(([, style]) => style === border.style);
  return { s: match ? match[0] : BorderStyleTypes.THIN, cl: { rgb: border.color } };
}

function fromBorder(border: Nullable<IBorderData["t"]>): CellBorder | undefined {
  if (!border || border.s === BorderStyleTypes.NONE) return undefined;
  const [, style, weight] = BORDERS.find(([type]) => type === border.s) ?? BORDERS[0]!;
  return { style, weight, color: upper(border.cl?.rgb) ?? "#000000" };
}

/** Univer knows no indents: the padding at the left stands for them, in pixels a step. */
const INDENT = 9;

/** "#RRGGBB" of a colour as Univer may hold it: upper or lower case, or rgb(r,g,b). */
function upper(color: Nullable<string>): string | undefined {
  if (!color) return undefined;
  const parts = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/.exec(color);
  return (
    parts
      ? `#${parts
          .slice(1, 4)
          .map((part) => Number(part).toString(16).padStart(2, "0"))
          .join("")}`
      : color
  ).toUpperCase();
}

const flag = (value: boolean | undefined): BooleanNumber => (value ? BooleanNumber.TRUE : BooleanNumber.FALSE);

/**
 * A change of style in Univer's form. Every key that is present is set; a key that is present and undefined is taken away.
 */
export function toUniverStyle(style: CellStyle): IStyleData {
  const result: Record<string, unknown> = {};
  const put = (key: keyof CellStyle, name: string, value: () => unknown): void => {
    if (key in style) result[name] = style[key] === undefined ? null : value();
  };
  put("fontName", "ff", () => style.fontName);
  put("fontSize", "fs", () => style.fontSize);
  put("bold", "bl", () => flag(style.bold));
  put("italic", "it", () => flag(style.italic));
  put("underline", "ul", () => ({ s: flag(style.underline) }));
  put("color", "cl", () => ({ rgb: style.color }));
  put("fill", "bg", () => ({ rgb: style.fill }));
  put("horizontal", "ht", () => HORIZONTAL[style.horizontal!]);
  put("vertical", "vt", () => VERTICAL[style.vertical!]);
  put("wrap", "tb", () => (style.wrap ? WrapStrategy.WRAP : WrapStrategy.UNSPECIFIED));
  put("indent", "pd", () => (style.indent === 0 ? null : { l: style.indent! * INDENT }));
  put("numberFormat", "n", () => (style.numberFormat === "General" ? null : { pattern: style.numberFormat }));
  if ("borders" in style) {
    const borders: Record<string, unknown> = {};
    for (const [side, short] of SIDES) {
      if (style.borders && side in style.borders)
        borders[short] = style.borders[side] ? toBorder(style.borders[side]) : null;
    }
    result["bd"] = style.borders ? borders : null;
  }
  return result as IStyleData;
}

/** The style of a cell; keys that it does not set are absent, and undefined where it sets none. */
export function fromUniverStyle(style: Nullable<IStyleData>): CellStyle | undefined {
  if (!style) return undefined;
  const result: CellStyle = {};
  if (style.ff) result.fontName = style.ff;
  if (style.fs) result.fontSize = style.fs;
  if (style.bl) result.bold = true;
  if (style.it) result.italic = true;
  if (style.ul?.s) result.underline = true;
  const color = upper(style.cl?.rgb);
  if (color) result.color = color;
  const fill = upper(style.bg?.rgb);
  if (fill) result.fill = fill;
  const horizontal = style.ht ? keyOf(HORIZONTAL, style.ht) : undefined;
  if (horizontal) result.horizontal = horizontal;
  const vertical = style.vt ? keyOf(VERTICAL, style.vt) : undefined;
  if (vertical) result.vertical = vertical;
  if (style.tb === WrapStrategy.WRAP) result.wrap = true;
  if (style.pd?.l) result.indent = Math.round(style.pd.l / INDENT);
  if (style.n?.pattern && style.n.pattern !== "General") result.numberFormat = style.n.pattern;
  const borders: CellBorders = {};
  for (const [side, short] of SIDES) {
    const border = fromBorder(style.bd?.[short]);
    if (border) borders[side] = border;
  }
  if (Object.keys(borders).length > 0) result.borders = borders;
  return Object.keys(result).length > 0 ? result : undefined;
}
