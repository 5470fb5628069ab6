import type { SheetData } from "../data";
import { blankStyles, blankTexts } from "./blank";
import type { SheetContext } from "./cells";
import { Palette } from "./colors";
import { FileError } from "./file-error";
import { digitPixels } from "./lengths";
import type { Package } from "./package";
import { Styles } from "./styles";
import { SharedTexts } from "./texts";
import { child, elements, flagOf, type XmlElement } from "./xml";

/** A sheet as the workbook's part lists it. */
export interface SheetEntry {
  name: string;
  visibility: SheetData["visibility"];
  /** The entry itself; its position among all gives the sheet's number in names. */
  entry: XmlElement;
  /** Path of the worksheet's part; absent for chart and dialog sheets, which stay as they are. */
  path?: string;
}

/** What a sheet's `keep` holds: its place among all the sheets of the opened file. */
export interface KeptSheet {
  sheet: number;
}

/** The parts of a package that make up the workbook. */
export interface Book {
  path: string;
  root: XmlElement;
  sheets: SheetEntry[];
  context: SheetContext;
  /** The trees behind the context, written back when the workbook is saved. */
  styles: XmlElement;
  texts: XmlElement;
}

const VISIBILITY: Record<string, SheetData["visibility"]> = { hidden: "Hidden", veryHidden: "VeryHidden" };

/** Finds the workbook's parts. Throws a FileError where there is no workbook, or a part of it is missing or broken. */
export function findBook(opened: Package): Book {
  const path = opened.workbookPath();
  const root = opened.xml(path);
  const targets = new Map(opened.targets(path).map((one) => [one.id, one]));
  const sheets = elements(child(root, "sheets"), "sheet").map((entry): SheetEntry => {
    const target = targets.get(relationshipId(entry) ?? "");
    if (!target || !opened.has(target.path))
      throw new FileError("DAMAGED", `The part of the sheet ${entry.attributes.name} is missing`);
    return {
      name: entry.attributes.name ?? "",
      visibility: VISIBILITY[entry.attributes.state ?? ""] ?? "Visible",
      entry,
      ...(target.type === "worksheet" ? { path: target.path } : {}),
    };
  });
  const part = (type: string, blank: () => XmlElement) => {
    const found = opened.target(path, type);
    return found === undefined ? blank() : opened.xml(found);
  };
  const styles = part("styles", blankStyles);
  const texts = part("sharedStrings", blankTexts);
  const theme = opened.target(path, "theme");
  const palette = new Palette(theme === undefined ? undefined : opened.xml(theme), styles);
  const formats = new Styles(styles, palette);
  const context = {
    styles: formats,
    palette,
    rename: (sheet: string) => sheet,
    follow: (formula: string) => formula,
    texts: new SharedTexts(texts),
    date1904: countsFrom1904(root),
    digitPixels: digitPixels(formats.cellStyle(0)),
  };
  return { path, root, sheets, styles, texts, context };
}

/** Whether serial numbers of dates count from 1904 (workbookPr, date1904). */
export function countsFrom1904(root: XmlElement): boolean {
  return flagOf(child(root, "workbookPr"), "date1904");
}

/** The attribute r:id, whatever prefix the program gave its namespace. */
function relationshipId(entry: XmlElement): string | undefined {
  const name = Object.keys(entry.attributes).find((one) => one === "r:id" || one.endsWith(":id"));
  return name === undefined ? undefined : entry.attributes[name];
}
