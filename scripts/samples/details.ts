import type { MissingReason } from "../../src/core/detail/findings";
import type { WorkbookData } from "../../src/host/workbook/data";
import { EXPORT_NAMES, itemAndCaseRows } from "./detail-items";
import { MISSING, rosterRows, STALE } from "./detail-officers";
import { detailSheet } from "./detail-sheet";
import { REPORTED, type Reported } from "./reported";
import { DEPARTMENTS } from "./source-table";
import { taskWorkbook } from "./task-workbook";

/**
 * Actuals that somebody has typed although the details give them: the first two contradict the details (a person who went over
 * to another department counted out, sub-items counted for main items); the other two say 0 where no roster lists an officer.
 */
export const TYPED: Readonly<Record<string, Partial<Pick<Reported, "officers" | "covered">>>> = {
  威远县公安局: { officers: 118 },
  威远县司法局: { covered: 4 },
  威远县人民政府办公室: { officers: 0 },
  威远县粮食储备中心: { officers: 0 },
};

/** What a person has to say once: the exports' name of a department, and its name in the task table. */
export const ALIASES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(EXPORT_NAMES).map(([name, alias]) => [alias, name]),
);

/** What the detail sheets come to for one department once the alias is set; null where it stands in none of the sheets. */
export interface ExpectedFindings {
  readonly name: string;
  readonly items: {
    readonly mainItems: number;
    readonly directoryDone: number;
    readonly implementationDone: number;
    readonly covered: number;
    readonly uncovered: number;
  } | null;
  readonly officers: {
    readonly officers: number;
    readonly onboarded: number;
    readonly missing: readonly MissingReason[];
    readonly stale: number;
  } | null;
}

/** By position in the source table; worked out from REPORTED alone. */
export const EXPECTED: readonly ExpectedFindings[] = DEPARTMENTS.map(
  ({ name, claimed: issued }, index): ExpectedFindings => {
    const { claimed = issued, directory, implementation, covered, officers, onboarded } = REPORTED[index]!;
    const items =
      directory === null || implementation === null || covered === null
        ? null
        : {
            mainItems: claimed,
            directoryDone: directory,
            implementationDone: implementation,
            covered,
            uncovered: claimed - covered,
          };
    // Departments without officers stand in no roster, but for 县政府办, which has one whose certificate is cancelled.
    const listed = officers !== null && onboarded !== null && (officers > 0 || name === "威远县人民政府办公室");
    return {
      name,
      items,
      officers: listed ? { officers, onboarded, missing: MISSING[index]!, stale: STALE[index]! } : null,
    };
  },
);

/** The attachment with blank actuals, and the four detail sheets that give them. */
export function detailsWorkbook(): WorkbookData {
  const blank = { directory: null, implementation: null, covered: null, officers: null, onboarded: null };
  const reported = REPORTED.map((row, index): Reported => ({ ...row, ...blank, ...TYPED[DEPARTMENTS[index]!.name] }));
  const task = taskWorkbook({ departments: DEPARTMENTS, reported });
  const { items, cases } = itemAndCaseRows();
  const { officers, accounts } = rosterRows();
  return {
    ...task,
    sheets: [
      ...task.sheets,
      detailSheet("items", "示例数据，全部虚构。一行一个子项；没有子项的主项占一行。编码为文本。", items),
      detailSheet("cases", "示例数据，全部虚构。一行一个办件，写明所属事项的名称或编码。", cases),
      detailSheet(
        "officers",
        "示例数据，全部虚构，不含身份证号。来自四川省行政执法综合管理监督信息平台的名册。",
        officers,
      ),
      detailSheet("accounts", "示例数据，全部虚构，不含身份证号。来自四川省“互联网+监管”平台的账号。", accounts),
    ],
  };
}
