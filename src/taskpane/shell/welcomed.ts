/** Whether this person has put the first-run cards away; kept in the browser, for it is no matter of any workbook. */
const KEY = "jgzb.welcomed";

/** Where the browser keeps nothing (private windows, blocked storage) the cards come again. */
export function welcomed(): boolean {
  return storage()?.getItem(KEY) === "1";
}

export function rememberWelcomed(): void {
  storage()?.setItem(KEY, "1");
}

function storage(): Storage | null {
  try {
    return window.localStorage;
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}
