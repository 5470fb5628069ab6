import { generalException } from "../protocol/errors";
import { HostObject } from "../protocol/members";
import { heldSerial } from "../workbook/live/date-system";
import type { Context } from "./context";

const DAY = 86_400_000;

/** Worksheet functions that are called without a cell. */
export class Functions extends HostObject {
  readonly #context: Context;

  constructor(context: Context) {
    super();
    this.#context = context;
  }

  /** The serial number of a day, as the workbook counts them. */
  date(year: number, month: number, day: number): FunctionResult {
    if (!this.#context.differences.callsFunctions) throw generalException();
    return new FunctionResult(
      heldSerial((Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / DAY, this.#context.model.date1904),
    );
  }
}

export class FunctionResult extends HostObject {
  readonly #value: number;

  constructor(value: number) {
    super();
    this.#value = value;
  }

  get value(): number {
    return this.#value;
  }
}
