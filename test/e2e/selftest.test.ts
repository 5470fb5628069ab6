import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { browserPath, launchBrowser, openPreview, type PreviewPage } from "./preview";

// eslint-disable-next-line no-restricted-syntax -- browser tests are passed over where there is no browser: see setup.ts
const describeInBrowser = browserPath !== undefined || process.env.CI ? describe : describe.skip;

describeInBrowser("自检 in the preview", () => {
  let browser: Browser;
  let open: PreviewPage;

  beforeAll(async () => {
    browser = await launchBrowser();
    open = await openPreview(browser, process.env.PREVIEW_ADDRESS!);
  });
  afterAll(() => browser?.close());

  test("passes whole, and its report is saved as a file without anything of the workbook", async () => {
    const { page, pane, faults } = open;
    await pane.getByRole("tab", { name: "设置" }).click();
    await pane.getByRole("button", { name: "开始自检" }).click();
    await pane.getByText(/^自检(没有)?通过/).waitFor({ timeout: 60_000 });
    if (process.env.SELF_TEST_PICTURE) await page.screenshot({ path: process.env.SELF_TEST_PICTURE });
    const download = page.waitForEvent("download");
    await pane.getByRole("button", { name: "保存报告" }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^监管指标自检报告-\d{8}-\d{4}\.json$/);
    const text = await readFile(await file.path(), "utf8");
    const report = JSON.parse(text) as {
      passed: boolean;
      environment: { addIn: object };
      checks: { check: string; outcome: string }[];
    };
    expect(report.checks.filter(({ outcome }) => outcome !== "passed")).toEqual([]);
    expect(report.passed).toBe(true);
    const { version } = JSON.parse(await readFile(join(__dirname, "../../package.json"), "utf8")) as {
      version: string;
    };
    expect(report.environment.addIn).toEqual({ version, officeJs: "self" });
    // The departments of the sample that is open, and its sheet.
    expect(text).not.toMatch(/威远县|附件2/);
    expect(faults).toEqual([]);
  });
});
