import type { SheetData } from "../data";

/**
 * A sheet of one file as another workbook takes it in. What files keep for themselves stays behind: notes, rich text, hatching, array
 * formulas (they become plain ones), conditional formats other than formulas and data bars, validations other than whole numbers and lists,
 * pictures, charts and pivot tables.
 */
export function foreignSheet(sheet: SheetData): SheetData {
  for (const line of Object.values(sheet.cells)) for (const cell of Object.values(line)) cell.keep = undefined;
  return {
    ...sheet,
    conditionalFormats: sheet.conditionalFormats.filter(
      (rule) => rule.formula !== undefined || rule.dataBar !== undefined,
    ),
    validations: sheet.validations.filter((validation) => validation.rule !== undefined),
    charts: undefined,
    moved: undefined,
    keep: undefined,
  };
}
