import type { Area } from "../workbook/data";
import type { LiveSheet } from "../workbook/live/sheet";
import { HostCollection, HostObject, identity } from "../protocol/members";
import { addressOf } from "./addresses";
import type { Context } from "./context";

/** Several blocks of cells on one sheet. */
export class RangeAreas extends HostObject {
  readonly #context: Context;
  readonly #sheet: LiveSheet;
  readonly #areas: readonly Area[];
  readonly #reference: string;

  constructor(context: Context, sheet: LiveSheet, areas: readonly Area[]) {
    super();
    this.#context = context;
    this.#sheet = sheet;
    this.#areas = areas;
    this.#reference = context.nextReference();
  }

  override get [identity](): Record<string, unknown> {
    return { _ReferenceId: this.#reference };
  }

  get address(): string {
    return addressOf(this.#sheet, this.#areas);
  }

  get areaCount(): number {
    return this.#areas.length;
  }

  get areas(): RangeCollection {
    return new RangeCollection(this.#areas.map((area) => this.#context.range(this.#sheet, area)));
  }
}

export class RangeCollection extends HostCollection<HostObject> {
  readonly #ranges: readonly HostObject[];

  constructor(ranges: readonly HostObject[]) {
    super();
    this.#ranges = ranges;
  }

  get items(): readonly HostObject[] {
    return this.#ranges;
  }
}
