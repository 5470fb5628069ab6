import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Measured, Way } from "./measure-details";
import { byFormulas } from "./office-formulas";

const run = promisify(execFile);
const ORDERS = ["together", "scattered"] as const;
const OFFICERS = 20_000;

/** Every way of counting has a process of its own: no heap and no compiled code of another. */
async function measured(way: Way, rows: number, order: (typeof ORDERS)[number] = "together"): Promise<Measured> {
  const { stdout } = await run(
    process.execPath,
    [
      "--expose-gc",
      "--max-old-space-size=6144",
      "--import",
      "tsx",
      join(__dirname, "measure-details.ts"),
      way,
      String(rows),
      order,
    ],
    { cwd: join(__dirname, "../..") },
  );
  return JSON.parse(stdout) as Measured;
}

const times = (value: number, of: number): string => `×${(value / of).toFixed(value / of < 10 ? 2 : 0)}`;
const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
const line = (cells: readonly string[]): string =>
  cells
    .map((cell, column) => cell.padEnd([10, 11, 10, 16, 16, 9, 17, 18, 9][column] ?? 0))
    .join("")
    .trimEnd();

/**
 * Counting main items out of 监管事项明细 beside a bare Map over the same keys and beside arquero, time and memory; the same by
 * formulas in LibreOffice; and the rosters held against each other.
 */
export async function benchDetails(quick: boolean): Promise<void> {
  const sizes = quick ? [125_000] : [125_000, 250_000, 500_000, 1_000_000];
  console.log(
    "\nMain items out of item rows: time beside a bare Map; memory of rows and counts beside the rows alone.",
  );
  console.log(
    "“+ sub-items”: their names and codes are kept too, as is done where 监管行为记录 names them; beside a Map that keeps them.",
  );
  console.log(
    line(["rows", "order", "Map", "add-in", "arquero", "memory", "Map + sub-items", "add-in + sub-items", "  memory"]),
  );
  const first = new Map<string, Measured>();
  for (const rows of sizes) {
    for (const order of rows === sizes[0] || rows === sizes.at(-1) ? ORDERS : (["together"] as const)) {
      const map = await measured("map", rows, order);
      const list = await measured("list", rows, order);
      const records = await measured("list with records", rows, order);
      const mapOfAll = await measured("map with sub-items", rows, order);
      const arquero = await measured("arquero", rows, order);
      for (const { counted } of [list, records, arquero])
        if (counted !== map.counted) throw new Error(`${counted} main items instead of ${map.counted}`);
      const beside = (one: Measured, least = map) =>
        `${ms(one.milliseconds)} ${times(one.milliseconds, least.milliseconds)}`;
      const memory = ({ held, data }: Measured) => times(held, data);
      const growth = first.get(order);
      if (!growth) first.set(order, list);
      console.log(
        `${line([String(rows), order, ms(map.milliseconds), beside(list), beside(arquero), memory(list), ms(mapOfAll.milliseconds), beside(records, mapOfAll), `  ${memory(records)}`])}${growth ? `   ${times(rows, sizes[0]!)} the rows: ${times(list.milliseconds, growth.milliseconds)} the time, ${times(list.held, growth.held)} the memory` : ""}`,
      );
    }
  }
  await benchFormulas(quick ? 5_000 : 20_000);
  const rosters = await measured("rosters", OFFICERS);
  const bare = await measured("roster map", OFFICERS);
  if (rosters.counted !== bare.counted)
    throw new Error(`${rosters.counted} officers missing instead of ${bare.counted}`);
  console.log(
    `${OFFICERS} officers and their accounts: ${ms(rosters.milliseconds)}, ${times(rosters.milliseconds, bare.milliseconds)} a bare Map of the numbers.`,
  );
}

/** A smaller size: the formulas look through all rows for every row. */
async function benchFormulas(rows: number): Promise<void> {
  const formulas = await byFormulas(rows);
  if (!formulas) {
    console.log("COUNTIFS in LibreOffice: left out, for it is not installed or did not finish in two minutes.");
    return;
  }
  const list = await measured("list", rows);
  if (list.counted !== formulas.counted)
    throw new Error(`${formulas.counted} main items by formulas instead of ${list.counted}`);
  console.log(
    `COUNTIFS and SUMIFS in LibreOffice, ${rows} rows only: ${ms(formulas.milliseconds)}; the add-in ${ms(list.milliseconds)}: ${times(formulas.milliseconds, list.milliseconds)} its time.`,
  );
}
