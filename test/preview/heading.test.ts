import { headingRuns } from "../../src/preview/print/heading";

const facts = { page: 2, pages: 3, sheet: "附件2", file: "表.xlsx", now: new Date(2026, 7, 19, 9, 5) };
const text = (source: string) =>
  headingRuns(source, facts)
    .map((run) => run.text)
    .join("");

test.each([
  ["第 &P 页，共 &N 页", "第 2 页，共 3 页"],
  ["&P+10", "12"],
  ["&A · &F", "附件2 · 表.xlsx"],
  ["&D &T", "2026/8/19 9:05"],
  ["甲&&乙", "甲&乙"],
  ["&G&Z无", "无"],
  ["末尾&", "末尾&"],
])("%s reads %s", (source, expected) => expect(text(source)).toBe(expected));

test("looks hold until they change", () => {
  expect(headingRuns('&"宋体,Bold"&10甲&B乙&KFF0000丙', facts)).toEqual([
    { text: "甲", fontName: "宋体", fontSize: 10, bold: true, italic: false },
    { text: "乙", fontName: "宋体", fontSize: 10, bold: false, italic: false },
    { text: "丙", fontName: "宋体", fontSize: 10, bold: false, italic: false, color: "#FF0000" },
  ]);
});
