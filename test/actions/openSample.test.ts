import { readFileSync } from "node:fs";
import { openSample } from "../../src/actions";
import { startExcel } from "../../src/host/boot/node";
import { BLANK, fileData, FILLED } from "./workbook";

test("the sample opens as a workbook of its own, the open one left alone", async () => {
  const host = await startExcel(await fileData(BLANK));
  const before = await host.workbook.toData();
  await expect(openSample()).resolves.toBeNull();
  expect(host.opened.map((file) => Buffer.from(file).equals(readFileSync(FILLED)))).toEqual([true]);
  expect(await host.workbook.toData()).toEqual(before);
});

test("where Excel refuses it is said, with what to do", async () => {
  const host = await startExcel(await fileData(BLANK));
  host.failNext({ code: "AccessDenied", action: ({ Name }) => Name === "Open" });
  await expect(openSample()).resolves.toMatchObject({
    done: false,
    problems: [{ code: "SAMPLE_NOT_OPENED", severity: "error", message: expect.stringContaining("AccessDenied") }],
  });
});
