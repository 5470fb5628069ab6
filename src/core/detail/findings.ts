import type { StateField } from "../assess/stateWords";
import type { Problem } from "../problems/problem";
import type { DetailKind } from "./kinds";

/** A main item (主项) as the detail sheet has it. */
export interface MainItem {
  readonly name: string;
  /** 主项编码; null where the sheet has none. */
  readonly code: string | null;
  /** Where its first row stands: 监管事项明细!B5. */
  readonly address: string;
}

/** Why an officer of roster A is not onboarded (note 3). */
export type MissingReason = "noAccount" | "invalidAccount" | "neverLoggedIn" | "shouldCancel";

export interface MissingOfficer {
  readonly name: string;
  /** 执法证号, whole; whoever shows it masks it. Null where the roster has none. */
  readonly certificate: string | null;
  readonly reason: MissingReason;
  /** Where the officer stands in the roster. */
  readonly address: string;
}

/** A valid account whose owner is cancelled in, or absent from, the officer platform. */
export interface StaleAccount {
  readonly name: string;
  readonly certificate: string | null;
  readonly address: string;
}

/**
 * What the detail sheets say of one department of the task table. Counts are null where the sheets cannot tell: the
 * department is in none of them, a column is missing or all blank there, or something in it has to be mended first.
 */
export interface DepartmentFindings {
  /** The department's zero-based row in the task table. */
  readonly row: number;
  readonly name: string;
  /** Distinct main items in 监管事项明细. */
  readonly mainItems: number | null;
  readonly directoryDone: number | null;
  readonly implementationDone: number | null;
  readonly covered: number | null;
  /** Officers that the officer platform lists with a certificate not cancelled, the retired among them. */
  readonly officers: number | null;
  readonly onboarded: number | null;
  /** Main items by name: not complete in either list, not covered. By code, then by name. */
  readonly incompleteDirectory: readonly MainItem[];
  readonly incompleteImplementation: readonly MainItem[];
  readonly uncovered: readonly MainItem[];
  readonly missingOfficers: readonly MissingOfficer[];
  readonly staleAccounts: readonly StaleAccount[];
}

/** A department name in a detail sheet that no row of the task table bears. */
export interface UnknownDepartment {
  readonly name: string;
  readonly kind: DetailKind;
  readonly rows: number;
  /** The first of them. */
  readonly address: string;
}

export interface DetailFindings {
  /** One for each department of the task table, in its order. */
  readonly departments: readonly DepartmentFindings[];
  readonly unknownDepartments: readonly UnknownDepartment[];
  /** State words that no rule knows, each once: a person says what they mean. */
  readonly unknownWords: readonly UnknownWord[];
  /** State words that stand in the sheets, with what the rules take them to mean: a person can say otherwise. */
  readonly knownWords: readonly KnownWord[];
  readonly problems: readonly Problem[];
}

export { STATE_FIELDS } from "../assess/stateWords";
export type { StateField } from "../assess/stateWords";

export interface KnownWord {
  readonly field: StateField;
  readonly word: string;
  readonly means: "yes" | "no";
}

export interface UnknownWord {
  readonly field: StateField;
  readonly word: string;
  readonly rows: number;
  readonly address: string;
}
