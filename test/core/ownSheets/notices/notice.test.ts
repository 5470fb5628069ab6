import fc from "fast-check";
import { assess } from "../../../../src/core/assess/assess";
import { DEFAULT_RULES } from "../../../../src/core/assess/rules";
import type { RawValue } from "../../../../src/core/cells/grid";
import type { DepartmentFindings } from "../../../../src/core/detail/findings";
import { noticeCells, noticeNumbers, noticeSheetName } from "../../../../src/core/ownSheets/notices/notice";
import { noticeFormat } from "../../../../src/core/ownSheets/notices/noticeFormat";
import { recognise } from "../../../../src/core/table/recognise";
import { percent, tableSheet, full } from "../../sheet";
import type { CellInput } from "../../sheet";
import { NEAR_END } from "../../../moment";

const short = ["甲局", 185, full, full, percent(0.5), full, "", 180, 185, 92, 40, 38] as const;

/** The lines of the notice of a table's first department, each the texts of its cells in sight; formulas are shown as …. */
function notice(
  row: readonly CellInput[],
  more: { findings?: Partial<DepartmentFindings>; office?: string; others?: readonly (readonly CellInput[])[] } = {},
) {
  const { table } = recognise(tableSheet([row, ...(more.others ?? [])]))!;
  const { assessment } = assess(table!, DEFAULT_RULES, NEAR_END);
  const findings: DepartmentFindings | null = more.findings
    ? {
        row: 3,
        name: "甲局",
        mainItems: null,
        directoryDone: null,
        implementationDone: null,
        covered: null,
        officers: null,
        onboarded: null,
        incompleteDirectory: [],
        incompleteImplementation: [],
        uncovered: [],
        missingOfficers: [],
        staleAccounts: [],
        ...more.findings,
      }
    : null;
  const cells = noticeCells(
    { table: table!, own: {}, pace: assessment.pace, office: more.office ?? "", now: NEAR_END },
    { department: assessment.departments[0]!, number: "01", findings },
  );
  const content = cells.content();
  const text = (value: RawValue): string =>
    String(value)
      .replace(/^'/, "")
      .replace(/^="|"$/g, "")
      .replace(/"&([A-H]\d+)&"/g, "<$1>")
      .replace(/^=.*/, "…")
      .replace(/^\u3000+/, "");
  const lines = content.cells.map((cells) =>
    cells
      .slice(0, 8)
      .filter((cell) => cell !== "")
      .map(text)
      .join("|"),
  );
  const from = lines.indexOf("下一步工作");
  const to = lines.findIndex((line) => line.startsWith("部门签收"));
  return { content, lines, todo: lines.slice(from + 1, to).filter((line) => line !== "") };
}

test("from title to signature, by hand", () => {
  const { lines, todo } = notice(short, { office: "威远县行政审批局" });
  expect(lines.slice(0, 4)).toEqual([
    "“互联网+监管”指标推进情况通知单",
    "编号：01",
    "致：甲局",
    "本期任务（2025年8月19日至9月15日），截至2025年9月11日09:05，你单位“互联网+监管”各项指标推进情况如下：",
  ]);
  expect(lines[4]).toBe("指标|目标|应完成|已完成|差额|完成率|测算扣分|是否达标");
  // Five items at 0.1, one item at 0.1, two officers at 0.5.
  expect(lines[9]).toBe("测算扣分合计|1.6|排名|1");
  expect(todo).toEqual([
    "1. 目录清单还有 <E6> 项未完成（应 <C6> 项，已 <D6> 项），请及时认领、编辑、发布。",
    "2. 还需 <E8> 个主项产生办件（应 <C8> 项，已 <D8> 项）。",
    "3. 还有 <E9> 名执法人员未入驻（应 <C9> 人，已 <D9> 人），请逐人落实。",
  ]);
  expect(lines.slice(-2)).toEqual(["部门签收|签收日期", "制表单位|威远县行政审批局|制表日期|2025年9月11日"]);
});

test.each<[string, readonly CellInput[], readonly string[]]>([
  ["met", ["甲局", 20, full, full, percent(0.35), full, "", 20, 20, 7, 2, 2], ["各项适用指标均已达标，请继续保持。"]],
  [
    "nothing reported",
    ["甲局", 20, full, full, percent(0.35), full],
    ["请补报目录清单已完成数、实施清单已完备数、产生办件主项数、执法人员数、已入驻人数。"],
  ],
  [
    "partly reported",
    ["甲局", 20, full, full, percent(0.35), full, "", 20, 20, 7, 3],
    ["1. 已填报的指标均已达标。", "2. 请补报已入驻人数。"],
  ],
  [
    "no items, officers met",
    ["甲局", 0, "—", "—", "—", full, "", "", "", "", 5, 5],
    [
      "1. 各项适用指标均已达标，请继续保持。",
      "2. 目前没有主项，前三项指标不考核；市级下发事项后，请及时认领、发布（说明第4条）。",
    ],
  ],
  [
    "nothing applies",
    ["甲局", 0, "—", "—", "—", full, "", "", "", "", 0],
    ["1. 本期没有适用的指标。", "2. 目前没有主项，前三项指标不考核；市级下发事项后，请及时认领、发布（说明第4条）。"],
  ],
  // ⌈3 × 35 %⌉ = 2 (note 4).
  [
    "at the floor",
    ["甲局", 3, "—", "—", "—", full, "", 3, 3, 1, 5, 5],
    [
      "1. 还需 <E8> 个主项产生办件（应 <C8> 项，已 <D8> 项）。",
      "2. 市级已下发事项，监管行为覆盖率按不低于 35% 考核（说明第4条）。",
    ],
  ],
])("what is to be done: %s", (_, row, todo) => expect(notice(row).todo).toEqual(todo));

test("names behind the gaps, numbers masked, 30 of a kind at most; none where the target is met", () => {
  const item = (n: number) => ({ name: `对示例${n}的监管`, code: `A${n}`, address: "监管事项明细!B2" });
  const { todo } = notice(short, {
    findings: {
      incompleteImplementation: [item(900)],
      incompleteDirectory: [item(1)],
      uncovered: Array.from({ length: 93 }, (_, index) => item(index)),
      missingOfficers: [
        { name: "示例人员001", certificate: "051100000000000001", reason: "neverLoggedIn", address: "" },
        { name: "示例人员002", certificate: null, reason: "shouldCancel", address: "" },
      ],
    },
  });
  const names = todo.slice(3);
  expect(names.slice(0, 5)).toEqual([
    "未完成的事项和未入驻的人员",
    "目录清单未完成的主项（1 项）：",
    "1. 对示例1的监管（A1）",
    "未产生办件的主项（93 项，其中任意 1 项产生办件即达标）：",
    "1. 对示例0的监管（A0）",
  ]);
  expect(names).toHaveLength(1 + 2 + 32 + 3);
  expect(names.slice(-4)).toEqual([
    "其余 63 项见明细表。",
    "未入驻的执法人员（2 人）：",
    "1. 示例人员001（执法证号 0511****0001）：账号从未登录，请用账号登录一次",
    "2. 示例人员002：已不在执法岗位，证件未注销，请先注销执法证件，再把监管平台账号做无效处理",
  ]);
  expect(names.join()).not.toContain("A900");
});

test("a long line gets the height of two; few names stay on the page, thirty do not", () => {
  const long = notice(short, {
    findings: {
      incompleteDirectory: [
        { name: "监".repeat(60), code: null, address: "" },
        { name: "监管", code: null, address: "" },
      ],
    },
  });
  const at = long.lines.indexOf(`1. ${"监".repeat(60)}`);
  const steps = noticeFormat(long.content);
  const heightAt = (row: number) =>
    steps.flatMap((step) =>
      step.do === "rowHeight" && step.first <= row && row < step.first + step.count ? [step.points] : [],
    );
  // 60 characters of 10.5 points are 630 points, on lines of 434.
  expect([heightAt(at), heightAt(at + 1)]).toEqual([[35], [19]]);
  const zoom = (content: typeof long.content) =>
    noticeFormat(content).flatMap((step) => (step.do === "setPage" ? [step.page.zoom] : []));
  const many = notice(short, {
    findings: { uncovered: Array.from({ length: 30 }, (_, n) => ({ name: `事项${n}`, code: null, address: "" })) },
  });
  const onePage = { horizontalFitToPages: 1, verticalFitToPages: 1 };
  expect([notice(short), long, many].map(({ content }) => zoom(content))).toEqual([
    [onePage],
    [onePage],
    [{ horizontalFitToPages: 1 }],
  ]);
});

test("numbers are those of 序号, or positions where 序号 does not tell rows apart", () => {
  const numbers = (serials: readonly RawValue[]) => {
    const grid = tableSheet(serials.map((_, index) => [`示例${index}局`, 1, full, full, full, full]));
    const cells = (rows: typeof grid.values) =>
      rows.map((row, r) => (r < 3 ? row : [serials[r - 3]!, ...row.slice(1)]));
    return [
      ...noticeNumbers(
        recognise({ ...grid, values: cells(grid.values), formulas: cells(grid.formulas) })!.table!,
      ).values(),
    ];
  };
  expect(numbers([7, 8, 120])).toEqual(["07", "08", "120"]);
  expect(numbers([7, 7, 8])).toEqual(["01", "02", "03"]);
  expect(numbers([7, "甲", 8])).toEqual(["01", "02", "03"]);
});

describe("names of sheets", () => {
  test("short, and free", () => {
    expect(noticeSheetName("06", "威远县住房和城乡建设局", new Set())).toBe("通知单06住房和城乡建设局");
    expect(noticeSheetName("01", "国家税务总局威远县税务局", new Set(["通知单01国家税务总局威远县税务局"]))).toBe(
      "通知单01国家税务总局威远县税务局(2)",
    );
  });

  test("Excel takes any", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", size: "medium" }), fc.array(fc.string()), (department, taken) => {
        const first = noticeSheetName("01", department, new Set(taken));
        const second = noticeSheetName("01", department, new Set([...taken, first]));
        expect(first.toLowerCase()).not.toBe(second.toLowerCase());
        for (const name of [first, second]) {
          expect(name.length).toBeLessThanOrEqual(31);
          expect(name).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
          expect(name).not.toMatch(/[\\/?*:[\]]|^'|'$/);
        }
      }),
    );
  });
});
