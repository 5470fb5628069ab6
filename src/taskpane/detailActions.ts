import type * as actions from "../actions";

export type { ImportFile as PickedFile, ImportMode, ImportPreview } from "../actions";
export type { NewChoices } from "../core/plan/rememberedChoices";

/** The actions on detail sheets, as `src/actions` has them. */
export type DetailActions = Pick<typeof actions, "insertTemplates" | "listRectification" | "readImport" | "applyImport" | "rememberChoices">;
