import type { DetailField, DetailKind, FieldOf } from "../core/detail/kinds";

/** The fields that a person can find a column for, as `DETAIL_FIELDS` has them: the pane takes only types from there, so that its words are not loaded. */
export const FIELDS_OF: { readonly [Kind in DetailKind]: readonly FieldOf<Kind>[] } & Readonly<Record<DetailKind, readonly DetailField[]>> = {
  items: ["department", "mainItem", "mainCode", "subItem", "subCode", "directoryState", "implementationState", "cases"],
  cases: ["department", "item", "code", "caseNumber", "date"],
  officers: ["department", "name", "certificate", "certificateState", "postState"],
  accounts: ["department", "name", "certificate", "accountState", "lastLogin"],
};
