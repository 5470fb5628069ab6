import { startExcel } from "../../src/host/boot/node";
import { openWorkbook } from "../../src/host/workbook/file/open";
import { saveWorkbook } from "../../src/host/workbook/file/save";
import { blankWorkbook } from "../../src/host/workbook/live/blank";

/** What is quadratic in the rows would show by the minute that a test has. Outside Jest, 200,000 rows are a matter of seconds. */
const ROWS = 60_000;
/** More than a call may have arguments. */
const TALL = 150_000;
const COLUMNS = 8;
const WRITTEN = 10_000;
const READ = 5_000;

const text = (row: number, column: number): string => `监管事项${row % 977}-${column}-部门${(row * 7 + column) % 61}`;
const block = (first: number, count: number): string[][] =>
  Array.from({ length: count }, (_, i) => Array.from({ length: COLUMNS }, (_, column) => text(first + i, column)));

test("a large sheet is written, measured and read in blocks, restyled and cleared at once", async () => {
  const host = await startExcel(blankWorkbook("明细"));
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("明细");
    for (let row = 0; row < ROWS; row += WRITTEN) {
      sheet.getRangeByIndexes(row, 0, WRITTEN, COLUMNS).values = block(row, WRITTEN);
      await context.sync();
    }
    const used = sheet.getUsedRangeOrNullObject(true).load("address");
    await context.sync();
    expect(used.address).toBe(`明细!A1:H${ROWS}`);
    let read = 0;
    for (let row = 0; row < ROWS; row += READ) {
      const range = sheet.getRangeByIndexes(row, 0, READ, COLUMNS).load("values");
      await context.sync();
      read += range.values.length;
      expect([range.values[0], range.values[READ - 1]]).toEqual([...block(row, 1), ...block(row + READ - 1, 1)]);
    }
    expect(read).toBe(ROWS);
    const tall = sheet.getRangeByIndexes(0, 0, TALL, 1);
    tall.format.wrapText = true;
    tall.load("format/wrapText");
    await context.sync();
    expect(tall.format.wrapText).toBe(true);
    sheet.getRange().clear();
    const left = sheet.getUsedRangeOrNullObject().load("address");
    await context.sync();
    expect(left.isNullObject).toBe(true);
  });
  host.close();
});

test("a large file is opened and saved", async () => {
  const rows = 20_000;
  const data = blankWorkbook("明细");
  block(0, rows).forEach(
    (line, row) => (data.sheets[0]!.cells[row] = Object.fromEntries(line.map((value, column) => [column, { value }]))),
  );
  const opened = await openWorkbook(await saveWorkbook(data));
  expect(
    [0, rows - 1].map((row) => Object.values(opened.data.sheets[0]!.cells[row]!).map((cell) => cell.value)),
  ).toEqual([...block(0, 1), ...block(rows - 1, 1)]);
  const again = await openWorkbook(await saveWorkbook(opened.data, opened.origin));
  expect(Object.keys(again.data.sheets[0]!.cells)).toHaveLength(rows);
});
