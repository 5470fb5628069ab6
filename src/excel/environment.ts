import { addIn } from "./build";
import type { AddIn } from "./build";
import { supports } from "./support";

/** Where the add-in runs, for a report: nothing of the workbook. */
export interface Environment {
  readonly addIn: AddIn;
  /** Excel's own version, as Windows and Mac tell it. */
  readonly excel: string;
  readonly platform: string;
  readonly language: string;
  /** The highest set of ExcelApi that this Excel serves; "" where it serves none. */
  readonly excelApi: string;
  /** Other sets that the add-in asks for. */
  readonly sets: Readonly<Record<string, boolean>>;
  readonly browser: string;
}

/** Sets up to this one exist; a later one is told once it is known here. */
const LAST_SET = 20;
const OTHER_SETS = [
  ["SharedRuntime", "1.1"],
  ["RibbonApi", "1.1"],
  ["ExcelApiOnline", "1.1"],
  ["ExcelApiDesktop", "1.1"],
] as const;

export function environment(): Environment {
  const { diagnostics, displayLanguage, requirements } = Office.context;
  const sets = Array.from({ length: LAST_SET }, (_, index) => `1.${index + 1}`).filter(supports);
  return {
    addIn: addIn(),
    excel: diagnostics?.version ?? "",
    platform: String(diagnostics?.platform ?? ""),
    language: displayLanguage ?? "",
    excelApi: sets.at(-1) ?? "",
    sets: Object.fromEntries(
      OTHER_SETS.map(([name, version]) => [`${name} ${version}`, requirements.isSetSupported(name, version)]),
    ),
    browser: typeof navigator === "undefined" ? "" : navigator.userAgent,
  };
}

/** Whether sheets can be added: a workbook whose structure is protected refuses it. One sync. */
export async function isStructureProtected({
  workbook,
  context,
}: {
  readonly workbook: Excel.Workbook;
  readonly context: Excel.RequestContext;
}): Promise<boolean> {
  const protection = workbook.protection.load("protected");
  await context.sync();
  return protection.protected;
}
