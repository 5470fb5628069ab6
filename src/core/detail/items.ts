import { cellAddress, sheetAddress } from "../cells/address";
import { plainText } from "../cells/classify";
import type { RawValue } from "../cells/grid";
import { problem } from "../problems/catalogue";
import type { Problem } from "../problems/problem";
import { DETAIL_HEADERS } from "../wording/detail";
import type { DepartmentNames } from "./departments";
import type { DetailSheet, RowBlock } from "./detailSheet";
import type { KnownWord, MainItem, UnknownWord } from "./findings";
import type { DetailField } from "./kinds";
import { StateReader } from "./stateWords";
import type { StateWords } from "./stateWords";

/** A main item while its rows are counted. */
export interface ItemGroup {
  readonly department: number;
  /** Folded 主项编码; "" where its rows have none. */
  readonly code: string;
  /** Names under this code as written; more than one is worth a look. */
  readonly names: string[];
  /** 主项编码 as written. */
  writtenCode: string;
  /** Zero-based row of the first one, by row number. */
  row: number;
  /** Rows whose directory or implementation state is not complete. */
  directoryOpen: number;
  implementationOpen: number;
  /** A case stands on one of its rows, or a record names it (note 2). */
  covered: boolean;
}

/** What cannot be derived from a department's rows, and what they hold at all. */
interface DepartmentItems {
  readonly byCode: Map<string, ItemGroup>;
  readonly byName: Map<string, ItemGroup>;
  /** Something stands in the column at all; something in it cannot be used. */
  directoryFilled: boolean;
  implementationFilled: boolean;
  casesFilled: boolean;
  directoryUnclear: boolean;
  implementationUnclear: boolean;
  casesUnclear: boolean;
  itemsUnclear: boolean;
}

/** One department's main items, counted; counts are null where the rows cannot tell. */
export interface DepartmentMainItems {
  readonly mainItems: number | null;
  readonly directoryDone: number | null;
  readonly implementationDone: number | null;
  readonly covered: number | null;
  readonly incompleteDirectory: readonly MainItem[];
  readonly incompleteImplementation: readonly MainItem[];
  readonly uncovered: readonly MainItem[];
}

export interface ItemFindings {
  /** By department index; null where the sheet has no row of the department. */
  readonly departments: readonly (DepartmentMainItems | null)[];
  readonly unknownWords: readonly UnknownWord[];
  readonly knownWords: readonly KnownWord[];
  readonly problems: readonly Problem[];
}

export interface ItemOptions {
  /** Records of cases are matched to sub-items too: their names and codes are kept. */
  readonly withRecords?: boolean;
  /** Cases count within the task period only: 办件数 has no dates and is left out. */
  readonly onlyDatedCases?: boolean;
}

/** Needs no folding: by far most codes and names. */
const PLAIN_CODE = /^[0-9A-Z_.-]+$/;
const FOLDED = /[\s\uFF01-\uFF5E\u3000\u200B-\u200D\u2060\uFEFF]/;
const WHOLE = /^\d{1,9}$/;

/**
 * 监管事项明细, counted by main item as blocks of rows come in (notes 1 and 2): one row a sub-item, or a main item without any.
 * Numerator and denominator are distinct main items; a list is complete for a main item when it is for all of its rows.
 */
export class ItemList {
  private readonly departments: (DepartmentItems | undefined)[] = [];
  private readonly directory: StateReader;
  private readonly implementation: StateReader;
  /** The row being read, zero-based; places are worked out from it only when one is asked for. */
  private row = 0;
  private readonly directoryPlace = (): string => this.address(this.row, "directoryState");
  private readonly implementationPlace = (): string => this.address(this.row, "implementationState");
  private readonly faults: Problem[] = [];
  private readonly blanks: Partial<Record<"directoryState" | "implementationState", { rows: number; row: number }>> =
    {};
  private nameless: { rows: number; row: number } | null = null;
  /** By department index and folded code or name: the main item that a sub-item belongs to, null where it is not the only one. */
  private readonly subItems: Map<string, ItemGroup | null>[] = [];
  /** By department index: its coded main items by folded name, made when a record first asks. */
  private readonly byName: (Map<string, ItemGroup[]> | undefined)[] = [];

  constructor(
    private readonly sheet: DetailSheet,
    private readonly names: DepartmentNames,
    words: StateWords,
    private readonly options: ItemOptions = {},
  ) {
    this.directory = new StateReader("directoryState", words.directoryState);
    this.implementation = new StateReader("implementationState", words.implementationState);
  }

  /** Takes some rows; blocks may come in any order. */
  add({ firstRow, firstColumn, values }: RowBlock): void {
    const { columns } = this.sheet;
    const at = (field: DetailField) => (columns[field] === undefined ? -1 : columns[field] - firstColumn);
    const [department, mainItem, mainCode] = [at("department"), at("mainItem"), at("mainCode")];
    const [directory, implementation, cases] = [at("directoryState"), at("implementationState"), at("cases")];
    const [subItem, subCode] = [at("subItem"), at("subCode")];
    const withRecords = this.options.withRecords === true;
    let before: {
      items: DepartmentItems;
      group: ItemGroup;
      department: RawValue;
      code: RawValue;
      name: RawValue;
    } | null = null;
    for (let offset = 0; offset < values.length; offset++) {
      const line = values[offset]!;
      const row = firstRow + offset;
      const rawDepartment = line[department] ?? "";
      const rawName = line[mainItem] ?? "";
      const rawCode = mainCode < 0 ? "" : (line[mainCode] ?? "");
      if (
        before === null ||
        before.name !== rawName ||
        before.code !== rawCode ||
        before.department !== rawDepartment
      ) {
        const index = this.names.indexOf(rawDepartment);
        if (index < 0) {
          if (line.some((cell) => cell !== ""))
            this.names.reportUnknown(rawDepartment, "items", () => this.address(row, "department"));
          before = null;
          continue;
        }
        const items = (this.departments[index] ??= noItems());
        const group = this.groupOf(items, index, rawCode, rawName, row);
        if (!group) {
          before = null;
          continue;
        }
        before = { items, group, department: rawDepartment, code: rawCode, name: rawName };
      }
      const { items, group } = before;
      if (row < group.row) group.row = row;
      if (directory >= 0) this.readState("directoryState", line[directory] ?? "", row, items, group);
      if (implementation >= 0) this.readState("implementationState", line[implementation] ?? "", row, items, group);
      if (cases >= 0) this.readCases(line[cases] ?? "", row, items, group);
      if (withRecords) {
        if (subItem >= 0) this.keepSubItem(group, foldedName(line[subItem] ?? ""));
        if (subCode >= 0) this.keepSubItem(group, foldedCode(line[subCode] ?? ""));
      }
    }
  }

  /**
   * Credits the main item that a record of a case names by code or name: itself, or any of its sub-items (note 2).
   * "unmatched" where the department has no such item, "ambiguous" where it has several.
   */
  credit(department: number, code: string, name: string): "credited" | "unmatched" | "ambiguous" {
    const items = this.departments[department];
    if (!items) return "unmatched";
    const subItems = this.subItems[department];
    const coded = code === "" ? undefined : (items.byCode.get(code) ?? subItems?.get(code));
    const named =
      coded !== undefined || name === "" ? coded : (this.byNameAlone(department, items, name) ?? subItems?.get(name));
    if (named === undefined) return "unmatched";
    if (named === null) return "ambiguous";
    named.covered = true;
    items.casesFilled = true;
    return "credited";
  }

  findings(departments: number): ItemFindings {
    const problems: Problem[] = [...this.faults];
    if (this.nameless)
      problems.push(
        problem("ITEM_NAME_MISSING", this.place(this.nameless.row, "mainItem"), { rows: this.nameless.rows }),
      );
    for (const field of ["directoryState", "implementationState"] as const) {
      const blank = this.blanks[field];
      if (blank)
        problems.push(
          problem("STATE_BLANK", this.place(blank.row, field), { column: DETAIL_HEADERS[field], rows: blank.rows }),
        );
    }
    const counted = Array.from({ length: departments }, (_, index) => {
      const items = this.departments[index];
      return items ? this.countDepartment(items, problems) : null;
    });
    return {
      departments: counted,
      unknownWords: [...this.directory.unknownWords, ...this.implementation.unknownWords],
      knownWords: [...this.directory.knownWords, ...this.implementation.knownWords],
      problems,
    };
  }

  private groupOf(
    items: DepartmentItems,
    department: number,
    rawCode: RawValue,
    rawName: RawValue,
    row: number,
  ): ItemGroup | null {
    if (typeof rawCode === "number" && rawCode > Number.MAX_SAFE_INTEGER / 10) {
      this.faults.push(problem("NUMBER_LOST", this.place(row, "mainCode"), { column: DETAIL_HEADERS.mainCode }));
      items.itemsUnclear = true;
      return null;
    }
    const code = foldedCode(rawCode);
    const known = code === "" ? undefined : items.byCode.get(code);
    if (known?.names.includes(rawName as string)) return known;
    const name = foldedName(rawName);
    if (code === "" && name === "") {
      if (this.nameless) this.nameless = { rows: this.nameless.rows + 1, row: Math.min(this.nameless.row, row) };
      else this.nameless = { rows: 1, row };
      items.itemsUnclear = true;
      return null;
    }
    const [map, key] = code === "" ? [items.byName, name] : [items.byCode, code];
    let group = map.get(key);
    this.byName[department] = undefined;
    if (!group) {
      group = {
        department,
        code,
        names: [],
        writtenCode: plainText(String(rawCode)),
        row,
        directoryOpen: 0,
        implementationOpen: 0,
        covered: false,
      };
      map.set(key, group);
    }
    if (name !== "" && !group.names.some((other) => foldedName(other) === name))
      group.names.push(plainText(String(rawName)));
    return group;
  }

  private readState(
    field: "directoryState" | "implementationState",
    value: RawValue,
    row: number,
    items: DepartmentItems,
    group: ItemGroup,
  ): void {
    const directory = field === "directoryState";
    this.row = row;
    const state = directory
      ? this.directory.read(value, this.directoryPlace)
      : this.implementation.read(value, this.implementationPlace);
    if (state === "blank") {
      const blank = this.blanks[field];
      this.blanks[field] = blank ? { rows: blank.rows + 1, row: Math.min(blank.row, row) } : { rows: 1, row };
    } else if (directory) items.directoryFilled = true;
    else items.implementationFilled = true;
    if (state === "unknown") {
      if (directory) items.directoryUnclear = true;
      else items.implementationUnclear = true;
    }
    if (state === "yes") return;
    if (directory) group.directoryOpen++;
    else group.implementationOpen++;
  }

  private readCases(value: RawValue, row: number, items: DepartmentItems, group: ItemGroup): void {
    if (value === "") return;
    const number = typeof value === "number" ? value : caseCount(value);
    if (number === null) return;
    if (!Number.isInteger(number) || number < 0) {
      if (!items.casesUnclear)
        this.faults.push(problem("CASES_UNREADABLE", this.place(row, "cases"), { value: String(value) }));
      items.casesUnclear = true;
      return;
    }
    if (this.options.onlyDatedCases === true) return;
    items.casesFilled = true;
    if (number > 0) group.covered = true;
  }

  /** `key` is a folded name or code; "" is none. */
  private keepSubItem(group: ItemGroup, key: string): void {
    if (key === "") return;
    const map = (this.subItems[group.department] ??= new Map());
    const known = map.get(key);
    if (known === undefined) map.set(key, group);
    else if (known !== group) map.set(key, null);
  }

  /** The main item of this name; null where there are several. */
  private byNameAlone(department: number, items: DepartmentItems, name: string): ItemGroup | null | undefined {
    const named = (this.byName[department] ??= codedByName(items.byCode.values())).get(name) ?? [];
    const uncoded = items.byName.get(name);
    if (named.length === 0) return uncoded;
    return named.length === 1 ? named[0] : null;
  }

  private countDepartment(items: DepartmentItems, problems: Problem[]): DepartmentMainItems {
    // Rows without a code are added to their coded item's own copy: the counting may go on.
    const mixed = items.byName.size > 0;
    const groups = mixed ? [...items.byCode.values()].map((group) => ({ ...group })) : [...items.byCode.values()];
    for (const group of groups)
      if (group.names.length > 1)
        problems.push(problem("ITEM_NAMED_TWICE", this.place(group.row, "mainItem"), { code: group.writtenCode }));
    const byName = mixed ? codedByName(groups) : new Map<string, ItemGroup[]>();
    let unclear = items.itemsUnclear;
    for (const [name, group] of items.byName) {
      const same = byName.get(name) ?? [];
      if (same.length > 1) {
        problems.push(problem("ITEM_AMBIGUOUS", this.place(group.row, "mainItem"), { item: group.names[0] ?? name }));
        unclear = true;
      } else if (same.length === 1) {
        // Rows without a code belong to the one main item of that name that has one.
        const into = same[0]!;
        into.row = Math.min(into.row, group.row);
        into.directoryOpen += group.directoryOpen;
        into.implementationOpen += group.implementationOpen;
        into.covered ||= group.covered;
      } else groups.push({ ...group });
    }
    groups.sort(
      (a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0) || ((a.names[0] ?? "") < (b.names[0] ?? "") ? -1 : 1),
    );
    const { columns } = this.sheet;
    const list = (open: (group: ItemGroup) => boolean): MainItem[] =>
      groups.filter(open).map((group) => ({
        name: (group.names.length > 1 ? [...group.names].sort()[0] : group.names[0]) ?? group.writtenCode,
        code: group.code === "" ? null : group.writtenCode,
        address: this.address(group.row, "mainItem"),
      }));
    const derived = <T>(known: boolean, value: T): T | null => (known && !unclear ? value : null);
    const directoryKnown = columns.directoryState !== undefined && items.directoryFilled && !items.directoryUnclear;
    const implementationKnown =
      columns.implementationState !== undefined && items.implementationFilled && !items.implementationUnclear;
    const casesKnown = items.casesFilled && !items.casesUnclear;
    const directory = directoryKnown ? list(({ directoryOpen }) => directoryOpen > 0) : [];
    const implementation = implementationKnown ? list(({ implementationOpen }) => implementationOpen > 0) : [];
    const uncovered = casesKnown ? list(({ covered }) => !covered) : [];
    return {
      mainItems: derived(true, groups.length),
      directoryDone: derived(directoryKnown, groups.length - directory.length),
      implementationDone: derived(implementationKnown, groups.length - implementation.length),
      covered: derived(casesKnown, groups.length - uncovered.length),
      incompleteDirectory: directory,
      incompleteImplementation: implementation,
      uncovered,
    };
  }

  private place(row: number, field: DetailField): { sheet: string; address: string } {
    return {
      sheet: this.sheet.sheet,
      address: cellAddress(row, this.sheet.columns[field] ?? this.sheet.columns.department ?? 0),
    };
  }

  private address(row: number, field: DetailField): string {
    const { sheet, address } = this.place(row, field);
    return sheetAddress(sheet, address);
  }
}

function noItems(): DepartmentItems {
  return {
    byCode: new Map(),
    byName: new Map(),
    directoryFilled: false,
    implementationFilled: false,
    casesFilled: false,
    directoryUnclear: false,
    implementationUnclear: false,
    casesUnclear: false,
    itemsUnclear: false,
  };
}

function codedByName(groups: Iterable<ItemGroup>): Map<string, ItemGroup[]> {
  const found = new Map<string, ItemGroup[]>();
  for (const group of groups) {
    for (const name of group.names) {
      const key = foldedName(name);
      const same = found.get(key);
      if (!same) found.set(key, [group]);
      else if (!same.includes(group)) same.push(group);
    }
  }
  return found;
}

/** A code as codes are compared: full-width folded, no white space, upper case. */
export function foldedCode(value: RawValue): string {
  if (typeof value === "string" && PLAIN_CODE.test(value)) return value;
  return plainText(String(value)).replace(/\s+/g, "").toUpperCase();
}

/** An item's name as names are compared: full-width folded, no white space. */
export function foldedName(value: RawValue): string {
  if (typeof value === "string" && !FOLDED.test(value)) return value;
  return plainText(String(value)).replace(/\s+/g, "");
}

/** A count typed as text; null for a dash or white space, NaN for anything else. */
function caseCount(value: RawValue): number | null {
  const text = plainText(String(value)).replace(/,/g, "");
  if (text === "" || /^[-—–/]+$/.test(text)) return null;
  return WHOLE.test(text) ? Number(text) : NaN;
}
