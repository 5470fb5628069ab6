import { formatArea, parseAddress, quoteSheet } from "../workbook/address";
import type { Area } from "../workbook/data";
import type { LiveSheet } from "../workbook/live/sheet";
import { invalidArgument } from "../protocol/errors";

/** The single area of an address on this sheet. @throws HostError InvalidArgument where it is none or names another sheet. */
export function parseOnSheet(sheet: LiveSheet, address: string): Area {
  const areas = parseAreas(sheet, address);
  if (areas.length !== 1) throw invalidArgument();
  return areas[0]!;
}

/** One or more areas, separated by commas. @throws HostError InvalidArgument */
export function parseAreas(sheet: LiveSheet, address: string): Area[] {
  const parsed = parseAddress(address);
  if (!parsed || (parsed.sheet !== undefined && parsed.sheet.toLowerCase() !== sheet.name.toLowerCase()))
    throw invalidArgument();
  return parsed.areas;
}

/** As the API writes an address: 附件2!A1:B3, '考核 表'!A1. */
export const addressOf = (sheet: LiveSheet, areas: readonly Area[]): string =>
  areas.map((area) => `${quoteSheet(sheet.name)}!${formatArea(area)}`).join(",");
