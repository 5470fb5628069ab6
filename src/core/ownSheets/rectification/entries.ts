import type { Assessment, DepartmentAssessment } from "../../assess/assessment";
import type { Indicator, ReportedColumn } from "../../indicators/indicators";
import { INDICATORS, descriptorOf } from "../../indicators/indicators";
import type { Rules } from "../../assess/rules";
import { departmentKey } from "../../detail/departments";
import type { DepartmentFindings } from "../../detail/findings";
import type { DetailReport } from "../../detail/report";
import { maskedNumber } from "../../wording/detail";
import {
  ITEM_ISSUES,
  STALE_ISSUE,
  gapIssue,
  itemSubject,
  officerIssue,
  personSubject,
} from "../../wording/rectification";

/** One thing to put right. */
export interface Entry {
  /** department|indicator|item or person: by this it is found again; holds no whole certificate number, and no wording. */
  readonly key: string;
  readonly department: string;
  readonly indicator: Indicator | "accounts";
  readonly issue: string;
  readonly subject: string;
  /** Null where the department's row before says it for all. */
  readonly gap: number | null;
  /** Hundredths of a point (note 5). */
  readonly deduction: number | null;
  /** The row of a whole gap whose names now have numbers of their own: stays where it was listed before, for what staff typed in it. */
  readonly onlyWhereHeld?: true;
}

export interface Entries {
  /** In the order of the table, then of the indicators. */
  readonly open: readonly Entry[];
  /**
   * How an entry that is not open has ended: put right, or dispensable since the target is met without it. Null where the figures
   * or names that would tell are missing now.
   */
  ending(key: string): "solved" | "dispensable" | null;
}

interface Named {
  readonly identity: string;
  readonly subject: string;
  readonly issue: string;
}

/**
 * What each department has to put right. Where the names are exactly as many as the gap and no cap cuts the deduction, each
 * name costs its own points; otherwise one row says the gap and what it costs, and the names follow without numbers: of 93
 * items without a case any one will do (note 2). An account without an owner costs nothing (note 3).
 */
export function rectificationEntries(
  { departments }: Assessment,
  detail: DetailReport | null,
  rules: Rules,
  showNumbers: boolean,
): Entries {
  const open: Entry[] = [];
  // By department|indicator: whether the figures, and whether the names, are known.
  const known = new Map<string, { figures: boolean; names: boolean }>();
  const gapless = new Set<string>();
  const dispensable = new Set<string>();
  const keys = new Map<string, number>();
  const unique = (key: string): string => {
    const times = (keys.get(key) ?? 0) + 1;
    keys.set(key, times);
    return times === 1 ? key : `${key}#${times}`;
  };

  for (const [index, department] of departments.entries()) {
    const findings = detail?.departments[index] ?? null;
    if (department.name === "") continue;
    for (const indicator of INDICATORS) {
      const scope = scopeOf(department, indicator);
      const { state, gap, deduction } = department[indicator];
      known.set(scope, {
        figures: !department.bad && (state === "reported" || state === "notApplicable"),
        names: findings !== null && countOf(findings, indicator) !== null,
      });
      if (department.bad) continue;
      const named = findings ? namesOf(findings, indicator, showNumbers) : [];
      if (!gap) {
        gapless.add(scope);
        for (const { identity } of named) dispensable.add(unique(`${scope}|${identity}`));
        continue;
      }
      const points = rules[descriptorOf(indicator).points];
      const each = named.length === gap && deduction === gap * points;
      const entry = { department: department.name, indicator };
      const whole = {
        ...entry,
        key: unique(`${scope}|`),
        issue: gapIssue(indicator, department[indicator], named.length),
        subject: "",
      };
      open.push(each ? { ...whole, gap: null, deduction: null, onlyWhereHeld: true } : { ...whole, gap, deduction });
      for (const { identity, subject, issue } of named) {
        open.push({
          ...entry,
          key: unique(`${scope}|${identity}`),
          issue,
          subject,
          gap: each ? 1 : null,
          deduction: each ? points : null,
        });
      }
    }
    const scope = scopeOf(department, "accounts");
    known.set(scope, { figures: true, names: findings !== null && findings.onboarded !== null });
    for (const { name, certificate } of findings?.staleAccounts ?? []) {
      open.push({
        department: department.name,
        indicator: "accounts",
        key: unique(`${scope}|${person(name, certificate)}`),
        issue: STALE_ISSUE,
        subject: personSubject(name, certificate, showNumbers),
        gap: null,
        deduction: 0,
      });
    }
  }

  return {
    open,
    ending(key) {
      const scope = gapKey(key).slice(0, -1);
      const at = known.get(scope);
      if (!at?.figures) return null;
      if (dispensable.has(key)) return "dispensable";
      // The row of the whole gap goes by figures alone, and so do all where there is no gap any more.
      return at.names || gapless.has(scope) || key === gapKey(key) ? "solved" : null;
    },
  };
}

/** The key of the row that says the whole gap of the same department and indicator. */
export function gapKey(key: string): string {
  return `${key.split("|").slice(0, 2).join("|")}|`;
}

function scopeOf({ name }: DepartmentAssessment, indicator: Indicator | "accounts"): string {
  return `${departmentKey(name).replace(/\|/g, "/")}|${indicator}`;
}

/** What the detail sheets count for the indicator; null where they cannot tell. */
function countOf(findings: DepartmentFindings, indicator: Indicator): number | null {
  return findings[descriptorOf(indicator).done as ReportedColumn];
}

function namesOf(findings: DepartmentFindings, indicator: Indicator, showNumbers: boolean): Named[] {
  const { detail } = descriptorOf(indicator);
  if (detail.of === "persons") {
    return findings[detail.list].map(({ name, certificate, reason }) => ({
      identity: person(name, certificate),
      subject: personSubject(name, certificate, showNumbers),
      issue: officerIssue(reason),
    }));
  }
  return findings[detail.list].map(({ name, code }) => ({
    identity: departmentKey(code ?? name).replace(/\|/g, "/"),
    subject: itemSubject(name, code),
    issue: ITEM_ISSUES[detail.list],
  }));
}

function person(name: string, certificate: string | null): string {
  return `${departmentKey(name).replace(/\|/g, "/")}${certificate ? maskedNumber(certificate) : ""}`;
}
