import type { DetailActions } from "./detailActions";

const pending = (): Promise<never> => Promise.reject(new Error("not built in yet"));

/** Stands for actions that are still being written; goes when `src/actions` has them all. */
export const PENDING: DetailActions = { insertTemplates: pending, listRectification: pending, readImport: pending, applyImport: pending, rememberChoices: pending };
