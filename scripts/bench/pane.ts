import { createReadStream, existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import type { Browser } from "playwright-core";
import webpack, { type Configuration } from "webpack";
import { browserPath, launchBrowser, openPreview, startPreview } from "../../test/e2e/preview";
import { walkLargePane } from "./largePane";

const require = createRequire(__filename);
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".png": "image/png",
};

/** Builds the pane's page for production, or another page in its place, and gives its folder. */
function build(entry: string | null): Promise<string> {
  const configure = require("../../webpack.config.js") as (env: object, argv: object) => Configuration;
  const path = mkdtempSync(join(tmpdir(), "pane-"));
  const config = configure({}, { mode: "production" });
  const compiler = webpack({
    ...config,
    mode: "production",
    devtool: false,
    ...(entry && { entry: { taskpane: entry } }),
    output: { ...config.output, path },
    devServer: undefined,
  } as Configuration);
  return new Promise((resolve, reject) => {
    compiler!.run((error, stats) => {
      if (error ?? stats?.hasErrors()) reject(error ?? new Error(stats!.toString("errors-only")));
      else resolve(path);
    });
  });
}

async function serve(folder: string): Promise<{ server: Server; address: string }> {
  const server = createServer((request, response) => {
    const file = join(folder, decodeURIComponent(new URL(request.url!, "http://localhost").pathname));
    if (!existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
    return createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  return { server, address: `http://localhost:${(server.address() as AddressInfo).port}/taskpane.html` };
}

/** Milliseconds from the start of the navigation to the button standing in the page, in a fresh context: nothing is cached. */
async function visible(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 320, height: 800 } });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const watch = new MutationObserver(() => {
      if (![...document.querySelectorAll("button")].some((button) => button.textContent === "一键重算")) return;
      watch.disconnect();
      requestAnimationFrame(() =>
        requestAnimationFrame(() => (document.documentElement.dataset.visible = String(performance.now()))),
      );
    });
    watch.observe(document, { childList: true, subtree: true });
  });
  await page.goto(address, { waitUntil: "commit" });
  const shown = await page.waitForFunction(() => document.documentElement.dataset.visible);
  const milliseconds = Number(await shown.jsonValue());
  await context.close();
  return milliseconds;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** From the click on 一键重算 to the summary in the pane, over the host with the sample, the formula engine being warm. */
async function clickToResult(browser: Browser, rounds: number): Promise<number[]> {
  const preview = await startPreview();
  try {
    const { pane } = await openPreview(browser, preview.address);
    const times: number[] = [];
    for (let round = 0; round <= rounds; round++) {
      const took = await pane.evaluate(async () => {
        const button = [...document.querySelectorAll("button")].find(({ textContent }) => textContent === "一键重算")!;
        const before = document.querySelector("[role=status]")!.innerHTML;
        const begun = performance.now();
        button.click();
        for (let text = ""; !/^已重算/.test(text) || document.querySelector("[role=status]")!.innerHTML === before;) {
          await new Promise(requestAnimationFrame);
          text = document.querySelector("[role=status]")!.textContent ?? "";
          if (performance.now() - begun > 60_000) throw new Error("no result");
          if (/^已重算/.test(text) && performance.now() - begun > 30) break;
        }
        return performance.now() - begun;
      });
      if (round > 0) times.push(took);
    }
    return times;
  } finally {
    await preview.stop();
  }
}

/** The pane against a bare Fluent page built the same way, turn about in one run. */
export async function benchPane(quick: boolean): Promise<void> {
  if (browserPath === undefined)
    return void console.log("pane: passed over, for there is no browser of the Chromium family on this machine.");
  const rounds = quick ? 7 : 21;
  const folders = [
    await build(join(__dirname, "barePage.tsx")),
    await build(null),
    await build(join(__dirname, "../../test/e2e/largePanePage.tsx")),
  ];
  const served = await Promise.all(folders.map(serve));
  const browser = await launchBrowser();
  try {
    const times: [number[], number[]] = [[], []];
    for (let round = 0; round <= rounds; round++) {
      for (const index of [0, 1] as const) {
        const took = await visible(browser, served[index]!.address);
        if (round > 0) times[index].push(took);
      }
    }
    const [bare, pane] = times.map(median) as [number, number];
    console.log(
      `pane visible after ${pane.toFixed(0)} ms, a bare Fluent page after ${bare.toFixed(0)} ms: ×${(pane / bare).toFixed(2)} (medians of ${rounds}, nothing cached)`,
    );
    const clicks = median(await clickToResult(browser, quick ? 3 : 7));
    console.log(
      `click to result, sample of 35 departments over the host: ${clicks.toFixed(0)} ms, ×${(clicks / bare).toFixed(2)} of the bare page`,
    );
    const steps = await walkLargePane(browser, served[2]!.address);
    console.log(
      `pane with 6,400 departments, ms to each view, and the longest in which it answered nothing: ${steps.map(({ what, shown, blocked }) => `${what} ${shown.toFixed(0)} (${blocked.toFixed(0)})`).join(", ")}`,
    );
  } finally {
    await browser.close();
    for (const { server } of served) server.close();
    for (const folder of folders) rmSync(folder, { recursive: true });
  }
}
