import fc from "fast-check";
import type { RawValue } from "../../../src/core/cells/grid";
import { NO_CHOICES } from "../../../src/core/detail/choices";
import type { DetailSheet } from "../../../src/core/detail/detailSheet";
import { recogniseDetail } from "../../../src/core/detail/header";
import { Importing, Merging, allAdded } from "../../../src/core/detail/importing";
import type { Imported, Merge } from "../../../src/core/detail/importing";
import { DETAIL_FIELDS } from "../../../src/core/detail/kinds";
import type { DetailKind } from "../../../src/core/detail/kinds";
import { DETAIL_HEADERS } from "../../../src/core/wording/detail";

/** Reading what the platforms export: every row is checked, repeated rows count once, contradictions stop all. */

type Line = readonly RawValue[];
const headersOf = (kind: DetailKind): Line => DETAIL_FIELDS[kind].map((field) => DETAIL_HEADERS[field]);

function recognised(name: string, lines: readonly Line[]): DetailSheet {
  const found = recogniseDetail(
    { sheet: name, firstRow: 0, firstColumn: 0, values: lines.slice(0, 15), lastRow: lines.length - 1 },
    NO_CHOICES,
  );
  if (!found?.sheet) throw new Error(JSON.stringify(found));
  return found.sheet;
}

function read(files: Readonly<Record<string, readonly Line[]>>): Imported {
  const importing = new Importing();
  for (const [name, lines] of Object.entries(files))
    importing.open(recognised(name, lines)).add({ firstRow: 0, firstColumn: 0, values: lines });
  return importing.result();
}

function merge({ kinds }: Imported, standing: readonly Line[]): Merge {
  const merging = new Merging(kinds[0]!, recognised("监管事项明细", standing));
  merging.add({ firstRow: 1, firstColumn: 0, values: standing.slice(1) });
  return merging.result();
}

const items = (...lines: Line[]): Line[] => [headersOf("items"), ...lines];
const item = (main: number, state: RawValue = "已发布", cases: RawValue = 1): Line => [
  "示例甲局",
  `主项${main}`,
  `A${main}`,
  "",
  "",
  state,
  "完备",
  cases,
];
const codes = ({ problems }: Imported) =>
  problems.filter(({ severity }) => severity === "error").map(({ code, address }) => `${code} ${address}`);
const cellsOf = ({ kinds }: Imported) => [...kinds[0]!.content.values()].map(({ cells }) => cells);

describe("what is wrong in a row stops all, and is told once with the first place and the number of rows", () => {
  test.each<[string, DetailKind, Line, string]>([
    ["办件数 negative", "items", ["示例甲局", "甲", "", "", "", "", "", -1], "CASES_UNREADABLE 导出.csv!H2"],
    ["办件数 fractional", "items", ["示例甲局", "甲", "", "", "", "", "", "1.5"], "CASES_UNREADABLE 导出.csv!H2"],
    ["办件数 a word", "items", ["示例甲局", "甲", "", "", "", "", "", "若干"], "CASES_UNREADABLE 导出.csv!H2"],
    ["an unknown word", "items", ["示例甲局", "甲", "", "", "", "办理中", "", ""], "STATE_UNKNOWN 导出.csv!F2"],
    ["a day that does not exist", "cases", ["示例甲局", "甲", "", "1", "2025-02-30"], "DATE_UNREADABLE 导出.csv!E2"],
    ["a date in words", "accounts", ["示例甲局", "示例人员001", "1", "有效", "上周"], "DATE_UNREADABLE 导出.csv!E2"],
    [
      "a long number stored as a number",
      "officers",
      ["示例甲局", "示例人员001", 5110240000000001, "有效", "在岗"],
      "NUMBER_LOST 导出.csv!C2",
    ],
    [
      "a long number after Excel has saved it",
      "cases",
      ["示例甲局", "甲", "", "5.11024E+15", "2025-02-03"],
      "NUMBER_LOST 导出.csv!D2",
    ],
  ])("%s", (_, kind, line, expected) => {
    const found = read({ "导出.csv": [headersOf(kind), line, [...line], line.map((cell) => cell)] });
    expect(codes(found)).toEqual([expected.replace("导出.csv", "'导出.csv'")]);
    expect(found.problems[0]!.message).toContain(" 3 行");
  });

  test("200,000 bad rows make one problem for each fault, words named up to five", () => {
    const lines = Array.from({ length: 200_000 }, (_, row) => [
      "示例甲局",
      `主项${row}`,
      "",
      "",
      "",
      `词${row}`,
      "完备",
      -row - 1,
    ]);
    const { problems } = read({ "a.csv": [headersOf("items"), ...lines] });
    expect(problems.map(({ code }) => code).sort()).toEqual(["CASES_UNREADABLE", "STATE_UNKNOWN"]);
    expect(problems.find(({ code }) => code === "STATE_UNKNOWN")!.message).toContain(
      "200000 行的写法不认识（“词0”、“词1”、“词2”、“词3”、“词4”等）",
    );
  });
});

test("cells are read as what their column holds", () => {
  const lines: Line[] = [
    headersOf("accounts"),
    ["示例甲局", " =1+1 ", '="051102"', "有效", "2025-09-01 06:00"],
    ["示例甲局", "示例人员002", 510011, "有效", 45901.25],
    ["示例甲局", "示例人员003", "\t003", "停用", "从未登录"],
    ["", "", "", "", ""],
  ];
  expect(cellsOf(read({ "a.csv": lines }))).toEqual([
    ["示例甲局", "=1+1", "051102", "有效", 45901.25],
    ["示例甲局", "示例人员002", "510011", "有效", 45901.25],
    ["示例甲局", "示例人员003", "003", "停用", ""],
  ]);
});

test("officers of one certificate in two departments are two rows; cases without a number count once where all is the same", () => {
  const officer = (department: string): Line => [department, "示例人员001", "X1", "有效", "在岗"];
  expect(
    cellsOf(read({ "a.csv": [headersOf("officers"), officer("示例甲局"), officer("示例乙局"), officer("示例 甲局")] })),
  ).toHaveLength(2);
  const record: Line = ["示例甲局", "甲", "A1", "", "2025-09-01"];
  expect(
    cellsOf(read({ "a.csv": [headersOf("cases"), record, [...record], ["示例甲局", "甲", "A1", "", "2025-09-02"]] })),
  ).toHaveLength(2);
});

test("the same row with another content stops all and names both places", () => {
  const found = read({
    "一.csv": items(item(1), item(2)),
    "二.csv": items(item(3), item(2, "未发布"), item(1, "已发布", 7)),
  });
  expect(codes(found)).toEqual(["IMPORT_CONTRADICTION '二.csv'!F3"]);
  expect(found.problems[0]!.message).toContain("'一.csv'!F3 和 '二.csv'!F3 写得不一样（这样的共 2 条）");
});

test("a column that one file lacks comes from the other, and the workbook keeps its own", () => {
  const short: Line[] = [
    ["部门", "主项名称", "主项编码", "办件数"],
    ["示例甲局", "主项1", "A1", 1],
  ];
  expect(cellsOf(read({ "一.csv": short, "二.csv": items(item(1)) }))).toEqual(
    cellsOf(read({ "二.csv": items(item(1)) })),
  );
  const merged = merge(read({ "一.csv": [short[0]!, ["示例甲局", "主项1", "A1", 5]] }), items(item(1)));
  expect(merged).toEqual({ updates: [{ row: 1, cells: item(1, "已发布", 5) }], surplus: [], added: [], identical: 0 });
});

test("rows of the workbook are updated where they stand, further ones of the same thing are emptied, others stay", () => {
  const merged = merge(
    read({ "a.csv": items(item(1), item(2, "未发布"), item(4), item(4)) }),
    items(item(1), item(3), item(2), [], item(2)),
  );
  expect(merged).toEqual({
    updates: [{ row: 3, cells: item(2, "未发布") }],
    surplus: [5],
    added: [item(4)],
    identical: 2,
  });
});

const lines = fc.array(fc.tuple(fc.nat(8), fc.constantFrom("已发布", "未发布"), fc.nat(2)), { maxLength: 25 });

test("neither the order of rows nor how they are spread over files changes what results", () => {
  fc.assert(
    fc.property(lines, fc.infiniteStream(fc.nat(2)), fc.infiniteStream(fc.nat()), (drawn, places, keys) => {
      const all = drawn.map(([main, state, cases]) => item(main, state, cases));
      const shuffled = all.map((line) => ({ line, key: keys.next().value! })).sort((a, b) => a.key - b.key);
      const files: Record<string, Line[]> = { "0.csv": items(), "1.csv": items(), "2.csv": items() };
      for (const { line } of shuffled) files[`${places.next().value!}.csv`]!.push(line);
      const [one, other] = [read({ "a.csv": items(...all) }), read(files)];
      const has = ({ problems }: Imported) => problems.some(({ code }) => code === "IMPORT_CONTRADICTION");
      expect(has(other)).toBe(has(one));
      if (has(one) || all.length === 0) return;
      const set = (found: Imported) =>
        cellsOf(found)
          .map((cells) => JSON.stringify(cells))
          .sort();
      expect(set(other)).toEqual(set(one));
      expect(other.kinds[0]!.rows).toBe(all.length);
    }),
  );
});

test("rows = new + updated + identical, and a second import of the same file changes nothing", () => {
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const standing = items(...before.map(([main, state, cases]) => item(main, state, cases)));
      const once = new Map(after.map(([main, state, cases]) => [main, item(main, state, cases)]));
      if (once.size === 0) return;
      const found = read({ "a.csv": items(...once.values()) });
      const merged = merge(found, standing);
      expect(merged.added.length + merged.updates.length + merged.identical).toBe(found.kinds[0]!.rows);
      const next = standing.map((line, row) =>
        merged.surplus.includes(row) ? [] : (merged.updates.find((update) => update.row === row)?.cells ?? line),
      );
      expect(merge(found, [...next, ...merged.added] as Line[])).toEqual({
        updates: [],
        surplus: [],
        added: [],
        identical: found.kinds[0]!.rows,
      });
      expect(allAdded(found.kinds[0]!).added).toHaveLength(once.size);
    }),
  );
});
