import { recognise } from "../../../src/core/table/recognise";
import type { TaskTable } from "../../../src/core/table/taskTable";
import { DEPARTMENTS } from "../../../scripts/samples/source-table";
import type { CellGrid } from "../../../src/core/cells/grid";
import { SOURCE_HEADER, percent, sheet, sourceSheet, full } from "../sheet";
import type { CellInput } from "../sheet";

const rows: CellInput[][] = [
  [1, "威远县交通运输局", 185, full, full, percent(0.5), full],
  [2, "威远县审计局", 0, "—", "—", "—", full],
];
const oneRowHeader: CellInput[] = [
  "序号",
  "部门名称",
  "目录清单已认领的主项数",
  "目录清单完成率",
  "实施清单完备率",
  "监管行为覆盖率",
  "执法人员入驻率目标",
];

function tableOf(grid: CellGrid): TaskTable {
  const found = recognise(grid);
  if (!found?.table) throw new Error(JSON.stringify(found?.problems ?? "no table"));
  return found.table;
}

test("the source's own table is recognised whole", () => {
  const table = tableOf(sourceSheet());
  expect(table.title).toEqual({ row: 1, text: "8月19日至9月15日威远县“互联网+监管”指标推进任务表" });
  expect(table.period).toEqual({ start: { year: null, month: 8, day: 19 }, end: { year: null, month: 9, day: 15 } });
  expect(table.headerRows).toEqual({ first: 2, last: 3 });
  expect(table.columns).toEqual({
    serial: 0,
    department: 1,
    claimed: 2,
    directoryTarget: 3,
    implementationTarget: 4,
    coverageTarget: 5,
    officersTarget: 6,
  });
  expect([table.firstColumn, table.lastColumn]).toEqual([0, 6]);
  expect(table.departments.map(({ name }) => name)).toEqual(DEPARTMENTS.map(({ name }) => name));
  expect(table.body).toEqual({ first: 4, last: 38 });
  expect(table.notes).toEqual({ first: 40, last: 45 });
  expect(table.aggregates).toEqual([]);
});

test("it is found anywhere, without a title, under one header row", () => {
  const table = tableOf(sheet([oneRowHeader, ...rows], { at: [11, 5] }));
  expect(table.title).toBeNull();
  expect(table.headerRows).toEqual({ first: 11, last: 11 });
  expect(table.columns.department).toBe(6);
  expect(table.departments.map(({ row, name }) => [row, name])).toEqual([
    [12, "威远县交通运输局"],
    [13, "威远县审计局"],
  ]);
});

test("columns may stand in another order, with others between and after", () => {
  const header = [
    "执法人员入驻率\n目标",
    "联系人",
    "单位名称",
    "监管行为覆盖率（%）",
    "已认领主项数（个）",
    "目录清单完成率",
    "实施清单完备率",
    "备注",
  ];
  const table = tableOf(sheet([header, [full, "示例人员001", "威远县司法局", 35, "８", full, full, "见附表"]]));
  expect(table.columns).toEqual({
    officersTarget: 0,
    department: 2,
    coverageTarget: 3,
    claimed: 4,
    directoryTarget: 5,
    implementationTarget: 6,
  });
  expect([table.firstColumn, table.lastColumn]).toEqual([0, 7]);
  expect(table.departments[0]!.cells.claimed).toEqual({ kind: "number", value: 8, written: "text", text: "８" });
});

test("names lose the line breaks and spaces within; blank rows and totals are no departments", () => {
  const table = tableOf(
    sheet([
      ...SOURCE_HEADER,
      [1, "威远县\n公安局", 57, full, full, percent(0.4), full],
      [],
      [2, "威远县 司法局", 8, full, full, percent(0.35), full],
      ["小计", null, 65],
      [3, "威远县审计局", 0, "—", "—", "—", full],
      [null, "合  计", 65],
    ]),
  );
  expect(table.departments.map(({ row, name }) => [row, name])).toEqual([
    [2, "威远县公安局"],
    [4, "威远县司法局"],
    [6, "威远县审计局"],
  ]);
  expect(table.aggregates).toEqual([
    { row: 5, of: [2, 4] },
    { row: 7, of: [2, 4, 6] },
  ]);
  expect(table.body).toEqual({ first: 2, last: 7 });
});

test("a header repeated for a further page goes on with the table", () => {
  const table = tableOf(sheet([...SOURCE_HEADER, rows[0]!, ...SOURCE_HEADER, rows[1]!]));
  expect(table.departments.map(({ row }) => row)).toEqual([2, 5]);
});

test("notes end the table, and another table below them is left alone", () => {
  const table = tableOf(
    sheet([
      ...SOURCE_HEADER,
      ...rows,
      ["说明："],
      ["1.第一条。"],
      [],
      [],
      [],
      ["另一张任务表"],
      ...SOURCE_HEADER,
      [1, "威远县水利局", 49, full, full, percent(0.35), full],
    ]),
  );
  expect(table.departments).toHaveLength(2);
  expect(table.notes).toEqual({ first: 4, last: 5 });
});

test("a department without figures but with a number in the list is one; a bare line of text is reported", () => {
  const found = recognise(
    sheet([...SOURCE_HEADER, [null, "一、县级部门"], rows[0]!, [2, "威远县司法局"], [null, "威远县水利局"]]),
  );
  expect(found!.table!.departments.map(({ name }) => name)).toEqual(["威远县交通运输局", "威远县司法局"]);
  expect(found!.problems.map(({ code, address }) => [code, address])).toEqual([
    ["ROW_IGNORED", "附件2!B3"],
    ["ROW_IGNORED", "附件2!B6"],
  ]);
});

test("a missing column stops with its name; a doubled one is told", () => {
  const without = recognise(
    sheet([oneRowHeader.filter((header) => header !== "监管行为覆盖率"), [1, "威远县司法局", 8, full, full, full]]),
  );
  expect(without!.table).toBeNull();
  expect(without!.problems.map(({ code }) => code)).toEqual(["COLUMN_MISSING"]);
  expect(without!.problems[0]!.message).toContain("监管行为覆盖率");
  const doubled = recognise(
    sheet([
      [...oneRowHeader, "主项数"],
      [...rows[0]!, 4],
    ]),
  );
  expect(doubled!.table!.columns.claimed).toBe(2);
  expect(doubled!.problems.map(({ code, address }) => [code, address])).toEqual([["HEADER_TWICE", "附件2!H1"]]);
});

test("what has been achieved is never taken for a target; two targets of one name stop the run", () => {
  const leaves = ["目录清单完成率", "实施清单完备率", "监管行为覆盖率", "执法人员入驻率"];
  const grouped = (left: string) =>
    sheet([
      ["部门名称", "主项数", left, null, null, null, "指标目标"],
      [null, null, ...leaves, ...leaves],
      ["威远县司法局", 8, 0.9, 0.9, 0.1, 0.9, full, full, percent(0.35), full],
    ]);
  expect(tableOf(grouped("实际完成情况")).columns).toMatchObject({
    directoryTarget: 6,
    coverageTarget: 8,
    officersTarget: 9,
  });
  expect(recognise(grouped("年度"))!.problems.map(({ code }) => code)).toEqual(Array(4).fill("COLUMN_AMBIGUOUS"));
});

test("a list of officers above the table, or on a sheet of its own, is passed over", () => {
  const officers: CellInput[][] = [
    ["单位", "执法人员数", "已入驻人数"],
    ["威远县司法局", 3, 3],
  ];
  expect(recognise(sheet(officers))).toBeNull();
  expect(tableOf(sheet([...officers, [], oneRowHeader, ...rows])).departments).toHaveLength(2);
});

test.each(["合计：", "合计（35个部门）", "全县总计", "农业口小计", "平均"])(
  "a row headed %s is no department",
  (label) => {
    const table = tableOf(sheet([...SOURCE_HEADER, rows[0]!, [null, label, 185, null, null, 0.5]]));
    expect(table.departments).toHaveLength(1);
    expect(table.aggregates).toEqual([{ row: 3, of: label === "平均" ? [] : [2] }]);
  },
);

test("a row that has been given a number and nothing else is blank", () => {
  const found = recognise(sheet([...SOURCE_HEADER, ...rows, [3], [4]]))!;
  expect([found.table!.departments.length, found.problems]).toEqual([2, []]);
});

test.each<[string, CellInput[][]]>([
  ["an empty sheet", [[]]],
  [
    "another table",
    [
      ["部门名称", "姓名", "执法证号"],
      ["威远县司法局", "示例人员001", "0001"],
    ],
  ],
])("%s is not taken for it", (_, cells) => expect(recognise(sheet(cells))).toBeNull());

test("notes that begin in a column of figures, for the columns stand in another order, end the table all the same", () => {
  const found = recognise(
    sheet([
      [
        "监管行为覆盖率",
        "部门名称",
        "目录清单已认领的主项数",
        "目录清单完成率",
        "实施清单完备率",
        "执法人员入驻率目标",
      ],
      [percent(0.35), "威远县司法局", 8, full, full, full],
      ["说明："],
      ["1.第一条。"],
    ]),
  );
  expect(found!.table!.departments.map(({ name }) => name)).toEqual(["威远县司法局"]);
  expect(found!.table!.notes).toEqual({ first: 2, last: 3 });
});

test("a header without departments says so", () => {
  expect(recognise(sheet([oneRowHeader]))!.problems.map(({ code }) => code)).toEqual(["NO_DEPARTMENTS"]);
});

test("our own computed columns are passed over, our input columns are read", () => {
  const header = [...oneRowHeader, "产生办件主项数", "监管行为覆盖率"];
  const found = recognise(
    sheet([header, [...rows[0]!, 92, 0.4973]]),
    new Map([
      [7, "covered" as const],
      [8, null],
    ]),
  );
  expect(found!.problems).toEqual([]);
  expect(found!.table!.columns).toMatchObject({ coverageTarget: 5, covered: 7 });
  expect([found!.table!.firstColumn, found!.table!.lastColumn]).toEqual([0, 6]);
});
