import type { LiveSheet } from "../workbook/live/sheet";
import { HostObject } from "../protocol/members";
import { assertWritable } from "./context";

/** What has a look: cells, a conditional format, a part of a chart. Fonts, fills and lines read and change it without knowing which. */
export interface Target<T extends object> {
  /** What `of` finds in the look; null where cells differ. */
  read<V>(of: (look: T) => V): V | null;
  /** A key that is undefined is taken away. @throws HostError AccessDenied on a protected sheet */
  change(changed: Partial<T>): void;
}

/** A look that is kept in one object. It is found when it is needed, so that a part of what is gone fails only when it is used. */
export const heldIn = <T extends object>(on: LiveSheet, find: () => T): Target<T> => ({
  read: (of) => of(find()),
  change: (changed) => {
    assertWritable(on);
    const look = Object.assign(find(), changed);
    for (const key of Object.keys(changed) as (keyof T)[]) if (look[key] === undefined) delete look[key];
  },
});

/** How classes reach what they speak of, and change it. */
export const sheet = Symbol("sheet");
export const data = Symbol("data");
export const read = Symbol("read");
export const change = Symbol("change");

/** A part of something on a sheet, whose properties are kept in one object. */
export abstract class Part<T extends object> extends HostObject {
  readonly [sheet]: LiveSheet;
  readonly #find: () => T;

  constructor(on: LiveSheet, find: () => T) {
    super();
    this[sheet] = on;
    this.#find = find;
  }

  get [data](): T {
    return this.#find();
  }

  [change](changed: Partial<T>): void {
    heldIn(this[sheet], this.#find).change(changed);
  }
}
