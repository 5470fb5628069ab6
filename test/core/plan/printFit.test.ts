import * as fc from "fast-check";
import { fitPage, pagesOf, rowHeightOf } from "../../../src/core/plan/printFit";
import { PRINTED_FORMS } from "../../../src/core/plan/printColumns";
import { emsOf, linesOf } from "../../../src/core/plan/textSize";
import { DEPARTMENTS } from "../../../scripts/samples/source-table";

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
] as const)("%s on %s fills the width without being shrunk, in letters that can be read", (form, paper, room, least) => {
  const { widths, fontSize } = fitPage({ form, paper }, PRINTED_FORMS[form].columns, { names, remarks: [], wholeTargets: true });
  const across = widths.reduce((sum, width) => sum + width, 0);
  expect(across).toBeLessThanOrEqual(room);
  expect(across).toBeGreaterThan(room * 0.95);
  expect(fontSize).toBeGreaterThanOrEqual(least);
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
  const paging = { paper: "A4", margins: { side: 40, top: 45, bottom: 50.28, running: 22 }, heading: 100, header: 85, ending: 40 } as const;
  // 10 rows of 30 points on the first page, 13 on each further one.
  expect(pagesOf(30, { ...paging, rows: 8 })).toBe(1);
  // 9 rows leave 30 points, and the end needs 40.
  expect(pagesOf(30, { ...paging, rows: 9 })).toBe(2);
  expect(pagesOf(30, { ...paging, rows: 22 })).toBe(2);
  expect(pagesOf(30, { ...paging, rows: 23 })).toBe(3);
});
