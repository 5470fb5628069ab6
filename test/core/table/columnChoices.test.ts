import fc from "fast-check";
import { readColumnChoices } from "../../../src/core/memory/columnChoices";
import { addChoices, keptPlaces } from "../../../src/core/table/columnChoices";
import { recognise } from "../../../src/core/table/recognise";
import type { Recognition } from "../../../src/core/table/recognise";
import { choicesFor } from "../../../src/core/table/recognisedColumns";
import type { ColumnChoice } from "../../../src/core/table/recognisedColumns";
import { HEADER_SYNONYMS } from "../../../src/core/table/headers";
import type { TableColumn } from "../../../src/core/table/headers";
import { SOURCE_HEADER, percent, sheet, full } from "../sheet";
import type { CellInput } from "../sheet";
import { codes } from "../../outcomes";

/** As the source has it, with two odd headers: 主体数 for the main items, 办件覆盖主项 for those with a case. */
const ODD: CellInput[] = [
  "序号",
  "部门名称",
  "主体数",
  "目录清单完成率",
  "实施清单完备率",
  "监管行为覆盖率",
  "执法人员入驻率目标",
  "办件覆盖主项",
  "备注",
];
const ROW: CellInput[] = [1, "威远县交通运输局", 185, full, full, percent(0.5), full, 92, "见附表"];
const CLAIMED: ColumnChoice = { at: 2, header: "主体数", column: "claimed" };
const COVERED: ColumnChoice = { at: 7, header: "办件覆盖主项", column: "covered" };

const found = (
  rows: readonly (readonly CellInput[])[],
  choices: readonly ColumnChoice[] = [],
  own?: Parameters<typeof recognise>[1],
): Recognition => recognise(sheet(rows), own, choices)!;
const uses = ({ columns }: Recognition) => columns.map(({ column }) => column);

test("a header that no word knows stops the run, and what was found is told; choosing completes the table", () => {
  const stopped = found([ODD, ROW]);
  expect([stopped.table, codes(stopped)]).toEqual([null, ["COLUMN_MISSING"]]);
  expect(stopped.columns.map(({ header, column, chosen }) => [header, column, chosen])).toEqual([
    ["序号", "serial", false],
    ["部门名称", "department", false],
    ["主体数", null, false],
    ["目录清单完成率", "directoryTarget", false],
    ["实施清单完备率", "implementationTarget", false],
    ["监管行为覆盖率", "coverageTarget", false],
    ["执法人员入驻率目标", "officersTarget", false],
    ["办件覆盖主项", null, false],
    ["备注", null, false],
  ]);
  const chosen = found([ODD, ROW], [CLAIMED, COVERED]);
  expect(codes(chosen)).toEqual([]);
  expect(chosen.table!.columns).toEqual({
    serial: 0,
    department: 1,
    claimed: 2,
    directoryTarget: 3,
    implementationTarget: 4,
    coverageTarget: 5,
    officersTarget: 6,
    covered: 7,
  });
  expect(chosen.table!.departments[0]!.cells.covered).toEqual({ kind: "number", value: 92, written: "number" });
  expect(chosen.columns.filter((one) => one.chosen).map(({ at }) => at)).toEqual([2, 7]);
});

test("a chosen column beats words: the one that the words name is used for nothing, and nothing is doubled", () => {
  const header = [...ODD.slice(0, 2), "主项数", ...ODD.slice(3, 7), "本期主项数"];
  const row = [...ROW.slice(0, 7), 180];
  const chosen = found([header, row], [{ at: 7, header: "本期主项数", column: "claimed" }]);
  expect(chosen.table!.columns.claimed).toBe(7);
  expect(uses(chosen)).toEqual([
    "serial",
    "department",
    null,
    "directoryTarget",
    "implementationTarget",
    "coverageTarget",
    "officersTarget",
    "claimed",
  ]);
  expect(codes(chosen)).toEqual([]);
});

test("used for nothing: the next column of that name takes its place", () => {
  const header = [...ODD.slice(0, 2), "主项数", ...ODD.slice(3, 7), "主项数"];
  const row = [...ROW.slice(0, 7), 180];
  expect(codes(found([header, row]))).toEqual(["HEADER_TWICE"]);
  expect(found([header, row]).columns[7]).toEqual({
    at: 7,
    header: "主项数",
    column: null,
    chosen: false,
    double: "claimed",
  });
  const chosen = found([header, row], [{ at: 2, header: "主项数", column: null }]);
  expect([chosen.table!.columns.claimed, codes(chosen)]).toEqual([7, []]);
  expect(codes(found([ODD, ROW], [CLAIMED, { at: 5, header: "监管行为覆盖率", column: null }]))).toEqual([
    "COLUMN_MISSING",
  ]);
});

test("two targets of one name are settled by saying which", () => {
  const header = [...ODD.slice(0, 2), "主项数", ...ODD.slice(3, 7), "监管行为覆盖率"];
  const row = [...ROW.slice(0, 7), percent(0.4)];
  expect(codes(found([header, row]))).toEqual(["COLUMN_AMBIGUOUS"]);
  const chosen = found(
    [header, row],
    [
      { at: 5, header: "监管行为覆盖率", column: null },
      { at: 7, header: "监管行为覆盖率", column: "coverageTarget" },
    ],
  );
  expect([chosen.table!.columns.coverageTarget, codes(chosen)]).toEqual([7, []]);
});

test("a department column of another name can be chosen where all else that is needed is known", () => {
  const header = ["序号", "被考核对象", "主项数", ...ODD.slice(3, 7)];
  const stopped = found([header, ROW]);
  expect(codes(stopped)).toEqual(["COLUMN_MISSING"]);
  expect(stopped.problems[0]!.message).toContain("“部门名称”");
  expect(stopped.columns[1]).toEqual({ at: 1, header: "被考核对象", column: null, chosen: false });
  const chosen = found([["附件2"], header, ROW], [{ at: 1, header: "被考核对象", column: "department" }]);
  expect(chosen.table!.departments.map(({ name }) => name)).toEqual(["威远县交通运输局"]);
  expect(
    recognise(
      sheet([
        ["被考核对象", "主项数", "监管行为覆盖率"],
        ["甲局", 1, full],
      ]),
    ),
  ).toBeNull();
});

test("under a group the header is the texts above each other", () => {
  const grouped = [[...SOURCE_HEADER[0]!, "完成情况"], [...SOURCE_HEADER[1]!, "办件覆盖主项"], ROW.slice(0, 8)];
  expect(found(grouped).columns[7]).toEqual({ at: 7, header: "完成情况/办件覆盖主项", column: null, chosen: false });
  expect(found(grouped, [{ at: 7, header: "完成情况/办件覆盖主项", column: "covered" }]).table!.columns.covered).toBe(
    7,
  );
});

describe("a choice holds", () => {
  const inserted = (cells: readonly CellInput[]) => [
    ...cells.slice(0, 2),
    cells === ODD ? "联系人" : "示例人员001",
    ...cells.slice(2),
  ];

  test("where its header has moved and stands alone, spaces and line breaks or not", () => {
    expect(found([inserted(ODD), inserted(ROW)], [CLAIMED, COVERED]).table!.columns).toMatchObject({
      claimed: 3,
      covered: 8,
    });
    expect(
      found([ODD.map((header) => (header === "办件覆盖主项" ? "办件覆盖\n主项 " : header)), ROW], [CLAIMED, COVERED])
        .table!.columns.covered,
    ).toBe(7);
  });

  test("not where its header is gone: what is then missing is said by name", () => {
    const renamed = found(
      [ODD.map((header) => (header === "办件覆盖主项" ? "办件数" : header)), ROW],
      [CLAIMED, COVERED],
    );
    expect(renamed.table!.columns.covered).toBeUndefined();
    expect(renamed.problems.map(({ code, address, severity }) => [code, address, severity])).toEqual([
      ["COLUMN_CHOICE_LOST", "附件2!A1", "warning"],
    ]);
    expect(renamed.problems[0]!.message).toMatch(/“办件覆盖主项”.*“产生办件主项数”/);
    expect(codes(found([ODD, ROW], [{ at: 2, header: "主体", column: "claimed" }]))).toEqual([
      "COLUMN_MISSING",
      "COLUMN_CHOICE_LOST",
    ]);
  });

  test("and nothing is lost where the column is known without it, or was to be used for nothing", () => {
    const header = ODD.map((one) => (one === "办件覆盖主项" ? "产生办件主项数" : one));
    expect(codes(found([header, ROW], [CLAIMED, COVERED, { at: 9, header: "去年主项数", column: null }]))).toEqual([]);
  });

  test("at its own place among several of one header, ours not counted; once they have moved it is lost, and no neighbour taken for it", () => {
    const twin = [...ODD.slice(0, 7), "数", "数"];
    const row = [...ROW.slice(0, 7), 92, 180];
    const said: ColumnChoice[] = [
      CLAIMED,
      { at: 7, header: "数", column: null },
      { at: 8, header: "数", column: "covered" },
    ];
    expect(found([twin, row], said).table!.columns.covered).toBe(8);
    const withOurs = (cells: readonly CellInput[]) => [...cells.slice(0, 2), "", "", ...cells.slice(2)];
    expect(
      found(
        [withOurs(twin), withOurs(row)],
        said,
        new Map([
          [2, null],
          [3, "officers"],
        ]),
      ).table!.columns,
    ).toMatchObject({ covered: 10, officers: 3 });
    expect(codes(found([inserted(twin), inserted(row)], said))).toEqual(["COLUMN_CHOICE_LOST"]);
  });

  test("before a column of ours for the same", () => {
    const withOurs = found(
      [
        [...ODD, "产生办件主项数"],
        [...ROW, ""],
      ],
      [CLAIMED, COVERED],
      new Map([[9, "covered"]]),
    );
    expect(withOurs.table!.columns.covered).toBe(7);
    expect(withOurs.columns.map(({ at }) => at)).not.toContain(9);
  });
});

test("of two columns said to be one, and of two uses said of one column, the last holds", () => {
  const remark: ColumnChoice = { at: 8, header: "备注", column: "covered" };
  expect(found([ODD, ROW], [CLAIMED, COVERED, remark]).table!.columns.covered).toBe(8);
  expect(found([ODD, ROW], [CLAIMED, remark, COVERED]).table!.columns.covered).toBe(7);
  expect(found([ODD, ROW], [CLAIMED, COVERED, { ...COVERED, column: "officers" }]).table!.columns).toMatchObject({
    officers: 7,
  });
});

test("new choices stand behind those made before, or all are forgotten", () => {
  expect(addChoices([CLAIMED, COVERED], [{ ...CLAIMED, column: null }])).toEqual([
    COVERED,
    { ...CLAIMED, column: null },
  ]);
  expect(addChoices([{ ...CLAIMED, at: 9 }, COVERED], [CLAIMED])).toEqual([COVERED, CLAIMED]);
  expect(addChoices([CLAIMED], "byWords")).toEqual([]);
  // Ours stand in D, E and J: of two of them the chosen columns stand right.
  expect(
    keptPlaces(
      [
        { ...CLAIMED, at: 2 },
        { ...COVERED, at: 8 },
      ],
      [3, 4, 9],
    ),
  ).toEqual([
    { ...CLAIMED, at: 2 },
    { ...COVERED, at: 6 },
  ]);
});

describe("what a person is taken to say", () => {
  test("only what differs from what was recognised", () => {
    const { columns } = found([ODD, ROW]);
    expect(choicesFor(columns, uses(found([ODD, ROW])))).toEqual([]);
    expect(
      choicesFor(columns, [
        "serial",
        "department",
        "claimed",
        "directoryTarget",
        "implementationTarget",
        "coverageTarget",
        "officersTarget",
        "covered",
        null,
      ]),
    ).toEqual([CLAIMED, COVERED]);
  });

  test("both columns of which the words left a doubt, once", () => {
    const header = [...ODD.slice(0, 2), "主项总数", ...ODD.slice(3, 7), "主项数"];
    const row = [...ROW.slice(0, 7), 180];
    const first = found([header, row]);
    const said = choicesFor(first.columns, uses(first));
    expect(said).toEqual([
      { at: 2, header: "主项总数", column: "claimed" },
      { at: 7, header: "主项数", column: null },
    ]);
    const second = found([header, row], said);
    expect(codes(second)).toEqual([]);
    expect(choicesFor(second.columns, uses(second))).toEqual([]);
  });

  test("with a column the others of its header", () => {
    const first = found([
      [...ODD.slice(0, 2), "主项数", ...ODD.slice(3, 7), "数", "数"],
      [...ROW.slice(0, 8), 3],
    ]);
    expect(choicesFor(first.columns, [...uses(first).slice(0, 7), null, "covered"])).toEqual([
      { at: 7, header: "数", column: null },
      { at: 8, header: "数", column: "covered" },
    ]);
  });
});

test.each<[string, unknown, number, boolean]>([
  ["nothing", undefined, 0, false],
  ["text", "x", 0, true],
  ["all readable", [CLAIMED, { ...COVERED, column: null }], 2, false],
  ["one of an unknown use", [CLAIMED, { ...COVERED, column: "total" }], 1, true],
  ["one without a place", [{ header: "主体数", column: "claimed" }, COVERED], 1, true],
  ["a place between columns", [{ ...CLAIMED, at: 1.5 }], 0, true],
])("read from the workbook: %s", (_, stored, kept, damaged) => {
  const read = readColumnChoices(stored);
  expect([read.choices.length, read.damaged]).toEqual([kept, damaged]);
});

describe("on random headers", () => {
  const words = Object.values(HEADER_SYNONYMS).map((synonyms) => synonyms[0]!);
  const header = fc.shuffledSubarray([...words, "办件覆盖主项", "备注", "联系人", "数", "数"], { minLength: 9 });
  const doubled = fc
    .tuple(header, fc.option(fc.constantFrom(...words)))
    .map(([texts, again]) => (again === null ? texts : [...texts, again]));
  const rowsOf = (texts: readonly string[]) => [["附件2"], texts, texts.map((_, index) => (index === 0 ? "甲局" : 1))];
  const asChoices = ({ columns }: Recognition): ColumnChoice[] =>
    columns.map(({ at, header: text, column }) => ({ at, header: text, column }));

  test("saying what was recognised changes nothing but that it was said", () => {
    fc.assert(
      fc.property(doubled, (texts) => {
        const first = recognise(sheet(rowsOf(texts)));
        fc.pre(first !== null);
        const second = found(rowsOf(texts), asChoices(first));
        expect(second.columns.map(({ at, column }) => [at, column])).toEqual(
          first.columns.map(({ at, column }) => [at, column]),
        );
        expect(second.columns.every(({ chosen }) => chosen)).toBe(true);
        if (first.table) expect(second.table).toEqual(first.table);
        const settled = ["HEADER_TWICE", "COLUMN_AMBIGUOUS"];
        expect(codes(second)).toEqual(codes(first).filter((code) => !settled.includes(code)));
      }),
    );
  });

  test("each column is used as it was said to be, whatever its words", () => {
    const all = Object.keys(HEADER_SYNONYMS) as TableColumn[];
    fc.assert(
      fc.property(
        fc.shuffledSubarray(words, { minLength: words.length }),
        fc.shuffledSubarray(all, { minLength: all.length }),
        (texts, said) => {
          const chosen = found(
            rowsOf(texts),
            texts.map((text, at) => ({ at, header: text, column: said[at]! })),
          );
          expect(uses(chosen)).toEqual(said);
        },
      ),
    );
  });
});
