/** Brings the manual up to date: its pictures, the README's, and the list of messages with what to do. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Frame, Page } from "playwright-core";
import { launchBrowser, openPreview, startPreview } from "../test/e2e/preview";
import { withMessages } from "./manual/messages";

const docs = join(__dirname, "../docs");
const MANUAL = join(docs, "使用说明.md");
const HEIGHT = 860;

async function recalculate(pane: Frame): Promise<void> {
  await pane.getByRole("button", { name: "一键重算" }).click();
  await pane.getByText("已重算 35 个部门。").first().waitFor();
}

/** Every view of the pane at its usual width. */
async function takePane(browser: Browser, address: string, scheme: "light" | "dark"): Promise<void> {
  const { page, pane } = await openPreview(browser, address, scheme, 1.5);
  await page.setViewportSize({ width: 1280, height: HEIGHT });
  const take = async (view: string): Promise<void> => {
    // Nothing under the pointer; transitions, and the grid behind, have come to rest.
    await page.mouse.move(0, 0);
    await page.waitForTimeout(600);
    await page.locator("aside iframe").screenshot({ path: join(docs, `pictures/${view}-${scheme}.png`) });
  };
  const go = (tab: RegExp): Promise<void> => pane.getByRole("tab", { name: tab }).click();
  const close = (): Promise<void> => page.keyboard.press("Escape");
  await pane.getByRole("region", { name: "三句话说明" }).waitFor();
  await take("first-run");
  await recalculate(pane);
  await pane.getByRole("button", { name: "关闭提示" }).click();
  await take("overview");
  await go(/^部门/);
  await take("departments");
  await pane.getByRole("button", { name: /^威远县交通运输局/ }).click();
  await take("department");
  await go(/^核对/);
  await take("check");
  await go(/^设置/);
  await take("settings");
  await pane.getByRole("button", { name: "打印设置" }).click();
  await pane.getByRole("dialog").waitFor();
  await take("print-dialog");
  await close();
  await page.context().close();
}

/** The whole preview, for the README. */
async function takePreview(browser: Browser, address: string): Promise<void> {
  const { page, pane } = await openPreview(browser, address);
  await recalculate(pane);
  await zoom(page, 0.55);
  await page.screenshot({ path: join(docs, "preview.png") });
  await page.context().close();
}

/** Small enough for names, actuals and results to be seen together. */
async function zoom(page: Page, zoomRatio: number): Promise<void> {
  await page.evaluate((zoomRatio) => {
    const { workbook } = window.desk.getState().book!;
    return workbook.commands.executeCommand("sheet.command.set-zoom-ratio", {
      unitId: workbook.unitId,
      subUnitId: workbook.activeSheet.id,
      zoomRatio,
    });
  }, zoomRatio);
  // The grid draws on a canvas, which tells nobody when it is done.
  await page.waitForTimeout(2000);
}

async function main(): Promise<void> {
  writeFileSync(MANUAL, withMessages(readFileSync(MANUAL, "utf8")));
  const preview = await startPreview();
  const browser = await launchBrowser();
  try {
    for (const scheme of ["light", "dark"] as const) await takePane(browser, preview.address, scheme);
    await takePreview(browser, preview.address);
  } finally {
    await browser.close();
    await preview.stop();
  }
}

void main().then(() => process.exit(0));
