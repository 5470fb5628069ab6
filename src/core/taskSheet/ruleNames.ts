import { DEFAULT_RULES, readRules } from "../assess/rules";
import type { Rules } from "../assess/rules";
import { INDICATORS, descriptorOf } from "../indicators/indicators";
import type { Indicator } from "../indicators/indicators";
import { problem } from "../problems/catalogue";
import type { Problem } from "../problems/problem";
import { ALL_SETTINGS, SETTING_NAMES } from "../wording/settingNames";
import { RULE_NAMES } from "../wording/sheet";
import type { Step } from "../plan/sheetPlan";
import { ownHeaderRow } from "./state";
import type { SheetName, SheetState } from "./state";

/** A rule that has a name on the sheet: `per` of its units are one of the name's (10 hundredths are 0.1). */
interface NamedRule {
  readonly name: string;
  readonly per: number;
  readonly get: (rules: Rules) => number | null;
  readonly set: (rules: Rules, value: number | null) => Rules;
}

const NAMED_RULES: readonly NamedRule[] = [
  {
    name: RULE_NAMES.pointsPerItem,
    per: 100,
    get: (rules: Rules) => rules.pointsPerItem,
    set: (rules: Rules, value: number | null): Rules => ({
      ...rules,
      pointsPerItem: value ?? DEFAULT_RULES.pointsPerItem,
    }),
  },
  {
    name: RULE_NAMES.pointsPerOfficer,
    per: 100,
    get: (rules: Rules) => rules.pointsPerOfficer,
    set: (rules: Rules, value: number | null): Rules => ({
      ...rules,
      pointsPerOfficer: value ?? DEFAULT_RULES.pointsPerOfficer,
    }),
  },
  {
    name: RULE_NAMES.coverageFloor,
    per: 10_000,
    get: (rules: Rules) => rules.coverageFloorBp,
    set: (rules: Rules, value: number | null): Rules => ({
      ...rules,
      coverageFloorBp: value ?? DEFAULT_RULES.coverageFloorBp,
    }),
  },
  ...INDICATORS.map(capRule),
];

function capRule(indicator: Indicator): NamedRule {
  return {
    name: descriptorOf(indicator).capName,
    per: 100,
    get: (rules: Rules) => rules.caps[indicator],
    set: (rules: Rules, value: number | null): Rules => ({ ...rules, caps: { ...rules.caps, [indicator]: value } }),
  };
}

/** The names by which formulas know the rules; they belong to the sheet, so that two task tables do not disturb each other. */
export const RULE_NAME_LIST: readonly string[] = NAMED_RULES.map(({ name }) => name);

/**
 * The rules in force on this sheet: the defaults, what the workbook remembers, and what stands in the names, which staff
 * may edit in 名称管理器. Each value that cannot be used is replaced by its default and reported.
 */
export function rulesOf(state: SheetState): { rules: Rules; problems: Problem[] } {
  const remembered = readRules(state.memory?.rules);
  const damaged: string[] = settingNames(remembered.damaged, DEFAULT_RULES);
  let rules = remembered.rules;
  for (const { name, per, get, set } of NAMED_RULES) {
    const held = state.names.find((sheetName) => sheetName.name === name);
    if (!held) continue;
    const whole = wholeUnits(held.formula, per);
    const changed = whole === null ? null : set(rules, whole);
    if (changed && readRules(changed).damaged.length === 0) rules = changed;
    else {
      damaged.push(name);
      rules = set(rules, get(DEFAULT_RULES));
    }
  }
  return {
    rules,
    problems: damaged.map((setting) => problem("SETTINGS_DAMAGED", { sheet: state.grid.sheet }, { setting })),
  };
}

/** What these settings are called; one name where it is all that there are. */
export function settingNames<Held extends object>(
  damaged: readonly (keyof Held & keyof typeof SETTING_NAMES)[],
  all: Held,
): string[] {
  return damaged.length === Object.keys(all).length ? [ALL_SETTINGS] : damaged.map((setting) => SETTING_NAMES[setting]);
}

/** A name's value in whole units of its rule; null where it is no such number. */
function wholeUnits(formula: string, per: number): number | null {
  const units = constantOf(formula) * per;
  const whole = Math.round(units);
  return Number.isFinite(units) && Math.abs(units - whole) < 1e-6 ? whole : null;
}

/** The names of our rules on this sheet. Where no column of ours stands, what could be none of our values is somebody else's. */
export function ownRuleNames(state: SheetState): SheetName[] {
  const held = state.names.filter(({ name }) => RULE_NAME_LIST.includes(name));
  return ownHeaderRow(state) === null ? held.filter(isUsable) : held;
}

/** Names of somebody else that stand in the way of ours. */
export function takenRuleNames(state: SheetState): SheetName[] {
  const ours = ownRuleNames(state);
  return state.names.filter((held) => RULE_NAME_LIST.includes(held.name) && !ours.includes(held));
}

function isUsable({ name, formula }: SheetName): boolean {
  const rule = NAMED_RULES.find((one) => one.name === name);
  const whole = rule ? wholeUnits(formula, rule.per) : null;
  return rule !== undefined && whole !== null && readRules(rule.set(DEFAULT_RULES, whole)).damaged.length === 0;
}

/** 0.4 from =0.4 or =40%; NaN for anything else. */
function constantOf(formula: string): number {
  const match = /^=?\s*(\d+(?:\.\d+)?)\s*(%?)$/.exec(formula);
  return match ? Number(match[1]) / (match[2] ? 100 : 1) : NaN;
}

/** Makes the names say what the rules are. */
export function ruleNameSteps(state: SheetState, rules: Rules): Step[] {
  return NAMED_RULES.flatMap(({ name, per, get }): Step[] => {
    const value = get(rules);
    const held = state.names.find((sheetName) => sheetName.name === name);
    if (value === null) return held ? [{ do: "deleteName", name }] : [];
    if (held && constantOf(held.formula) === value / per) return [];
    return [...(held ? [{ do: "deleteName", name } as const] : []), { do: "nameRule", name, value: value / per }];
  });
}
