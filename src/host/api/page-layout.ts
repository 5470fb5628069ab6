import { isWholeRows, MAX_COLUMNS } from "../workbook/address";
import type { Area, PageData } from "../workbook/data";
import type { LiveSheet } from "../workbook/live/sheet";
import { invalidArgument } from "../protocol/errors";
import { HostObject } from "../protocol/members";
import { parseAreas } from "./addresses";
import { assertWritable, isRange, placeOf, type Context } from "./context";
import { RangeAreas } from "./range-areas";

type Margins = PageData["margins"];

/** Points in a unit of setPrintMargins. */
const UNITS: Readonly<Record<string, number>> = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 };

export class PageLayout extends HostObject {
  readonly #context: Context;
  readonly #sheet: LiveSheet;

  constructor(context: Context, sheet: LiveSheet) {
    super();
    this.#context = context;
    this.#sheet = sheet;
  }

  get #page(): PageData {
    return this.#sheet.page;
  }

  #change(change: Partial<PageData>): void {
    assertWritable(this.#sheet);
    Object.assign(this.#sheet.page, change);
  }

  get orientation(): PageData["orientation"] {
    return this.#page.orientation;
  }

  set orientation(orientation: PageData["orientation"]) {
    if (!["Portrait", "Landscape"].includes(orientation)) throw invalidArgument();
    this.#change({ orientation });
  }

  get paperSize(): string {
    return this.#page.paperSize;
  }

  set paperSize(paperSize: string) {
    this.#change({ paperSize });
  }

  /** A scale, or pages across and down; set as one object. */
  get zoom(): PageData["zoom"] {
    return { ...this.#page.zoom };
  }

  set zoom(zoom: PageData["zoom"]) {
    const { scale, horizontalFitToPages, verticalFitToPages } = zoom;
    const fits = horizontalFitToPages !== undefined || verticalFitToPages !== undefined;
    if ((scale !== undefined && fits) || (scale !== undefined && !(scale >= 10 && scale <= 400)))
      throw invalidArgument();
    this.#change({
      zoom:
        scale !== undefined
          ? { scale }
          : {
              ...(horizontalFitToPages !== undefined && { horizontalFitToPages }),
              ...(verticalFitToPages !== undefined && { verticalFitToPages }),
            },
    });
  }

  get leftMargin(): number {
    return this.#page.margins.left;
  }

  set leftMargin(points: number) {
    this.#margin("left", points);
  }

  get rightMargin(): number {
    return this.#page.margins.right;
  }

  set rightMargin(points: number) {
    this.#margin("right", points);
  }

  get topMargin(): number {
    return this.#page.margins.top;
  }

  set topMargin(points: number) {
    this.#margin("top", points);
  }

  get bottomMargin(): number {
    return this.#page.margins.bottom;
  }

  set bottomMargin(points: number) {
    this.#margin("bottom", points);
  }

  get headerMargin(): number {
    return this.#page.margins.header;
  }

  set headerMargin(points: number) {
    this.#margin("header", points);
  }

  get footerMargin(): number {
    return this.#page.margins.footer;
  }

  set footerMargin(points: number) {
    this.#margin("footer", points);
  }

  #margin(side: keyof Margins, points: number): void {
    if (!(points >= 0)) throw invalidArgument();
    this.#change({ margins: { ...this.#page.margins, [side]: points } });
  }

  setPrintMargins(unit: string, options: Partial<Margins>): void {
    const factor = UNITS[unit];
    if (factor === undefined) throw invalidArgument();
    for (const side of ["left", "right", "top", "bottom", "header", "footer"] as const) {
      const size = options[side];
      if (size !== undefined && size !== null) this.#margin(side, size * factor);
    }
  }

  get centerHorizontally(): boolean {
    return this.#page.centerHorizontally;
  }

  set centerHorizontally(centerHorizontally: boolean) {
    this.#change({ centerHorizontally });
  }

  get headersFooters(): HeaderFooterGroup {
    return new HeaderFooterGroup(this.#sheet);
  }

  setPrintArea(printArea: HostObject | string): void {
    this.#change({ printArea: this.#areas(printArea) });
  }

  getPrintAreaOrNullObject(): HostObject | null {
    return this.#page.printArea ? this.#context.rangeAreas(this.#sheet, this.#page.printArea) : null;
  }

  setPrintTitleRows(rows: HostObject | string): void {
    const [area] = this.#areas(rows);
    if (!area || !isWholeRows(area)) throw invalidArgument();
    this.#change({ titleRows: { first: area.firstRow, last: area.lastRow } });
  }

  getPrintTitleRowsOrNullObject(): HostObject | null {
    const rows = this.#page.titleRows;
    return rows
      ? this.#context.range(this.#sheet, {
          firstRow: rows.first,
          lastRow: rows.last,
          firstColumn: 0,
          lastColumn: MAX_COLUMNS - 1,
        })
      : null;
  }

  #areas(argument: HostObject | string): Area[] {
    if (typeof argument === "string") return parseAreas(this.#sheet, argument);
    if (argument instanceof RangeAreas) return parseAreas(this.#sheet, argument.address);
    if (!isRange(argument)) throw invalidArgument();
    return [placeOf(argument).area];
  }
}

export class HeaderFooterGroup extends HostObject {
  readonly #sheet: LiveSheet;

  constructor(sheet: LiveSheet) {
    super();
    this.#sheet = sheet;
  }

  get defaultForAllPages(): HeaderFooter {
    return new HeaderFooter(this.#sheet);
  }
}

type Part = "left" | "center" | "right";

export class HeaderFooter extends HostObject {
  readonly #sheet: LiveSheet;

  constructor(sheet: LiveSheet) {
    super();
    this.#sheet = sheet;
  }

  #set(place: "header" | "footer", part: Part, text: string): void {
    assertWritable(this.#sheet);
    this.#sheet.page[place] = { ...this.#sheet.page[place], [part]: text };
  }

  get leftHeader(): string {
    return this.#sheet.page.header.left;
  }

  set leftHeader(text: string) {
    this.#set("header", "left", text);
  }

  get centerHeader(): string {
    return this.#sheet.page.header.center;
  }

  set centerHeader(text: string) {
    this.#set("header", "center", text);
  }

  get rightHeader(): string {
    return this.#sheet.page.header.right;
  }

  set rightHeader(text: string) {
    this.#set("header", "right", text);
  }

  get leftFooter(): string {
    return this.#sheet.page.footer.left;
  }

  set leftFooter(text: string) {
    this.#set("footer", "left", text);
  }

  get centerFooter(): string {
    return this.#sheet.page.footer.center;
  }

  set centerFooter(text: string) {
    this.#set("footer", "center", text);
  }

  get rightFooter(): string {
    return this.#sheet.page.footer.right;
  }

  set rightFooter(text: string) {
    this.#set("footer", "right", text);
  }
}
