import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import ExcelJS from "exceljs";
import { DEPARTMENTS } from "../samples/source-table";
import { itemBlocks } from "./detail-rows";

const run = promisify(execFile);
const PROGRAM = process.env.SOFFICE ?? "soffice";
const LIMIT_MS = 120_000;

/**
 * Distinct main items by formulas, as staff count them today: 1/COUNTIFS beside every row, and a SUMIFS for each department.
 * Milliseconds that LibreOffice takes for the formulas (the same sheet without any is taken off), and what they come to;
 * null where it is not installed or does not finish.
 */
export async function byFormulas(
  rows: number,
): Promise<{ readonly milliseconds: number; readonly counted: number } | null> {
  if (
    !(await run(PROGRAM, ["--version"]).then(
      () => true,
      () => false,
    ))
  )
    return null;
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    const convert = async (withFormulas: boolean): Promise<{ milliseconds: number; text: string }> => {
      const name = withFormulas ? "formulas" : "plain";
      await writeSheet(join(folder, `${name}.xlsx`), rows, withFormulas);
      const begun = performance.now();
      await run(
        PROGRAM,
        [
          `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`,
          "--headless",
          "--norestore",
          "--convert-to",
          "csv",
          "--outdir",
          folder,
          join(folder, `${name}.xlsx`),
        ],
        { timeout: LIMIT_MS },
      );
      return { milliseconds: performance.now() - begun, text: readFileSync(join(folder, `${name}.csv`), "utf8") };
    };
    // The first run makes the profile.
    await convert(false);
    const plain = await convert(false);
    const formulas = await convert(true);
    const counted = formulas.text
      .split("\n")
      .slice(0, DEPARTMENTS.length)
      .reduce((sum, line) => sum + Number(line.split(",")[4]), 0);
    return { milliseconds: formulas.milliseconds - plain.milliseconds, counted: Math.round(counted) };
  } catch {
    return null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A: department. B: 主项编码. C: 1/COUNTIFS. D, E: the departments and their main items. */
async function writeSheet(path: string, rows: number, withFormulas: boolean): Promise<void> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("Sheet1");
  itemBlocks(rows, "together")
    .flatMap(({ values }) => values)
    .forEach((line, index) => {
      const row = index + 1;
      sheet.addRow([
        line[0],
        line[2],
        withFormulas ? { formula: `1/COUNTIFS($A$1:$A$${rows},A${row},$B$1:$B$${rows},B${row})` } : 0,
      ]);
    });
  DEPARTMENTS.forEach(({ name }, index) => {
    const row = index + 1;
    sheet.getCell(row, 4).value = name;
    sheet.getCell(row, 5).value = withFormulas ? { formula: `SUMIFS($C$1:$C$${rows},$A$1:$A$${rows},D${row})` } : 0;
  });
  await book.xlsx.writeFile(path);
}
