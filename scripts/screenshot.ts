/** Takes the picture of the README: the filled sample after 一键重算, in the preview. */
import { join } from "node:path";
import { launchBrowser, openPreview, startPreview } from "../test/e2e/preview";

async function main(): Promise<void> {
  const preview = await startPreview();
  const browser = await launchBrowser();
  try {
    const { page, pane } = await openPreview(browser, preview.address);
    await pane.getByRole("button", { name: "一键重算" }).click();
    await pane.getByText("33/35").waitFor();
    await page.evaluate(() => {
      const { workbook } = window.desk.getState().book!;
      // Small enough for names, actuals and results to be seen together.
      return workbook.commands.executeCommand("sheet.command.set-zoom-ratio", { unitId: workbook.unitId, subUnitId: workbook.activeSheet.id, zoomRatio: 0.55 });
    });
    // The grid draws on a canvas, which tells nobody when it is done.
    await page.waitForTimeout(2000);
    await page.screenshot({ path: join(__dirname, "../docs/preview.png") });
  } finally {
    await browser.close();
    await preview.stop();
  }
}

void main().then(() => process.exit(0));
