import type { Browser } from "playwright-core";
import { SAMPLES } from "../../src/core/wording/preview";
import type { Desk } from "../../src/preview/desk";
import { browserPath, launchBrowser, openPreview, paneOf, type PreviewPage } from "./preview";

// eslint-disable-next-line no-restricted-syntax -- browser tests are passed over where there is no browser: see setup.ts
const describeInBrowser = browserPath !== undefined || process.env.CI ? describe : describe.skip;

declare const desk: Desk;

/** The sample with detail sheets, as staff would go through it in the pane. */
describeInBrowser("the pane with detail sheets", () => {
  let browser: Browser;
  let open: PreviewPage;

  beforeAll(async () => {
    browser = await launchBrowser();
    open = await openPreview(browser, process.env.PREVIEW_ADDRESS!);
    await open.page.evaluate((sample) => desk.openSample(sample), SAMPLES[2]);
    open = { ...open, pane: await paneOf(open.page) };
  });
  afterAll(() => browser?.close());

  const actual = (row: number, column: number) =>
    open.page.evaluate(
      ([row, column]) => desk.getState().book!.workbook.sheet("附件2")!.value(row!, column!),
      [row, column],
    );

  test("contradicted numbers are shown first; then names, the alias, search", async () => {
    const { pane, page } = open;
    await pane.getByRole("button", { name: "一键重算" }).click();
    const dialog = pane.getByRole("alertdialog", { name: "已填的数与明细不同" });
    await dialog.waitFor();
    await expect(dialog.getByRole("checkbox").count()).resolves.toBe(2);
    // 威远县公安局 is the seventh department; 执法人员数 stands in column L.
    await expect(actual(10, 11)).resolves.toBe(118);
    await dialog.getByRole("button", { name: "全选", exact: true }).click();
    await dialog.getByRole("button", { name: "按选择重算" }).click();
    await pane.getByText("已重算 35 个部门。").first().waitFor();
    await expect(actual(10, 11)).resolves.toBe(120);

    await pane.getByLabel("“县税务局”是哪个部门").selectOption("国家税务总局威远县税务局");
    await pane.getByRole("button", { name: "记住并重算" }).first().click();
    await page.waitForFunction(() => desk.getState().book!.workbook.sheet("附件2")!.value(4, 10) === 2);
    await pane.getByLabel("“县税务局”是哪个部门").waitFor({ state: "detached" });

    await pane.getByRole("tab", { name: "部门" }).click();
    await pane.getByLabel("查找部门、事项或人员").fill("示例人员237");
    await pane
      .getByRole("button", { name: /示例人员237/ })
      .first()
      .click();
    await page.waitForFunction(() => desk.getState().book!.workbook.activeSheet.name === "执法人员名册");
    await page.evaluate(() => desk.getState().book!.workbook.activate(desk.getState().book!.workbook.sheet("附件2")!));
    await pane.getByRole("tab", { name: "总览" }).click();
    await pane.getByRole("button", { name: "整改清单" }).click();
    await page.waitForFunction(() => desk.getState().book!.workbook.sheet("整改清单") !== undefined);
    await pane.getByRole("button", { name: "撤销", exact: true }).click();
    await page.waitForFunction(() => desk.getState().book!.workbook.sheet("整改清单") === undefined);
    expect(open.faults).toEqual([]);
  });

  test("a pane that is opened again brings the names by itself, and tells when a detail sheet has changed since", async () => {
    const { page } = open;
    await page.evaluate(() => desk.getState().book!.workbook.activate(desk.getState().book!.workbook.sheet("附件2")!));
    await page.locator("aside iframe").evaluate((frame: HTMLIFrameElement) => frame.contentWindow!.location.reload());
    await page.waitForTimeout(500);
    open = { ...open, pane: await paneOf(page) };
    const { pane } = open;
    await pane.getByRole("region", { name: "下一步" }).waitFor();
    await pane.getByText("表格此后没有改动").waitFor();
    await pane.getByRole("tab", { name: "部门" }).click();
    await pane.getByLabel("查找部门、事项或人员").fill("示例人员237");
    await pane
      .getByRole("button", { name: /示例人员237/ })
      .first()
      .waitFor();
    await pane.getByRole("tab", { name: "总览" }).click();
    await page.evaluate(() => {
      const { workbook } = desk.getState().book!;
      return workbook.commands.executeCommand("sheet.command.set-range-values", {
        unitId: workbook.unitId,
        subUnitId: workbook.sheet("执法人员名册")!.id,
        range: { startRow: 4, endRow: 4, startColumn: 1, endColumn: 1 },
        value: { v: "示例人员902" },
      });
    });
    await pane.getByText(/起表格有改动，请重算/).waitFor();
    expect(open.faults).toEqual([]);
  });

  test("a picked file is shown before it is taken in", async () => {
    const { pane, page } = open;
    await pane.getByRole("button", { name: "导入平台文件" }).click();
    const dialog = pane.getByRole("alertdialog", { name: "导入平台文件" });
    const csv = "部门,姓名,执法证号,证件状态,在岗状态\r\n威远县审计局,示例人员901,T901,有效,在岗\r\n";
    await dialog
      .locator("input[type=file]")
      .setInputFiles({ name: "名册.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
    await dialog.getByText("1 行：新增 1，更新 0，相同 0").waitFor();
    const rows = () => page.evaluate(() => desk.getState().book!.workbook.sheet("执法人员名册")!.used(true)!.lastRow);
    const before = await rows();
    await dialog.getByRole("button", { name: "导入", exact: true }).click();
    await page.waitForFunction(
      (last) => desk.getState().book!.workbook.sheet("执法人员名册")!.used(true)!.lastRow === last,
      before + 1,
    );
    expect(open.faults).toEqual([]);
  });
});
