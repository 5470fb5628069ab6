/** Opens a file as a new, unsaved workbook in a window of its own; while a cell is being edited it waits. */
export function openAsNewWorkbook(base64: string): Promise<void> {
  return Excel.createWorkbook(base64);
}
