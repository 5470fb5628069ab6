import type { RawValue } from "../../../src/core/cells/grid";
import { NO_CHOICES, readChoices } from "../../../src/core/detail/choices";
import type { DetailChoices } from "../../../src/core/detail/choices";
import { readDay } from "../../../src/core/detail/dates";
import { recogniseDetail } from "../../../src/core/detail/header";
import { ACTUAL_HEADER, SOURCE_HEADER } from "../sheet";

const recognised = (values: readonly (readonly RawValue[])[], choices: DetailChoices = NO_CHOICES, sheet = "导出") =>
  recogniseDetail({ sheet, firstRow: 0, firstColumn: 0, values, lastRow: 20 }, choices);

describe("a detail sheet is known by its headers", () => {
  test.each<[string, readonly RawValue[], object]>([
    [
      "items as the template has them",
      ["部门", "主项名称", "主项编码", "子项名称", "子项编码", "目录清单状态", "实施清单状态", "办件数"],
      {
        kind: "items",
        columns: {
          department: 0,
          mainItem: 1,
          mainCode: 2,
          subItem: 3,
          subCode: 4,
          directoryState: 5,
          implementationState: 6,
          cases: 7,
        },
      },
    ],
    [
      "items by other words, in another order, units in brackets",
      ["办件量（件）", "监管事项主项名称", "实施主体"],
      { kind: "items", columns: { cases: 0, mainItem: 1, department: 2 } },
    ],
    [
      "records of cases",
      ["部门", "事项名称", "事项编码", "办件编号", "办件日期"],
      { kind: "cases", columns: { department: 0, item: 1, code: 2, caseNumber: 3, date: 4 } },
    ],
    [
      "records that name the item by code alone",
      ["单位", "监管事项编码", "检查时间"],
      { kind: "cases", columns: { department: 0, code: 1, date: 2 } },
    ],
    [
      "records that bear sub-item and main item",
      ["部门", "事项名称", "主项名称", "行为日期"],
      { kind: "cases", columns: { department: 0, item: 1, date: 3 } },
    ],
    [
      "officers",
      ["序号", "所属单位", "姓名", "执法证号", "证件状态", "在岗状态"],
      { kind: "officers", columns: { department: 1, name: 2, certificate: 3, certificateState: 4, postState: 5 } },
    ],
    [
      "accounts",
      ["部门", "用户姓名", "执法证件号", "账号状态", "最后登录时间"],
      { kind: "accounts", columns: { department: 0, name: 1, certificate: 2, accountState: 3, lastLogin: 4 } },
    ],
  ])("%s", (_, headers, expected) => {
    expect(recognised([["某某导出表"], [], headers])).toMatchObject({ headerRow: 2, problems: [], sheet: expected });
  });

  test.each<[string, readonly (readonly RawValue[])[]]>([
    [
      "the task table",
      [
        [...SOURCE_HEADER[0]!, ...ACTUAL_HEADER].map((cell) => (typeof cell === "string" ? cell : "")),
        SOURCE_HEADER[1]!.map((cell) => (typeof cell === "string" ? cell : "")),
      ],
    ],
    [
      "the list of what is to be mended",
      [["序号", "部门", "指标", "问题", "事项或人员", "差额", "扣分", "整改措施", "责任人", "完成时限", "销号", "键"]],
    ],
    ["a list of telephone numbers", [["部门", "姓名", "电话"]]],
    ["a blank sheet", [[""]]],
  ])("%s is none", (_, values) => {
    expect(recognised(values)).toBeNull();
  });

  test.each<[string, readonly RawValue[], readonly string[]]>([
    ["a needed column is missing", ["部门", "姓名", "证件状态编号", "在岗状态"], ["DETAIL_COLUMN_MISSING 导出!A1"]],
    ["a column stands twice", ["部门", "主项名称", "办件数", "办件量"], []],
    [
      "the template's own header stands twice",
      ["部门", "主项名称", "办件数", "办件数"],
      ["DETAIL_COLUMN_TWICE 导出!D1"],
    ],
    ["two other words for one thing", ["部门", "主项名称", "办件量", "行为数"], ["DETAIL_COLUMN_TWICE 导出!D1"]],
    ["a column of ID numbers", ["部门", "姓名", "身份证号码", "证件状态", "在岗状态"], ["ID_NUMBER_COLUMN 导出!C1"]],
  ])("%s", (_, headers, expected) => {
    const found = recognised([headers]);
    expect(found?.problems.map(({ code, address }) => `${code} ${address}`)).toEqual(expected);
    if (expected.length > 0) expect(found?.sheet).toBeNull();
  });

  test("what a person has said of the columns comes first, and follows a column that has moved", () => {
    const choices: DetailChoices = { aliases: {}, columns: { 导出: { cases: { column: 3, header: "行为数" } } } };
    expect(recognised([["部门", "主项名称", "办件量", "行为数"]], choices)?.sheet?.columns).toEqual({
      department: 0,
      mainItem: 1,
      cases: 3,
    });
    expect(recognised([["行为数", "部门", "主项名称", "办件量"]], choices)?.sheet?.columns).toEqual({
      cases: 0,
      department: 1,
      mainItem: 2,
    });
    expect(recognised([["部门", "主项名称", "办件量"]], choices)?.sheet?.columns).toEqual({
      department: 0,
      mainItem: 1,
      cases: 2,
    });
    expect(recognised([["部门", "主项名称", "办件量", "行为数"]], choices, "另一张")?.sheet).toBeNull();
  });

  test("a damaged choice is named and as if it had not been made", () => {
    expect(
      readChoices({
        aliases: { 县税务局: "国家税务总局威远县税务局" },
        columns: { 导出: { cases: { column: -1, header: 1 } } },
      }),
    ).toEqual({ choices: { aliases: { 县税务局: "国家税务总局威远县税务局" }, columns: {} }, damaged: ["columns"] });
    expect(readChoices("x").damaged).toEqual(["aliases", "columns"]);
  });
});

test.each<[RawValue, string | null]>([
  ["2025-09-01", "2025-09-01"],
  ["2025/9/1", "2025-09-01"],
  ["2025年9月1日", "2025-09-01"],
  ["20250901", "2025-09-01"],
  ["２０２５-０９-０１", "2025-09-01"],
  ["2025-09-01 08:30:15", "2025-09-01"],
  ["2025-09-01T08:30:15", "2025-09-01"],
  [45901, "2025-09-01"],
  [45901.75, "2025-09-01"],
  [20250901, "2025-09-01"],
  ["2024-02-29", "2024-02-29"],
  // Other calendars: nothing is guessed. 2568 is 2025 in the Buddhist one.
  ["民国114年9月1日", null],
  ["114/9/1", null],
  ["114年9月1日", null],
  ["1140901", null],
  [1140901, null],
  ["令和7年9月1日", null],
  ["2568/9/1", null],
  ["25680901", null],
  ["二〇二五年九月一日", null],
  ["2199-12-31", "2199-12-31"],
  ["2025-02-29", null],
  ["2025-13-01", null],
  ["9月1日", null],
  ["昨天", null],
  ["", null],
  [true, null],
  [-1, null],
  [5, null],
])("the day of %p is %p", (value, expected) => {
  const day = readDay(value, 1900);
  expect(day === null ? null : new Date(day).toISOString().slice(0, 10)).toBe(expected);
});

test.each<[RawValue, string | null]>([
  // 45,901 - 1,462; written text is the same day in each system.
  [44439, "2025-09-01"],
  [44439.75, "2025-09-01"],
  [0, "1904-01-01"],
  [-1, "1903-12-31"],
  ["2025-09-01", "2025-09-01"],
  [20250901, "2025-09-01"],
  [108_112, "2199-12-31"],
  [108_113, null],
])("in a workbook that counts from 1904 the day of %p is %p", (value, expected) => {
  const day = readDay(value, 1904);
  expect(day === null ? null : new Date(day).toISOString().slice(0, 10)).toBe(expected);
});
