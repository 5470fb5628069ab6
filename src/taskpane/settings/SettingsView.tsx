import type { ReactElement } from "react";
import type { Settings } from "../../core/plan/settings";
import type { Session } from "../session";

export interface SettingsProps {
  readonly session: Session;
  /** As they are in force; the defaults where nothing was computed yet. */
  readonly settings: Settings;
  readonly disabled: boolean;
}

/** 设置: how the add-in judges and what it does. */
export function SettingsView(_props: SettingsProps): ReactElement | null {
  return null;
}
