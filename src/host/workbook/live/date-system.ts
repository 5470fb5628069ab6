import { numfmt } from "@univerjs/core";
import type { Injector } from "@univerjs/core";
import { IFunctionService, NumberValueObject } from "@univerjs/engine-formula";
import type { BaseFunction, BaseValueObject } from "@univerjs/engine-formula";

/**
 * A workbook may count its days from 1904, by a setting of the file: a serial number means a day 1,462 days later than in other workbooks.
 * Univer knows the other system only. The model holds the file's numbers; what shows, reads or makes a date shifts them.
 */
const LATER = 1_462;

/** Functions that read a date first, and those that make one; others (EDATE, TEXT …) are not served for such workbooks. */
const READING = ["DAY", "MONTH", "YEAR", "WEEKDAY"];
const MAKING = ["DATE", "TODAY", "NOW"];

/** The number by which the other system shows what a cell holds. */
export function shownSerial<T>(value: T, numberFormat: string, date1904: boolean): T | number {
  return date1904 && typeof value === "number" && numfmt.isDateFormat(numberFormat) ? value + LATER : value;
}

/** The serial number of a day that the other system knows by `serial`. */
export function heldSerial(serial: number, date1904: boolean): number {
  return date1904 ? serial - LATER : serial;
}

/** Lets the functions that read or make dates go by the workbook's system. Functions belong to the machine, which holds one workbook at a time. */
export function calculateBy(injector: Injector, date1904: boolean): void {
  const functions = injector.get(IFunctionService);
  const shifted = (value: BaseValueObject, days: number): BaseValueObject =>
    value.isError() || value.isString() ? value : value.plus(NumberValueObject.create(days));
  for (const name of [...READING, ...MAKING]) {
    const own = functions.getExecutor(name);
    if (!own) continue;
    // The class's own method comes to light again.
    delete (own as Partial<Pick<BaseFunction, "calculate">>).calculate;
    if (!date1904) continue;
    const plain = own.calculate.bind(own);
    own.calculate = READING.includes(name)
      ? (first, ...rest) => plain(shifted(first!, LATER), ...rest)
      : (...values) => shifted(plain(...values) as BaseValueObject, -LATER);
  }
}
