import type { Area } from "../cells/address";
import type { CellGrid } from "../cells/grid";
import type { TaskTable } from "../table/taskTable";
import { PAGE } from "../wording/sheet";
import { PARTIAL_DEDUCTIONS } from "./columns";
import { fullWidth } from "./layout";
import type { OwnPlaces } from "./layout";
import type { Mark, PageSetUp, Step } from "../plan/sheetPlan";

export interface PrintForm {
  /** short leaves the four partial deductions out. */
  readonly form: "short" | "full";
  readonly paper: "A4" | "A3";
}

/** What stands in the header and the footer of the marked-up table's page. */
export interface PageFacts {
  /** 制表单位; "" leaves it out. */
  readonly office: string;
  /** The marks that the legend explains. */
  readonly marks: readonly Mark[];
  /** The time of the figures. */
  readonly now: Date;
}

const CENTIMETRE = 72 / 2.54;
/** Points. */
const MARGINS = {
  left: 1.2 * CENTIMETRE,
  right: 1.2 * CENTIMETRE,
  top: 1.8 * CENTIMETRE,
  bottom: 1.8 * CENTIMETRE,
  header: 0.8 * CENTIMETRE,
  footer: 0.8 * CENTIMETRE,
} as const;

/** The page of the marked-up table: landscape, one page wide, header rows repeated, from title to notes. */
export function printPage(
  table: TaskTable,
  own: OwnPlaces,
  paper: PrintForm["paper"],
  { office, marks, now }: PageFacts,
): PageSetUp {
  const { first, last } = fullWidth({ table, own });
  return {
    orientation: "Landscape",
    paperSize: paper,
    zoom: { horizontalFitToPages: 1 },
    margins: MARGINS,
    centerHorizontally: true,
    printArea: [
      {
        firstRow: table.title?.row ?? table.headerRows.first,
        firstColumn: first,
        lastRow: table.notes?.last ?? table.body.last,
        lastColumn: last,
      },
    ],
    titleRows: table.headerRows,
    header: { left: PAGE.header, center: "", right: PAGE.office(office) + PAGE.asOf(minute(now)) },
    footer: { left: PAGE.legend(marks), center: "", right: PAGE.page },
  };
}

/** The A4 page of a list on a sheet of ours: one page wide, its zero-based heading rows repeated, the name of the list above where given. */
export function listPage(
  orientation: "Landscape" | "Portrait",
  titleRows: { readonly first: number; readonly last: number },
  name = "",
): PageSetUp {
  return {
    orientation,
    paperSize: "A4",
    zoom: { horizontalFitToPages: 1 },
    margins: MARGINS,
    centerHorizontally: true,
    printArea: null,
    titleRows,
    header: { left: "", center: name, right: "" },
    footer: { left: "", center: "", right: PAGE.page },
  };
}

/** A page that we set up before, brought up to date: where the table is now, the time of the figures and the legend, where it is still ours. */
export function refreshedPage(page: PageSetUp, table: TaskTable, own: OwnPlaces, facts: PageFacts): PageSetUp {
  const fresh = printPage(table, own, page.paperSize === "A3" ? "A3" : "A4", facts);
  const footer = PAGE.isLegend(page.footer.left) ? { ...page.footer, left: fresh.footer.left } : page.footer;
  return {
    ...page,
    printArea: fresh.printArea,
    titleRows: fresh.titleRows,
    header: { ...page.header, right: fresh.header.right },
    footer,
  };
}

/** Names by which Excel keeps the print area and the repeated rows of a sheet. */
const PRINT_NAMES = { printArea: "Print_Area", titleRows: "Print_Titles" } as const;

/** Sets the page; what it has none of is taken away by deleting the sheet's name for it, where it stands. */
export function pageSteps(page: PageSetUp, standing: readonly { readonly name: string }[]): Step[] {
  const gone = (
    [
      ["printArea", page.printArea],
      ["titleRows", page.titleRows],
    ] as const
  )
    .filter(([, held]) => held === null)
    .map(([key]) => PRINT_NAMES[key]);
  return [
    ...gone
      .filter((name) => standing.some((held) => held.name === name))
      .map((name): Step => ({ do: "deleteName", name })),
    { do: "setPage", page },
  ];
}

/** Shows or hides the partial deductions. */
export function formSteps(own: OwnPlaces, { form }: PrintForm): Step[] {
  return PARTIAL_DEDUCTIONS.flatMap((column): Step[] =>
    own[column] === undefined ? [] : [{ do: "hideColumns", first: own[column], count: 1, hidden: form === "short" }],
  );
}

/**
 * Title and notes that are merged over exactly the table's own width are merged over ours too, so that they stand right
 * on the page. Deleting our columns shrinks such a merge back by itself. Where anything stands beside it, it stays as it is.
 */
export function stretchSteps(table: TaskTable, own: OwnPlaces, merged: readonly Area[], grid: CellGrid): Step[] {
  const { first, last } = fullWidth({ table, own });
  return merged
    .filter(
      (area) =>
        area.firstColumn === table.firstColumn &&
        area.lastColumn === table.lastColumn &&
        last > table.lastColumn &&
        (area.lastRow < table.headerRows.first || area.firstRow > table.body.last),
    )
    .filter(
      (area) =>
        !grid.values
          .slice(area.firstRow - grid.firstRow, area.lastRow - grid.firstRow + 1)
          .some((row) =>
            row
              .slice(Math.max(0, area.lastColumn + 1 - grid.firstColumn), last + 1 - grid.firstColumn)
              .some((cell) => cell !== ""),
          ),
    )
    .map((area) => ({ do: "merge", area: { ...area, firstColumn: first, lastColumn: last } }));
}

/** 2025年9月1日 09:00, in the machine's own time. */
export function minute(now: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}年${now.getMonth() + 1}月${now.getDate()}日 ${two(now.getHours())}:${two(now.getMinutes())}`;
}
