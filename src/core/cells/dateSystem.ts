/**
 * The day that a workbook counts its dates from. 1904 is how Excel for Mac once began, and can be chosen in Excel's options still: the same
 * serial number is a day 1,462 days later there.
 */
export type DateSystem = 1900 | 1904;

const DAY = 86_400_000;
/** Day 0 of the 1900 system, as UTC: right for every day from 1 March 1900 on. */
const EPOCH = Date.UTC(1899, 11, 30);
/** Days from day 0 of the 1900 system to 1 January 1904. */
const LATER = 1_462;

/** The serial number by which a 1900 workbook knows what this one knows by `serial`. */
export function serialIn1900(serial: number, system: DateSystem): number {
  return system === 1904 ? serial + LATER : serial;
}

/** The serial number of this workbook for what a 1900 workbook knows by `serial`. */
export function serialIn(system: DateSystem, serial: number): number {
  return system === 1904 ? serial - LATER : serial;
}

/** The serial number of a moment, given as UTC milliseconds of what the clock shows. */
export function serialOf(at: number, system: DateSystem): number {
  return serialIn(system, (at - EPOCH) / DAY);
}

/** The day of a serial number as UTC milliseconds at midnight. */
export function dayOf(serial: number, system: DateSystem): number {
  return EPOCH + Math.floor(serialIn1900(serial, system)) * DAY;
}
