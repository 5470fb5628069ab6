import { clearMarks } from "./clearMarks";
import { look } from "./look";
import { recalculate } from "./recalculate";
import { setUpPrinting } from "./setUpPrinting";
import { showCell } from "./showCell";
import { undoLast } from "./undoLast";

/** An action of another part of the program, which is loaded when the action is first asked for. */
function later<Part, Name extends keyof Part>(load: () => Promise<Part>, name: Name): () => Promise<Part[Name]> {
  return async () => (await load())[name];
}

const details = () => import(/* webpackChunkName: "details" */ "./details");
const sheets = () => import(/* webpackChunkName: "sheets" */ "./sheets");
const print = () => import(/* webpackChunkName: "print" */ "./makePrintSheet");

/** All that a person can do in a workbook, once each: pane, ribbon, command line and tests know of nothing else. */
export const REGISTRY = {
  recalculate: async () => recalculate,
  clearMarks: async () => clearMarks,
  setUpPrinting: async () => setUpPrinting,
  makePrintSheet: later(print, "makePrintSheet"),
  undoLast: async () => undoLast,
  look: async () => look,
  lookAtDetails: later(details, "lookAtDetails"),
  showCell: async () => showCell,
  listRectification: later(details, "listRectification"),
  insertTemplates: later(details, "insertTemplates"),
  readImport: later(details, "readImport"),
  importFiles: later(details, "importFiles"),
  rememberChoices: later(details, "rememberChoices"),
  readSettings: later(sheets, "readSettings"),
  saveSettings: later(sheets, "saveSettings"),
  makeNotices: later(sheets, "makeNotices"),
  removeNotices: later(sheets, "removeNotices"),
  makeSummary: later(sheets, "makeSummary"),
  recordHistory: later(sheets, "recordHistory"),
  readHistory: later(sheets, "readHistory"),
} as const;
