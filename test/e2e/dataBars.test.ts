import type { Browser } from "playwright-core";
import type { WorkbookData } from "../../src/host/workbook/data";
import { saveWorkbook } from "../../src/host/workbook/file/save";
import { blankWorkbook } from "../../src/host/workbook/live/blank";
import type { Desk } from "../../src/preview/desk";
import { browserPath, launchBrowser, openPreview } from "./preview";

// eslint-disable-next-line no-restricted-syntax -- without a browser it cannot be told: see setup.ts
const describeInBrowser = browserPath !== undefined || process.env.CI ? describe : describe.skip;

declare const desk: Desk;

const BAR = "#9DC3E6";

/** Four numbers in a column 120 points wide with bars from 0, told by a formula, to 1. */
function withBars(): WorkbookData {
  const data = blankWorkbook("附件2");
  const sheet = data.sheets[0]!;
  [0, 0.25, 1, 1.5].forEach((value, row) => (sheet.cells[row] = { 1: { value } }));
  sheet.columns = { 1: { width: 120 } };
  const ends = {
    lower: { type: "Formula", formula: '=N("jgzb:bar")' },
    upper: { type: "Number", formula: "=1" },
  } as const;
  sheet.conditionalFormats = [
    {
      areas: [{ firstRow: 0, lastRow: 3, firstColumn: 1, lastColumn: 1 }],
      stopIfTrue: false,
      dataBar: { ...ends, fill: BAR, gradient: false, axis: "Automatic", direction: "Context", showValue: true },
    },
  ];
  return data;
}

describeInBrowser("data bars in the preview", () => {
  let browser: Browser;
  beforeAll(async () => (browser = await launchBrowser()));
  afterAll(() => browser?.close());

  test("are as long as their numbers in the print, and painted in the grid", async () => {
    const { page, faults } = await openPreview(browser, process.env.PREVIEW_ADDRESS!);
    const bytes = [...(await saveWorkbook(withBars()))];
    await page.evaluate((bytes) => desk.open("数据条.xlsx", () => Promise.resolve(new Uint8Array(bytes))), bytes);
    await page.waitForFunction(() => desk.getState().book?.fileName === "数据条.xlsx");
    await page.getByRole("button", { name: "打印预览" }).click();
    await page.locator(".print-page").waitFor();
    const widths = await page
      .locator(".print-fill")
      .evaluateAll((bars) =>
        bars.map((bar) => [(bar as HTMLElement).style.width, (bar as HTMLElement).style.backgroundColor]),
      );
    // 0 has none; a quarter of 120 points; what is beyond the upper end fills the cell.
    expect(widths).toEqual([
      ["30pt", "rgb(157, 195, 230)"],
      ["120pt", "rgb(157, 195, 230)"],
      ["120pt", "rgb(157, 195, 230)"],
    ]);
    await page.evaluate(() => desk.closePrint());
    const painted = await page.evaluate(async () => {
      const canvas = [...document.querySelectorAll("canvas")].sort(
        (a, b) => b.width * b.height - a.width * a.height,
      )[0]!;
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
      let count = 0;
      for (let at = 0; at < data.length; at += 4)
        if (data[at] === 157 && data[at + 1] === 195 && data[at + 2] === 230) count++;
      return count;
    });
    // Bars of 40, 160 and 160 pixels, over ten pixels high, less the digits.
    expect(painted).toBeGreaterThan(2000);
    expect(faults).toEqual([]);
  });
});
