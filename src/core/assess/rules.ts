import * as v from "valibot";
import { isDay } from "../cells/day";
import { byIndicator } from "../indicators/indicators";
import type { Indicator } from "../indicators/indicators";
import { DEFAULT_STATE_WORDS, STATE_WORDS_SCHEMA } from "./stateWords";
import type { StateWords } from "./stateWords";

/** The rules that travel with the workbook. Points are hundredths, targets basis points. */
export interface Rules {
  /** Deducted for an item short in the first three indicators; 10 is 0.1 point (note 5). */
  readonly pointsPerItem: number;
  /** Deducted for an officer not onboarded; 50 is 0.5 point (note 5). */
  readonly pointsPerOfficer: number;
  /** Coverage that a department owes once main items have been issued to it; 3500 is 35 % (note 4). */
  readonly coverageFloorBp: number;
  /** The most that an indicator can cost, or null: the notes state no cap. */
  readonly caps: Readonly<Record<Indicator, number | null>>;
  /** The task period, ISO days, both included; null: as the title states it. */
  readonly period: { readonly start: string; readonly end: string } | null;
  /** The year of the period that the title states, or null: the year in which today lies nearest. */
  readonly year: number | null;
  /** ISO days that are worked or free otherwise than the State Council's calendar says. */
  readonly extraWorkdays: readonly string[];
  readonly extraHolidays: readonly string[];
  /** Cases count only when they arose within the task period; off: whenever they arose (“产生过办件”, note 2). */
  readonly casesWithinPeriod: boolean;
  /** A target typed as a plain 35 counts as 35 %, or is refused; 0.35 is a fraction either way. */
  readonly bareTargets: "percent" | "refuse";
  /** What the words of the detail sheets' state columns mean. */
  readonly stateWords: StateWords;
}

export const DEFAULT_RULES: Rules = {
  pointsPerItem: 10,
  pointsPerOfficer: 50,
  coverageFloorBp: 3500,
  caps: byIndicator(() => null),
  period: null,
  year: null,
  extraWorkdays: [],
  extraHolidays: [],
  casesWithinPeriod: false,
  bareTargets: "percent",
  stateWords: DEFAULT_STATE_WORDS,
};

const hundredths = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000));
const cap = v.nullable(hundredths);
const day = v.pipe(v.string(), v.check(isDay));

const SCHEMA = {
  pointsPerItem: hundredths,
  pointsPerOfficer: hundredths,
  coverageFloorBp: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)),
  caps: v.object(byIndicator(() => cap)),
  period: v.nullable(
    v.pipe(
      v.object({ start: day, end: day }),
      v.check(({ start, end }) => start <= end),
    ),
  ),
  year: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(2000), v.maxValue(2100))),
  extraWorkdays: v.array(day),
  extraHolidays: v.array(day),
  casesWithinPeriod: v.boolean(),
  bareTargets: v.picklist(["percent", "refuse"]),
  stateWords: STATE_WORDS_SCHEMA,
} satisfies { [K in keyof Rules]: v.GenericSchema };

/**
 * Reads rules as the workbook holds them. What is absent takes its default; what is damaged takes it too
 * and is named in `damaged`.
 */
export function readRules(stored: unknown): { rules: Rules; damaged: (keyof Rules)[] } {
  if (stored === null || stored === undefined) return { rules: DEFAULT_RULES, damaged: [] };
  const held = typeof stored === "object" ? (stored as Partial<Record<keyof Rules, unknown>>) : {};
  const damaged: (keyof Rules)[] = typeof stored === "object" ? [] : (Object.keys(SCHEMA) as (keyof Rules)[]);
  const rules = { ...DEFAULT_RULES } as Record<keyof Rules, unknown>;
  for (const key of Object.keys(SCHEMA) as (keyof Rules)[]) {
    if (held[key] === undefined) continue;
    const result = v.safeParse(SCHEMA[key] as v.GenericSchema, held[key]);
    if (result.success) rules[key] = result.output;
    else damaged.push(key);
  }
  return { rules: rules as unknown as Rules, damaged };
}
