import { startExcel } from "../../src/host/boot/node";
import type { Host } from "../../src/host/host";
import { workbookOf } from "./workbooks";

type Changed = Pick<
  Excel.WorksheetChangedEventArgs,
  "address" | "changeType" | "source" | "triggerSource" | "worksheetId"
>;

let host: Host;
const changes: Changed[] = [];
const selections: string[] = [];
let stop: (() => Promise<void>) | undefined;

/** Events come after the answers that stand before them. */
const told = () => Excel.run(async (context) => context.sync());

async function listen(): Promise<void> {
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const changed = worksheets.onChanged.add(
      async ({ address, changeType, source, triggerSource, worksheetId }) =>
        void changes.push({ address, changeType, source, triggerSource, worksheetId }),
    );
    const selected = worksheets.onSelectionChanged.add(async ({ address }) => void selections.push(address));
    await context.sync();
    stop = () =>
      Excel.run(context, async () => {
        changed.remove();
        selected.remove();
        await context.sync();
      });
  });
}

beforeEach(async () => {
  host = await startExcel(
    workbookOf([
      ["部门", 1],
      ["甲", 2],
      ["乙", 3],
    ]),
  );
});
afterEach(async () => {
  await stop?.();
  stop = undefined;
  changes.length = selections.length = 0;
  host.close();
});

const sheet = () => host.workbook.activeSheet;
const type = (row: number, column: number, value: number) => sheet().write(row, column, [[{ kind: "value", value }]]);

describe("events", () => {
  test("none is sent that nobody has registered for", async () => {
    const sent = jest.fn();
    host.onEvents = sent;
    type(1, 1, 5);
    host.workbook.select(sheet(), { firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: 0 });
    await told();
    expect(sent).not.toHaveBeenCalled();
  });

  test("a person's edit, the add-in's own and a co-author's are told apart", async () => {
    await listen();
    type(1, 1, 5);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange("A2:B3").values = [
        ["丙", 6],
        ["丁", 7],
      ];
      await context.sync();
    });
    host.byCoAuthor(() => type(2, 1, 8));
    await told();
    const at = { changeType: "RangeEdited", worksheetId: sheet().id };
    expect(changes).toEqual([
      { ...at, address: "B2", source: "Local", triggerSource: "Unknown" },
      { ...at, address: "A2:B3", source: "Local", triggerSource: "ThisLocalAddin" },
      { ...at, address: "B3", source: "Remote", triggerSource: "Unknown" },
    ]);
  });

  test("whole rows and columns, with what they are; formats and formulas that follow are no change", async () => {
    sheet().write(4, 0, [[{ kind: "formula", formula: "=B2+B3" }]]);
    await listen();
    await Excel.run(async (context) => {
      const active = context.workbook.worksheets.getActiveWorksheet();
      active.getRange("2:3").insert("Down");
      active.getRange("B:B").delete("Left");
      active.getRange("A1").format.fill.color = "#FF0000";
      active.getRange("A1").clear("Contents");
      await context.sync();
    });
    await told();
    expect(changes.map(({ address, changeType }) => `${changeType} ${address}`)).toEqual([
      "RowInserted 2:3",
      "ColumnDeleted B:B",
      "RangeEdited A1",
    ]);
  });

  test("the selection, by a person and by the add-in, once a place", async () => {
    await listen();
    const area = { firstRow: 1, lastRow: 2, firstColumn: 0, lastColumn: 1 };
    host.workbook.select(sheet(), area);
    host.workbook.select(sheet(), area);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange("B3").select();
      await context.sync();
    });
    await told();
    expect(selections).toEqual(["A2:B3", "B3"]);
  });

  test("switched off, nothing is told", async () => {
    await listen();
    await Excel.run(async (context) => {
      context.runtime.enableEvents = false;
      await context.sync();
    });
    type(1, 1, 5);
    await told();
    expect(changes).toEqual([]);
  });

  test("an older Excel does not say what has set a change off", async () => {
    host = await startExcel(workbookOf([["部门", 1]]), { apiSets: { ExcelApi: "1.13" } });
    await listen();
    type(1, 1, 5);
    await told();
    expect(changes).toEqual([expect.objectContaining({ source: "Local", triggerSource: undefined })]);
  });
});

describe("a new workbook", () => {
  test("what is no workbook is refused", async () => {
    await expect(Excel.createWorkbook("bm9uZQ==")).rejects.toMatchObject({ code: "InvalidArgument" });
    expect(host.opened).toEqual([]);
  });
});
