import { DEFAULT_RULES, readRules } from "../core/assess/rules";
import { DEFAULT_OPTIONS, readOptions } from "../core/memory/options";
import { settingNames } from "../core/taskSheet/ruleNames";
import type { HeldSettings } from "../core/memory/settings";
import { problem } from "../core/problems/catalogue";
import { readWorkbook } from "../excel/contents";
import { failureProblem } from "../excel/failure";
import { inWorkbook } from "../excel/session";
import { ofLaterVersion, stopped } from "./openTable";
import type { Stopped } from "./outcome";

/** The settings of a workbook in which nothing is computed; what is damaged takes its default and is named. One sync. */
export async function readSettings(): Promise<HeldSettings | Stopped> {
  try {
    return await inWorkbook(async (session) => {
      const { memory } = await readWorkbook(session);
      const later = ofLaterVersion(memory);
      if (later) return later;
      const rules = readRules(memory?.rules);
      const options = readOptions(memory?.options);
      const damaged = [
        ...settingNames(rules.damaged, DEFAULT_RULES),
        ...settingNames(options.damaged, DEFAULT_OPTIONS),
      ];
      return {
        rules: rules.rules,
        options: options.options,
        problems: damaged.map((setting) => problem("SETTINGS_DAMAGED", undefined, { setting })),
      };
    });
  } catch (error) {
    return stopped(failureProblem(error, "read"));
  }
}
