import { DEFAULT_RULES } from "../../core/assess/rules";
import { cellAddress } from "../../core/cells/address";
import { CHANGED_RULES, GOLDEN_COLUMNS, GOLDEN_ROWS, GOLDEN_RULE_NAMES, GOLDEN_TEXTS } from "../../core/golden/golden";
import { GOLDEN_NOTE_WORDS, GOLDEN_PLACE } from "../../core/golden/goldenSheet";
import { isOwnBar } from "../../core/taskSheet/bars";
import { OWN_COLUMNS } from "../../core/taskSheet/columns";
import { markOf } from "../../core/taskSheet/highlights";
import type { OwnPlaces } from "../../core/taskSheet/layout";
import { columnName } from "../../core/taskSheet/names";
import { cellOf } from "../../core/cells/grid";
import type { RawValue } from "../../core/cells/grid";
import { lifted, placed } from "../../core/plan/movedFormulas";
import type { ChartPlan, Step } from "../../core/plan/sheetPlan";
import { ownPlaces } from "../../core/taskSheet/state";
import type { SheetState } from "../../core/taskSheet/state";
import { FOUND } from "../../core/wording/selfTest";
import { RULE_NAMES } from "../../core/wording/sheet";
import {
  changeName,
  hearChange,
  readCharts,
  readLooks,
  readTexts,
  readWholeNumberRule,
  writeBehind,
} from "../../excel/scratchSheet";
import type { Required, SheetLooks } from "../../excel/scratchSheet";
import type { Session } from "../../excel/session";
import { supports } from "../../excel/support";
import { differences } from "../differences";
import { columnUnder, finding, goldenFindings, lookFindings, pageFindings, same, valueAt } from "./findings";
import { UNSUPPORTED } from "./record";
import type { Record, Verdict } from "./record";
import type { Finding } from "./report";
import type { Scratch } from "./scratch";

/** Columns whose widths are looked at: the table, ours, and what stands beside them; hidden ones have none. */
const WIDTHS = 30;
/** An event that has not come after so many milliseconds does not come. */
const PATIENCE = 3000;
const CHART = "jgzb_selftest";

/** What every check has at hand. */
export interface Bench {
  readonly session: Session;
  readonly scratch: Scratch;
  readonly record: Record;
}

type Look = { readonly state: SheetState; readonly looks: SheetLooks };

export const look = async ({ session, scratch }: Bench): Promise<Look> => ({
  state: await scratch.read(),
  looks: await readLooks(session, scratch.id, WIDTHS),
});

/** What was written is what stands there: numbers as numbers, digits that were typed as text as text. */
export async function checkEntries({ record, session, scratch }: Bench): Promise<void> {
  await record.run(session, "entries", async () => {
    const state = await scratch.read();
    return GOLDEN_ROWS.flatMap(({ cells }, index) =>
      cells.flatMap((cell, at) => {
        const [row, column] = [GOLDEN_PLACE.first + index, at + 1];
        return same(cellAddress(row, column), typeof cell === "object" ? cell.text : cell, valueAt(state, row, column));
      }),
    );
  });
}

/** 一键重算, what staff type afterwards, and 一键重算 again. False where there is nothing to go on with. `onCases` is told the golden rows that are wrong. */
export async function checkRecalculation(
  bench: Bench,
  onCases: (failing: readonly string[]) => void,
): Promise<boolean> {
  const { record, session, scratch } = bench;
  let first: Awaited<ReturnType<Scratch["recalculate"]>> | undefined;
  const written = await record.run(session, "recalculate", async () => {
    first = await scratch.recalculate();
    const stands = ownPlaces(await scratch.read());
    const missing = OWN_COLUMNS.filter(
      (column) => first!.plan.layout.own[column] !== undefined && stands[column] === undefined,
    );
    return missing.map((column) => finding(column, FOUND.there, null));
  });
  if (!written || !first) return false;
  const { plan } = first;
  const at = plan.layout.own.onboarded!;
  const { first: top, last } = GOLDEN_PLACE;
  let second: typeof first | undefined;
  const valued = await record.run(session, "values", async () => {
    await scratch.apply({
      steps: [
        {
          do: "write",
          area: { firstRow: top, firstColumn: at, lastRow: last, lastColumn: at },
          formulas: GOLDEN_ROWS.map(({ onboarded }) => [onboarded]),
        },
      ],
    });
    second = await scratch.recalculate();
    const { findings, failing } = goldenFindings(await scratch.read());
    onCases(failing);
    return findings;
  });
  if (!second) return false;
  const { plan: again, shown } = second;
  await record.run(session, "agreement", async () =>
    shown
      .flatMap((one) => differences("", one))
      .map(({ address, excel, assessment }) => finding(address.replace(/^.*!/, ""), assessment, excel)),
  );
  await record.run(session, "formulas", async () => formulaFindings(await scratch.read(), again.steps));
  await record.run(session, "texts", () => checkTexts(bench));
  const { looks } = await look(bench);
  await record.run(session, "highlights", async () => highlightVerdict(again.steps, looks));
  await record.run(session, "validation", () => checkValidation(bench, again.steps));
  await record.run(session, "hiddenNames", async () => hiddenNames(looks, again.layout.own));
  await record.run(session, "ruleNames", async () =>
    Object.entries(GOLDEN_RULE_NAMES).flatMap(([name, value]) => {
      const held = looks.names.find((one) => one.name === name);
      return [
        ...same(name, value, held ? Number(held.formula.replace(/^=/, "").replace(",", ".")) : null),
        ...same(name, FOUND.shown, held?.visible ? FOUND.shown : FOUND.hidden),
      ];
    }),
  );
  return valued;
}

/** Formulas come back as they were written, and where Excel was to fill them down as it should have done. */
function formulaFindings({ grid }: SheetState, steps: readonly Step[]): Finding[] {
  return [...formulasAfter(steps)].flatMap(([place, written]) => {
    const [row, column] = place.split(",").map(Number) as [number, number];
    return same(cellAddress(row, column), written, cellOf(grid, row, column));
  });
}

/** What the steps leave in the cells that they write formulas into, by zero-based row and column. */
function formulasAfter(steps: readonly Step[]): Map<string, string> {
  const cells = new Map<string, string>();
  const put = (row: number, column: number, content: RawValue) => {
    if (typeof content === "string" && content.startsWith("=")) cells.set(`${row},${column}`, content);
    else cells.delete(`${row},${column}`);
  };
  for (const step of steps) {
    if (step.do === "write") {
      const { firstRow, firstColumn } = step.area;
      step.formulas.forEach((line, r) => line.forEach((content, c) => put(firstRow + r, firstColumn + c, content)));
    }
    if (step.do !== "fillDown") continue;
    const { firstRow, lastRow, firstColumn, lastColumn } = step.area;
    for (let column = firstColumn; column <= lastColumn; column++) {
      const shape = lifted([cells.get(`${firstRow},${column}`) ?? ""], firstRow);
      for (let row = firstRow + 1; row <= lastRow; row++) put(row, column, placed(shape, row)[0]!);
    }
  }
  return cells;
}

/** Where the machine writes a decimal comma, so do cells; no more than that may differ. */
async function checkTexts({ session, scratch }: Bench): Promise<Verdict> {
  const state = await scratch.read();
  const places = GOLDEN_COLUMNS.flatMap((header) => columnUnder(state, header) ?? []);
  const area = {
    firstRow: GOLDEN_PLACE.first,
    lastRow: GOLDEN_PLACE.last,
    firstColumn: Math.min(...places),
    lastColumn: Math.max(...places),
  };
  const texts = await readTexts(session, scratch.id, area);
  const findings = GOLDEN_TEXTS.flatMap(({ case: which, column: header, text }) => {
    const row = GOLDEN_ROWS.findIndex((one) => one.case === which);
    const column = columnUnder(state, header);
    return column === null
      ? [finding(header, FOUND.there, null)]
      : same(
          `${cellAddress(GOLDEN_PLACE.first + row, column)} ${header}`,
          text,
          texts[row]?.[column - area.firstColumn],
        );
  });
  return {
    findings,
    as: findings.every(({ expected, found }) => found.replace(",", ".") === expected) ? "differs" : "failed",
  };
}

/** Each rule is there and known as ours; that Excel words its formula otherwise does not matter. */
function highlightVerdict(steps: readonly Step[], { rules }: SheetLooks): Verdict {
  const written = steps.flatMap((step) => (step.do === "highlight" ? [step.formula] : [])).sort();
  const found = rules
    .map(({ formula }) => formula)
    .filter((formula) => markOf(formula) !== null)
    .sort();
  const marks = (formulas: readonly string[]) => formulas.map(markOf).sort().join(" ");
  if (marks(written) !== marks(found)) return [finding("conditionalFormats", marks(written), marks(found))];
  return {
    findings: written.flatMap((formula, index) => same("conditionalFormats", formula, found[index])),
    as: "differs",
  };
}

async function checkValidation({ session, scratch }: Bench, steps: readonly Step[]): Promise<Verdict> {
  const findings: Finding[] = [];
  let lost = false;
  for (const step of steps) {
    if (step.do !== "validate") continue;
    const rule = await readWholeNumberRule(session, scratch.id, step.area);
    const expected = {
      operator: step.rule.most === null ? "GreaterThanOrEqualTo" : "Between",
      least: String(step.rule.least),
      most: step.rule.most ?? "",
    };
    lost ||= rule?.operator !== expected.operator;
    findings.push(...same(cellAddress(step.area.firstRow, step.area.firstColumn), expected, rule));
  }
  return { findings, as: lost ? "failed" : "differs" };
}

/** Names that can be seen in 名称管理器 still do their work. */
function hiddenNames({ names }: SheetLooks, own: OwnPlaces): Verdict {
  const wanted = OWN_COLUMNS.filter((column) => own[column] !== undefined).map(columnName);
  const missing = wanted.filter((name) => !names.some((held) => held.name === name));
  if (missing.length > 0) return missing.map((name) => finding(name, FOUND.there, null));
  return {
    findings: wanted.flatMap((name) =>
      same(name, FOUND.hidden, names.find((held) => held.name === name)!.visible ? FOUND.shown : FOUND.hidden),
    ),
    as: "differs",
  };
}

/** Other rules, a name that is edited as in 名称管理器, and the defaults again. */
export async function checkRules({ record, session, scratch }: Bench): Promise<void> {
  const { pointsPerItem, capOfficers, coverageFloorBp } = CHANGED_RULES;
  await record.run(session, "rules", async () => {
    await scratch.recalculate({
      ...DEFAULT_RULES,
      pointsPerItem,
      coverageFloorBp,
      caps: { ...DEFAULT_RULES.caps, officers: capOfficers },
    });
    return goldenFindings(await scratch.read(), true).findings;
  });
  await record.run(session, "liveNames", async () => {
    await changeName(session, scratch.id, RULE_NAMES.pointsPerItem, "=0.3");
    const state = await scratch.read();
    const row = GOLDEN_PLACE.first + GOLDEN_ROWS.findIndex((one) => one.case === "shortByOne");
    const column = columnUnder(state, "覆盖率扣分");
    return column === null
      ? [finding("覆盖率扣分", FOUND.there, null)]
      : same(cellAddress(row, column), 0.3, valueAt(state, row, column));
  });
  await scratch.recalculate(DEFAULT_RULES);
}

/** 打印设置, read back and undone. */
export async function checkPrinting(bench: Bench): Promise<void> {
  const { record, session, scratch } = bench;
  const before = await look(bench);
  let printed: Awaited<ReturnType<Scratch["print"]>> | undefined;
  let after: Look | undefined;
  await record.run(session, "print", async () => {
    printed = await scratch.print();
    after = await look(bench);
    const set = printed.steps.find((step) => step.do === "setPage");
    return set?.do === "setPage" ? pageFindings(set.page, after.looks.page) : [finding("setPage", FOUND.there, null)];
  });
  if (!printed || !after) return;
  const { looks } = after;
  await record.run(session, "printNames", async () => ({
    findings: ["Print_Area", "Print_Titles"]
      .filter((name) => !looks.names.some((held) => held.name === name))
      .map((name) => finding(name, FOUND.there, null)),
    as: "differs",
  }));
  await record.run(session, "dataBars", async () =>
    same("dataBar", 1, looks.rules.filter(({ type, formula }) => type === "DataBar" && isOwnBar(formula)).length),
  );
  await record.run(session, "merged", async () => {
    if (looks.merged === null || before.looks.merged === null)
      return supports("1.13")
        ? { findings: [finding("getMergedAreasOrNullObject", FOUND.there, null)], as: "differs" }
        : UNSUPPORTED;
    const last = ownPlaces(after!.state).remark;
    const title = looks.merged.find(({ firstRow }) => firstRow === GOLDEN_PLACE.title);
    return same("lastColumn", last, title?.lastColumn ?? null);
  });
  const { before: snapshot, table } = printed;
  await record.run(session, "undoPrint", async () => {
    await scratch.restore(snapshot, table);
    return { findings: lookFindings(before, await look(bench)), as: pageLeft(record) };
  });
}

/** Where Excel does not list the names of the page, nobody can take its print area away: the page stays, and 清除标记 says so. */
const pageLeft = (record: Record): "differs" | "failed" =>
  record.outcome("printNames") === "differs" ? "differs" : "failed";

/** A chart over the computed figures, made and taken away again. */
export async function checkChart({ record, session, scratch }: Bench): Promise<void> {
  await record.run(session, "chart", async () => {
    const state = await scratch.read();
    const values = columnUnder(state, "实际监管行为覆盖率") ?? 0;
    const { first, notes } = GOLDEN_PLACE;
    const line = (column: number) => ({ firstRow: first, lastRow: first + 3, firstColumn: column, lastColumn: column });
    const chart: ChartPlan = {
      name: CHART,
      kind: "columnClustered",
      title: CHART,
      categories: line(1),
      series: [{ name: CHART, values: line(values), color: "#2F5597" }],
      axisFormat: "0%",
      axisMaximum: 1,
      place: { firstRow: notes + 3, lastRow: notes + 12, firstColumn: 1, lastColumn: 8 },
    };
    await scratch.apply({ steps: [{ do: "chart", chart }] });
    const made = await readCharts(session, scratch.id);
    await scratch.apply({ steps: [{ do: "deleteCharts", names: [CHART] }] });
    return [
      ...same("charts", [{ name: CHART, series: 1 }], made),
      ...same("charts", [], await readCharts(session, scratch.id)),
    ];
  });
}

/** A change is told, and told as the add-in's own where Excel can. */
export async function checkEvents({ record, session, scratch }: Bench): Promise<void> {
  await record.run(session, "events", async () => {
    const area = { firstRow: GOLDEN_PLACE.notes + 2, lastRow: GOLDEN_PLACE.notes + 2, firstColumn: 0, lastColumn: 0 };
    const heard = await hearChange(
      session,
      scratch.id,
      () => scratch.apply({ steps: [{ do: "write", area, formulas: [[1]] }] }),
      PATIENCE,
    );
    await scratch.apply({ steps: [{ do: "clearContents", area }] });
    if (!heard) return [finding("onChanged", FOUND.there, FOUND.silent)];
    if (!supports("1.14")) return UNSUPPORTED;
    return {
      findings: same("triggerSource", "ThisLocalAddin", heard.trigger ?? FOUND.untold),
      as: heard.trigger === null ? "differs" : "failed",
    };
  });
}

/**
 * What writing begins by: where somebody has moved our columns or the notes, Excel refuses the request before anything is written, and its
 * error tells so, in one of two ways.
 */
export async function checkPlaces(bench: Bench): Promise<void> {
  const { record, session, scratch } = bench;
  await record.run(session, "places", async () => {
    const { names } = await scratch.read();
    const aside = names.map((name) => ({ ...name, cell: name.cell && { ...name.cell, row: name.cell.row + 1 } }));
    return movedVerdict(bench, "getIntersection", { names }, { names: aside });
  });
  await record.run(session, "landmarks", () => {
    const at = (row: number) => ({
      landmarks: [
        {
          area: { firstRow: row, lastRow: row, firstColumn: 0, lastColumn: GOLDEN_PLACE.lastColumn },
          text: GOLDEN_NOTE_WORDS,
        },
      ],
    });
    return movedVerdict(bench, "find", at(GOLDEN_PLACE.notes), at(GOLDEN_PLACE.notes + 1));
  });
}

/** `standing` is required where it stands and must be let through, `aside` beside it and must be refused at `member`. */
async function movedVerdict(
  { session, scratch }: Bench,
  member: string,
  standing: Required,
  aside: Required,
): Promise<Verdict> {
  const cell = { row: GOLDEN_PLACE.notes + 2, column: 0 };
  const area = { firstRow: cell.row, lastRow: cell.row, firstColumn: 0, lastColumn: 0 };
  const through = await writeBehind(session, scratch.id, standing, cell);
  await scratch.apply({ steps: [{ do: "clearContents", area }] });
  const moved = await writeBehind(session, scratch.id, aside, cell);
  await scratch.apply({ steps: [{ do: "clearContents", area }] });
  if (through.refusal) return [finding(member, FOUND.written, through.refusal.code)];
  if (!moved.refusal) return [finding(member, FOUND.refused, FOUND.written)];
  const { code, location, statement, traces, recognised } = moved.refusal;
  return {
    findings: [
      ...same("written", false, moved.written),
      ...same("code", "ItemNotFound", code),
      ...same("errorLocation", `Range.${member}`, location),
      ...(statement.includes(`.${member}(`) ? [] : [finding("statement", member, statement)]),
      ...same("traceMessages", 1, traces.length),
    ],
    as: recognised && !moved.written ? "differs" : "failed",
  };
}

/** 清除标记 leaves the sheet as it was `before` the first recalculation, and can be undone. */
export async function checkClearing(bench: Bench, before: Look): Promise<void> {
  const { record, session, scratch } = bench;
  let cleared: Awaited<ReturnType<Scratch["clear"]>> | undefined;
  await record.run(session, "clear", async () => {
    // As after 打印设置, so that its page is put back too.
    await scratch.print();
    cleared = await scratch.clear();
    return { findings: lookFindings(before, await look(bench)), as: pageLeft(record) };
  });
  if (!cleared) return;
  const { before: snapshot, table, state } = cleared;
  await record.run(session, "undoClear", async () => {
    await scratch.restore(snapshot, table);
    const now = await scratch.read();
    return [
      ...(JSON.stringify(now.grid.formulas) === JSON.stringify(state.grid.formulas)
        ? []
        : [finding("formulas", FOUND.unchanged, FOUND.changed)]),
      ...goldenFindings(now).findings,
    ];
  });
}
