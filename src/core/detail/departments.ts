import { plainText } from "../cells/classify";
import type { RawValue } from "../cells/grid";
import type { TaskTable } from "../table/taskTable";
import type { UnknownDepartment } from "./findings";
import type { DetailKind } from "./kinds";

/** A department's name as names are compared: full-width folded, no white space. */
export function departmentKey(name: RawValue): string {
  return plainText(String(name)).replace(/\s+/g, "");
}

/**
 * Finds the task table's department that a name in a detail sheet means: by the same name, or by an alias that a person
 * has set. Nothing is guessed; names that no row bears are counted.
 */
export class DepartmentNames {
  private readonly byName = new Map<string, number>();
  private readonly known = new Map<RawValue, number>();
  private readonly unknown = new Map<string, UnknownDepartment>();

  /** @param aliases from a name as the detail sheets have it to the name in the task table */
  constructor(table: TaskTable, aliases: Readonly<Record<string, string>> = {}) {
    table.departments.forEach(({ name }, index) => {
      // A name that stands twice means neither: the table itself reports it.
      if (name !== "") this.byName.set(departmentKey(name), this.byName.has(departmentKey(name)) ? NONE : index);
    });
    for (const [alias, name] of Object.entries(aliases)) {
      const index = this.byName.get(departmentKey(name));
      if (index !== undefined && !this.byName.has(departmentKey(alias))) this.byName.set(departmentKey(alias), index);
    }
  }

  /** The index in the task table's departments; −1 where no row bears the name. */
  indexOf(name: RawValue): number {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const index = this.byName.get(departmentKey(name)) ?? NONE;
    this.known.set(name, index);
    return index;
  }

  /** Counts a row whose department is not in the table; `address` is where the name stands. */
  reportUnknown(name: RawValue, kind: DetailKind, address: () => string): void {
    const key = `${kind}\n${departmentKey(name)}`;
    const seen = this.unknown.get(key);
    this.unknown.set(
      key,
      seen ? { ...seen, rows: seen.rows + 1 } : { name: departmentKey(name), kind, rows: 1, address: address() },
    );
  }

  get unknownDepartments(): UnknownDepartment[] {
    return [...this.unknown.values()];
  }
}

const NONE = -1;
