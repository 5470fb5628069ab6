import { columnIndex, columnLetters, parseArea } from "../../../src/host/workbook/address";
import { referencePieces } from "../../../src/host/workbook/file/address";
import { Palette } from "../../../src/host/workbook/file/colors";
import {
  charactersOfPoints,
  digitPixels,
  pointsOfCharacters,
  pointsOfDefaultColumn,
} from "../../../src/host/workbook/file/lengths";
import { headerParts, headerText } from "../../../src/host/workbook/file/page";
import { movedFormula } from "../../../src/host/workbook/file/shared-formula";
import { element, parseXml, xmlText } from "../../../src/host/workbook/file/xml";

describe("A shared formula moved two rows down and one column right", () => {
  test.each([
    ["A1+$B$1", "B3+$B$1"],
    ["$A1*B$2", "$A3*C$2"],
    ["SUM(A1:B2)", "SUM(B3:C4)"],
    ['IF(A1="A1","B2""C3",B2)', 'IF(B3="A1","B2""C3",C4)'],
    ["'A1 表'!A1+附件2!C3", "'A1 表'!B3+附件2!D5"],
    ["LOG10(A1)+SUM(A:B)+SUM(1:$2)", "LOG10(B3)+SUM(B:C)+SUM(3:$2)"],
    ["单项A1+表[列A1]+TRUE", "单项A1+表[列A1]+TRUE"],
    ["XFD1", "#REF!"],
    ["1.5E10+A1", "1.5E10+B3"],
  ])("%s is %s", (formula, expected) => {
    expect(movedFormula(formula, 2, 1)).toBe(expected);
  });

  test("a reference pushed above the sheet is #REF!", () => {
    expect(movedFormula("A1+A5", -2, 0)).toBe("#REF!+A3");
  });
});

test.each([
  ["A", 0],
  ["Z", 25],
  ["AA", 26],
  ["XFD", 16383],
])("column %s is number %i", (letters, number) => {
  expect(columnLetters(number)).toBe(letters);
  expect(columnIndex(letters)).toBe(number);
});

test("areas and references", () => {
  expect(parseArea("$B$2:A1")).toEqual({ firstRow: 0, lastRow: 1, firstColumn: 0, lastColumn: 1 });
  expect(parseArea("3:4")).toEqual({ firstRow: 2, lastRow: 3, firstColumn: 0, lastColumn: 16383 });
  expect([parseArea("A"), parseArea("A1:B"), parseArea("XFE1"), parseArea("#REF!")]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect(referencePieces("'甲,乙''!'!$A$1:$B$2,表!$3:$4")).toEqual(["$A$1:$B$2", "$3:$4"]);
});

describe("Widths", () => {
  test.each([
    ["Calibri", 11, 7, 48],
    ["宋体", 11, 8, 54],
    ["宋体", 12, 8, 54],
  ])("%s %i has digits of %i pixels and a default column of %i points", (fontName, fontSize, digit, points) => {
    expect(digitPixels({ fontName, fontSize })).toBe(digit);
    expect(pointsOfDefaultColumn(8, digit)).toBe(points);
  });

  test("points on whole pixels come back", () => {
    for (let pixels = 1; pixels < 500; pixels++)
      expect(pointsOfCharacters(charactersOfPoints(pixels * 0.75, 7), 7)).toBe(pixels * 0.75);
  });
});

describe("Headers", () => {
  test.each([
    ["&L左&C中&R右", { left: "左", center: "中", right: "右" }],
    ["只有中间&P/&N", { left: "", center: "只有中间&P/&N", right: "" }],
    ['&R&"楷体,Bold"&14甲&&L乙', { left: "", center: "", right: '&"楷体,Bold"&14甲&&L乙' }],
    ["", { left: "", center: "", right: "" }],
  ])("%s", (text, parts) => {
    expect(headerParts(text)).toEqual(parts);
    expect(headerParts(headerText(parts))).toEqual(parts);
  });
});

describe("Colours", () => {
  const palette = new Palette(undefined, undefined);
  const shown = (attributes: Record<string, string | number>) => palette.resolve(element("color", attributes));
  // The shades that Excel's own palette shows for white and black: 15, 25, 35 and 50 % darker, 50 % lighter.
  test.each([
    [{ theme: 0, tint: -0.15 }, "#D9D9D9"],
    [{ theme: 0, tint: -0.25 }, "#BFBFBF"],
    [{ theme: 0, tint: -0.35 }, "#A6A6A6"],
    [{ theme: 0, tint: -0.5 }, "#808080"],
    [{ theme: 1, tint: 0.5 }, "#808080"],
    [{ theme: 4 }, "#4472C4"],
    [{ indexed: 10 }, "#FF0000"],
    [{ rgb: "80ffc000" }, "#FFC000"],
    [{ auto: 1 }, undefined],
    [{ indexed: 64 }, undefined],
  ])("%j is %s", (attributes, expected) => {
    expect(shown(attributes as Record<string, string | number>)).toBe(expected);
  });
});

describe("XML", () => {
  test("comes back as it was, with what needs escaping escaped", () => {
    const text = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<a b="&lt;&quot;&#10;"><c xml:space="preserve"> &amp; </c>甲<d/></a>`;
    expect(xmlText(parseXml(text))).toBe(text);
  });

  test("a prefix of the part's own namespace is taken off", () => {
    expect(parseXml('<x:worksheet xmlns:x="urn:m"><x:sheetData/><y:z xmlns:y="urn:o"/></x:worksheet>')).toMatchObject({
      name: "worksheet",
      attributes: { xmlns: "urn:m" },
      children: [{ name: "sheetData" }, { name: "y:z" }],
    });
  });

  test("text that is cut off throws", () => {
    expect(() => parseXml("<a><b></b>")).toThrow();
  });
});
