import type { CellStyle, ConditionalFormatData } from "../data";
import type { Palette } from "./colors";
import { builtInFormat, builtInFormatNumber, FIRST_OWN_FORMAT } from "./number-formats";
import { same } from "./same";
import {
  differenceElement,
  fillElement,
  readAlignment,
  readBorders,
  readDifference,
  readFill,
  readFont,
  writeAlignment,
  writeBorders,
  writeFont,
} from "./style-parts";
import { child, element, elements, numberOf, replaceChildren, setAttribute, xmlText, type XmlElement } from "./xml";

const STYLESHEET_ORDER = [
  "numFmts",
  "fonts",
  "fills",
  "borders",
  "cellStyleXfs",
  "cellXfs",
  "cellStyles",
  "dxfs",
  "tableStyles",
  "colors",
  "extLst",
];

/**
 * The styles part: formats by their index, and new ones added behind those that stand.
 * A cell whose look is unchanged keeps its index, and with it all that is not modelled (theme colours, hatching, rotation, locking).
 */
export class Styles {
  private readonly cellStyles = new Map<number, CellStyle>();
  private readonly indexes = new Map<string, number>();
  private readonly formats = new Map<number, string>();
  private lastIndex: { style: CellStyle | undefined; base: number; index: number } | undefined;
  private readonly interned = new Map<string, Map<string, number>>();

  constructor(
    private readonly root: XmlElement,
    private readonly palette: Palette,
  ) {
    for (const one of elements(child(root, "numFmts"), "numFmt"))
      this.formats.set(numberOf(one, "numFmtId") ?? -1, one.attributes.formatCode ?? "General");
  }

  /** The look of the cell format of that index; the same object for every cell of it. */
  cellStyle(index: number): CellStyle {
    let style = this.cellStyles.get(index);
    if (!style) {
      const xf = this.items("cellXfs")[index];
      const fill = readFill(this.part("fills", xf, "fillId"), this.palette);
      const borders = readBorders(this.part("borders", xf, "borderId"), this.palette);
      const numberFormat = this.formatCode(numberOf(xf, "numFmtId") ?? 0);
      style = {
        ...readFont(this.part("fonts", xf, "fontId"), this.palette),
        ...readAlignment(child(xf, "alignment")),
        ...(fill === undefined ? {} : { fill }),
        ...(borders === undefined ? {} : { borders }),
        ...(numberFormat === "General" ? {} : { numberFormat }),
      };
      this.cellStyles.set(index, style);
    }
    return style;
  }

  /** The index of a format that looks as said; parts that are equal to those of the format `base` are taken from there. */
  indexOf(style: CellStyle | undefined, base: number): number {
    if (style === this.cellStyle(base)) return base;
    // Cells of one look mostly have the same object: it need not be spelled out for each.
    const last = this.lastIndex;
    if (last && last.style === style && last.base === base) return last.index;
    const index = this.find(style, base);
    this.lastIndex = { style, base, index };
    return index;
  }

  private find(style: CellStyle | undefined, base: number): number {
    const key = `${base} ${JSON.stringify(style)}`;
    let index = this.indexes.get(key);
    if (index === undefined) {
      const was = this.complete(this.cellStyle(base));
      const wanted = this.complete(style ?? {});
      index = same(was, wanted) ? base : this.intern("cellXfs", this.changed(base, was, wanted));
      this.indexes.set(key, index);
    }
    return index;
  }

  /** The look that a conditional format puts on. */
  difference(id: number | undefined): NonNullable<ConditionalFormatData["format"]> {
    return readDifference(id === undefined ? undefined : elements(child(this.root, "dxfs"), "dxf")[id], this.palette);
  }

  /** The id of such a look, added where none of it stands. */
  differenceId(format: NonNullable<ConditionalFormatData["format"]>): number {
    return this.intern("dxfs", differenceElement(format));
  }

  private changed(base: number, was: CellStyle, wanted: CellStyle): XmlElement {
    const xf = clone(
      this.items("cellXfs")[base] ?? element("xf", { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0, xfId: 0 }),
    );
    const differs = (...keys: (keyof CellStyle)[]) => keys.some((key) => !same(was[key], wanted[key]));
    const set = (attribute: string, value: number, applied: string) => {
      setAttribute(xf, attribute, value);
      setAttribute(xf, applied, 1);
    };
    if (differs("fontName", "fontSize", "bold", "italic", "underline", "color")) {
      const font = clone(this.part("fonts", xf, "fontId") ?? element("font"));
      writeFont(font, wanted, differs("color"));
      set("fontId", this.intern("fonts", font), "applyFont");
    }
    if (differs("fill")) set("fillId", this.intern("fills", fillElement(wanted.fill)), "applyFill");
    if (differs("borders")) {
      const border = clone(this.part("borders", xf, "borderId") ?? element("border"));
      writeBorders(border, wanted.borders);
      set("borderId", this.intern("borders", border), "applyBorder");
    }
    if (differs("numberFormat"))
      set("numFmtId", this.formatNumber(wanted.numberFormat ?? "General"), "applyNumberFormat");
    if (differs("horizontal", "vertical", "wrap", "indent")) {
      const alignment = element("alignment", writeAlignment(child(xf, "alignment")?.attributes ?? {}, wanted));
      replaceChildren(xf, "alignment", Object.keys(alignment.attributes).length > 0 ? [alignment] : [], [
        "alignment",
        "protection",
        "extLst",
      ]);
      setAttribute(xf, "applyAlignment", 1);
    }
    return xf;
  }

  /** What is absent means the workbook's default, so that both sides of a comparison are spelled out. */
  private complete(style: CellStyle): CellStyle {
    const normal = this.cellStyle(0);
    return {
      ...style,
      fontName: style.fontName ?? normal.fontName,
      fontSize: style.fontSize ?? normal.fontSize,
      bold: style.bold ?? false,
      italic: style.italic ?? false,
      underline: style.underline ?? false,
      color: style.color ?? "#000000",
      vertical: style.vertical ?? "Bottom",
      wrap: style.wrap ?? false,
      indent: style.indent ?? 0,
      numberFormat: style.numberFormat ?? "General",
      borders: style.borders && Object.values(style.borders).some(Boolean) ? style.borders : undefined,
    };
  }

  private formatCode(id: number): string {
    return this.formats.get(id) ?? builtInFormat(id) ?? "General";
  }

  private formatNumber(code: string): number {
    const standing = builtInFormatNumber(code) ?? [...this.formats].find(([, own]) => own === code)?.[0];
    if (standing !== undefined) return standing;
    const id = Math.max(FIRST_OWN_FORMAT - 1, ...this.formats.keys()) + 1;
    this.formats.set(id, code);
    this.list("numFmts").children.push(element("numFmt", { numFmtId: id, formatCode: code }));
    setAttribute(this.list("numFmts"), "count", this.formats.size);
    return id;
  }

  private items(list: string): XmlElement[] {
    return elements(child(this.root, list));
  }

  private part(list: string, xf: XmlElement | undefined, attribute: string): XmlElement | undefined {
    return xf && this.items(list)[numberOf(xf, attribute) ?? 0];
  }

  private list(name: string): XmlElement {
    const standing = child(this.root, name);
    if (standing) return standing;
    const made = element(name);
    replaceChildren(this.root, name, [made], STYLESHEET_ORDER);
    return made;
  }

  /** The index of an element in a list of the part; added at the end where none of the same text stands. */
  private intern(name: string, item: XmlElement): number {
    const list = this.list(name);
    let known = this.interned.get(name);
    if (!known) {
      known = new Map();
      for (const [index, one] of elements(list).entries()) if (!known.has(xmlText(one))) known.set(xmlText(one), index);
      this.interned.set(name, known);
    }
    const text = xmlText(item);
    let index = known.get(text);
    if (index === undefined) {
      index = elements(list).length;
      list.children.push(item);
      setAttribute(list, "count", index + 1);
      known.set(text, index);
    }
    return index;
  }
}

const clone = (node: XmlElement): XmlElement => ({
  name: node.name,
  attributes: { ...node.attributes },
  children: node.children.map((one) => (typeof one === "string" ? one : clone(one))),
});
