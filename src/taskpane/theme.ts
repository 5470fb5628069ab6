import { useSyncExternalStore } from "react";
import { webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";

/** Fluent's own font has no Chinese: without these the browser picks one, and not the same everywhere. */
const fontFamilyBase =
  "'Segoe UI', 'Microsoft YaHei UI', 'Microsoft YaHei', -apple-system, 'PingFang SC', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif";
const LIGHT: Theme = { ...webLightTheme, fontFamilyBase };
const DARK: Theme = { ...webDarkTheme, fontFamilyBase };

const dark = (): MediaQueryList => window.matchMedia("(prefers-color-scheme: dark)");

function subscribe(onChange: () => void): () => void {
  const query = dark();
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
}

/**
 * The pane's theme: Office's own where it tells one, the system's otherwise.
 * Excel raises no event when its theme changes, so Office is asked again at every rendering.
 */
export function useTheme(): Theme {
  const systemIsDark = useSyncExternalStore(subscribe, () => dark().matches);
  return (officeIsDark() ?? systemIsDark) ? DARK : LIGHT;
}

/** Whether Office is dark; null where it does not say, which is usual outside of Windows and before Office is ready. */
export function officeIsDark(): boolean | null {
  const background = typeof Office === "undefined" ? undefined : Office.context?.officeTheme?.bodyBackgroundColor;
  const colour = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(background ?? "");
  if (!colour) return null;
  const [red = 0, green = 0, blue = 0] = colour.slice(1).map((part) => parseInt(part, 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}
