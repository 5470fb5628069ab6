import type { ActualColumn, SourceColumn } from "../table/headers";

/** What an indicator is counted over before anything else is said: the department's main items, or its officers. */
export type Base = "items" | "officers";

/**
 * All that sets one indicator apart from the others. Whatever the program does with indicators, in the assessment, on the sheets and in
 * sentences, it does by walking these.
 */
export interface IndicatorDescriptor {
  readonly base: Base;
  /** Staff may say here how many are due, where that differs from the base (note 4); null where nothing is asked. */
  readonly due: ActualColumn | null;
  readonly done: ActualColumn;
  readonly target: SourceColumn & `${string}Target`;
  /** What — in the target's cell asks for once the indicator applies: all, or the floor of coverage (note 4). */
  readonly absentTarget: "whole" | "floor";
  /** The rule by which what is missing costs points (note 5). */
  readonly points: "pointsPerItem" | "pointsPerOfficer";
  /** Which figures beside rate and deduction the task sheet shows in columns of their own. */
  readonly shown: { readonly required?: string; readonly gap?: string };
  /** Headers of the computed columns, as the add-in writes them. */
  readonly headers: { readonly rate: string; readonly deduction: string };
  /** The name of the rule that caps its deduction, in 名称管理器. */
  readonly capName: string;
  readonly words: {
    /** As the source names its rate. */
    readonly rate: string;
    /** Short, in 情况说明 and lists. */
    readonly short: string;
    /** In the pane: what is deducted for. */
    readonly matter: string;
    /** 已完成, 已入驻: what is said of the part that is done. */
    readonly done: string;
    readonly unit: "项" | "人";
    /** 情况说明, where the number done is still to be filled in. */
    readonly unfilled: string;
    /** 情况说明, around the gap, and around what is required where that is said: 覆盖率差1项（应93）. */
    readonly gap: readonly [string, string] | readonly [string, string, string];
  };
  /** How a missed target is marked on the sheet and in the pane; indicators may share a mark. */
  readonly mark: "coverage" | "officers" | "lists";
  /** What the detail sheets list by name where it is missed: main items, or persons. */
  readonly detail:
    | { readonly of: "items"; readonly list: "incompleteDirectory" | "incompleteImplementation" | "uncovered" }
    | { readonly of: "persons"; readonly list: "missingOfficers" };
}

const DESCRIPTORS = {
  directory: {
    base: "items",
    due: "directoryDue",
    done: "directoryDone",
    target: "directoryTarget",
    absentTarget: "whole",
    points: "pointsPerItem",
    shown: {},
    headers: { rate: "实际目录清单完成率", deduction: "目录清单扣分" },
    capName: "监管_目录清单扣分上限",
    words: {
      rate: "目录清单完成率",
      short: "目录清单",
      matter: "目录清单",
      done: "已完成",
      unit: "项",
      unfilled: "目录清单",
      gap: ["目录清单差", "项"],
    },
    mark: "lists",
    detail: { of: "items", list: "incompleteDirectory" },
  },
  implementation: {
    base: "items",
    due: null,
    done: "implementationDone",
    target: "implementationTarget",
    absentTarget: "whole",
    points: "pointsPerItem",
    shown: {},
    headers: { rate: "实际实施清单完备率", deduction: "实施清单扣分" },
    capName: "监管_实施清单扣分上限",
    words: {
      rate: "实施清单完备率",
      short: "实施清单",
      matter: "实施清单",
      done: "已完备",
      unit: "项",
      unfilled: "实施清单",
      gap: ["实施清单差", "项"],
    },
    mark: "lists",
    detail: { of: "items", list: "incompleteImplementation" },
  },
  coverage: {
    base: "items",
    due: null,
    done: "covered",
    target: "coverageTarget",
    absentTarget: "floor",
    points: "pointsPerItem",
    shown: { required: "应产生办件主项数", gap: "还差主项数" },
    headers: { rate: "实际监管行为覆盖率", deduction: "覆盖率扣分" },
    capName: "监管_覆盖率扣分上限",
    words: {
      rate: "监管行为覆盖率",
      short: "覆盖率",
      matter: "监管行为覆盖",
      done: "已产生",
      unit: "项",
      unfilled: "办件",
      gap: ["覆盖率差", "项（应", "）"],
    },
    mark: "coverage",
    detail: { of: "items", list: "uncovered" },
  },
  officers: {
    base: "officers",
    due: null,
    done: "onboarded",
    target: "officersTarget",
    absentTarget: "whole",
    points: "pointsPerOfficer",
    shown: { gap: "未入驻人数" },
    headers: { rate: "实际入驻率", deduction: "入驻扣分" },
    capName: "监管_入驻扣分上限",
    words: {
      rate: "执法人员入驻率",
      short: "入驻率",
      matter: "执法人员入驻",
      done: "已入驻",
      unit: "人",
      unfilled: "入驻人数",
      gap: ["", "人未入驻"],
    },
    mark: "officers",
    detail: { of: "persons", list: "missingOfficers" },
  },
} as const satisfies Readonly<Record<string, IndicatorDescriptor>>;

export type Indicator = keyof typeof DESCRIPTORS;

/** The four indicators in the order of the source's columns (notes 1–3). */
export const INDICATORS = Object.keys(DESCRIPTORS) as readonly Indicator[];

interface BaseDescriptor {
  readonly column: SourceColumn | ActualColumn;
  /** 情况说明, where it is still to be filled in. */
  readonly unfilled: string;
  /** Without any items whatever stands in the other cells spoils nothing (note 4); accounts without officers are doubtful, and are counted here. */
  readonly surplus: "ignored" | ActualColumn;
}

export const BASES: Readonly<Record<Base, BaseDescriptor>> = {
  items: { column: "claimed", unfilled: "主项数", surplus: "ignored" },
  officers: { column: "officers", unfilled: "执法人员", surplus: "onboarded" },
};

export const BASE_NAMES = Object.keys(BASES) as readonly Base[];

export function descriptorOf(indicator: Indicator): IndicatorDescriptor {
  return DESCRIPTORS[indicator];
}

/** The columns that staff report in, or detail sheets give, left to right: what is done, and the bases that the source does not have. */
export type ReportedColumn = (typeof DESCRIPTORS)[Indicator]["done"] | "officers";
export const REPORTED_COLUMNS: readonly ReportedColumn[] = BASE_NAMES.flatMap((base): ReportedColumn[] => [
  ...(base === "officers" ? ["officers" as const] : []),
  ...indicatorsOf(base).map((indicator) => DESCRIPTORS[indicator].done),
]);

/** A record with an entry for each indicator. */
export function byIndicator<T>(of: (indicator: Indicator, descriptor: IndicatorDescriptor) => T): Record<Indicator, T> {
  return Object.fromEntries(INDICATORS.map((one) => [one, of(one, DESCRIPTORS[one])])) as Record<Indicator, T>;
}

/** The indicators counted over this base. */
export function indicatorsOf(base: Base): readonly Indicator[] {
  return INDICATORS.filter((indicator) => DESCRIPTORS[indicator].base === base);
}
