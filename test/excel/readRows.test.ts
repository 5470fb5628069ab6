import type { RowBlock } from "../../src/core/detail/detailSheet";
import { Cancelled, readRows } from "../../src/excel/readRows";
import type { RowReading } from "../../src/excel/readRows";
import { inWorkbook } from "../../src/excel/session";
import { startExcel } from "../../src/host/boot/node";
import type { Differences } from "../../src/host/differences";
import { listSheet } from "../actions/exports";
import { workbookOf } from "../actions/workbook";

/** Rows are read in blocks that each fit into an answer of Excel on the web. */

async function blocksOf(
  lines: readonly (readonly string[])[],
  reading: RowReading = {},
  differences: Partial<Differences> = {},
): Promise<{ blocks: RowBlock[]; syncs: number }> {
  const host = await startExcel(workbookOf(listSheet("数据", lines)));
  host.differences = differences;
  const blocks: RowBlock[] = [];
  const area = { firstRow: 1, lastRow: lines.length - 1, firstColumn: 1, lastColumn: 2 };
  const syncs = await inWorkbook(async (session) => {
    await readRows(session, "数据", area, (block) => blocks.push(block), reading);
    return session.requests;
  });
  return { blocks, syncs };
}
const rows = (count: number, length: number) =>
  Array.from({ length: count }, (_, row) => ["x", "字".repeat(length), `${row}`]);

test("all rows come once and in order, one sync a block; progress ends at 1", async () => {
  const shares: number[] = [];
  const { blocks, syncs } = await blocksOf(rows(5_001, 3), { onProgress: (share) => shares.push(share) });
  expect(blocks.map(({ firstRow, firstColumn, values }) => [firstRow, firstColumn, values.length])).toEqual([
    [1, 1, 2_000],
    [2_001, 1, 3_000],
  ]);
  expect(blocks.flatMap(({ values }) => values.map((line) => line[1]))).toEqual(
    Array.from({ length: 5_000 }, (_, row) => `${row + 1}`),
  );
  expect([syncs, shares]).toEqual([2, [0.4, 1]]);
});

test("long rows make smaller blocks", async () => {
  const { blocks } = await blocksOf(rows(4_001, 1_000));
  expect(Math.max(...blocks.slice(1).map(({ values }) => values.length))).toBeLessThan(1_000);
  expect(blocks.reduce((sum, { values }) => sum + values.length, 0)).toBe(4_000);
});

test("rows that come to be longer than those above are asked for again, fewer at once", async () => {
  const lines = [...rows(2_001, 1), ...rows(3_000, 1_000)];
  const { blocks, syncs } = await blocksOf(lines, {}, { takesAnyLength: false });
  expect(blocks.flatMap(({ values }) => values.map((line) => line[0]))).toEqual(lines.slice(1).map((line) => line[1]));
  expect(syncs).toBe(blocks.length + 1);
});

test("stopped before a block, the rest is not read", async () => {
  let asked = 0;
  await expect(blocksOf(rows(9_001, 1), { cancelled: () => asked++ === 1 })).rejects.toBeInstanceOf(Cancelled);
  expect(asked).toBe(2);
});
