import { DEFAULT_RULES } from "../assess/rules";
import type { Rules } from "../assess/rules";
import { problem } from "../problems/catalogue";
import type { Problem } from "../problems/problem";
import { DEFAULT_OPTIONS, readOptions } from "./options";
import type { Options } from "./options";
import { orNothing } from "../taskSheet/derived";
import { rulesOf, settingNames } from "../taskSheet/ruleNames";
import type { Memory } from "./memory";
import type { SheetState } from "../taskSheet/state";

/** All that 设置 shows: how the add-in judges and what it does. */
export interface Settings {
  readonly rules: Rules;
  readonly options: Options;
}

/** Settings as they were read; the problems name those that could not be and stand at their default. */
export interface HeldSettings extends Settings {
  readonly problems?: readonly Problem[];
}

export const DEFAULT_SETTINGS: Settings = { rules: DEFAULT_RULES, options: DEFAULT_OPTIONS };

/** The settings in force on this sheet; each that cannot be read is replaced by its default and named in a problem. */
export function settingsOf(state: SheetState): { settings: Settings; problems: Problem[] } {
  const { rules, problems } = rulesOf(state);
  const { options, damaged } = readOptions(state.memory?.options);
  return {
    settings: { rules, options },
    problems: [
      ...problems,
      ...settingNames(damaged, DEFAULT_OPTIONS).map((setting) =>
        problem("SETTINGS_DAMAGED", { sheet: state.grid.sheet }, { setting }),
      ),
    ],
  };
}

/** The memory with these settings; what is at its default is not kept, so that a later version's default applies. Null where nothing else is remembered. */
export function withSettings(memory: Memory | null, { rules, options }: Settings): Memory | null {
  const { rules: _rules, options: _options, ...rest } = memory ?? { version: 1 as const, pages: {} };
  const changedRules = changed(rules, DEFAULT_RULES);
  const changedOptions = changed(options, DEFAULT_OPTIONS);
  return orNothing({
    ...rest,
    ...(changedRules && { rules: changedRules }),
    ...(changedOptions && { options: changedOptions }),
  });
}

function changed<T extends object>(value: T, standard: T): Partial<T> | null {
  const entries = Object.entries(value).filter(
    ([key, held]) => JSON.stringify(held) !== JSON.stringify(standard[key as keyof T]),
  );
  return entries.length > 0 ? (Object.fromEntries(entries) as Partial<T>) : null;
}
