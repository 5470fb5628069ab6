import type { NameData, PageData } from "../data";
import { columnLetters, isWholeColumns, isWholeRows, parseArea } from "../address";
import { areaAddress, quotedSheet, referencePieces } from "./address";
import { same } from "./same";
import {
  child,
  element,
  elements,
  flagOf,
  numberOf,
  replaceChildren,
  setAttribute,
  textOf,
  type XmlElement,
} from "./xml";
import { WORKBOOK_ORDER } from "./worksheet-order";

type PrintNames = Pick<PageData, "printArea" | "titleRows" | "titleColumns">;

const BUILT_IN = "_xlnm.";
const PRINT_AREA = `${BUILT_IN}Print_Area`;
const PRINT_TITLES = `${BUILT_IN}Print_Titles`;

const nameElements = (workbook: XmlElement) => elements(child(workbook, "definedNames"), "definedName");
const sheetOf = (name: XmlElement, sheets: readonly string[]) => sheets[numberOf(name, "localSheetId") ?? -1];

/** The workbook's names in the order of the file. `sheets`: names of all sheets in that order. Names that Excel keeps for itself are not among them. */
export function readNames(workbook: XmlElement, sheets: readonly string[]): NameData[] {
  return nameElements(workbook)
    .filter((one) => !one.attributes.name?.startsWith(BUILT_IN))
    .map((one) => {
      const sheet = sheetOf(one, sheets);
      return {
        name: one.attributes.name ?? "",
        ...(sheet === undefined ? {} : { sheet }),
        formula: `=${textOf(one)}`,
        visible: !flagOf(one, "hidden"),
        ...(one.attributes.comment === undefined ? {} : { comment: one.attributes.comment }),
      };
    });
}

/** Print area and title rows and columns of one sheet. */
export function readPrintNames(workbook: XmlElement, sheets: readonly string[], sheet: string): PrintNames {
  const pieces = (name: string) => {
    const found = nameElements(workbook).find((one) => one.attributes.name === name && sheetOf(one, sheets) === sheet);
    return found ? referencePieces(textOf(found)).flatMap((piece) => parseArea(piece) ?? []) : [];
  };
  const printArea = pieces(PRINT_AREA);
  const titles = pieces(PRINT_TITLES);
  const rows = titles.find(isWholeRows);
  const columns = titles.find(isWholeColumns);
  return {
    ...(printArea.length > 0 ? { printArea } : {}),
    ...(rows ? { titleRows: { first: rows.firstRow, last: rows.lastRow } } : {}),
    ...(columns ? { titleColumns: { first: columns.firstColumn, last: columns.lastColumn } } : {}),
  };
}

/** What the names of a workbook are to be. Sheets by name; `printNames` holds each sheet whose print names change. */
export interface NamesToWrite {
  names: readonly NameData[];
  printNames: ReadonlyMap<string, PrintNames>;
  sheetsBefore: readonly string[];
  sheetsAfter: readonly string[];
}

/** Writes the names. One that stays keeps its element, with the attributes that are not modelled; those of a sheet that is gone go with it. */
export function writeNames(workbook: XmlElement, { names, printNames, sheetsBefore, sheetsAfter }: NamesToWrite): void {
  const position = (sheet: string | undefined) => (sheet === undefined ? undefined : sheetsAfter.indexOf(sheet));
  const key = (name: string, sheet: string | undefined) => `${sheet ?? ""}!${name.toLowerCase()}`;
  const wanted = new Map(names.map((one) => [key(one.name, one.sheet), one]));
  const made: XmlElement[] = [];
  for (const standing of nameElements(workbook)) {
    const sheet = sheetOf(standing, sheetsBefore);
    const name = standing.attributes.name ?? "";
    if (sheet !== undefined && !sheetsAfter.includes(sheet)) continue;
    if ((name === PRINT_AREA || name === PRINT_TITLES) && sheet !== undefined && printNames.has(sheet)) continue;
    setAttribute(standing, "localSheetId", position(sheet));
    if (!name.startsWith(BUILT_IN)) {
      const now = wanted.get(key(name, sheet));
      if (!now) continue;
      wanted.delete(key(name, sheet));
      if (!same(now, readNames(element("workbook", {}, [element("definedNames", {}, [standing])]), sheetsAfter)[0]))
        setName(standing, now);
    }
    made.push(standing);
  }
  for (const one of wanted.values()) {
    const added = element("definedName", { name: one.name, localSheetId: position(one.sheet) });
    setName(added, one);
    made.push(added);
  }
  for (const [sheet, print] of printNames) {
    const add = (name: string, references: readonly string[]) => {
      if (references.length > 0)
        made.push(
          element("definedName", { name, localSheetId: position(sheet) }, [
            references.map((one) => `${quotedSheet(sheet)}!${one}`).join(","),
          ]),
        );
    };
    const { printArea = [], titleRows: rows, titleColumns: columns } = print;
    add(
      PRINT_AREA,
      printArea.map((area) => areaAddress(area, true)),
    );
    add(PRINT_TITLES, [
      ...(columns ? [`$${columnLetters(columns.first)}:$${columnLetters(columns.last)}`] : []),
      ...(rows ? [`$${rows.first + 1}:$${rows.last + 1}`] : []),
    ]);
  }
  replaceChildren(workbook, "definedNames", made.length > 0 ? [element("definedNames", {}, made)] : [], WORKBOOK_ORDER);
}

function setName(node: XmlElement, name: NameData): void {
  setAttribute(node, "name", name.name);
  setAttribute(node, "comment", name.comment);
  setAttribute(node, "hidden", name.visible ? undefined : 1);
  node.children = [name.formula.replace(/^=/, "")];
}
