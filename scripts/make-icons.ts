/**
 * Renders assets/icons/*.svg to assets/icon-NAME-SIZE.png in the sizes that the manifest names.
 * A small icon has a drawing of its own (NAME-16.svg): a large one scaled down to 16 pixels is a blur.
 */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { chromium } from "playwright-core";

const ASSETS = join(__dirname, "../assets");
const SMALL = 16;
const LARGE = [32, 80];
/** The list of add-ins shows the add-in itself at twice 32 pixels on a dense screen. */
const OF_THE_ADD_IN = [32, 64, 80];

async function main(): Promise<void> {
  const drawings = (await readdir(join(ASSETS, "icons")))
    .filter((file) => file.endsWith(".svg"))
    .map((file) => basename(file, ".svg"));
  const browser = await chromium.launch({
    channel: process.platform === "win32" ? "msedge" : undefined,
    executablePath: process.platform === "linux" ? "/usr/bin/chromium" : undefined,
  });
  try {
    const page = await browser.newPage();
    for (const drawing of drawings) {
      const small = drawing.endsWith(`-${SMALL}`);
      const name = small ? drawing.slice(0, -`-${SMALL}`.length) : drawing;
      const svg = await readFile(join(ASSETS, "icons", `${drawing}.svg`), "utf8");
      for (const size of small ? [SMALL] : name === "app" ? OF_THE_ADD_IN : LARGE) {
        await page.setViewportSize({ width: size, height: size });
        await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
        await writeFile(join(ASSETS, `icon-${name}-${size}.png`), await page.screenshot({ omitBackground: true }));
      }
    }
  } finally {
    await browser.close();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
