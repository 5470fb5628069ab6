import type { PageData, SheetData, WorkbookData } from "../data";
import { renameSheets } from "../sheet-references";
import { blankPackage, blankWorksheet, SHARED_STRINGS_TYPE, STYLES_TYPE, WORKSHEET_TYPE } from "./blank";
import { writeCharts } from "./charts";
import { countsFrom1904, findBook, type Book, type KeptSheet, type SheetEntry } from "./book";
import { formulaThrough, type Moved } from "./follow";
import { followBesideSheets, followSheet } from "./follow-parts";
import { readNames, readPrintNames, writeNames } from "./names";
import type { OpenedFile } from "./open";
import { Package } from "./package";
import { newName, renameIn, renameInCharts, type Renamed } from "./renamed";
import { same } from "./same";
import { readSettings, writeSettings } from "./settings";
import { readSheet, sheetView, writeSheet, type SheetPart } from "./sheet";
import { child, element, elements, numberOf, replaceChildren, setAttribute, type XmlElement } from "./xml";
import { WORKBOOK_ORDER } from "./worksheet-order";

/**
 * Writes a workbook as .xlsx: into the file it was opened from, where what is not modelled stays, or into a new one.
 * Equal input gives equal bytes. Formulas are marked to be calculated when the file is opened, since their results may come from another engine.
 */
export async function saveWorkbook(data: WorkbookData, origin?: OpenedFile): Promise<Uint8Array> {
  const opened = origin ? await Package.open(origin.bytes) : blankPackage();
  const book = findBook(opened);
  const standing = standingSheets(book, data);
  const renamed: Renamed = new Map(
    [...standing].flatMap(([sheet, { name }]) =>
      sheet.name === name ? [] : [[name.toLowerCase(), sheet.name] as const],
    ),
  );
  const context = { ...book.context, rename: newName(renamed) };
  // Names of the sheets in the order of the file, as they are now; "" for one that is gone.
  const namesBefore = book.sheets.map((one) =>
    one.path === undefined ? one.name : ([...standing].find(([, entry]) => entry === one)?.[0].name ?? ""),
  );
  if (renamed.size > 0) renameIn(book.root, renamed);
  renameInCharts(opened, renamed);
  const moved: Moved = new Map(
    [...standing.keys()].flatMap((sheet) => (sheet.moved ? [[sheet.name, sheet.moved] as const] : [])),
  );
  followBesideSheets(opened, book.root, moved);
  const printNames = new Map<string, PrintNames>();
  const after = sheetEntries(opened, book, data, standing);

  for (const sheet of data.sheets) {
    const { path } = after.find((one) => one.name === sheet.name)!;
    const { own, print } = pageParts(sheet.page);
    const worksheet = opened.sheet(path!);
    if (renamed.size > 0) renameIn(worksheet, renamed);
    if (standing.has(sheet)) followSheet(opened, path!, worksheet, sheet, moved);
    const now: SheetPart = { ...sheet, page: own };
    const here = {
      ...context,
      follow: (formula: string) => formulaThrough(renameSheets(formula, context.rename), sheet.name, moved),
    };
    writeSheet(worksheet, readSheet(worksheet, here), now, here, standing.has(sheet));
    writeCharts(opened, path!, worksheet, sheet.charts ?? [], standing.has(sheet));
    if (!same(print, readPrintNames(book.root, namesBefore, sheet.name))) printNames.set(sheet.name, print);
  }

  const namesAfter = after.map((sheet) => sheet.name);
  if (!same(namesBefore, namesAfter) || printNames.size > 0 || !same(data.names, readNames(book.root, namesBefore))) {
    writeNames(book.root, { names: data.names, printNames, sheetsBefore: namesBefore, sheetsAfter: namesAfter });
  }
  writeActiveSheet(opened, book.root, after, data.activeSheet);
  if (!same(data.settings, readSettings(opened))) writeSettings(opened, data.settings);
  writeDateSystem(book, data.date1904 ?? false);
  writeCalculation(opened, book);
  writeSharedParts(opened, book);
  return opened.bytes();
}

type PrintNames = Pick<PageData, "printArea" | "titleRows" | "titleColumns">;

function pageParts({ printArea, titleRows, titleColumns, ...own }: PageData): {
  own: SheetPart["page"];
  print: PrintNames;
} {
  return {
    own,
    print: {
      ...(printArea && printArea.length > 0 ? { printArea } : {}),
      ...(titleRows ? { titleRows } : {}),
      ...(titleColumns ? { titleColumns } : {}),
    },
  };
}

/** The sheets that stood in the file, whatever they are called now. Of two made from one, that one goes on which has its name, or comes first. */
function standingSheets(book: Book, data: WorkbookData): Map<SheetData, SheetEntry> {
  const standing = new Map<SheetData, SheetEntry>();
  const taken = new Set<SheetEntry>();
  const named = (sheet: SheetData, entry: SheetEntry) => sheet.name === entry.name;
  for (const fits of [named, () => true]) {
    for (const sheet of data.sheets) {
      const entry = sheet.keep === undefined ? undefined : book.sheets[(sheet.keep as KeptSheet).sheet];
      if (!entry?.path || taken.has(entry) || standing.has(sheet) || !fits(sheet, entry)) continue;
      standing.set(sheet, entry);
      taken.add(entry);
    }
  }
  return standing;
}

/** Brings the workbook's list of sheets to the data's: adds, takes away, renames, orders, shows and hides. Chart sheets keep their place. */
function sheetEntries(
  opened: Package,
  book: Book,
  data: WorkbookData,
  standing: ReadonlyMap<SheetData, SheetEntry>,
): SheetEntry[] {
  const kept = new Set(standing.values());
  for (const gone of book.sheets.filter((one) => one.path !== undefined && !kept.has(one))) {
    opened.unrelate(book.path, gone.path!);
    opened.remove(gone.path!);
  }
  const entries = data.sheets.map((sheet) => {
    const entry = standing.get(sheet);
    if (!entry) return addSheet(opened, book, sheet);
    if (entry.name !== sheet.name) setAttribute(entry.entry, "name", sheet.name);
    return { ...entry, name: sheet.name };
  });
  book.sheets.forEach((one, index) => {
    if (one.path === undefined) entries.splice(Math.min(index, entries.length), 0, one);
  });
  for (const sheet of data.sheets) {
    const { entry, visibility } = entries.find((one) => one.name === sheet.name)!;
    if (visibility !== sheet.visibility)
      setAttribute(
        entry,
        "state",
        { Visible: undefined, Hidden: "hidden", VeryHidden: "veryHidden" }[sheet.visibility],
      );
  }
  child(book.root, "sheets")!.children = entries.map((one) => one.entry);
  return entries;
}

function addSheet(opened: Package, book: Book, sheet: SheetData): SheetEntry {
  const list = child(book.root, "sheets")!;
  let number = 1;
  while (opened.has(`xl/worksheets/sheet${number}.xml`)) number++;
  const path = `xl/worksheets/sheet${number}.xml`;
  opened.add(path, blankWorksheet(), WORKSHEET_TYPE);
  const id = opened.relate(book.path, "worksheet", path);
  const prefix = Object.keys(book.root.attributes).find(
    (key) => key.startsWith("xmlns:") && book.root.attributes[key]!.endsWith("/relationships"),
  );
  const sheetId = Math.max(0, ...elements(list).map((one) => numberOf(one, "sheetId") ?? 0)) + 1;
  const entry = element("sheet", { name: sheet.name, sheetId, [`${prefix?.slice("xmlns:".length) ?? "r"}:id`]: id });
  list.children.push(entry);
  return { name: sheet.name, visibility: "Visible", entry, path };
}

function writeActiveSheet(opened: Package, workbook: XmlElement, sheets: readonly SheetEntry[], active: string): void {
  const view = elements(child(workbook, "bookViews"), "workbookView")[0] ?? element("workbookView");
  const index = sheets.findIndex((sheet) => sheet.name === active);
  if ((numberOf(view, "activeTab") ?? 0) !== index) setAttribute(view, "activeTab", index === 0 ? undefined : index);
  if (!child(workbook, "bookViews"))
    replaceChildren(workbook, "bookViews", [element("bookViews", {}, [view])], WORKBOOK_ORDER);
  for (const { name, path } of sheets) {
    if (path !== undefined) setAttribute(sheetView(opened.xml(path)), "tabSelected", name === active ? 1 : undefined);
  }
}

/** The order of calculation that the file kept may no longer hold: Excel makes it anew. */
function writeCalculation(opened: Package, book: Book): void {
  const chain = opened.target(book.path, "calcChain");
  if (chain !== undefined) {
    opened.unrelate(book.path, chain);
    opened.remove(chain);
  }
  const calculation = child(book.root, "calcPr") ?? element("calcPr");
  setAttribute(calculation, "fullCalcOnLoad", 1);
  replaceChildren(book.root, "calcPr", [calculation], WORKBOOK_ORDER);
}

/** Only of a workbook that is put together anew: a file keeps its own. */
function writeDateSystem({ root }: Book, date1904: boolean): void {
  if (countsFrom1904(root) === date1904) return;
  const properties = child(root, "workbookPr") ?? element("workbookPr");
  setAttribute(properties, "date1904", date1904 ? 1 : undefined);
  replaceChildren(root, "workbookPr", [properties], WORKBOOK_ORDER);
}

/** Styles and shared strings of a workbook that had none become parts of it. */
function writeSharedParts(opened: Package, book: Book): void {
  const add = (type: string, root: XmlElement, contentType: string) => {
    if (opened.target(book.path, type) !== undefined) return;
    const path = `${book.path.slice(0, book.path.lastIndexOf("/") + 1)}${type}.xml`;
    opened.add(path, root, contentType);
    opened.relate(book.path, type, path);
  };
  add("styles", book.styles, STYLES_TYPE);
  if (book.texts.children.length > 0) add("sharedStrings", book.texts, SHARED_STRINGS_TYPE);
}
