import { copyFormula, moveFormula } from "../../src/host/workbook/live/references";
import { moveArea } from "../../src/host/workbook/live/structure";

const insertC = { kind: "insert", axis: "column", at: 2, count: 2 } as const;
const deleteC = { kind: "delete", axis: "column", at: 2, count: 1 } as const;
const insertRow3 = { kind: "insert", axis: "row", at: 2, count: 1 } as const;
const deleteRow3 = { kind: "delete", axis: "row", at: 2, count: 1 } as const;

test.each([
  ["=A1+C1", insertC, "=A1+E1"],
  ["=SUM($B$1:$D$9)", insertC, "=SUM($B$1:$F$9)"],
  ["=SUM(C:C)", insertC, "=SUM(E:E)"],
  ["=SUM(1:3)", insertC, "=SUM(1:3)"],
  ['=IF(C1="C1","C1 is C2",C2)', insertC, '=IF(E1="C1","C1 is C2",E2)'],
  ["=LOG10(C1)+监管_C1+C1监管", insertC, "=LOG10(E1)+监管_C1+C1监管"],
  ["=附件2!C1+'考核 表'!C1+其他!C1", insertC, "=附件2!E1+'考核 表'!C1+其他!C1"],
  ["=C1", deleteC, "=#REF!"],
  ["=附件2!$C$1*2", deleteC, "=附件2!#REF!*2"],
  ["=SUM(B1:D1)-SUM(C1:D1)", deleteC, "=SUM(B1:C1)-SUM(C1:C1)"],
  ["=SUM(A1:A9)*A3", insertRow3, "=SUM(A1:A10)*A4"],
  ["=SUM(A1:A9)*A3", deleteRow3, "=SUM(A1:A8)*#REF!"],
  ["=SUM(A:A)+SUM($3:$5)", insertRow3, "=SUM(A:A)+SUM($4:$6)"],
  ["=VLOOKUP(C1,表1[[#All],[C1]],2,FALSE)&1.5E3", insertC, "=VLOOKUP(E1,表1[[#All],[C1]],2,FALSE)&1.5E3"],
  ["=-C1%+C1^2", insertC, "=-E1%+E1^2"],
])("%s after a change is %#", (formula, change, expected) => {
  expect(moveFormula(formula, "附件2", "附件2", change)).toBe(expected);
});

test.each([
  ["=A1+$A1+A$1+$A$1", 1, 2, "=C2+$A2+C$1+$A$1"],
  ["=A1", -1, 0, "=#REF!"],
  ["=SUM(A:A)", 4, 1, "=SUM(B:B)"],
  ['=SUM(1:1)&"A1"', 1, 1, '=SUM(2:2)&"A1"'],
])("%s copied %i down and %i right is %s", (formula, rows, columns, expected) => {
  expect(copyFormula(formula, rows, columns)).toBe(expected);
});

test("an area grows only when the insertion is strictly inside", () => {
  const area = { firstRow: 0, lastRow: 0, firstColumn: 2, lastColumn: 4 };
  expect(moveArea(area, { ...insertC, at: 2 })).toEqual({ ...area, firstColumn: 4, lastColumn: 6 });
  expect(moveArea(area, { ...insertC, at: 3 })).toEqual({ ...area, lastColumn: 6 });
  expect(moveArea(area, { ...insertC, at: 5 })).toEqual(area);
  expect(moveArea(area, { ...deleteC, at: 1, count: 5 })).toBeUndefined();
});
