import { recalculate, setUpPrinting, undoLast } from "../../src/actions";
import type { Stopped } from "../../src/actions";
import { startExcel } from "../../src/host/boot/node";
import { SOURCE_HEADER, percent, sheet } from "../core/sheet";
import { difference, standing } from "../soak/standing";
import { plainSheet, workbookOf } from "./workbook";
import { NOW } from "../moment";

test("what was read while a colleague had renamed the sheet for a moment is not written back: it names a sheet that does not stand", async () => {
  const targets = [percent(1), percent(1), percent(0.35), percent(1)];
  const host = await startExcel(
    workbookOf(plainSheet(sheet([...SOURCE_HEADER, [1, "示例甲局", 20, ...targets], [2, "示例乙局", 5, ...targets]]))),
  );
  const options = { sheet: "附件2", now: NOW };
  expect((await recalculate(options)).done).toBe(true);
  expect((await setUpPrinting({ ...options, copy: true })).done).toBe(true);
  const task = host.workbook.sheet("附件2")!;
  let asked = 0;
  host.beforeRequest = () => {
    if (asked++ === 2) host.byCoAuthor(() => host.workbook.renameSheet(task, "改了名"));
  };
  const made = await setUpPrinting({ ...options, copy: true });
  host.beforeRequest = undefined;
  host.byCoAuthor(() => host.workbook.renameSheet(task, "附件2"));
  expect(made.done).toBe(true);
  const before = await standing(host);
  expect(((await undoLast()) as Stopped).problems.map(({ code }) => code)).toEqual(["UNDO_OUTDATED"]);
  expect(difference(await standing(host), before)).toBeNull();
  expect(JSON.stringify(before.sheets)).not.toContain("改了名");
});
