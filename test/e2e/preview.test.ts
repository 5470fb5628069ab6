import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { FILE_SENTENCES } from "../../src/core/wording/file";
import { SAMPLES } from "../../src/core/wording/preview";
import { openWorkbook } from "../../src/host/workbook/file/open";
import type { Desk } from "../../src/preview/desk";
import { browserPath, launchBrowser, openPreview, paneOf, type PreviewPage } from "./preview";

// eslint-disable-next-line no-restricted-syntax -- the one place where the browser tests may be passed over: see setup.ts
const describeInBrowser = browserPath !== undefined || process.env.CI ? describe : describe.skip;

declare const desk: Desk;

const repository = join(__dirname, "../..");
const sample = join(repository, "assets/samples/附件2-填报示例.xlsx");

/** Zero-based places in the filled sample: 威远县交通运输局 is the second department, its covered items stand in column K. */
const TRANSPORT = { row: 5, covered: 10 };

describeInBrowser("the preview", () => {
  let browser: Browser;
  let open: PreviewPage;
  let page: Page;

  beforeAll(async () => {
    browser = await launchBrowser();
    open = await openPreview(browser, process.env.PREVIEW_ADDRESS!);
    page = open.page;
  });
  afterAll(() => browser?.close());
  // A workbook, and a pane, of its own for each test on the one page.
  beforeEach(async () => {
    await page.evaluate((sample) => desk.openSample(sample), SAMPLES[0]);
    await page.evaluate(() => desk.closePrint());
    await page.locator("#Pane\\.Button").click();
    open = { ...open, pane: await paneOf(page) };
  });

  // ---- what the model of the open workbook holds ----

  const valueAt = (row: number, column: number) =>
    page.evaluate(([row, column]) => desk.getState().book!.workbook.activeSheet.value(row!, column!), [row, column]);
  const texts = () =>
    page.evaluate(() =>
      Object.values(desk.getState().book!.workbook.activeSheet.toData().cells).flatMap((row) =>
        Object.values(row).map((cell) => String(cell.value ?? "")),
      ),
    );
  const rules = () => page.evaluate(() => desk.getState().book!.workbook.activeSheet.rules.length);
  const columnOf = (header: string) =>
    page.evaluate((header) => {
      for (const row of Object.values(desk.getState().book!.workbook.activeSheet.toData().cells)) {
        for (const [column, cell] of Object.entries(row)) if (cell.value === header) return Number(column);
      }
      return -1;
    }, header);
  const edit = (row: number, column: number, value: number) =>
    page.evaluate(
      ([row, column, v]) => {
        const { workbook } = desk.getState().book!;
        const range = { startRow: row!, endRow: row!, startColumn: column!, endColumn: column! };
        return workbook.commands.executeCommand("sheet.command.set-range-values", {
          unitId: workbook.unitId,
          subUnitId: workbook.activeSheet.id,
          range,
          value: { v, t: 2 },
        });
      },
      [row, column, value],
    );

  const recalculate = async () => {
    await open.pane.getByRole("button", { name: "一键重算" }).click();
    await open.pane.getByText("已重算 35 个部门。").first().waitFor();
  };
  const ribbon = (label: string) => page.getByRole("navigation").getByRole("button", { name: label });
  const waitForTexts = (has: boolean, text: string) =>
    page.waitForFunction(
      ([text, has]) =>
        Object.values(desk.getState().book!.workbook.activeSheet.toData().cells).some((row) =>
          Object.values(row).some((cell) => cell.value === text),
        ) === has,
      [text, has] as const,
    );

  test("opens with the filled sample, says what it is, and stays on its own origin", async () => {
    await expect(page.getByRole("heading", { level: 1 }).textContent()).resolves.toBe("附件2-填报示例.xlsx");
    await expect(page.getByRole("note").textContent()).resolves.toContain("不是日常办公软件");
    await expect(valueAt(TRANSPORT.row, 1)).resolves.toBe("威远县交通运输局");
    await expect(page.getByRole("navigation").getByRole("button").allTextContents()).resolves.toEqual([
      "一键重算",
      "打印设置",
      "清除标记",
      "打开面板",
    ]);
    expect(open.faults).toEqual([]);
  });

  test("a click on 一键重算 in the pane writes the columns and shows the summary", async () => {
    await recalculate();
    const summary = await open.pane.locator("body").innerText();
    expect(summary).toContain("33/35");
    await open.pane.getByRole("tab", { name: /^核对/ }).click();
    await open.pane.getByText(/核对一致/).waitFor();
    // 185 items at 50 % are 93 covered ones; the sample has 92.
    await expect(valueAt(TRANSPORT.row, await columnOf("还差主项数"))).resolves.toBe(1);
    await expect(valueAt(TRANSPORT.row, await columnOf("扣分合计"))).resolves.toBeCloseTo(0.1, 10);
    await expect(rules()).resolves.toBeGreaterThan(0);
    expect(open.faults).toEqual([]);
  });

  test("an edited actual changes the formulas at once and the summary at the next click", async () => {
    await recalculate();
    const gap = await columnOf("还差主项数");
    await edit(TRANSPORT.row, TRANSPORT.covered, 90);
    await page.waitForFunction(
      ([row, column]) => desk.getState().book!.workbook.activeSheet.value(row!, column!) === 3,
      [TRANSPORT.row, gap],
    );
    await open.pane.getByRole("button", { name: "一键重算" }).click();
    // Two more items missing at 0.1 each.
    await open.pane.getByRole("tab", { name: "部门" }).click();
    await open.pane.getByRole("button", { name: /交通运输局/ }).click();
    await open.pane.getByText("⌈185×50%⌉=93 项，已产生 90（48.65%），还差 3，扣 0.3 分").waitFor();
    await expect(valueAt(TRANSPORT.row, await columnOf("覆盖率扣分"))).resolves.toBeCloseTo(0.3, 10);
  });

  test("what is typed into the grid stands in the model", async () => {
    await page.getByRole("button", { name: "关闭面板" }).click();
    await page.evaluate(() => {
      const { workbook } = desk.getState().book!;
      workbook.select(workbook.activeSheet, { firstRow: 5, lastRow: 5, firstColumn: 8, lastColumn: 8 });
    });
    // The grid has taken the room of the pane: column I can be seen.
    const grid = page.locator("canvas[id*=main-canvas_workbook]");
    await page.waitForFunction(
      () => document.querySelector("canvas[id*=main-canvas_workbook]")!.getBoundingClientRect().width === innerWidth,
    );
    const canvas = await grid.boundingBox();
    const x = await page.evaluate(() =>
      Array.from(
        { length: 8 },
        (_, column) => (desk.getState().book!.workbook.activeSheet.columnWidth(column) * 4) / 3,
      ).reduce((sum, width) => sum + width, 46),
    );
    const y = await page.evaluate(() =>
      Array.from({ length: 5 }, (_, row) => (desk.getState().book!.workbook.activeSheet.rowHeight(row) * 4) / 3).reduce(
        (sum, height) => sum + height,
        20,
      ),
    );
    await page.mouse.click(canvas!.x + x + 20, canvas!.y + y + 10);
    await page.keyboard.type("180", { delay: 100 });
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => desk.getState().book!.workbook.activeSheet.value(5, 8) === 180);
  });

  test("clearing takes away what the add-in wrote, undoing brings it back", async () => {
    const before = await texts();
    await recalculate();
    await expect(columnOf("情况说明")).resolves.toBeGreaterThan(0);
    await ribbon("清除标记").click();
    await waitForTexts(false, "情况说明");
    await expect(texts()).resolves.toEqual(before);
    await expect(rules()).resolves.toBe(0);
    await open.pane.getByRole("button", { name: "撤销本次" }).click();
    await waitForTexts(true, "情况说明");
    await expect(rules()).resolves.toBeGreaterThan(0);
    expect(open.faults).toEqual([]);
  });

  test("the ribbon works while the pane is closed, and opens it", async () => {
    const pane = page.getByRole("complementary", { name: "监管指标" });
    await page.getByRole("button", { name: "关闭面板" }).click();
    await expect(pane.isVisible()).resolves.toBe(false);
    await ribbon("一键重算").click();
    await waitForTexts(true, "情况说明");
    await ribbon("打印设置").click();
    await page.waitForFunction(() => desk.getState().book!.workbook.activeSheet.page.orientation === "Landscape");
    await expect(pane.isVisible()).resolves.toBe(false);
    await ribbon("打开面板").click();
    await expect(pane.isVisible()).resolves.toBe(true);
    await open.pane.getByText("33/35").waitFor();
    expect(open.faults).toEqual([]);
  });

  test("a command that is stopped opens the pane and says why", async () => {
    await page.getByRole("button", { name: "关闭面板" }).click();
    await page.evaluate(() => (desk.getState().book!.workbook.activeSheet.protected = true));
    await ribbon("一键重算").click();
    await page.getByRole("complementary", { name: "监管指标" }).waitFor();
    await open.pane.getByText("“一键重算”没有完成", { exact: true }).waitFor();
    await expect(columnOf("情况说明")).resolves.toBe(-1);
  });

  test("a file that cannot be opened is told in a sentence, and the open workbook stays", async () => {
    const whole = readFileSync(sample);
    const fixture = (name: string) => readFileSync(join(repository, "test/fixtures", name));
    const cases = [
      ["坏文件.xlsx", whole.subarray(0, whole.length / 2), FILE_SENTENCES.DAMAGED],
      ["说明.txt.xlsx", Buffer.from("不是工作簿"), FILE_SENTENCES.NOT_A_WORKBOOK],
      ["旧表.xls", fixture("libreoffice-97.xls"), FILE_SENTENCES.LEGACY_XLS],
      ["加密.xlsx", fixture("password.xlsx"), FILE_SENTENCES.PASSWORD_PROTECTED],
    ] as const;
    for (const [name, buffer, sentence] of cases) {
      await page.locator("input[type=file]").setInputFiles({ name, mimeType: "application/octet-stream", buffer });
      await page.getByRole("alert").getByText(sentence(name)).waitFor();
      await expect(page.getByRole("heading", { level: 1 }).textContent()).resolves.toBe("附件2-填报示例.xlsx");
    }
    await expect(valueAt(TRANSPORT.row, 1)).resolves.toBe("威远县交通运输局");
    expect(open.faults).toEqual([]);
  });

  test("another workbook dropped on the page takes the place of the open one, with a pane of its own", async () => {
    await recalculate();
    const bytes = [...readFileSync(join(repository, "test/fixtures/libreoffice-percent-text.xlsx"))];
    const transfer = await page.evaluateHandle((bytes) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(bytes)], "另一张表.xlsx"));
      return transfer;
    }, bytes);
    await page.dispatchEvent("main", "dragenter", { dataTransfer: transfer });
    await page.dispatchEvent("main", "drop", { dataTransfer: transfer });
    await page.getByRole("heading", { level: 1, name: "另一张表.xlsx", exact: true }).waitFor();
    await expect(columnOf("情况说明")).resolves.toBe(-1);
    await ribbon("一键重算").click();
    await waitForTexts(true, "情况说明");
    expect(open.faults).toEqual([]);
  });

  test("the saved file holds what the grid shows, and the source's own cells as they were", async () => {
    await recalculate();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "另存为" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("附件2-填报示例.xlsx");
    const { data } = await openWorkbook(readFileSync(await download.path()));
    const [saved] = data.sheets;
    const gap = await columnOf("还差主项数");
    expect(saved!.cells[TRANSPORT.row]![gap]).toMatchObject({ value: 1, formula: expect.stringMatching(/^=/) });
    expect(saved!.conditionalFormats).toHaveLength(await rules());
    const { data: original } = await openWorkbook(readFileSync(sample));
    for (const [row, cells] of Object.entries(original.sheets[0]!.cells)) {
      for (const [column, cell] of Object.entries(cells))
        expect([row, column, saved!.cells[Number(row)]?.[Number(column)]?.value]).toEqual([row, column, cell.value]);
    }
  });

  // ---- print ----

  const pagesOf = (pdf: Buffer): number => [...pdf.toString("latin1").matchAll(/\/Type\s*\/Page\b(?!s)/g)].length;

  /** Until all of it is done: the page is turned before its scale is set. */
  async function setUpPrinting(): Promise<void> {
    await ribbon("打印设置").click();
    await open.pane
      .getByRole("status")
      .getByText(/页面已设好/)
      .waitFor({ state: "attached" });
  }

  test("the print is one page wide, with its marks, header and footer", async () => {
    await recalculate();
    await setUpPrinting();
    await page.getByRole("button", { name: "打印预览" }).click();
    const pages = page.locator(".print-page");
    await pages.first().waitFor();
    const count = await pages.count();
    for (let index = 0; index < count; index++) {
      const text = await pages.nth(index).innerText();
      expect(text).toContain("部门名称");
      expect(text).toContain("情况说明");
      expect(text).toMatch(new RegExp(`第 ?${index + 1} ?页.*共 ?${count} ?页`));
    }
    // A4 landscape at 96 dpi.
    const paper = await pages.first().boundingBox();
    expect([paper!.width, paper!.height].map(Math.round)).toEqual([1123, 794]);
    // 威远县交通运输局 is short by one item: its name is marked in light red.
    const name = (await pages
      .first()
      .locator(`.print-cell[data-row="${TRANSPORT.row}"][data-column="1"]`)
      .boundingBox())!;
    const under = await page.evaluate(
      ({ x, y }) => document.elementsFromPoint(x, y).map((element) => getComputedStyle(element).backgroundColor),
      { x: name.x + 4, y: name.y + 4 },
    );
    expect(under).toContain("rgb(255, 199, 206)");
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pagesOf(pdf)).toBe(count);
    await page.keyboard.press("Escape");
    await expect(pages.count()).resolves.toBe(0);
    expect(open.faults).toEqual([]);
  });

  test("a sheet larger than its paper goes over several pages, each with the title rows", async () => {
    await recalculate();
    await setUpPrinting();
    await page.evaluate(() => {
      const { activeSheet } = desk.getState().book!.workbook;
      activeSheet.page = { ...activeSheet.page, zoom: { scale: 100 } };
    });
    await page.getByRole("button", { name: "打印预览" }).click();
    const first = await page
      .locator(".print-page")
      .evaluateAll((pages) =>
        pages.map((one) =>
          Math.min(...[...one.querySelectorAll(".print-cell")].map((cell) => Number(cell.getAttribute("data-row")))),
        ),
      );
    expect(first.length).toBeGreaterThan(3);
    // Zero-based: the title is row 1, the header rows 2 and 3, of which some columns have the second alone.
    expect(Math.max(...first)).toBeLessThanOrEqual(3);
  });
});
