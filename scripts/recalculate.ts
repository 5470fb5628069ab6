import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { recalculate, setUpPrinting } from "../src/actions";
import type { Recalculated, Stopped } from "../src/actions";
import { fileProblem } from "../src/core/problems/catalogue";
import { COMMAND_LINE } from "../src/core/wording/commandLine";
import { FileError } from "../src/host/workbook/file/file-error";
import { openWorkbook } from "../src/host/workbook/file/open";
import { saveWorkbook } from "../src/host/workbook/file/save";
import { report } from "./recalculation-report";

/** The add-in's own actions on the real office.js, without Excel: reads a workbook, recalculates, saves the result. */

const EXIT = { done: 0, stopped: 1, usage: 2 } as const;

interface Arguments {
  readonly input: string;
  readonly out?: string;
  readonly sheet?: string;
  readonly values: boolean;
  readonly json: boolean;
  /** Typed actuals stay where detail sheets contradict them; otherwise they give way, and each is told. */
  readonly keepTyped: boolean;
}

/** Null where the call is wrong. */
function readArguments(): Arguments | null {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        out: { type: "string" },
        sheet: { type: "string" },
        values: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        "keep-typed": { type: "boolean", default: false },
      },
    });
    return positionals.length === 1 ? { input: positionals[0]!, ...values, keepTyped: values["keep-typed"] } : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code?.startsWith("ERR_PARSE_ARGS")) return null;
    throw error;
  }
}

type Outcome = Recalculated | Stopped;

const failed = (code: Parameters<typeof fileProblem>[0], path: string): Stopped => ({
  done: false,
  problems: [fileProblem(code, basename(path))],
});

async function run({
  input,
  out,
  sheet,
  values,
  keepTyped,
}: Arguments): Promise<{ outcome: Outcome; requests: number }> {
  const opened = await open(input);
  if (!("data" in opened)) return { outcome: opened, requests: 0 };
  // Only now: loading it takes seconds, and a file that cannot be opened is told at once.
  const { startExcel } = await import("../src/host/boot/node");
  const host = await startExcel(opened.data, { fileName: basename(input) });
  const outcome = await recalculate({
    sheet,
    writeAs: values ? "values" : "formulas",
    typedActuals: keepTyped ? "keep" : "replace",
  });
  const requests = host.workRequests.length;
  if (!outcome.done || out === undefined) return { outcome, requests };
  const printed = await setUpPrinting({ sheet: outcome.sheet });
  if (!printed.done) return { outcome: printed, requests };
  const saved = await saveWorkbook(await host.workbook.toData(), opened.origin);
  try {
    writeFileSync(out, saved);
  } catch (error) {
    return { outcome: ifFromSystem(error, "FILE_NOT_WRITABLE", out), requests };
  }
  return { outcome, requests };
}

async function open(path: string): Promise<Awaited<ReturnType<typeof openWorkbook>> | Stopped> {
  try {
    return await openWorkbook(readFileSync(path), basename(path));
  } catch (error) {
    return error instanceof FileError ? failed(error.code, path) : ifFromSystem(error, "FILE_NOT_READABLE", path);
  }
}

/** What the operating system refused; anything else is a mistake in the program and is thrown on. */
function ifFromSystem(error: unknown, code: "FILE_NOT_READABLE" | "FILE_NOT_WRITABLE", path: string): Stopped {
  if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
  return failed(code, path);
}

async function main(): Promise<void> {
  const parsed = readArguments();
  if (!parsed) {
    console.error(COMMAND_LINE.usage);
    process.exitCode = EXIT.usage;
    return;
  }
  const { outcome, requests } = await run(parsed);
  if (parsed.json) process.stdout.write(`${JSON.stringify(report(outcome, requests), null, 1)}\n`);
  else tell(outcome, parsed.out);
  process.exitCode = outcome.done ? EXIT.done : EXIT.stopped;
}

function tell(outcome: Recalculated | Stopped, out?: string): void {
  for (const { code, address, message } of outcome.problems)
    console.error([code, address, message].filter(Boolean).join("  "));
  if (!outcome.done) return;
  const { totals } = outcome.assessment;
  console.log(
    COMMAND_LINE.summary(
      totals.complete,
      totals.departments,
      totals.belowCoverage,
      totals.missingOfficers,
      String(totals.deduction / 100),
    ),
  );
  console.log(outcome.differences.length === 0 ? COMMAND_LINE.agree : COMMAND_LINE.differ(outcome.differences.length));
  for (const { address, excel, assessment } of outcome.differences)
    console.log(`  ${address}  ${excel}  ${assessment}`);
  if (out !== undefined) console.log(COMMAND_LINE.saved(out));
}

void main();
