import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import type { Configuration } from "webpack";
import type { Configuration as ServerConfiguration } from "webpack-dev-server";
import { chromium, type Browser, type Frame, type Page } from "playwright-core";

const BROWSERS = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/microsoft-edge",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** Path of a browser of the Chromium family on this machine; another one is named by the variable CHROMIUM. */
export const browserPath = BROWSERS.find((path) => path !== undefined && existsSync(path));

export const launchBrowser = (): Promise<Browser> => chromium.launch({ executablePath: browserPath });

export interface Preview {
  /** Of the page, with a "/" at its end. */
  readonly address: string;
  stop(): Promise<void>;
}

const require = createRequire(__filename);

/** Builds and serves the preview as `npm start` does, on a free port and without opening a browser. Resolves when it is built. */
export async function startPreview(): Promise<Preview> {
  const { default: webpack } = await import("webpack");
  const { default: Server } = await import("webpack-dev-server");
  const configurations = (
    require("../../webpack.preview.config.js") as (
      env: object,
      argv: object,
    ) => (Configuration & { devServer?: ServerConfiguration })[]
  )({}, {});
  const devServer = configurations.find((one) => one.devServer)?.devServer;
  // Files that change while tests run are not built anew.
  const compiler = webpack(configurations.map((one) => ({ ...one, watchOptions: { ignored: /./ } })));
  if (!compiler) throw new Error("webpack made no compiler");
  const built = new Promise<void>((resolve, reject) => {
    compiler.hooks.done.tap("preview", (stats) =>
      stats.hasErrors() ? reject(new Error(stats.toString("errors-only"))) : resolve(),
    );
  });
  const server = new Server(
    { ...devServer, port: await Server.getFreePort("auto", "localhost"), open: false, setupExitSignals: false },
    compiler,
  );
  await server.start();
  await built;
  return { address: `http://localhost:${server.options.port}/`, stop: () => server.stop() };
}

/** A page of the preview, with everything in it that should not happen: messages of errors and requests to other origins. */
export interface PreviewPage {
  readonly page: Page;
  readonly pane: Frame;
  readonly faults: readonly string[];
}

/** Opens the preview and waits until sample and pane stand. `scheme` is the system's light or dark, `deviceScaleFactor` the pixels of the screen to one of CSS. */
export async function openPreview(
  browser: Browser,
  address: string,
  scheme: "light" | "dark" = "light",
  deviceScaleFactor = 1,
): Promise<PreviewPage> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor,
    colorScheme: scheme,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const faults: string[] = [];
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(String(error.stack)));
  page.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(address))
      faults.push(`request to ${request.url()}`);
  });
  await page.goto(address);
  const pane = await paneOf(page);
  return { page, pane, faults };
}

/** The frame of the pane, its one button ready. */
export async function paneOf(page: Page): Promise<Frame> {
  const frame = await (await page.waitForSelector("aside iframe", { state: "attached" })).contentFrame();
  if (!frame) throw new Error("The pane has no frame");
  await frame.getByRole("button", { name: "一键重算" }).waitFor({ state: "attached" });
  return frame;
}
