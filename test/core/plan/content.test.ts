import { areaOf, contentOfCell, contentSteps, fingerprint, missingSheet } from "../../../src/core/plan/content";

test.each([
  ["007", "'007"],
  ["=1+1", "'=1+1"],
  ["+8", "'+8"],
  ["-", "'-"],
  ["@甲", "'@甲"],
  ["2025-09-01", "'2025-09-01"],
  ["1e5", "'1e5"],
  ["TRUE", "'TRUE"],
  ["MAR5", "'MAR5"],
  ["'quoted", "''quoted"],
  ["上午8:00", "'上午8:00"],
  ["二〇二五年九月一日", "'二〇二五年九月一日"],
  ["甲局", "甲局"],
  ["", ""],
])("the text %s is written again as text", (text, written) => {
  expect(contentOfCell(text, text)).toBe(written);
});

test("formulas, numbers, truth values and errors come back as what they were", () => {
  expect(contentOfCell("=A1", 3)).toBe("=A1");
  expect(contentOfCell(35, 35)).toBe(35);
  expect(contentOfCell(true, true)).toBe(true);
  expect(contentOfCell("#N/A", "#N/A")).toBe("#N/A");
});

test("the fingerprint tells place and every cell apart", () => {
  const content = {
    firstRow: 0,
    firstColumn: 0,
    cells: [
      ["甲局", 1],
      ["乙局", 2],
    ],
  };
  const others = [
    { ...content, firstRow: 1 },
    { ...content, firstColumn: 1 },
    {
      ...content,
      cells: [
        ["甲局", 1],
        ["乙局", "2"],
      ],
    },
    {
      ...content,
      cells: [
        ["甲局", 2],
        ["乙局", 1],
      ],
    },
    { ...content, cells: [["甲局", 1]] },
  ];
  expect(new Set([content, ...others].map(fingerprint)).size).toBe(6);
  expect(
    fingerprint({
      ...content,
      cells: [
        ["甲局", 1],
        ["乙局", 2],
      ],
    }),
  ).toBe(fingerprint(content));
});

test("a blank sheet is put back by clearing alone", () => {
  const area = { firstRow: 0, firstColumn: 0, lastRow: 3, lastColumn: 1 };
  expect(contentSteps(area, { firstRow: 0, firstColumn: 0, cells: [] })).toEqual([{ do: "clearContents", area }]);
  expect(areaOf({ firstRow: 2, firstColumn: 1, cells: [["a", "b"]] })).toEqual({
    firstRow: 2,
    firstColumn: 1,
    lastRow: 2,
    lastColumn: 2,
  });
});

test.each([
  ["=附件2!C3+'附件 2'!D4", ["附件2", "附件 2"], null],
  ["=改了名!C3", ["附件2"], "改了名"],
  ["=IF('李''四的表'!A1=\"见别处!A1\",#REF!,1)", ["李'四的表"], null],
  ["='[别的.xlsx]甲'!A1+[1]乙!B2", ["附件2"], null],
  ["别处!A1", ["附件2"], null],
])("the sheets that %s names stand among %j, but for %s", (formula, standing, missing) => {
  expect(missingSheet({ firstRow: 0, firstColumn: 0, cells: [[1, formula]] }, standing)).toBe(missing);
});
