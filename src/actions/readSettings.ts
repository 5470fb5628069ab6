import { DEFAULT_RULES, readRules } from "../core/assess/rules";
import { DEFAULT_OPTIONS, readOptions } from "../core/memory/options";
import { settingNames } from "../core/taskSheet/ruleNames";
import type { HeldSettings } from "../core/memory/settings";
import { problem } from "../core/problems/catalogue";
import { readWorkbook } from "../excel/contents";
import { defineAction } from "./action";
import { ofLaterVersion } from "./guards";
import type { ActionOptions, Stopped } from "./outcome";

/** The settings of a workbook in which nothing is computed; what is damaged takes its default and is named. One sync. */
export const readSettings = defineAction({
  name: "readSettings",
  async run({ excel }, _: ActionOptions): Promise<HeldSettings | Stopped> {
    const { memory } = await readWorkbook(excel);
    const later = ofLaterVersion(memory);
    if (later) return later;
    const rules = readRules(memory?.rules);
    const options = readOptions(memory?.options);
    const damaged = [...settingNames(rules.damaged, DEFAULT_RULES), ...settingNames(options.damaged, DEFAULT_OPTIONS)];
    return {
      rules: rules.rules,
      options: options.options,
      problems: damaged.map((setting) => problem("SETTINGS_DAMAGED", undefined, { setting })),
    };
  },
});
