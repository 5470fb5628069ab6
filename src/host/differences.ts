/**
 * What one Excel does and another does not, or is suspected of: docs/excel-differences.md tells where each comes from. Each has a
 * switch, so that tests see what the add-in makes of it.
 */
export interface Differences {
  /** The names that hold print area and repeated rows are listed among the sheet's names, and can be deleted there. */
  readonly listsPrintNames: boolean;
  /** Merged areas can be asked for (they have failed, and cannot be told above 512). */
  readonly tellsMergedAreas: boolean;
  /** A name can be hidden right after it was added. */
  readonly hidesNames: boolean;
  /** Events say that the add-in itself has set them off, where ExcelApi 1.14 is served. */
  readonly tellsTrigger: boolean;
  /** An edited name reaches the formulas that stand already. */
  readonly formulasFollowNames: boolean;
  /** The formula of a conditional format comes back as it was written, not worded for the cell it was reached through. */
  readonly keepsRuleFormulas: boolean;
  /** `getIntersection` of areas that do not meet is an error, by which the request ends. */
  readonly refusesDisjoint: boolean;
  /** An error says at which member and which step of the request it arose. */
  readonly tellsErrorPlace: boolean;
  /** An error says which of the messages of `context.trace` the request has passed. */
  readonly tellsTraces: boolean;
  /** The formula of a name is worded in A1 style, though the person has set Excel to R1C1. */
  readonly wordsNamesInA1: boolean;
  /** A request and its answer may have any length: Excel on the web takes and gives no more than 5 MB. */
  readonly takesAnyLength: boolean;
  /** The machine writes numbers with a decimal point, not with a comma: in what cells show, and so, it may be, in the formula of a name. */
  readonly writesDecimalPoint: boolean;
  /** Worksheet functions can be called without a cell (workbook.functions). */
  readonly callsFunctions: boolean;
  /** The structure of the workbook is protected: no sheet can be added. */
  readonly structureProtected: boolean;
}

/** The host as it is: what the add-in takes for granted. */
export const HOST_DIFFERENCES: Differences = {
  listsPrintNames: true,
  tellsMergedAreas: true,
  hidesNames: true,
  tellsTrigger: true,
  formulasFollowNames: true,
  keepsRuleFormulas: true,
  refusesDisjoint: true,
  tellsErrorPlace: true,
  tellsTraces: true,
  wordsNamesInA1: true,
  writesDecimalPoint: true,
  callsFunctions: true,
  takesAnyLength: true,
  structureProtected: false,
};
