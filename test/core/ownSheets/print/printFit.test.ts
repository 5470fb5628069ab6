import * as fc from "fast-check";
import { fitPage, fitRows, pagesOf, rowHeightOf } from "../../../../src/core/ownSheets/print/printFit";
import { PRINTED_FORMS } from "../../../../src/core/ownSheets/print/printColumns";
import { emsOf, linesOf } from "../../../../src/core/ownSheets/print/textSize";
import { DEPARTMENTS } from "../../../../scripts/samples/source-table";

/** How 打印版 finds room on its page. */

test("a Chinese character is one em, a digit about half of one", () => {
  expect(emsOf("威远县司法局")).toBe(6);
  expect(emsOf("应93")).toBeCloseTo(2.1);
});

test.each([
  // 10 points a character, 6 kept free at the sides.
  ["威远县司法局", 66, 1],
  ["威远县司法局", 65, 2],
  ["四川省烟草公司内江市公司威远分公司", 116, 2],
  ["四川省烟草公司内江市公司威远分公司", 66, 3],
])("%s in %d points takes %d lines", (text, width, lines) => {
  expect(linesOf(text, width, 10)).toBe(lines);
});

const names = DEPARTMENTS.map(({ name }) => name);

test.each([
  ["short", "A4", 841.89 - 2 * 42.52, 10],
  ["full", "A4", 841.89 - 2 * 28.35, 7.5],
  ["full", "A3", 1190.55 - 2 * 28.35, 11],
] as const)(
  "%s on %s fills the width without being shrunk, in letters that can be read",
  (form, paper, room, least) => {
    const { widths, fontSize } = fitPage({ form, paper }, PRINTED_FORMS[form].columns, {
      names,
      remarks: [],
      wholeTargets: true,
    });
    const across = widths.reduce((sum, width) => sum + width, 0);
    expect(across).toBeLessThanOrEqual(room);
    expect(across).toBeGreaterThan(room * 0.95);
    expect(fontSize).toBeGreaterThanOrEqual(least);
  },
);

test("情况说明 and long names are set smaller, never below 7.5 points, where that saves a page", () => {
  const short = fitPage({ form: "short", paper: "A4" }, PRINTED_FORMS.short.columns, {
    names,
    remarks: [],
    wholeTargets: true,
  });
  expect(short.smallSize).toBeGreaterThanOrEqual(7.5);
  expect(short.smallSize).toBeLessThan(short.fontSize);
  expect(
    fitPage({ form: "full", paper: "A4" }, PRINTED_FORMS.full.columns, { names, remarks: [], wholeTargets: true })
      .smallSize,
  ).toBe(7.5);

  // 485 points a page, 85 of them header: 400 for rows, 320 of them on the first page.
  const paging = {
    paper: "A4",
    margins: { side: 40, top: 45, bottom: 50.28, running: 22 },
    heading: 80,
    header: 85,
    ending: 36,
  } as const;
  const fonts = { fontSize: 10, smallSize: 8 };
  // 60 points less 6 for the sides are five characters of 10 or six of 8.
  const long = { text: "一二三四五六七八九十", width: 60 };
  const brief = { text: "司法局", width: 60 };
  const remark = { text: "达标", width: 200 };
  // Roomy: two lines of 10 are 30 points, 13 rows a page, three pages. Tight: two lines of 8 are 21 points, two pages; stretched to 22.5, 14 rows and
  // then 16, which with the end take 396 of 400 points. 23.25 would leave 17 for the second page, too many.
  const tight = fitRows([long, brief], [remark], fonts, { ...paging, rows: 30 });
  expect(tight.height).toBe(22.5);
  expect([tight.isSmall(long), tight.isSmall(brief)]).toEqual([true, false]);
  // Eight rows take one page in either way.
  const roomy = fitRows([long, brief], [remark], fonts, { ...paging, rows: 8 });
  expect(roomy.height).toBeGreaterThanOrEqual(30);
  expect(roomy.isSmall(long)).toBe(false);
});

test("rows are stretched over the pages that they take anyway, and never onto one more", () => {
  const paging = fc.record({
    paper: fc.constantFrom("A4" as const, "A3" as const),
    margins: fc.constant({ side: 40, top: 42, bottom: 45, running: 22 }),
    heading: fc.integer({ min: 60, max: 100 }),
    header: fc.integer({ min: 30, max: 90 }),
    ending: fc.integer({ min: 20, max: 50 }),
    rows: fc.integer({ min: 1, max: 200 }),
  });
  fc.assert(
    fc.property(paging, fc.integer({ min: 20, max: 80 }), (given, needed) => {
      const height = rowHeightOf(needed, given);
      expect(height).toBeGreaterThanOrEqual(needed);
      expect(pagesOf(height, given)).toBe(pagesOf(needed, given));
    }),
  );
});

test("pages are counted with title, repeated header and what stands at the end", () => {
  // A4 landscape, 595.28 less 95.28 of margins, 3 % kept free: 485 points; less 85 of header 400 for rows, 300 of them on the first page.
  const paging = {
    paper: "A4",
    margins: { side: 40, top: 45, bottom: 50.28, running: 22 },
    heading: 100,
    header: 85,
    ending: 40,
  } as const;
  // 10 rows of 30 points on the first page, 13 on each further one.
  expect(pagesOf(30, { ...paging, rows: 8 })).toBe(1);
  // 9 rows leave 30 points, and the end needs 40.
  expect(pagesOf(30, { ...paging, rows: 9 })).toBe(2);
  expect(pagesOf(30, { ...paging, rows: 22 })).toBe(2);
  expect(pagesOf(30, { ...paging, rows: 23 })).toBe(3);
});
