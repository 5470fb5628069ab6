import { isElsewhere, requirePlaces } from "../../src/excel/guard";
import { startExcel } from "../../src/host/boot/node";
import type { Differences } from "../../src/host/differences";
import type { Host } from "../../src/host/host";
import { workbookOf } from "../host/workbooks";

/** Columns that stand elsewhere than they were read: known whatever the error of Excel tells, of traces or of the place. */

const TOLD: readonly Partial<Differences>[] = [{}, { tellsErrorPlace: false }, { tellsTraces: false }];

type Places = Parameters<typeof requirePlaces>[1];
/** Our name as it was read at a column, zero-based, of row 1. */
const readAt = (column: number): Places => ({ names: [{ name: "_jgzb_rank", formula: "", cell: { row: 0, column } }] });

/** What a request says that requires these places and then does `work`. */
async function refusal(places: Places, work: (sheet: Excel.Worksheet) => void = () => {}): Promise<unknown> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("附件2");
    requirePlaces(sheet, places);
    sheet.getRange("A9").values = [[1]];
    work(sheet);
    return context.sync().then(
      () => null,
      (error: unknown) => error,
    );
  });
}
const a9 = (host: Host) => host.workbook.toData().then(({ sheets }) => sheets[0]!.cells[8]?.[0]?.value);

describe.each(TOLD)("where an error is told with %j", (differences) => {
  async function start(): Promise<Host> {
    const host = await startExcel({
      ...workbookOf([["甲", "乙"]]),
      names: [{ name: "_jgzb_rank", sheet: "附件2", formula: "='附件2'!$B$1", visible: false }],
    });
    host.differences = differences;
    return host;
  }

  test("a name beside its place: known, and nothing written", async () => {
    const host = await start();
    expect(isElsewhere(await refusal(readAt(0)))).toBe(true);
    expect(await a9(host)).toBeUndefined();
  });

  test("a name at its place: the request is done", async () => {
    const host = await start();
    expect(await refusal(readAt(1))).toBeNull();
    expect(await a9(host)).toBe(1);
  });

  test("what is refused after the places is another matter: something has been written", async () => {
    const host = await start();
    const error = await refusal(readAt(1), (sheet) => sheet.names.getItem("没有").delete());
    expect(error).toMatchObject({ code: "ItemNotFound" });
    expect(isElsewhere(error)).toBe(false);
    expect(await a9(host)).toBe(1);
  });
});
