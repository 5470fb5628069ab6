import type * as actions from "../actions";

export type { ImportFile as PickedFile, ImportMode, ImportPreview, NoticeOptions } from "../actions";
export type { NewChoices } from "../core/memory/rememberedChoices";

/** The actions as the pane needs them; `src/actions` is one, and tests bring their own. */
export type Actions = typeof actions;
