import * as v from "valibot";
import type { PrintForm } from "../taskSheet/page";

/** How a person likes the table printed. */
export interface PrintOptions extends PrintForm {
  /** On a sheet of its own, 打印版, with official fonts and rows of even height; off: the task table's own page. */
  readonly copy: boolean;
  /** A native bar in the coverage column. */
  readonly bars: boolean;
  /** 制表单位 as printed; "" leaves it out. */
  readonly office: string;
}

/** What the add-in does, apart from how it judges; it travels with the workbook. */
export interface Options {
  /** Formulas keep the sheet live; values freeze it. */
  readonly writeAs: "formulas" | "values";
  /** Recalculate by itself when the task table's sheet changes. */
  readonly automatic: boolean;
  /** Keep each recalculation in 推进记录. */
  readonly record: boolean;
  readonly print: PrintOptions;
}

export const DEFAULT_OPTIONS: Options = {
  writeAs: "formulas",
  automatic: false,
  record: false,
  print: { form: "short", paper: "A4", copy: false, bars: false, office: "" },
};

/** A line of a page header holds 255 characters with its codes. */
export const LONGEST_OFFICE = 40;

const SCHEMA = {
  writeAs: v.picklist(["formulas", "values"]),
  automatic: v.boolean(),
  record: v.boolean(),
  print: v.object({
    form: v.picklist(["short", "full"]),
    paper: v.picklist(["A4", "A3"]),
    copy: v.boolean(),
    bars: v.boolean(),
    office: v.pipe(v.string(), v.maxLength(LONGEST_OFFICE)),
  }),
} satisfies { [K in keyof Options]: v.GenericSchema };

/** The options for the print with what is chosen for this one. */
export function printOptions(
  held: PrintOptions,
  { form, paper, copy, bars, office }: Partial<PrintOptions>,
): PrintOptions {
  return {
    form: form ?? held.form,
    paper: paper ?? held.paper,
    copy: copy ?? held.copy,
    bars: bars ?? held.bars,
    office: office ?? held.office,
  };
}

/** Reads options as the workbook holds them. What is absent or damaged takes its default; what is damaged is named. */
export function readOptions(stored: unknown): { options: Options; damaged: (keyof Options)[] } {
  if (stored === undefined || stored === null) return { options: DEFAULT_OPTIONS, damaged: [] };
  const keys = Object.keys(SCHEMA) as (keyof Options)[];
  const held = typeof stored === "object" ? (stored as Partial<Record<keyof Options, unknown>>) : {};
  const damaged: (keyof Options)[] = typeof stored === "object" ? [] : [...keys];
  const options = { ...DEFAULT_OPTIONS } as Record<keyof Options, unknown>;
  for (const key of keys) {
    if (held[key] === undefined) continue;
    const result = v.safeParse(SCHEMA[key] as v.GenericSchema, held[key]);
    if (result.success) options[key] = result.output;
    else damaged.push(key);
  }
  return { options: options as unknown as Options, damaged };
}
