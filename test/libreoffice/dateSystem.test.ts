import { makeSummary, recalculate, recordHistory } from "../../src/actions";
import { startExcel } from "../../src/host/boot/node";
import { saveWorkbook } from "../../src/host/workbook/file/save";
import { HISTORY_SHEET, SUMMARY_SHEET } from "../../src/core/wording/ownSheets";
import { FILLED, fileData } from "../actions/workbook";
import { converted, describeWithOffice, recalculated, temporaryFile } from "./office";
import { readFileSync } from "node:fs";
import { NEAR_END } from "../moment";

describeWithOffice("LibreOffice opens a workbook in the 1904 date system", () => {
  test("and finds the days that we wrote, and the sentences that name them", async () => {
    const host = await startExcel({ ...(await fileData(FILLED)), date1904: true });
    expect(await recalculate({ now: NEAR_END })).toMatchObject({ done: true });
    expect(await recordHistory({ now: NEAR_END })).toMatchObject({ done: true });
    expect(await makeSummary({ now: NEAR_END })).toMatchObject({ done: true, problems: [] });
    const file = temporaryFile("1904.xlsx", await saveWorkbook(await host.workbook.toData()));
    const judged = await recalculated(file);
    expect(judged.date1904).toBe(true);
    const cells = Object.values(judged.sheets.find(({ name }) => name === SUMMARY_SHEET)!.cells).flatMap((row) =>
      Object.values(row),
    );
    expect(
      cells.flatMap(({ formula, value }) =>
        formula !== undefined && String(value).includes("9月11日") ? [String(value).trim().slice(0, 8)] : [],
      ),
    ).toEqual(["截至9月11日，"]);
    // -1: each sheet into a file of its own.
    const shown = await converted(
      file,
      "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1",
    );
    const text = (sheet: string) => readFileSync(shown.replace(/1904-[^/]*\.csv$/, `1904-${sheet}.csv`), "utf8");
    expect(text(HISTORY_SHEET).split("\n")[1]).toMatch(/^2025-09-11,/);
    expect(text(SUMMARY_SHEET).split("\n")[1]).toContain(",09/11/2025 09:05:00,");
  }, 180_000);
});
