import { execFile, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, extname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import type { WorkbookData } from "../../src/host/workbook/data";
import { openWorkbook } from "../../src/host/workbook/file/open";

const run = promisify(execFile);
const PROGRAM = process.env.SOFFICE ?? "soffice";
const RUN_LIMIT_MS = 120_000;

/** Formulas are always calculated on loading: a file's stored results are never taken on trust. `locale` says how numbers are written: de-DE. */
const settings = (locale: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="ODFRecalcMode" oor:op="fuse"><value>0</value></prop></item>
${locale && `<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>${locale}</value></prop></item>`}
</oor:items>`;

/** Fonts of official documents by free ones of the same width, so that a page looks alike on every machine that has these. */
const FONTS = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
${Object.entries({
  "Noto Serif CJK SC": ["宋体", "SimSun", "仿宋_GB2312", "仿宋", "FangSong", "方正小标宋简体"],
  "Noto Sans CJK SC": ["黑体", "SimHei", "等线", "微软雅黑"],
})
  .flatMap(([free, names]) =>
    names.map(
      (name) =>
        `<match target="pattern"><test name="family" qual="any"><string>${name}</string></test><edit name="family" mode="assign" binding="strong"><string>${free}</string></edit></match>`,
    ),
  )
  .join("\n")}
</fontconfig>`;

/** Whether LibreOffice can be run here. */
export const officeIsHere = spawnSync(PROGRAM, ["--version"]).status === 0;

/** A suite that needs LibreOffice: without it, it is skipped and says so; on a build server it fails. */
// eslint-disable-next-line no-restricted-syntax -- the one place where a suite may be passed over
export const describeWithOffice: jest.Describe = officeIsHere || process.env.CI ? describe : describe.skip;
if (!officeIsHere)
  process.stderr.write(
    `LibreOffice (${PROGRAM}) is not here: ${process.env.CI ? "its suites will fail" : "its suites are skipped"}.\n`,
  );

let workshop: string | undefined;
let queue: Promise<unknown> = Promise.resolve();

/** A folder of this process for profile, settings and results, gone when the process ends. */
function folder(): string {
  if (workshop === undefined) {
    workshop = mkdtempSync(join(tmpdir(), "office-"));
    writeFileSync(join(workshop, "fonts.conf"), FONTS);
    process.on("exit", () => rmSync(workshop!, { recursive: true, force: true }));
  }
  return workshop;
}

/** The profile of a person who writes numbers as in this place; "" for LibreOffice's own choice. */
function profile(locale: string): string {
  const path = join(folder(), `profile${locale}`);
  if (!existsSync(path)) {
    mkdirSync(join(path, "user"), { recursive: true });
    writeFileSync(join(path, "user", "registrymodifications.xcu"), settings(locale));
  }
  return pathToFileURL(path).href;
}

/**
 * Converts a file as LibreOffice does and gives the path of the result, in a temporary folder.
 * `format` is what --convert-to takes, e.g. "pdf" or "csv:Text - txt - csv (StarCalc):44,34,76". One run at a time, for they share a profile.
 */
export function converted(path: string, format: string, options: readonly string[] = [], locale = ""): Promise<string> {
  const job = queue.then(async () => {
    const out = mkdtempSync(join(folder(), "out-"));
    const { stderr } = await run(
      PROGRAM,
      [
        `-env:UserInstallation=${profile(locale)}`,
        "--headless",
        "--norestore",
        ...options,
        "--convert-to",
        format,
        "--outdir",
        out,
        path,
      ],
      {
        timeout: RUN_LIMIT_MS,
        env: { ...process.env, FONTCONFIG_FILE: join(folder(), "fonts.conf"), LANG: "zh_CN.UTF-8", LC_ALL: "C.UTF-8" },
      },
    );
    const made = readdirSync(out).find((name) => name.startsWith(basename(path, extname(path))));
    if (made === undefined) throw new Error(`LibreOffice made nothing of ${basename(path)}: ${stderr}`);
    return join(out, made);
  });
  queue = job.catch(() => undefined);
  return job;
}

/** The workbook after LibreOffice calculated every formula of it, on a machine of this locale (de-DE has a decimal comma). */
export async function recalculated(path: string, locale?: string): Promise<WorkbookData> {
  return (await openWorkbook(readFileSync(await converted(path, "xlsx", [], locale)))).data;
}

/** The print of a workbook; gives the path of the PDF. */
export const pdf = (path: string) => converted(path, "pdf");

/** The pages of a PDF as PNG files, in order. */
export async function pages(pdfPath: string, dotsPerInch = 70): Promise<string[]> {
  const out = mkdtempSync(join(folder(), "pages-"));
  await run("pdftoppm", ["-r", String(dotsPerInch), "-png", pdfPath, join(out, "page")]);
  return readdirSync(out)
    .sort()
    .map((name) => join(out, name));
}

export async function pageCount(pdfPath: string): Promise<number> {
  const { stdout } = await run("pdfinfo", [pdfPath]);
  return Number(/^Pages:\s+(\d+)/m.exec(stdout)?.[1]);
}

/** Width and height of a PDF's first page in points. */
export async function pageSize(pdfPath: string): Promise<[number, number]> {
  const { stdout } = await run("pdfinfo", [pdfPath]);
  const [, width, height] = /^Page size:\s+([\d.]+) x ([\d.]+) pts/m.exec(stdout)!;
  return [Number(width), Number(height)];
}

/** How many pixels of each colour ("#RRGGBB") the pages of a PDF have together. */
export async function pixelColours(pdfPath: string, dotsPerInch = 40): Promise<Map<string, number>> {
  const { stdout } = await run("pdftoppm", ["-r", String(dotsPerInch), pdfPath], {
    encoding: "buffer",
    maxBuffer: 256 * 1024 * 1024,
  });
  const counts = new Map<string, number>();
  for (let at = 0; at < stdout.length;) {
    // Each page is a header of text, "P6\nwidth height\n255\n", and three bytes a pixel.
    const [header, width, height] = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(stdout.toString("latin1", at, at + 40))!;
    const end = at + header!.length + 3 * Number(width) * Number(height);
    for (let pixel = at + header!.length; pixel < end; pixel += 3) {
      const colour = `#${stdout.toString("hex", pixel, pixel + 3).toUpperCase()}`;
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
    at = end;
  }
  return counts;
}

/** The text of a PDF page by page: by "lines" across the page, or by "cells", one cell's text whole after another's. */
export async function pageTexts(pdfPath: string, by: "lines" | "cells" = "lines"): Promise<string[]> {
  const { stdout } = await run("pdftotext", [by === "lines" ? "-layout" : "-raw", pdfPath, "-"]);
  return stdout.split("\f").slice(0, -1);
}

/** A file in the temporary folder, for bytes that have no path yet. */
export function temporaryFile(name: string, bytes: Uint8Array): string {
  const path = join(mkdtempSync(join(folder(), "in-")), name);
  writeFileSync(path, bytes);
  return path;
}
