import type * as Dialogs from "./dialogs";

/** Brings the dialogs' code when the first is asked for. */
export const loadDialogs = (): Promise<typeof Dialogs> => import(/* webpackChunkName: "dialogs" */ "./dialogs");
