import { CALENDAR_YEARS } from "../assess/calendarYears";
import type { Rules } from "../assess/rules";
import { plainText } from "../cells/classify";
import { isDay } from "../cells/day";
import { LONGEST_OFFICE } from "./options";
import type { Options, PrintOptions } from "./options";
import { DEFAULT_SETTINGS } from "./settings";
import type { Settings } from "./settings";

/** The years whose holidays are built in, for the note above the calendar. */
export { CALENDAR_YEARS, LONGEST_OFFICE };

export type PrintPreset = `${PrintOptions["paper"]} ${PrintOptions["form"]}`;

/** The settings as a person fills them in: numbers as they are typed, days as ISO text. */
export interface SettingsForm {
  /** Points. */
  readonly pointsPerItem: string;
  readonly pointsPerOfficer: string;
  /** Per cent. */
  readonly coverageFloor: string;
  /** Points; "" is no cap. */
  readonly capDirectory: string;
  readonly capImplementation: string;
  readonly capCoverage: string;
  readonly capOfficers: string;
  readonly bareTargets: Rules["bareTargets"];
  /** Both "" is as the title says. */
  readonly periodStart: string;
  readonly periodEnd: string;
  /** "" is the year nearest to today. */
  readonly year: string;
  readonly casesWithinPeriod: boolean;
  readonly extraWorkdays: readonly string[];
  readonly extraHolidays: readonly string[];
  readonly writeAs: Options["writeAs"];
  readonly automatic: boolean;
  readonly record: boolean;
  readonly preset: PrintPreset;
  readonly copy: boolean;
  readonly bars: boolean;
  readonly office: string;
}

export type SettingsField = keyof SettingsForm;
export type SettingsFault =
  "points" | "cap" | "percent" | "startMissing" | "endMissing" | "endBeforeStart" | "day" | "year" | "officeLong";
export type DayFault = "day" | "dayThere" | "dayInOther";

/** What these settings look like filled in. */
export function formOf({ rules, options }: Settings): SettingsForm {
  const cap = (hundredths: number | null) => (hundredths === null ? "" : decimalText(hundredths));
  return {
    pointsPerItem: decimalText(rules.pointsPerItem),
    pointsPerOfficer: decimalText(rules.pointsPerOfficer),
    coverageFloor: decimalText(rules.coverageFloorBp),
    capDirectory: cap(rules.caps.directory),
    capImplementation: cap(rules.caps.implementation),
    capCoverage: cap(rules.caps.coverage),
    capOfficers: cap(rules.caps.officers),
    bareTargets: rules.bareTargets,
    periodStart: rules.period?.start ?? "",
    periodEnd: rules.period?.end ?? "",
    year: rules.year === null ? "" : String(rules.year),
    casesWithinPeriod: rules.casesWithinPeriod,
    extraWorkdays: rules.extraWorkdays,
    extraHolidays: rules.extraHolidays,
    writeAs: options.writeAs,
    automatic: options.automatic,
    record: options.record,
    preset: `${options.print.paper} ${options.print.form}`,
    copy: options.print.copy,
    bars: options.print.bars,
    office: options.print.office,
  };
}

export const DEFAULT_FORM: SettingsForm = formOf(DEFAULT_SETTINGS);

/** The settings that a form says, with what it does not show taken from those held; or what is wrong with it, by field. */
export function settingsFrom(
  form: SettingsForm,
  held: Settings,
): { settings: Settings; faults: null } | { settings: null; faults: Partial<Record<SettingsField, SettingsFault>> } {
  const faults: Partial<Record<SettingsField, SettingsFault>> = {};
  const number = (
    field: "pointsPerItem" | "pointsPerOfficer" | "coverageFloor",
    most: number,
    fault: SettingsFault,
  ) => {
    const value = hundredths(form[field], most);
    if (value === null) faults[field] = fault;
    return value ?? 0;
  };
  const cap = (field: "capDirectory" | "capImplementation" | "capCoverage" | "capOfficers") => {
    if (plainText(form[field]) === "") return null;
    const value = hundredths(form[field], MOST_POINTS);
    if (value === null) faults[field] = "cap";
    return value;
  };
  const [paper, printForm] = form.preset.split(" ") as [PrintOptions["paper"], PrintOptions["form"]];
  const office = form.office.trim();
  const settings: Settings = {
    rules: {
      ...held.rules,
      pointsPerItem: number("pointsPerItem", MOST_POINTS, "points"),
      pointsPerOfficer: number("pointsPerOfficer", MOST_POINTS, "points"),
      coverageFloorBp: number("coverageFloor", 100, "percent"),
      caps: {
        directory: cap("capDirectory"),
        implementation: cap("capImplementation"),
        coverage: cap("capCoverage"),
        officers: cap("capOfficers"),
      },
      bareTargets: form.bareTargets,
      period:
        form.periodStart === "" && form.periodEnd === "" ? null : { start: form.periodStart, end: form.periodEnd },
      year: plainText(form.year) === "" ? null : Number(plainText(form.year)),
      casesWithinPeriod: form.casesWithinPeriod,
      extraWorkdays: form.extraWorkdays,
      extraHolidays: form.extraHolidays,
    },
    options: {
      writeAs: form.writeAs,
      automatic: form.automatic,
      record: form.record,
      print: { form: printForm, paper, copy: form.copy, bars: form.bars, office },
    },
  };
  Object.assign(faults, periodFaults(form));
  if (!/^(|2[01]\d\d)$/.test(plainText(form.year)) || Number(plainText(form.year)) > 2100) faults.year = "year";
  if (office.length > LONGEST_OFFICE) faults.office = "officeLong";
  return Object.keys(faults).length > 0 ? { settings: null, faults } : { settings, faults: null };
}

function periodFaults({
  periodStart: start,
  periodEnd: end,
}: SettingsForm): Partial<Record<SettingsField, SettingsFault>> {
  if (start === "" && end === "") return {};
  if (start === "") return { periodStart: "startMissing" };
  if (end === "") return { periodEnd: "endMissing" };
  const faults = {
    ...(!isDay(start) && { periodStart: "day" as const }),
    ...(!isDay(end) && { periodEnd: "day" as const }),
  };
  return Object.keys(faults).length > 0 ? faults : end < start ? { periodEnd: "endBeforeStart" } : {};
}

/** Whether a form says the same as these settings. */
export function saysTheSame(form: SettingsForm, held: Settings): boolean {
  const { settings } = settingsFrom(form, held);
  return settings !== null && JSON.stringify(formOf(settings)) === JSON.stringify(formOf(held));
}

/** The days with one more, in order; or why it cannot be among them. `other` are the days that are said to be the opposite. */
export function withDay(
  days: readonly string[],
  day: string,
  other: readonly string[],
): { days: string[]; fault: null } | { days: null; fault: DayFault } {
  if (!isDay(day)) return { days: null, fault: "day" };
  if (days.includes(day)) return { days: null, fault: "dayThere" };
  if (other.includes(day)) return { days: null, fault: "dayInOther" };
  return { days: [...days, day].sort(), fault: null };
}

/** As the schema of the rules has it. */
const MOST_POINTS = 1000;

/**
 * Reads a decimal number with at most two decimals as hundredths, on its digits alone: "0.1" is 10. A per cent read so is basis
 * points, and may bear its sign. Null where it is none, or above `most`.
 */
export function hundredths(text: string, most: number): number | null {
  const match = /^(\d{1,6})(?:\.(\d{1,2}))?$/.exec(plainText(text).replace(most === 100 ? /\s*%$/ : "", ""));
  if (!match) return null;
  const value = Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
  return value <= most * 100 ? value : null;
}

/** 10 → 0.1, as it is typed. */
export function decimalText(value: number): string {
  const rest = String(value % 100)
    .padStart(2, "0")
    .replace(/0+$/, "");
  return `${Math.trunc(value / 100)}${rest && `.${rest}`}`;
}
