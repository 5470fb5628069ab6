import { problem } from "../problems/catalogue";
import type { Problem } from "../problems/problem";
import { maskedNumber } from "../wording/detail";
import type { MissingOfficer, MissingReason, StaleAccount } from "./findings";
import { AccountRoster, OfficerRoster } from "./rosters";
import type { AccountLevel, AccountRow, OfficerRow } from "./rosters";

export { AccountRoster, OfficerRoster };

export interface DepartmentOfficers {
  readonly officers: number | null;
  readonly onboarded: number | null;
  readonly missingOfficers: MissingOfficer[];
  readonly staleAccounts: StaleAccount[];
}

export interface RosterFindings {
  /** By department index. */
  readonly departments: readonly DepartmentOfficers[];
  readonly problems: readonly Problem[];
}

/** One person of roster A in one department, from one row or several. */
interface Person {
  readonly department: number;
  readonly certificate: string;
  /** By row. */
  readonly rows: readonly OfficerRow[];
  /** Distinct names; several only where the number is shared. */
  readonly names: readonly string[];
}

/**
 * Holds roster A against roster B by name (note 3): missing are the persons of A whom no valid account with a login stands for,
 * |A − B|, and no account without an owner makes up for one. Accounts are found by certificate number, whatever their
 * department; where either side has none, by name and department. What cannot be told from the rows leaves its whole
 * department without counts and lists until it is mended; an account sheet without rows is like none at all.
 *
 * @param departments names in the task table, in its order
 */
export function compareRosters(
  departments: readonly string[],
  officers: OfficerRoster | null,
  accounts: AccountRoster | null,
): RosterFindings {
  if (!officers)
    return {
      departments: departments.map(() => ({ officers: null, onboarded: null, missingOfficers: [], staleAccounts: [] })),
      problems: [],
    };
  return new Comparison(departments, officers, accounts?.filled ? accounts : null).findings();
}

class Comparison {
  private readonly persons: Person[];
  private readonly byCertificate: ReadonlyMap<string, readonly Person[]>;
  private readonly byName: ReadonlyMap<string, readonly Person[]>;
  private readonly accountsByCertificate: ReadonlyMap<string, readonly AccountRow[]>;
  private readonly accountsByName: ReadonlyMap<string, readonly AccountRow[]>;
  /** Names beside numbers that were lost: whose they are cannot be told. */
  private readonly lostOfficers: ReadonlySet<string>;
  private readonly lostAccounts: ReadonlySet<string>;
  /** Departments that A covers; departments that are not derived. */
  private readonly covered = new Set<number>();
  private readonly unclear = new Set<number>();
  /** By department and name: the first row of that name. */
  private readonly indistinct = new Map<string, OfficerRow>();
  private readonly missing: { row: OfficerRow; name: string; reason: MissingReason }[][];
  private readonly counts: number[];

  constructor(
    private readonly departments: readonly string[],
    private readonly officers: OfficerRoster,
    private readonly accounts: AccountRoster | null,
  ) {
    // By row, so that blocks may come in any order.
    const rows = [...officers.rows].sort(byRow);
    const accountRows = [...(accounts?.rows ?? [])].sort(byRow);
    for (const { department, lost, certificateState, postState } of rows) {
      this.covered.add(department);
      if (lost || certificateState === "blank" || certificateState === "unknown" || postState === "unknown")
        this.unclear.add(department);
    }
    for (const { department, lost } of accountRows) if (lost) this.unclear.add(department);
    this.lostOfficers = new Set(rows.filter(({ lost }) => lost).map(({ name }) => name));
    this.lostAccounts = new Set(accountRows.filter(({ lost }) => lost).map(({ name }) => name));
    const known = rows.filter(({ lost }) => !lost);
    this.persons = [
      ...grouped(known, ({ department, certificate, name }) =>
        certificate === "" ? `${department}\n\n${name}` : `${department}\n${certificate}`,
      ).values(),
    ].map((same) => ({
      department: same[0]!.department,
      certificate: same[0]!.certificate,
      rows: same,
      names: distinctNames(same),
    }));
    this.byCertificate = grouped(this.persons, ({ certificate }) => certificate);
    this.byName = personsByName(this.persons);
    const usable = accountRows.filter(({ lost }) => !lost);
    this.accountsByCertificate = grouped(usable, ({ certificate }) => certificate);
    this.accountsByName = grouped(usable, nameKey);
    this.missing = departments.map(() => []);
    this.counts = departments.map(() => 0);
  }

  findings(): RosterFindings {
    const shared = this.sharedCertificates();
    const twice = this.registeredTwice();
    const twoDepartments = this.inTwoDepartments();
    this.findIndistinct();
    // A number of several names in one department is reported already, and is nobody's.
    for (const person of this.persons)
      if (person.department >= 0 && isActive(person) && person.names.length < 2) this.judge(person);
    const stale = this.staleAccounts();
    return {
      departments: this.departments.map((_, index): DepartmentOfficers => {
        if (!this.covered.has(index) || this.unclear.has(index))
          return { officers: null, onboarded: null, missingOfficers: [], staleAccounts: [] };
        const officers = this.counts[index]!;
        const missing = this.missing[index]!.sort((a, b) => byPerson(a.row, b.row));
        return {
          officers,
          onboarded: this.accounts ? officers - missing.length : null,
          missingOfficers: missing.map(({ row, name, reason }) => ({
            name,
            certificate: row.certificate || null,
            reason,
            address: this.officers.addressOf(row),
          })),
          staleAccounts: stale[index] ?? [],
        };
      }),
      problems: [
        ...this.officers.problems,
        ...shared,
        ...[...this.indistinct.values()]
          .sort(byRow)
          .map((row) => problem("OFFICERS_INDISTINCT", this.officers.place(row), { name: row.name })),
        ...twice,
        ...twoDepartments,
        ...(this.accounts?.problems ?? []),
      ],
    };
  }

  /** One number, several names: whose it is cannot be told, nor how many persons there are. */
  private sharedCertificates(): Problem[] {
    const problems: Problem[] = [];
    for (const [certificate, persons] of this.byCertificate) {
      if (certificate === "" || (persons.length === 1 && persons[0]!.names.length < 2)) continue;
      const rows = persons.flatMap((person) => person.rows);
      const names = distinctNames(rows);
      if (names.length < 2) continue;
      for (const { department } of persons) this.unclear.add(department);
      problems.push(
        problem("CERTIFICATE_SHARED", this.officers.place(rows.sort(byRow)[0]!), {
          number: maskedNumber(certificate),
          names: names.join("、"),
        }),
      );
    }
    return problems;
  }

  private registeredTwice(): Problem[] {
    return this.persons.flatMap((person) => {
      const { department, certificate, rows } = person;
      if (department < 0 || certificate === "" || rows.length < 2 || !isActive(person) || person.names.length > 1)
        return [];
      const places = rows.map((row) => this.officers.cellOf(row)).join("、");
      return [
        problem("OFFICER_TWICE", this.officers.place(rows[0]!), {
          name: nameOf(person) || maskedNumber(certificate),
          places,
        }),
      ];
    });
  }

  private inTwoDepartments(): Problem[] {
    return [...this.byCertificate].flatMap(([certificate, all]) => {
      const persons =
        certificate === "" || all.length < 2
          ? []
          : all.filter((person) => person.department >= 0 && isActive(person) && isOnPost(person));
      if (persons.length < 2 || distinctNames(persons.flatMap(({ rows }) => rows)).length > 1) return [];
      const first = persons.map(({ rows }) => rows[0]!).sort(byRow)[0]!;
      const departments = persons
        .map(({ department }) => department)
        .sort((a, b) => a - b)
        .map((department) => this.departments[department]!);
      return [
        problem("OFFICER_IN_TWO_DEPARTMENTS", this.officers.place(first), {
          name: persons.map(nameOf).find((name) => name !== "") ?? maskedNumber(certificate),
          departments: departments.join("、"),
        }),
      ];
    });
  }

  /** Rows of one department and name, one of them without a number: one person or several. */
  private findIndistinct(): void {
    for (const [key, persons] of this.byName) {
      const unnumbered = persons.find(({ certificate }) => certificate === "");
      if (unnumbered && (persons.length > 1 || unnumbered.rows.length > 1))
        this.cannotTell(unnumbered.department, key, nameOf(unnumbered));
    }
  }

  /** Counts an officer, and finds out whether an account stands for the person. */
  private judge(person: Person): void {
    const { department } = person;
    this.counts[department]!++;
    const reason = isOnPost(person) ? this.accounts && this.accountOf(person) : "shouldCancel";
    if (reason !== null && reason !== "loggedIn")
      this.missing[department]!.push({ row: person.rows[0]!, name: nameOf(person), reason });
  }

  private accountOf(person: Person): MissingReason | "loggedIn" {
    const { department, certificate } = person;
    const name = nameOf(person);
    const key = nameKey({ department, name });
    const numbered = certificate === "" ? [] : (this.accountsByCertificate.get(certificate) ?? []);
    const named =
      name === ""
        ? []
        : (this.accountsByName.get(key) ?? []).filter((account) => certificate === "" || account.certificate === "");
    const levels = [...numbered, ...named].map(({ level }) => level);
    if (levels.includes("unclear")) {
      this.unclear.add(department);
      return "noAccount";
    }
    if (numbered.some(({ level }) => level === "loggedIn")) return "loggedIn";
    if (name !== "" && this.lostAccounts.has(name)) this.unclear.add(department);
    const others =
      certificate === ""
        ? named.some((account) => account.certificate !== "" && this.byCertificate.has(account.certificate))
        : named.length > 0 && this.byName.get(key)!.length > 1;
    // Accounts of one number are one person's. Of others it cannot be told, and need not be where they are all worth the same.
    const worth =
      named.length < 2
        ? []
        : [...grouped(named, (account) => account.certificate || `\n${account.row}`).values()].map((same) =>
            best(same.map(({ level }) => level)),
          );
    if (others || new Set(worth).size > 1) this.cannotTell(department, key, name);
    return best(levels);
  }

  private cannotTell(department: number, key: string, name: string): void {
    this.unclear.add(department);
    if (this.indistinct.has(key)) return;
    const rows = this.byName.get(key)!.flatMap((person) => person.rows.filter((row) => row.name === name));
    this.indistinct.set(key, rows.sort(byRow)[0]!);
  }

  /** Valid accounts whose owner is cancelled in A, or absent from it; by department. They cost nothing. */
  private staleAccounts(): StaleAccount[][] {
    const stale: AccountRow[][] = this.departments.map(() => []);
    for (const account of this.accounts?.rows ?? []) {
      const { department, certificate, name, lost, valid } = account;
      if (
        department < 0 ||
        lost ||
        !valid ||
        !this.covered.has(department) ||
        (name !== "" && this.lostOfficers.has(name))
      )
        continue;
      const owners =
        (certificate === "" ? undefined : this.byCertificate.get(certificate)) ??
        (name === ""
          ? []
          : (this.byName.get(nameKey(account)) ?? []).filter(
              (person) => certificate === "" || person.certificate === "",
            ));
      if (owners.every(({ rows }) => rows.every(({ certificateState }) => certificateState === "no")))
        stale[department]!.push(account);
    }
    return stale.map((rows) =>
      rows.sort(byPerson).map((row) => ({
        name: row.name,
        certificate: row.certificate || null,
        address: this.accounts!.addressOf(row),
      })),
    );
  }
}

/** Any valid certificate makes an officer, the retired too: they are missing until it is cancelled. */
function isActive({ rows }: Person): boolean {
  return rows.some(({ certificateState }) => certificateState === "yes");
}

/** A row that says retired or moved asks for the certificate to be cancelled, whatever another row of the person says. */
function isOnPost({ rows }: Person): boolean {
  return rows.every(({ certificateState, postState }) => certificateState !== "yes" || postState !== "no");
}

function nameOf({ names }: Person): string {
  return names[0] ?? "";
}

/** Persons under every name that their rows bear, by department. */
function personsByName(persons: readonly Person[]): Map<string, Person[]> {
  const groups = new Map<string, Person[]>();
  for (const person of persons)
    for (const name of person.names) push(groups, nameKey({ department: person.department, name }), person);
  return groups;
}

function distinctNames(rows: readonly OfficerRow[]): string[] {
  if (rows.length === 1) return rows[0]!.name === "" ? [] : [rows[0]!.name];
  return [...new Set(rows.map(({ name }) => name))].filter((name) => name !== "").sort();
}

function nameKey({ department, name }: { department: number; name: string }): string {
  return `${department}\n${name}`;
}

function best(levels: readonly AccountLevel[]): Exclude<MissingReason, "shouldCancel"> | "loggedIn" {
  return (
    (["loggedIn", "neverLoggedIn", "invalidAccount"] as const).find((level) => levels.includes(level)) ?? "noAccount"
  );
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) push(groups, keyOf(one), one);
  return groups;
}

function push<T>(groups: Map<string, T[]>, key: string, one: T): void {
  const same = groups.get(key);
  if (same) same.push(one);
  else groups.set(key, [one]);
}

function byRow(a: { row: number }, b: { row: number }): number {
  return a.row - b.row;
}

function byPerson(a: OfficerRow | AccountRow, b: OfficerRow | AccountRow): number {
  return order(a.certificate, b.certificate) || order(a.name, b.name) || a.row - b.row;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
