/** What makes sheets of its own, and what is rarely asked for, loaded together when the first is wanted. */
export { makeNotices } from "./makeNotices";
export { makeSummary } from "./makeSummary";
export { readHistory } from "./readHistory";
export { readSettings } from "./readSettings";
export { recordHistory } from "./recordHistory";
export { removeNotices } from "./removeNotices";
export { saveSettings } from "./saveSettings";
