import {
  clearMarks,
  importFiles,
  insertTemplates,
  listRectification,
  makeNotices,
  makePrintSheet,
  makeSummary,
  readImport,
  recalculate,
  recordHistory,
  rememberChoices,
  removeNotices,
  saveSettings,
  setUpPrinting,
} from "../../src/actions";
import type { Changed, Recalculated, Stopped } from "../../src/actions";
import type { REGISTRY } from "../../src/actions/registry";
import { DEFAULT_SETTINGS } from "../../src/core/memory/settings";
import { NOW } from "../moment";

export type Outcome = Recalculated | Changed | Stopped;

/** What the person has in hand when an action begins. */
export interface Desk {
  readonly sheet: string;
  /** The last recalculation's result. */
  recalculated: Recalculated | null;
}

/** An action as it is tried. */
export interface Trial {
  readonly action: keyof typeof REGISTRY;
  /** What differs from the action's other trials. */
  readonly how?: string;
  /** Which sheet it writes to; "task" where that is the task table's, or one of ours that has no name of its own. */
  readonly on: "task" | string;
  readonly run: (desk: Desk) => Promise<Outcome>;
}

const { rules, options } = DEFAULT_SETTINGS;

export const RECALCULATE: Trial = {
  action: "recalculate",
  on: "task",
  run: ({ sheet }) => recalculate({ sheet, now: NOW, typedActuals: "replace" }),
};
export const CLEAR: Trial = {
  action: "clearMarks",
  on: "task",
  run: ({ sheet }) => clearMarks({ sheet, now: NOW, discardTyped: true }),
};
export const PRINT: Trial = {
  action: "setUpPrinting",
  on: "task",
  run: ({ sheet }) => setUpPrinting({ sheet, now: NOW, bars: true }),
};

/** All that a person can do that writes, with what differs in it. */
export const TRIALS: readonly Trial[] = [
  RECALCULATE,
  {
    action: "recalculate",
    how: "as values",
    on: "task",
    run: ({ sheet }) => recalculate({ sheet, now: new Date(2025, 8, 2, 9), writeAs: "values", typedActuals: "keep" }),
  },
  {
    action: "saveSettings",
    on: "task",
    run: ({ sheet }) =>
      saveSettings(
        { rules: { ...rules, pointsPerItem: 20, coverageFloorBp: 4000 }, options: { ...options, writeAs: "values" } },
        { sheet, now: NOW, typedActuals: "replace" },
      ),
  },
  PRINT,
  {
    action: "setUpPrinting",
    how: "in full",
    on: "task",
    run: ({ sheet }) =>
      setUpPrinting({ sheet, now: NOW, form: "full", paper: "A3", copy: false, office: "示例办公室" }),
  },
  { action: "makePrintSheet", on: "打印版", run: ({ sheet }) => makePrintSheet({ sheet, now: NOW }) },
  {
    action: "makeNotices",
    on: "task",
    run: ({ sheet, recalculated }) =>
      makeNotices({ sheet, now: NOW, departments: "all", detail: recalculated?.detail ?? null }),
  },
  { action: "removeNotices", on: "task", run: () => removeNotices({ now: NOW }) },
  { action: "makeSummary", on: "推进情况汇总", run: ({ sheet }) => makeSummary({ sheet, now: NOW }) },
  { action: "recordHistory", on: "推进记录", run: ({ sheet }) => recordHistory({ sheet, now: NOW }) },
  {
    action: "recordHistory",
    how: "the next day",
    on: "推进记录",
    run: ({ sheet }) => recordHistory({ sheet, now: new Date(2025, 8, 2, 9) }),
  },
  {
    action: "listRectification",
    on: "整改清单",
    run: ({ sheet, recalculated }) =>
      recalculated
        ? listRectification({
            assessment: recalculated.assessment,
            detail: recalculated.detail,
            taskSheet: sheet,
            now: NOW,
          })
        : recalculate({ sheet, now: NOW, typedActuals: "replace" }),
  },
  { action: "insertTemplates", on: "task", run: () => insertTemplates({ now: NOW }) },
  CLEAR,
];

/** A file that the platform exports, of one item. */
const FILE = {
  name: "事项.csv",
  bytes: new TextEncoder().encode(
    "部门,主项名称,主项编码,子项名称,子项编码,目录清单状态,实施清单状态,办件数\n示例甲局,对示例一的监管,A001,,,已发布,完备,2",
  ),
};

/** Tried at the end of a round, so that seeds go on meaning what they meant before these came in. */
export const LAST_TRIALS: readonly Trial[] = [
  {
    action: "rememberChoices",
    on: "task",
    run: () => rememberChoices({ aliases: { 示例甲: "示例甲局" } }, { now: NOW }),
  },
  {
    action: "importFiles",
    on: "task",
    run: async ({ sheet }) => {
      const preview = await readImport([FILE], { sheet });
      return preview.done ? importFiles(preview, { mode: "merge", now: NOW }) : preview;
    },
  },
];
