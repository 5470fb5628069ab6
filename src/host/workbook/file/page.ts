import type { PageData } from "../data";
import { inchesOfPoints, pointsOfInches } from "./lengths";
import { child, element, flagOf, numberOf, replaceChildren, setAttribute, textOf, type XmlElement } from "./xml";
import { WORKSHEET_ORDER } from "./worksheet-order";

/** Page set-up but for print area and titles, which are defined names. */
export type SheetPage = Omit<PageData, "printArea" | "titleRows" | "titleColumns">;

/** Names of Office.js by the number that files hold, from 1. */
const PAPERS = [
  "Letter",
  "LetterSmall",
  "Tabloid",
  "Ledger",
  "Legal",
  "Statement",
  "Executive",
  "A3",
  "A4",
  "A4Small",
  "A5",
  "B4",
  "B5",
  "Folio",
  "Quatro",
  "Paper10x14",
  "Paper11x17",
  "Note",
  "Envelope9",
  "Envelope10",
  "Envelope11",
  "Envelope12",
  "Envelope14",
  "Csheet",
  "Dsheet",
  "Esheet",
  "EnvelopeDL",
  "EnvelopeC5",
  "EnvelopeC3",
  "EnvelopeC4",
  "EnvelopeC6",
  "EnvelopeC65",
  "EnvelopeB4",
  "EnvelopeB5",
  "EnvelopeB6",
  "EnvelopeItaly",
];
/** Inches that hold where a file states no margins. */
const MARGINS = { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 };
const SIDES = Object.keys(MARGINS) as (keyof typeof MARGINS)[];

export function readPage(worksheet: XmlElement): SheetPage {
  const setup = child(worksheet, "pageSetup");
  const margins = child(worksheet, "pageMargins");
  const options = child(worksheet, "printOptions");
  const headings = child(worksheet, "headerFooter");
  return {
    orientation: setup?.attributes.orientation === "landscape" ? "Landscape" : "Portrait",
    paperSize: PAPERS[(numberOf(setup, "paperSize") ?? 1) - 1] ?? String(numberOf(setup, "paperSize")),
    zoom: readZoom(worksheet, setup),
    margins: Object.fromEntries(
      SIDES.map((side) => [side, pointsOfInches(numberOf(margins, side) ?? MARGINS[side])]),
    ) as PageData["margins"],
    centerHorizontally: flagOf(options, "horizontalCentered"),
    centerVertically: flagOf(options, "verticalCentered"),
    header: headerParts(textOf(child(headings, "oddHeader"))),
    footer: headerParts(textOf(child(headings, "oddFooter"))),
  };
}

function readZoom(worksheet: XmlElement, setup: XmlElement | undefined): PageData["zoom"] {
  if (!flagOf(child(child(worksheet, "sheetPr"), "pageSetUpPr"), "fitToPage"))
    return { scale: numberOf(setup, "scale") ?? 100 };
  const across = numberOf(setup, "fitToWidth") ?? 1;
  const down = numberOf(setup, "fitToHeight") ?? 1;
  return { ...(across > 0 ? { horizontalFitToPages: across } : {}), ...(down > 0 ? { verticalFitToPages: down } : {}) };
}

/** Writes the whole page set-up; what is not modelled of it (page order, copies, first page's own header) stays. */
export function writePage(worksheet: XmlElement, page: SheetPage): void {
  const part = (name: (typeof WORKSHEET_ORDER)[number]) => child(worksheet, name) ?? element(name);
  const put = (made: XmlElement) => replaceChildren(worksheet, made.name, [made], WORKSHEET_ORDER);

  const { scale, horizontalFitToPages: across = 0, verticalFitToPages: down = 0 } = page.zoom;
  const fits = scale === undefined;
  const properties = part("sheetPr");
  const fit = child(properties, "pageSetUpPr") ?? element("pageSetUpPr");
  setAttribute(fit, "fitToPage", fits ? 1 : undefined);
  replaceChildren(properties, "pageSetUpPr", Object.keys(fit.attributes).length > 0 ? [fit] : [], [
    "tabColor",
    "outlinePr",
    "pageSetUpPr",
  ]);
  if (properties.children.length > 0 || Object.keys(properties.attributes).length > 0) put(properties);

  const options = part("printOptions");
  setAttribute(options, "horizontalCentered", page.centerHorizontally ? 1 : undefined);
  setAttribute(options, "verticalCentered", page.centerVertically ? 1 : undefined);
  replaceChildren(
    worksheet,
    "printOptions",
    Object.keys(options.attributes).length > 0 ? [options] : [],
    WORKSHEET_ORDER,
  );

  put(element("pageMargins", Object.fromEntries(SIDES.map((side) => [side, inchesOfPoints(page.margins[side])]))));

  const setup = part("pageSetup");
  setAttribute(
    setup,
    "paperSize",
    PAPERS.includes(page.paperSize) ? PAPERS.indexOf(page.paperSize) + 1 : page.paperSize,
  );
  setAttribute(setup, "orientation", page.orientation.toLowerCase());
  setAttribute(setup, "scale", fits || scale === 100 ? undefined : scale);
  setAttribute(setup, "fitToWidth", fits && across !== 1 ? across : undefined);
  setAttribute(setup, "fitToHeight", fits && down !== 1 ? down : undefined);
  put(setup);

  const headings = part("headerFooter");
  const order = ["oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"];
  for (const [name, parts] of [
    ["oddHeader", page.header],
    ["oddFooter", page.footer],
  ] as const) {
    const text = headerText(parts);
    replaceChildren(headings, name, text === "" ? [] : [element(name, {}, [text])], order);
  }
  replaceChildren(
    worksheet,
    "headerFooter",
    headings.children.length > 0 || Object.keys(headings.attributes).length > 0 ? [headings] : [],
    WORKSHEET_ORDER,
  );
}

/**
 * Parts "&L…&C…&R…". What stands before the first of them is in the centre. The codes inside (&P, &N, &"宋体"&10, && for an ampersand)
 * stay as they are, as Office.js hands them over.
 */
export function headerParts(text: string): PageData["header"] {
  const parts = { left: "", center: "", right: "" };
  let side: keyof typeof parts = "center";
  for (const [token] of text.matchAll(/&"[^"]*"|&[\s\S]|[^&]+|&/g)) {
    if (/^&[LlCcRr]$/.test(token))
      side = token[1]!.toUpperCase() === "L" ? "left" : token[1]!.toUpperCase() === "C" ? "center" : "right";
    else parts[side] += token;
  }
  return parts;
}

/** The one text that files keep of the three parts. */
export function headerText(parts: PageData["header"]): string {
  const piece = (code: string, text: string) => (text === "" ? "" : `&${code}${text}`);
  return piece("L", parts.left) + piece("C", parts.center) + piece("R", parts.right);
}
