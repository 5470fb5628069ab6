import { performance } from "node:perf_hooks";
import { DEFAULT_STATE_WORDS } from "../../src/core/assess/stateWords";
import type { RowBlock } from "../../src/core/detail/detailSheet";
import { ItemList, type ItemFindings } from "../../src/core/detail/items";
import { AccountRoster, compareRosters, OfficerRoster } from "../../src/core/detail/officers";
import { DEPARTMENTS } from "../samples/source-table";
import { accountBlocks, departmentNames, detailSheetOf, itemBlocks, officerBlocks } from "./detail-rows";

/** What one process measures of one way of counting: milliseconds, and how much of the heap it holds when it is through. */
export interface Measured {
  readonly milliseconds: number;
  /** Bytes of the rows themselves. */
  readonly data: number;
  /** Bytes of rows and what was counted, both held. */
  readonly held: number;
  /** Distinct main items, or officers missing: the same by every way. */
  readonly counted: number;
}

export type Way = "list" | "list with records" | "map" | "map with sub-items" | "arquero" | "rosters" | "roster map";
const ROUNDS = 3;
/** From here on two rounds do: making the rows takes far longer than counting them. */
const MANY_ROWS = 500_000;
const WARM_UP_ROWS = 20_000;

function byList(blocks: readonly RowBlock[], rows: number, withRecords: boolean): { counted: number; keep: unknown } {
  const list = new ItemList(detailSheetOf("items", rows), departmentNames(), DEFAULT_STATE_WORDS, { withRecords });
  for (const block of blocks) list.add(block);
  const findings: ItemFindings = list.findings(DEPARTMENTS.length);
  return { counted: findings.departments.reduce((sum, one) => sum + (one?.mainItems ?? 0), 0), keep: [list, findings] };
}

/** The least that counts distinct main items at all; with sub-items, that also finds the main item of each by name or code. */
function byMap(blocks: readonly RowBlock[], withSubItems: boolean): { counted: number; keep: unknown } {
  const rows = new Map<string, number>();
  const subItems = new Map<string, string>();
  for (const { values } of blocks) {
    for (const line of values) {
      const key = `${line[0]}\n${line[2]}`;
      rows.set(key, (rows.get(key) ?? 0) + 1);
      if (withSubItems) for (const sub of [line[3], line[4]]) subItems.set(`${line[0]}\n${sub}`, key);
    }
  }
  return { counted: rows.size, keep: [rows, subItems] };
}

async function byArquero(blocks: readonly RowBlock[]): Promise<{ counted: number; keep: unknown }> {
  const { table } = await import("arquero");
  const column = (index: number) => blocks.flatMap(({ values }) => values.map((line) => line[index]));
  const counted = table({ department: column(0), code: column(2) })
    .groupby("department", "code")
    .count();
  return { counted: counted.numRows(), keep: counted };
}

function byRosters(
  officers: readonly RowBlock[],
  accounts: readonly RowBlock[],
  rows: number,
): { counted: number; keep: unknown } {
  const names = departmentNames();
  const [a, b] = [
    new OfficerRoster(detailSheetOf("officers", rows), names, DEFAULT_STATE_WORDS),
    new AccountRoster(detailSheetOf("accounts", rows), names, DEFAULT_STATE_WORDS),
  ];
  for (const block of officers) a.add(block);
  for (const block of accounts) b.add(block);
  const findings = compareRosters(
    DEPARTMENTS.map(({ name }) => name),
    a,
    b,
  );
  return {
    counted: findings.departments.reduce((sum, { missingOfficers }) => sum + missingOfficers.length, 0),
    keep: findings,
  };
}

/** |A − B| by a Map of numbers alone. */
function byRosterMap(officers: readonly RowBlock[], accounts: readonly RowBlock[]): { counted: number; keep: unknown } {
  const loggedIn = new Map<string, boolean>();
  for (const { values } of accounts)
    for (const line of values) loggedIn.set(String(line[2]).toUpperCase(), line[4] !== "");
  const missing = officers.flatMap(({ values }) =>
    values.filter((line) => line[4] === "退休" || loggedIn.get(String(line[2]).toUpperCase()) !== true),
  );
  return { counted: missing.length, keep: [loggedIn, missing] };
}

/** Each round has rows of its own, so that no string brings its hash along from the round before. */
async function measure(way: Way, rows: number, order: "together" | "scattered"): Promise<Measured> {
  const rosters = way === "rosters" || way === "roster map";
  const dataOf = (count: number) =>
    rosters ? [officerBlocks(count), accountBlocks(count)] : [itemBlocks(count, order)];
  const run = (data: RowBlock[][], count: number) => {
    if (way === "map" || way === "map with sub-items") return byMap(data[0]!, way === "map with sub-items");
    if (way === "arquero") return byArquero(data[0]!);
    if (way === "rosters") return byRosters(data[0]!, data[1]!, count);
    if (way === "roster map") return byRosterMap(data[0]!, data[1]!);
    return byList(data[0]!, count, way === "list with records");
  };
  for (let round = 0; round < ROUNDS; round++) await run(dataOf(WARM_UP_ROWS), WARM_UP_ROWS);
  const once = async (): Promise<Measured> => {
    const empty = heapUsed();
    const data = dataOf(rows);
    alive.push(data);
    const filled = heapUsed();
    const begun = performance.now();
    const { counted, keep } = await run(data, rows);
    const milliseconds = performance.now() - begun;
    alive.push(keep);
    return { milliseconds, data: filled - empty, held: heapUsed() - empty, counted };
  };
  await new Promise(setImmediate);
  // Memory is the first round's: the heap has nothing of another round in it yet.
  let milliseconds = Infinity;
  let first: Measured | undefined;
  for (let round = 0; round < (rows < MANY_ROWS ? ROUNDS : 2); round++) {
    const measured = await once();
    first ??= measured;
    milliseconds = Math.min(milliseconds, measured.milliseconds);
    // Out of reach before the next round's empty heap is measured.
    alive.length = 0;
    await new Promise(setImmediate);
  }
  return { ...first!, milliseconds };
}

/** What must not be collected while its size is measured. */
const alive: unknown[] = [];

function heapUsed(): number {
  if (!globalThis.gc) throw new Error("run with --expose-gc");
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}

const [way, rows, order] = process.argv.slice(2) as [Way, string, "together" | "scattered"];
void measure(way, Number(rows), order).then((measured) => process.stdout.write(JSON.stringify(measured)));
