import { clearMarks } from "../../src/actions/clearMarks";
import { insertTemplates } from "../../src/actions/insertTemplates";
import { listRectification } from "../../src/actions/listRectification";
import { makeNotices } from "../../src/actions/makeNotices";
import { makeSummary } from "../../src/actions/makeSummary";
import type { Changed, Recalculated, Stopped } from "../../src/actions/outcome";
import { recalculate } from "../../src/actions/recalculate";
import { recordHistory } from "../../src/actions/recordHistory";
import { removeNotices } from "../../src/actions/removeNotices";
import { saveSettings } from "../../src/actions/saveSettings";
import { setUpPrinting } from "../../src/actions/setUpPrinting";
import { DEFAULT_SETTINGS } from "../../src/core/memory/settings";
import { NOW } from "../moment";

export type Outcome = Recalculated | Changed | Stopped;

/** What the person has in hand when an action begins. */
export interface Desk {
  readonly sheet: string;
  /** The last recalculation's result. */
  recalculated: Recalculated | null;
}

export interface Doing {
  readonly name: string;
  /** Which sheet it writes to; null where that is one of ours that may not stand yet. */
  readonly on: "task" | string;
  readonly run: (desk: Desk) => Promise<Outcome>;
}

const { rules, options } = DEFAULT_SETTINGS;

export const RECALCULATE: Doing = {
  name: "recalculate",
  on: "task",
  run: ({ sheet }) => recalculate({ sheet, now: NOW, typedActuals: "replace" }),
};
export const CLEAR: Doing = {
  name: "clearMarks",
  on: "task",
  run: ({ sheet }) => clearMarks({ sheet, now: NOW, discardTyped: true }),
};
export const PRINT: Doing = {
  name: "setUpPrinting",
  on: "task",
  run: ({ sheet }) => setUpPrinting({ sheet, now: NOW, bars: true }),
};

/** All that a person can do that writes, with what differs in it. */
export const DOINGS: readonly Doing[] = [
  RECALCULATE,
  {
    name: "recalculate as values",
    on: "task",
    run: ({ sheet }) => recalculate({ sheet, now: new Date(2025, 8, 2, 9), writeAs: "values", typedActuals: "keep" }),
  },
  {
    name: "saveSettings",
    on: "task",
    run: ({ sheet }) =>
      saveSettings(
        { rules: { ...rules, pointsPerItem: 20, coverageFloorBp: 4000 }, options: { ...options, writeAs: "values" } },
        { sheet, now: NOW, typedActuals: "replace" },
      ),
  },
  PRINT,
  {
    name: "setUpPrinting in full",
    on: "task",
    run: ({ sheet }) =>
      setUpPrinting({ sheet, now: NOW, form: "full", paper: "A3", copy: false, office: "示例办公室" }),
  },
  { name: "makePrintSheet", on: "打印版", run: ({ sheet }) => setUpPrinting({ sheet, now: NOW, copy: true }) },
  {
    name: "makeNotices",
    on: "task",
    run: ({ sheet, recalculated }) =>
      makeNotices({ sheet, now: NOW, departments: "all", detail: recalculated?.detail ?? null }),
  },
  { name: "removeNotices", on: "task", run: () => removeNotices({ now: NOW }) },
  { name: "makeSummary", on: "推进情况汇总", run: ({ sheet }) => makeSummary({ sheet, now: NOW }) },
  { name: "recordHistory", on: "推进记录", run: ({ sheet }) => recordHistory({ sheet, now: NOW }) },
  {
    name: "recordHistory the next day",
    on: "推进记录",
    run: ({ sheet }) => recordHistory({ sheet, now: new Date(2025, 8, 2, 9) }),
  },
  {
    name: "listRectification",
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
  { name: "insertTemplates", on: "task", run: () => insertTemplates({ now: NOW }) },
  CLEAR,
];
