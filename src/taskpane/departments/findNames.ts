import type { Recalculated } from "../../actions";
import { sheetAddress } from "../../core/cells/address";

/** Something that a search can find, with where it stands. */
export interface Found {
  readonly name: string;
  /** The department it belongs to; empty for a department itself. */
  readonly department: string;
  /** 事项编码 or 执法证号; null where there is none. */
  readonly number: string | null;
  readonly address: string;
  /** Zero-based row of a department; null of what stands on a detail sheet. */
  readonly row: number | null;
}

export const HIT_GROUPS = ["departments", "items", "persons"] as const;
export type Names = Readonly<Record<(typeof HIT_GROUPS)[number], readonly Found[]>>;

/** Everything in a result that has a name: all departments, items that are incomplete or uncovered, persons to be seen to. */
export function namesIn({ assessment, detail, sheet }: Recalculated): Names {
  const findings = detail?.departments ?? [];
  return {
    departments: assessment.departments
      .filter(({ name }) => name)
      .map(({ name, row }) => ({
        name,
        department: "",
        number: null,
        address: sheetAddress(sheet, `${row + 1}:${row + 1}`),
        row,
      })),
    items: findings.flatMap((department) => {
      const items = [
        ...department.incompleteDirectory,
        ...department.incompleteImplementation,
        ...department.uncovered,
      ];
      const byPlace = new Map(
        items.map(({ name, code, address }) => [
          address,
          { name, department: department.name, number: code, address, row: null },
        ]),
      );
      return [...byPlace.values()];
    }),
    persons: findings.flatMap((department) =>
      [...department.missingOfficers, ...department.staleAccounts].map(({ name, certificate, address }) => ({
        name,
        department: department.name,
        number: certificate,
        address,
        row: null,
      })),
    ),
  };
}

const plain = (text: string): string => text.normalize("NFKC").toLowerCase().replace(/\s/g, "");

/** Those whose name or number holds the words, whatever their width, case and spaces; none for no words. */
export function findNames(names: Names, words: string): Names {
  const wanted = plain(words);
  const hits = (found: readonly Found[]): readonly Found[] =>
    wanted === ""
      ? []
      : found.filter(({ name, number }) => plain(name).includes(wanted) || plain(number ?? "").includes(wanted));
  return { departments: hits(names.departments), items: hits(names.items), persons: hits(names.persons) };
}
