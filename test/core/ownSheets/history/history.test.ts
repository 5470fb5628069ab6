import fc from "fast-check";
import type { RawValue } from "../../../../src/core/cells/grid";
import type { RunRecord } from "../../../../src/core/history/record";
import { planHistory } from "../../../../src/core/ownSheets/history/history";
import type { PlannedHistory } from "../../../../src/core/ownSheets/history/history";
import { readHistorySheet, trendOfSheet } from "../../../../src/core/ownSheets/history/historySheet";
import type { HistorySheet } from "../../../../src/core/ownSheets/history/historySheet";
import { isOwnSheet } from "../../../../src/core/ownSheets/registry";
import type { SheetContent } from "../../../../src/core/plan/content";
import type { Problem } from "../../../../src/core/problems/problem";

const HEADER = [
  "日期",
  "部门名称",
  "已认领主项数",
  "目录清单已完成数",
  "实施清单已完备数",
  "应产生办件主项数",
  "产生办件主项数",
  "执法人员数",
  "已入驻人数",
  "测算扣分",
];
const department = (
  name: string,
  covered: number | null = 5,
  deduction: number | null = 29,
): RunRecord["departments"][number] => ({
  name,
  claimed: 20,
  directoryDone: 19,
  implementationDone: 20,
  covered,
  required: 7,
  officers: 2,
  onboarded: 2,
  deduction,
});
const run = (at: string, ...departments: RunRecord["departments"][number][]): RunRecord => ({ at, departments });
const planned = (record: RunRecord, standing: SheetContent | null): PlannedHistory => {
  const outcome = planHistory(record, standing);
  if (!("plan" in outcome)) throw new Error(JSON.stringify(outcome));
  return outcome;
};
const codes = (outcome: unknown) => (outcome as readonly Problem[]).map(({ code, address }) => `${code} ${address}`);
const read = (content: SheetContent) => readHistorySheet(content) as HistorySheet;

/** What the sheet holds once the writing steps of the plan are taken, from its first row and column. */
function after({ plan }: PlannedHistory, standing: SheetContent | null): SheetContent {
  const rows = new Map<string, RawValue>();
  standing?.cells.forEach((line, r) =>
    line.forEach((value, c) => rows.set(`${standing.firstRow + r},${standing.firstColumn + c}`, value)),
  );
  for (const step of plan.steps)
    if (step.do === "write")
      step.formulas.forEach((line, r) =>
        line.forEach((value, c) => rows.set(`${step.area.firstRow + r},${step.area.firstColumn + c}`, value)),
      );
  const places = [...rows.keys()].map((key) => key.split(",").map(Number) as [number, number]);
  const [lastRow, lastColumn] = [Math.max(...places.map(([r]) => r)), Math.max(...places.map(([, c]) => c))];
  return {
    firstRow: 0,
    firstColumn: 0,
    cells: Array.from({ length: lastRow + 1 }, (_, r) =>
      Array.from({ length: lastColumn + 1 }, (__, c) => rows.get(`${r},${c}`) ?? ""),
    ),
  };
}

describe("recording", () => {
  test("a fresh sheet is marked as ours, with real dates and points, blanks left blank", () => {
    const outcome = planned(run("2025-09-11T09:05", department("甲局"), department("乙局", null, null)), null);
    expect(outcome.plan).toMatchObject({ sheet: "推进记录", create: true });
    expect(
      isOwnSheet({ names: outcome.plan.steps.flatMap((step) => (step.do === "nameCell" ? [step] : [])) as never }),
    ).toBe(true);
    // 2025-09-11 is 45,911 days after Excel's day 0.
    expect(after(outcome, null).cells).toEqual([
      HEADER,
      [45_911, "甲局", 20, 19, 20, 7, 5, 2, 2, 0.29],
      [45_911, "乙局", 20, 19, 20, 7, "", 2, 2, ""],
    ]);
    expect(outcome.plan.steps).toContainEqual({
      do: "format",
      area: { firstRow: 1, firstColumn: 0, lastRow: 2, lastColumn: 0 },
      format: { numberFormat: "yyyy-mm-dd", horizontal: "Center" },
    });
  });

  test("the same day is replaced where it stands, what is new goes below, and who has left stays and is named", () => {
    const first = after(planned(run("2025-09-10T17:00", department("甲局"), department("乙局")), null), null);
    const second = after(
      planned(run("2025-09-11T09:00", department("乙局"), department("丙局"), department("甲局")), first),
      first,
    );
    const again = planned(run("2025-09-11T16:00", department("丁局", 1), department("甲局", 9, 0)), second);
    const { cells } = after(again, second);
    expect(cells.map(([day, name]) => [day, name])).toEqual([
      ["日期", "部门名称"],
      [45_910, "甲局"],
      [45_910, "乙局"],
      [45_911, "乙局"],
      [45_911, "丙局"],
      [45_911, "甲局"],
      [45_911, "丁局"],
    ]);
    expect(cells[5]).toEqual([45_911, "甲局", 20, 19, 20, 7, 9, 2, 2, 0]);
    expect(again.left).toEqual(["乙局", "丙局"]);
    expect(again.plan.create).toBeUndefined();
  });

  test("columns that staff have moved are found by name; theirs among them, above and below are not written", () => {
    const standing: SheetContent = {
      firstRow: 1,
      firstColumn: 1,
      cells: [
        ["本单位台账", "", "", "", "", "", "", "", "", "", "", ""],
        [
          "部门名称",
          "备注",
          "日期",
          "测算扣分（分）",
          "已认领主项数",
          "目录清单已完成数",
          "实施清单已完备数",
          "应产生办件主项数",
          "产生办件主项数",
          "执法人员数",
          "已入驻人数",
          "经办",
        ],
        ["甲局", "已催办", "'2025/9/11", 0.1, 20, 20, 20, 7, 6, 2, 2, "=1+1"],
        ["", "", "", "", "", "", "", "", "", "", "", "合计"],
      ],
    };
    const { plan } = planned(run("2025-09-11T10:00", department("甲局"), department("乙局")), standing);
    const writes = plan.steps.flatMap((step) => (step.do === "write" ? [step] : []));
    // Column C (备注) lies between the two blocks; the rows are one block, for 乙局 goes right under 甲局.
    expect(writes.map(({ area }) => area)).toEqual([
      { firstRow: 3, firstColumn: 1, lastRow: 4, lastColumn: 1 },
      { firstRow: 3, firstColumn: 3, lastRow: 4, lastColumn: 11 },
    ]);
    expect(writes[1]!.formulas[0]).toEqual([45_911, 0.29, 20, 19, 20, 7, 5, 2, 2]);
    expect(plan.steps.some((step) => step.do === "width" || step.do === "freezeRows" || step.do === "setPage")).toBe(
      false,
    );
  });

  test("a row that cannot be read is named, left alone, and never taken for the day's own", () => {
    const row = (day: RawValue, name: string, covered: RawValue = 5, deduction: RawValue = 0.29): RawValue[] => [
      day,
      name,
      20,
      19,
      20,
      7,
      covered,
      2,
      2,
      deduction,
    ];
    const standing: SheetContent = {
      firstRow: 0,
      firstColumn: 0,
      cells: [
        HEADER,
        row(45_911, "甲局", "约5"),
        row("'上周", "乙局"),
        row("", "丙局"),
        row(45_911, "", 5),
        row(45_911, "丁局", 1.5),
        row(45_911, "戊局", 5, 0.295),
        row(45_911, "己局", "=5"),
        row(45_911, "庚局"),
        row("'2025年9月11日", "庚局"),
        ["", "以上为九月", "", "", "", "", "", "", "", ""],
        row(45_911, "辛局", -1),
      ],
    };
    const { rows, problems, lastRow } = read(standing);
    expect(rows.map(({ name, at, deduction }) => [name, at, deduction])).toEqual([["庚局", 8, 29]]);
    expect(codes(problems)).toEqual([
      "HISTORY_ROW_UNREADABLE 推进记录!G2",
      "HISTORY_ROW_UNREADABLE 推进记录!A3",
      "HISTORY_ROW_UNREADABLE 推进记录!A4",
      "HISTORY_ROW_UNREADABLE 推进记录!B5",
      "HISTORY_ROW_UNREADABLE 推进记录!G6",
      "HISTORY_ROW_UNREADABLE 推进记录!J7",
      "HISTORY_ROW_UNREADABLE 推进记录!G8",
      "HISTORY_ROW_TWICE 推进记录!B10",
      "HISTORY_ROW_UNREADABLE 推进记录!G12",
    ]);
    expect(lastRow).toBe(11);
    const outcome = planned(run("2025-09-11T10:00", department("甲局")), standing);
    expect(after(outcome, standing).cells.slice(0, 12)).toEqual(standing.cells);
    expect(after(outcome, standing).cells[12]!.slice(0, 2)).toEqual([45_911, "甲局"]);
    expect(outcome.problems).toHaveLength(9);
  });

  test.each<[string, RawValue[][], string]>([
    [
      "a sheet of someone's own",
      [
        ["日期", "会议"],
        [45_911, "调度会"],
      ],
      "HISTORY_NOT_RECOGNISED 推进记录",
    ],
    [
      "a header renamed",
      [HEADER.map((word) => (word === "测算扣分" ? "得分" : word))],
      "HISTORY_COLUMN_MISSING 推进记录!A1",
    ],
    ["a header twice", [[...HEADER, "部门名称"]], "HISTORY_COLUMN_TWICE 推进记录!K1"],
  ])("%s stops it, and gives no course", (_, cells, code) => {
    const standing: SheetContent = { firstRow: 0, firstColumn: 0, cells };
    expect(codes(planHistory(run("2025-09-11T10:00", department("甲局")), standing))).toEqual([code]);
    expect(trendOfSheet(standing)).toMatchObject({ days: [], yesterday: null });
    expect(codes(trendOfSheet(standing).problems)).toEqual([code]);
  });

  test("a blank sheet of the name is made ready, without being made again", () => {
    const outcome = planned(run("2025-09-11T10:00", department("甲局")), { firstRow: 0, firstColumn: 0, cells: [] });
    expect(outcome.plan.create).toBeUndefined();
    expect(outcome.plan.steps.some((step) => step.do === "nameCell")).toBe(false);
    expect(after(outcome, null).cells[0]).toEqual(HEADER);
  });
});

describe("whatever is recorded", () => {
  const figure = fc.option(fc.nat({ max: 2000 }));
  const departments = fc.uniqueArray(
    fc.record({
      name: fc.constantFrom("甲局", "乙局", "丙局", "丁局", "007局", "=局"),
      claimed: figure,
      directoryDone: figure,
      implementationDone: figure,
      covered: figure,
      required: figure,
      officers: figure,
      onboarded: figure,
      deduction: fc.option(fc.nat({ max: 99_999 })),
    }),
    { selector: ({ name }) => name, minLength: 1 },
  );
  const days = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), departments), { minLength: 1, maxLength: 6 });
  const at = (day: number) => `2025-09-0${day}T09:00`;

  test("twice on a day changes nothing; another day never changes earlier rows; what is read is what was recorded", () => {
    fc.assert(
      fc.property(days, (recorded) => {
        let content: SheetContent | null = null;
        const expected = new Map<string, object>();
        for (const [day, names] of recorded) {
          const record = run(at(day), ...names);
          const next = after(planned(record, content), content);
          expect(after(planned(record, next), next)).toEqual(next);
          const others: readonly (readonly RawValue[])[] = (content?.cells ?? []).filter(
            (row, index) => index > 0 && row[0] !== 45_900 + day,
          );
          expect(
            next.cells.filter((row) => others.some((other) => other[0] === row[0] && other[1] === row[1])),
          ).toEqual(others);
          for (const one of names) expected.set(`${day} ${one.name}`, { day: at(day).slice(0, 10), ...one });
          content = next;
        }
        const { rows, problems } = read(content!);
        expect(problems).toEqual([]);
        expect(rows).toHaveLength(expected.size);
        for (const { at: _, ...row } of rows)
          expect(row).toEqual(expected.get(`${Number(row.day.slice(8))} ${row.name}`));
      }),
    );
  });

  test("staff's own columns and rows stay, wherever ours have been moved", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...HEADER, "备注", "经办"], { minLength: 12 }), days, (header, recorded) => {
        let content: SheetContent = {
          firstRow: 0,
          firstColumn: 0,
          cells: [header, header.map((word) => (HEADER.includes(word) ? "" : `${word}的话`))],
        };
        for (const [day, names] of recorded) content = after(planned(run(at(day), ...names), content), content);
        for (const word of ["备注", "经办"]) {
          const column = header.indexOf(word);
          expect(content.cells.map((row) => row[column]).filter((value) => value !== "")).toEqual([
            word,
            `${word}的话`,
          ]);
        }
        expect(read(content).problems).toEqual([]);
      }),
    );
  });
});
