import type { ConditionalFormatData, Side } from "../workbook/data";
import type { LiveSheet } from "../workbook/live/sheet";
import { invalidArgument } from "../protocol/errors";
import { HostObject } from "../protocol/members";
import { assertWritable } from "./context";
import { Border, borderAfter, Fill, Font, type BorderLook } from "./looks";
import type { Target } from "./parts";

type Format = NonNullable<ConditionalFormatData["format"]>;

/** What the cells look like for which a rule holds; null where it leaves them as they are. */
export class ConditionalRangeFormat extends HostObject {
  readonly #target: Target<Format>;

  constructor(sheet: LiveSheet, rule: ConditionalFormatData) {
    super();
    this.#target = {
      read: (of) => of(rule.format ?? {}),
      change: (changed) => {
        assertWritable(sheet);
        const format = Object.entries({ ...rule.format, ...changed });
        rule.format = Object.fromEntries(format.filter(([, value]) => value !== undefined));
      },
    };
  }

  get fill(): ConditionalRangeFill {
    return new ConditionalRangeFill(this.#target, {});
  }

  get font(): ConditionalRangeFont {
    return new ConditionalRangeFont(this.#target, {});
  }

  get borders(): ConditionalRangeBorderCollection {
    return new ConditionalRangeBorderCollection(this.#target);
  }
}

export class ConditionalRangeFill extends Fill {}

export class ConditionalRangeFont extends Font {}

const SIDES: Readonly<Record<string, Side>> = {
  EdgeTop: "top",
  EdgeBottom: "bottom",
  EdgeLeft: "left",
  EdgeRight: "right",
};

export class ConditionalRangeBorderCollection extends HostObject {
  readonly #target: Target<Format>;

  constructor(target: Target<Format>) {
    super();
    this.#target = target;
  }

  getItem(edge: string): ConditionalRangeBorder {
    const side = SIDES[edge];
    if (!side) throw invalidArgument();
    const line: Target<BorderLook> = {
      read: (of) => this.#target.read(({ borders }) => of(borders?.[side] ?? {})),
      change: (changed) => {
        const borders = this.#target.read((format) => ({ ...format.borders })) ?? {};
        const after = borderAfter(borders[side], changed);
        if (after) borders[side] = after;
        else delete borders[side];
        this.#target.change({ borders });
      },
    };
    return new ConditionalRangeBorder(line, edge, ["None", "Continuous", "Dash", "Dot"]);
  }
}

export class ConditionalRangeBorder extends Border {}
