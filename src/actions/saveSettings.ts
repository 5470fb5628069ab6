import type { Settings } from "../core/plan/settings";
import type { ActionOptions, Changed, Recalculated, Stopped } from "./outcome";

/** 保存设置: keeps the settings in the workbook; where a computed task table stands it is recalculated with them, undone as one. */
export function saveSettings(_settings: Settings, _options: ActionOptions = {}): Promise<Recalculated | Changed | Stopped> {
  throw new Error("saveSettings");
}
