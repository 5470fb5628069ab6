import { selfTest } from "../../src/actions";
import type { SelfTestReport, Stopped } from "../../src/actions";
import { startExcel } from "../../src/host/boot/node";
import { FILLED, fileData } from "./workbook";

const done = (outcome: SelfTestReport | Stopped): SelfTestReport => {
  if (!outcome.done) throw new Error(JSON.stringify(outcome.problems));
  return outcome;
};

test("passes whole", async () => {
  await startExcel(await fileData(FILLED));
  const report = done(await selfTest());
  expect(report.checks.filter(({ outcome }) => outcome !== "passed")).toEqual([]);
});
