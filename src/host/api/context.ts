import type { Area } from "../workbook/data";
import type { StructuralChange } from "../workbook/live/structure";
import type { LiveSheet } from "../workbook/live/sheet";
import type { LiveWorkbook } from "../workbook/live/workbook";
import { accessDenied, invalidReference } from "../protocol/errors";
import { HostObject } from "../protocol/members";
import type { Differences } from "../differences";
import { HOST_DIFFERENCES } from "../differences";
import { EventRegistrations } from "./events";

/** Where a range lies. */
export interface Place {
  readonly sheet: LiveSheet;
  readonly area: Area;
}

/** The key under which ranges tell where they lie; gone when their cells were deleted. */
export const place = Symbol("place");

/** A range that follows its cells when rows or columns are inserted or deleted. */
export interface Following extends HostObject {
  readonly [place]: Place;
  [follow](sheet: LiveSheet, change: StructuralChange): void;
}

export const follow = Symbol("follow");

/** How api objects make each other without importing each other. */
export interface Factories {
  range(context: Context, sheet: LiveSheet, area: Area): HostObject;
  rangeAreas(context: Context, sheet: LiveSheet, areas: readonly Area[]): HostObject;
  worksheet(context: Context, sheet: LiveSheet): HostObject;
}

/** What all api objects of one host share. */
export class Context {
  /** Shown as opened read-only; Excel lets such a workbook be changed all the same, only not saved. */
  readOnly = false;
  enableEvents = true;
  /** In what it is unlike other Excels: switched by tests. */
  differences: Differences = HOST_DIFFERENCES;
  readonly events = new EventRegistrations();
  /** Opens bytes of an .xlsx file as a new workbook in a window of its own. */
  openNew: (file: Uint8Array) => void = () => {};
  private readonly following = new Set<Following>();
  private lastReference = 0;

  constructor(
    readonly model: LiveWorkbook,
    private readonly factories: Factories,
  ) {}

  range(sheet: LiveSheet, area: Area): HostObject {
    return this.factories.range(this, sheet, area);
  }

  rangeAreas(sheet: LiveSheet, areas: readonly Area[]): HostObject {
    return this.factories.rangeAreas(this, sheet, areas);
  }

  worksheet(sheet: LiveSheet): HostObject {
    return this.factories.worksheet(this, sheet);
  }

  nextReference(): string {
    return `ref${++this.lastReference}`;
  }

  track(range: Following): void {
    this.following.add(range);
  }

  moved(sheet: LiveSheet, change: StructuralChange): void {
    for (const range of this.following) range[follow](sheet, change);
  }

  /** Forgets the ranges that nobody holds any more. */
  release(held: Iterable<HostObject>): void {
    const kept = new Set(held);
    for (const range of this.following) if (!kept.has(range)) this.following.delete(range);
  }

  /** Formula results as they stand after all changes. */
  settled(): Promise<void> {
    return this.model.calculation.settle();
  }
}

/** @throws HostError AccessDenied on a protected sheet. */
export function assertWritable(sheet: LiveSheet): void {
  if (sheet.protected) throw accessDenied();
}

/** Where the range that was passed as an argument lies. @throws HostError InvalidReference where it is none. */
export function placeOf(value: unknown): Place {
  if (!(value instanceof HostObject) || !(place in value)) throw invalidReference();
  return (value as Following)[place];
}

export const isRange = (value: unknown): boolean => value instanceof HostObject && place in value;
