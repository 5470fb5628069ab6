import type { ConditionalFormatData } from "../data";

/** A conditional format with the id that the API knows it by. */
export interface LiveRule extends ConditionalFormatData {
  id: string;
}

let lastRule = 0;

/** Ids as Excel makes them. */
export const newRuleId = (): string => `{${(++lastRule).toString(16).toUpperCase().padStart(8, "0")}-0002-4000-8000-000000000000}`;
