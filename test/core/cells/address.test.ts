import fc from "fast-check";
import {
  areaAddress,
  columnIndex,
  columnLetters,
  firstCell,
  parseArea,
  parseAreas,
  parseCell,
  quotedSheet,
  rowSpans,
  sheetAddress,
  splitAddress,
} from "../../../src/core/cells/address";

test.each([
  [0, "A"],
  [25, "Z"],
  [26, "AA"],
  [701, "ZZ"],
  [702, "AAA"],
  [16_383, "XFD"],
])("column %i is %s", (index, letters) => {
  expect(columnLetters(index)).toBe(letters);
  expect(columnIndex(letters)).toBe(index);
});

test.each([
  ["附件2", "附件2"],
  ["附件 2", "'附件 2'"],
  ["8月", "'8月'"],
  ["It's", "'It''s'"],
  ["A1", "'A1'"],
  ["R1C1", "'R1C1'"],
  ["表-1", "'表-1'"],
])("sheet %s is written %s", (name, written) => expect(quotedSheet(name)).toBe(written));

test("an address goes to a sheet and back, whatever the sheet is called", () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, maxLength: 31 }).filter((name) => !/[\\/?*[\]:]/.test(name)),
      (name) => {
        expect(splitAddress(sheetAddress(name, "J9"))).toEqual({ sheet: name, address: "J9" });
      },
    ),
  );
});

test("areas are parsed as they are written, and nothing else is taken for one", () => {
  const area = { firstRow: 3, firstColumn: 1, lastRow: 8, lastColumn: 27 };
  expect(areaAddress(area)).toBe("B4:AB9");
  expect(parseArea("$B$4:$AB$9")).toEqual(area);
  expect(parseArea("B:C")).toBeNull();
  expect(parseArea("#REF!")).toBeNull();
  expect(parseAreas("'a,b'!A1:G1,'a,b'!A40:G41")).toEqual([
    { firstRow: 0, firstColumn: 0, lastRow: 0, lastColumn: 6 },
    { firstRow: 39, firstColumn: 0, lastRow: 40, lastColumn: 6 },
  ]);
});

test("areas of whole columns and rows reach to the sheet's end", () => {
  expect(parseAreas("附件2!$B:$G,附件2!$1:$4,附件2!#REF!")).toEqual([
    { firstRow: 0, firstColumn: 1, lastRow: 1_048_575, lastColumn: 6 },
    { firstRow: 0, firstColumn: 0, lastRow: 3, lastColumn: 16_383 },
  ]);
});

test("areas may stand between semicolons, as on a machine whose list separator is one", () => {
  expect(parseAreas("'a;b'!A1:G1;'a;b'!A40:G41").map(areaAddress)).toEqual(["A1:G1", "A40:G41"]);
});

test.each([
  ["J9", { row: 8, column: 9 }],
  ["R9C10", { row: 8, column: 9 }],
  ["Z9S10", { row: 8, column: 9 }],
  // Columns R, C and RC, as A1 writes them.
  ["R1", { row: 0, column: 17 }],
  ["C1", { row: 0, column: 2 }],
  ["RC1", { row: 0, column: 470 }],
  ["R[1]C[2]", null],
  ["R0C1", null],
])("the cell of %s, in either style of reference", (address, cell) => expect(parseCell(address)).toEqual(cell));

test("rows are spans of neighbours", () => {
  expect(rowSpans([4, 5, 6, 9, 11, 12])).toEqual([
    [4, 6],
    [9, 9],
    [11, 12],
  ]);
});

test.each([
  ["B3", { row: 2, column: 1 }],
  ["A1:B3", { row: 0, column: 0 }],
  ["$J$9:$K$12", { row: 8, column: 9 }],
  ["5:7", { row: 4, column: 0 }],
  ["B:D", { row: 0, column: 1 }],
  ["C4:C5,A1", { row: 3, column: 2 }],
  ["'附件,2'!C4,A1", { row: 3, column: 2 }],
  ["C4:C5;A1", { row: 3, column: 2 }],
  ["", null],
  ["没有", null],
])("the first cell of %s", (address, cell) => expect(firstCell(address)).toEqual(cell));
