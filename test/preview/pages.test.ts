import type { Area, PageData, SheetData } from "../../src/host/workbook/data";
import { blankSheet } from "../../src/host/workbook/live/blank";
import { layOut } from "../../src/preview/print/pages";

const MM = 72 / 25.4;
const MARGINS = { left: 36, right: 36, top: 72, bottom: 72, header: 20, footer: 20 };

const sheet = (page: Partial<PageData>, cells: SheetData["cells"] = {}): SheetData => {
  const blank = blankSheet("表");
  return { ...blank, cells, page: { ...blank.page, margins: MARGINS, ...page } };
};
const area = (lastRow: number, lastColumn: number): Area => ({ firstRow: 0, firstColumn: 0, lastRow, lastColumn });
const lengths = { row: () => 20, column: () => 50 };
const rowsOf = (page: ReturnType<typeof layOut>["pages"][number]) => page.rows.flatMap((band) => band.indexes);

test("rows go on to the next page when the paper is full, titles first", () => {
  // A4 is 841.9 points high: 697.9 between the margins hold 34 rows of 20, or 2 titles and 32 more.
  const { pages, scale, paper } = layOut(
    sheet({ printArea: [area(99, 3)], titleRows: { first: 0, last: 1 } }),
    lengths,
  );
  expect(paper.height).toBeCloseTo(297 * MM, 6);
  expect(scale).toBe(100);
  expect(pages.map((page) => rowsOf(page).length)).toEqual([34, 34, 34, 4]);
  expect(rowsOf(pages[1]!).slice(0, 3)).toEqual([0, 1, 34]);
  expect(pages[1]!.rows[1]!.edges[0]).toBe(40);
});

test("columns beyond the paper come after all rows of those before", () => {
  // 595.3 − 72 = 523.3 points hold 10 columns of 50.
  const { pages } = layOut(sheet({ printArea: [area(39, 14)] }), lengths);
  expect(pages.map((page) => [rowsOf(page)[0], page.columns[0]!.indexes[0], page.columns[0]!.indexes.length])).toEqual([
    [0, 0, 10],
    [34, 0, 10],
    [0, 10, 5],
    [34, 10, 5],
  ]);
});

test("one page wide takes the largest whole scale that fits, and never enlarges", () => {
  // 20 columns of 50 are 1000 points; 523.28 hold them at 52 %.
  expect(layOut(sheet({ printArea: [area(5, 19)], zoom: { horizontalFitToPages: 1 } }), lengths)).toMatchObject({
    scale: 52,
    pages: [{}],
  });
  expect(layOut(sheet({ printArea: [area(5, 1)], zoom: { horizontalFitToPages: 1 } }), lengths).scale).toBe(100);
  // 100 rows of 20 on one page: 697.9 / 2000.
  expect(
    layOut(sheet({ printArea: [area(99, 1)], zoom: { horizontalFitToPages: 1, verticalFitToPages: 1 } }), lengths)
      .scale,
  ).toBe(34);
});

test("hidden rows and columns take no room", () => {
  const { pages } = layOut(sheet({ printArea: [area(9, 3)] }), {
    row: (row) => (row === 4 ? 0 : 20),
    column: (column) => (column === 1 ? 0 : 50),
  });
  expect(rowsOf(pages[0]!)).toEqual([0, 1, 2, 3, 5, 6, 7, 8, 9]);
  expect(pages[0]!.columns[0]).toEqual({ indexes: [0, 2, 3], edges: [0, 50, 100, 150] });
});

test("without a print area all that is seen prints, and a blank sheet has no page", () => {
  const { pages } = layOut(sheet({}, { 2: { 3: { value: "末" } }, 7: { 1: { style: { bold: true } } } }), lengths);
  expect(rowsOf(pages[0]!)).toEqual([0, 1, 2]);
  expect(layOut(sheet({}), lengths).pages).toEqual([]);
});

test("landscape paper lies on its side; paper that is not known is A4", () => {
  expect(layOut(sheet({ orientation: "Landscape", paperSize: "A3" }), lengths).paper).toEqual({
    width: 420 * MM,
    height: 297 * MM,
  });
  expect(layOut(sheet({ paperSize: "Csheet" }), lengths).paper.width).toBe(210 * MM);
});
