import type { Browser, Page } from "playwright-core";
import { SAMPLES } from "../../src/core/wording/preview";
import type { Desk } from "../../src/preview/desk";
import { browserPath, launchBrowser, openPreview, paneOf, type PreviewPage } from "./preview";

// eslint-disable-next-line no-restricted-syntax -- browser tests are passed over where there is no browser: see setup.ts
const describeInBrowser = browserPath !== undefined || process.env.CI ? describe : describe.skip;

declare const desk: Desk;

/** Zero-based rows in the filled sample, and the column of covered items. */
const TRANSPORT = { row: 5, name: "威远县交通运输局" };
const TAX = { row: 4, name: "国家税务总局威远县税务局" };

describeInBrowser("the pane hears of the workbook", () => {
  let browser: Browser;
  let open: PreviewPage;

  beforeAll(async () => {
    browser = await launchBrowser();
    open = await openPreview(browser, process.env.PREVIEW_ADDRESS!);
  });
  afterAll(() => browser?.close());

  /** Clicks into column B of a row, in the canvas that the grid is drawn on. */
  const clickRow = async (page: Page, row: number): Promise<void> => {
    const canvas = await page.locator("canvas[id*=main-canvas_workbook]").boundingBox();
    const x = await page.evaluate(() => 46 + (desk.getState().book!.workbook.activeSheet.columnWidth(0) * 4) / 3);
    const y = await page.evaluate(
      (row) =>
        Array.from({ length: row }, (_, r) => (desk.getState().book!.workbook.activeSheet.rowHeight(r) * 4) / 3).reduce(
          (sum, height) => sum + height,
          20,
        ),
      row,
    );
    await page.mouse.click(canvas!.x + x + 20, canvas!.y + y + 8);
  };
  const selected = (page: Page) => page.evaluate(() => desk.getState().book!.workbook.selection.area.firstRow);
  const recalculate = async ({ pane }: PreviewPage): Promise<void> => {
    await pane.getByRole("button", { name: "一键重算" }).click();
    await pane.getByText("已重算 35 个部门。").first().waitFor();
  };

  test("our own recalculation leaves the figures fresh, an edit in the grid makes them old", async () => {
    const { page, pane } = open;
    await recalculate(open);
    await pane.getByText("表格此后没有改动").waitFor();
    await clickRow(page, TRANSPORT.row);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.type("180", { delay: 50 });
    await page.keyboard.press("Enter");
    await pane.getByText(/起表格有改动，请重算/).waitFor();
    await page.evaluate(
      (row) => desk.getState().book!.workbook.activeSheet.write(row, 2, [[{ kind: "value", value: 185 }]]),
      TRANSPORT.row,
    );
    await recalculate(open);
    await pane.getByText("表格此后没有改动").waitFor();
    expect(open.faults).toEqual([]);
  });

  test("a row selected in the grid opens its department; closing the pane and opening it again leaves it there", async () => {
    const { page, pane } = open;
    await pane.getByRole("tab", { name: "部门" }).click();
    await clickRow(page, TRANSPORT.row);
    await expect(selected(page)).resolves.toBe(TRANSPORT.row);
    await pane.getByRole("heading", { name: TRANSPORT.name }).waitFor();
    await clickRow(page, TAX.row);
    await pane.getByRole("heading", { name: TAX.name }).waitFor();

    await page.getByRole("button", { name: "关闭面板" }).click();
    await expect(page.getByRole("complementary", { name: "监管指标" }).isVisible()).resolves.toBe(false);
    await page.getByRole("navigation").getByRole("button", { name: "打开面板" }).click();
    await pane.getByRole("heading", { name: TAX.name }).waitFor();
    await expect(pane.getByRole("tab", { name: "部门" }).getAttribute("aria-selected")).resolves.toBe("true");
    await expect(pane.getByRole("button", { name: "撤销本次" }).isEnabled()).resolves.toBe(true);
    expect(open.faults).toEqual([]);
  });

  test("two workbooks in two windows of one browser do not mix", async () => {
    const context = open.page.context();
    const page = await context.newPage();
    await page.goto(process.env.PREVIEW_ADDRESS!);
    await paneOf(page);
    await page.evaluate((sample) => desk.openSample(sample), SAMPLES[1]);
    const other: PreviewPage = { page, pane: await paneOf(page), faults: [] };
    await expect(other.pane.getByRole("tab", { name: "总览" }).getAttribute("aria-selected")).resolves.toBe("true");
    await expect(other.pane.getByText(/测算；/).count()).resolves.toBe(0);
    await recalculate(other);
    await other.pane.getByText("0/35").first().waitFor();
    await open.pane.getByRole("tab", { name: "总览" }).click();
    await open.pane.getByText("33/35").first().waitFor();
    await page.close();
  });

  test("the sample opens from the first-run cards", async () => {
    const { page } = open;
    await page.evaluate((sample) => desk.openSample(sample), SAMPLES[1]);
    const pane = await paneOf(page);
    await pane.getByRole("button", { name: "打开示例" }).click();
    await page.getByRole("heading", { level: 1, name: "工作簿2.xlsx" }).waitFor();
    const after = { ...open, pane: await paneOf(page) };
    await expect(page.evaluate(() => desk.getState().book!.workbook.activeSheet.value(5, 1))).resolves.toBe(
      TRANSPORT.name,
    );
    await recalculate(after);
    await after.pane.getByText("33/35").first().waitFor();
    expect(open.faults).toEqual([]);
  });
});
