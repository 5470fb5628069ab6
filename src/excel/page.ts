import { areaAddress, parseAreas } from "../core/cells/address";
import type { PageSetUp } from "../core/plan/sheetPlan";
import { rangeOf } from "./places";

const LAYOUT =
  "orientation,paperSize,zoom,leftMargin,rightMargin,topMargin,bottomMargin,headerMargin,footerMargin,centerHorizontally";
const LINES = "leftHeader,centerHeader,rightHeader,leftFooter,centerFooter,rightFooter";

/** Loads a sheet's page set-up; call `value` after the sync. */
export function loadPage(sheet: Excel.Worksheet): { value: () => PageSetUp } {
  const layout = sheet.pageLayout.load(LAYOUT);
  const lines = layout.headersFooters.defaultForAllPages.load(LINES);
  const area = layout.getPrintAreaOrNullObject().load("address");
  const titles = layout.getPrintTitleRowsOrNullObject().load("rowIndex,rowCount");
  return {
    value: () => ({
      orientation: layout.orientation,
      paperSize: layout.paperSize,
      zoom: zoomOf(layout.zoom),
      margins: {
        left: layout.leftMargin,
        right: layout.rightMargin,
        top: layout.topMargin,
        bottom: layout.bottomMargin,
        header: layout.headerMargin,
        footer: layout.footerMargin,
      },
      centerHorizontally: layout.centerHorizontally,
      printArea: area.isNullObject ? null : parseAreas(area.address),
      titleRows: titles.isNullObject ? null : { first: titles.rowIndex, last: titles.rowIndex + titles.rowCount - 1 },
      header: { left: lines.leftHeader, center: lines.centerHeader, right: lines.rightHeader },
      footer: { left: lines.leftFooter, center: lines.centerFooter, right: lines.rightFooter },
    }),
  };
}

/** Only what is said: Excel answers null for the half of the zoom that isn't in force. */
function zoomOf(zoom: Excel.PageLayoutZoomOptions): PageSetUp["zoom"] {
  return {
    ...(zoom.scale ? { scale: zoom.scale } : {}),
    ...(zoom.horizontalFitToPages ? { horizontalFitToPages: zoom.horizontalFitToPages } : {}),
    ...(zoom.verticalFitToPages ? { verticalFitToPages: zoom.verticalFitToPages } : {}),
  };
}

/**
 * Sets a sheet's page up. Where the page has no print area or title rows, the names that hold them are deleted by steps
 * of the plan: Office.js has no call that takes them away.
 */
export function setPage(sheet: Excel.Worksheet, page: PageSetUp): void {
  const layout = sheet.pageLayout;
  layout.orientation = page.orientation as Excel.PageOrientation;
  if (page.paperSize !== null) layout.paperSize = page.paperSize as Excel.PaperType;
  // Neither a scale nor a number of pages: nothing to say.
  if (Object.keys(page.zoom).length > 0) layout.zoom = { ...page.zoom };
  layout.leftMargin = page.margins.left;
  layout.rightMargin = page.margins.right;
  layout.topMargin = page.margins.top;
  layout.bottomMargin = page.margins.bottom;
  layout.headerMargin = page.margins.header;
  layout.footerMargin = page.margins.footer;
  layout.centerHorizontally = page.centerHorizontally;
  // Ranges where there can be one: how Excel reads an address goes by the machine's list separator and the person's style of reference (office-js 1985).
  const [first, ...others] = page.printArea ?? [];
  if (first)
    layout.setPrintArea(others.length === 0 ? rangeOf(sheet, first) : page.printArea!.map(areaAddress).join(","));
  if (page.titleRows)
    layout.setPrintTitleRows(
      sheet
        .getRangeByIndexes(page.titleRows.first, 0, page.titleRows.last - page.titleRows.first + 1, 1)
        .getEntireRow(),
    );
  const lines = layout.headersFooters.defaultForAllPages;
  lines.leftHeader = page.header.left;
  lines.centerHeader = page.header.center;
  lines.rightHeader = page.header.right;
  lines.leftFooter = page.footer.left;
  lines.centerFooter = page.footer.center;
  lines.rightFooter = page.footer.right;
}
