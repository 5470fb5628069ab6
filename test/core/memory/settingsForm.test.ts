import fc from "fast-check";
import { DEFAULT_SETTINGS, withSettings } from "../../../src/core/memory/settings";
import type { Settings } from "../../../src/core/memory/settings";
import {
  DEFAULT_FORM,
  decimalText,
  formOf,
  hundredths,
  saysTheSame,
  settingsFrom,
  withDay,
} from "../../../src/core/memory/settingsForm";
import type { SettingsForm } from "../../../src/core/memory/settingsForm";

test.each<[string, number | null]>([
  ["0.1", 10],
  ["0.10", 10],
  ["0.29", 29],
  ["1.15", 115],
  ["0", 0],
  ["00.5", 50],
  ["1000", 100_000],
  ["1000.00", 100_000],
  ["1000.01", null],
  ["０．５", 50],
  [" 2 ", 200],
  ["", null],
  [".5", null],
  ["5.", null],
  ["0.125", null],
  ["-1", null],
  ["+1", null],
  ["1e3", null],
  ["1,000", null],
  ["0.1分", null],
  ["35%", null],
  ["一", null],
  ["NaN", null],
  ["99999999999999999999", null],
])("“%s” points are %p hundredths", (text, value) => expect(hundredths(text, 1000)).toBe(value));

test.each<[string, number | null]>([
  ["35", 3500],
  ["35%", 3500],
  ["35 ％", 3500],
  ["37.05", 3705],
  ["0", 0],
  ["100", 10_000],
  ["100.01", null],
  ["35%%", null],
  ["%", null],
])("“%s” per cent are %p basis points", (text, value) => expect(hundredths(text, 100)).toBe(value));

test("what is written out is read back", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), (value) => hundredths(decimalText(value), 1000) === value),
  );
});

test("the defaults filled in", () => {
  expect(DEFAULT_FORM).toMatchObject({
    pointsPerItem: "0.1",
    pointsPerOfficer: "0.5",
    coverageFloor: "35",
    capDirectory: "",
    capOfficers: "",
    periodStart: "",
    year: "",
    preset: "A4 short",
    writeAs: "formulas",
    automatic: false,
  });
  expect(settingsFrom(DEFAULT_FORM, DEFAULT_SETTINGS)).toEqual({ settings: DEFAULT_SETTINGS, faults: null });
  expect(withSettings(null, settingsFrom(DEFAULT_FORM, DEFAULT_SETTINGS).settings!)).toBeNull();
});

/** Everything otherwise than by default, words of states too, which the form does not show. */
const OTHER: Settings = {
  rules: {
    pointsPerItem: 25,
    pointsPerOfficer: 100,
    coverageFloorBp: 3705,
    caps: { directory: 0, implementation: 50, coverage: 1234, officers: null },
    period: { start: "2025-08-19", end: "2025-09-15" },
    year: 2025,
    extraWorkdays: ["2025-09-28"],
    extraHolidays: ["2025-10-01", "2025-10-02"],
    casesWithinPeriod: true,
    bareTargets: "refuse",
    stateWords: { ...DEFAULT_SETTINGS.rules.stateWords, postState: { yes: ["在位"], no: ["离位"] } },
  },
  options: {
    writeAs: "values",
    automatic: true,
    record: true,
    print: { form: "full", paper: "A3", copy: true, bars: true, office: "示例单位" },
  },
};

test("other settings come back as they were, with what the form does not show", () => {
  expect(settingsFrom(formOf(OTHER), OTHER)).toEqual({ settings: OTHER, faults: null });
  expect(saysTheSame(formOf(OTHER), OTHER)).toBe(true);
  expect(settingsFrom(DEFAULT_FORM, OTHER).settings!.rules.stateWords).toBe(OTHER.rules.stateWords);
});

test.each<[Partial<SettingsForm>, object]>([
  [{ pointsPerItem: "" }, { pointsPerItem: "points" }],
  [{ pointsPerOfficer: "0.125" }, { pointsPerOfficer: "points" }],
  [{ coverageFloor: "101" }, { coverageFloor: "percent" }],
  [{ capCoverage: "许多" }, { capCoverage: "cap" }],
  [{ periodStart: "2025-08-19" }, { periodEnd: "endMissing" }],
  [{ periodEnd: "2025-08-19" }, { periodStart: "startMissing" }],
  [{ periodStart: "2025-08-19", periodEnd: "2025-08-18" }, { periodEnd: "endBeforeStart" }],
  [{ periodStart: "0025-08-19", periodEnd: "2025-08-18" }, { periodStart: "day" }],
  [{ year: "25" }, { year: "year" }],
  [{ year: "2101" }, { year: "year" }],
  [{ year: "2025.0" }, { year: "year" }],
  [{ office: "单".repeat(41) }, { office: "officeLong" }],
  [
    { pointsPerItem: "x", capOfficers: "y", year: "z" },
    { pointsPerItem: "points", capOfficers: "cap", year: "year" },
  ],
])("%j is refused at its field", (part, faults) =>
  expect(settingsFrom({ ...DEFAULT_FORM, ...part }, DEFAULT_SETTINGS)).toEqual({ settings: null, faults }),
);

test.each<[Partial<SettingsForm>, Partial<Settings["rules"]>]>([
  [{ capOfficers: "0" }, { caps: { directory: null, implementation: null, coverage: null, officers: 0 } }],
  [{ periodStart: "2025-08-19", periodEnd: "2025-08-19" }, { period: { start: "2025-08-19", end: "2025-08-19" } }],
  [{ year: " ２０２５ " }, { year: 2025 }],
])("%j is taken", (part, rules) =>
  expect(settingsFrom({ ...DEFAULT_FORM, ...part }, DEFAULT_SETTINGS).settings!.rules).toMatchObject(rules),
);

test("the same said otherwise is no change; what is wrong is one", () => {
  expect(saysTheSame({ ...DEFAULT_FORM, pointsPerItem: "0.10", office: "  " }, DEFAULT_SETTINGS)).toBe(true);
  expect(saysTheSame({ ...DEFAULT_FORM, pointsPerItem: "0.11" }, DEFAULT_SETTINGS)).toBe(false);
  expect(saysTheSame({ ...DEFAULT_FORM, pointsPerItem: "x" }, DEFAULT_SETTINGS)).toBe(false);
});

test("days are kept in order, once, and in one list only", () => {
  expect(withDay(["2025-10-11"], "2025-09-28", [])).toEqual({ days: ["2025-09-28", "2025-10-11"], fault: null });
  expect(withDay(["2025-10-11"], "2025-10-11", [])).toEqual({ days: null, fault: "dayThere" });
  expect(withDay([], "2025-10-11", ["2025-10-11"])).toEqual({ days: null, fault: "dayInOther" });
  for (const day of ["", "2025-02-29", "1999-12-31"])
    expect(withDay([], day, [])).toEqual({ days: null, fault: "day" });
});
