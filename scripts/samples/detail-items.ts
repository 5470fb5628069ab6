import { itemNames } from "./detail-names";
import { REPORTED } from "./reported";
import { DEPARTMENTS } from "./source-table";

/** One line of 监管事项明细, by the names of its columns. */
export interface ItemRow {
  readonly department: string;
  readonly mainItem: string;
  readonly mainCode: string;
  readonly subItem: string;
  readonly subCode: string;
  readonly directoryState: string;
  readonly implementationState: string;
  readonly cases: number | null;
}

/** One line of 监管行为记录; the date is Excel's day number. */
export interface CaseRow {
  readonly department: string;
  readonly item: string;
  readonly code: string;
  readonly caseNumber: string;
  readonly date: number;
}

/** A department that the exports call otherwise than the task table does. */
export const EXPORT_NAMES: Readonly<Record<string, string>> = { 国家税务总局威远县税务局: "县税务局" };
export const exportName = (department: string): string => EXPORT_NAMES[department] ?? department;

const DAY_MS = 86_400_000;
/** Excel's number of a day. */
export const dayNumber = (year: number, month: number, day: number): number =>
  (Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / DAY_MS;

/** The task period: 28 days. */
export const PERIOD = { first: dayNumber(2026, 8, 19), last: dayNumber(2026, 9, 15) } as const;
const PERIOD_DAYS = PERIOD.last - PERIOD.first + 1;

const DIRECTORY_OPEN = ["已认领未编辑", "已编辑未发布", "未认领"];
const IMPLEMENTATION_OPEN = ["不完备", "待完善"];

/** Whether entry `index` of `all` is among `some` that are spread evenly over them: exactly `some` are. */
const among = (index: number, some: number, all: number): boolean =>
  Math.floor(((index + 1) * some) / all) > Math.floor((index * some) / all);

/** The main items of every department as REPORTED counts them, each with its sub-items, and the cases that only a record shows. */
export function itemAndCaseRows(): { readonly items: readonly ItemRow[]; readonly cases: readonly CaseRow[] } {
  const items: ItemRow[] = [];
  const cases: CaseRow[] = [];
  DEPARTMENTS.forEach(({ name, claimed: issued }, departmentIndex) => {
    const { claimed = issued, directory, implementation, covered } = REPORTED[departmentIndex]!;
    if (directory === null || implementation === null || covered === null) return;
    const department = exportName(name);
    let coveredSoFar = 0;
    for (let index = 0; index < claimed; index++) {
      const { mainItem, subItems } = itemNames(name, index);
      const mainCode = `11051102400${String(departmentIndex + 1).padStart(2, "0")}${String(index + 1).padStart(4, "0")}`;
      const subCode = (sub: number) => `${mainCode}${String(sub + 1).padStart(3, "0")}`;
      // One sub-item that is not complete keeps its main item from being complete; one with a case covers it (note 2).
      const openSub = index % subItems.length;
      const caseSub = (index + 1) % subItems.length;
      const directoryOpen = among(index, claimed - directory, claimed);
      const implementationOpen = among((index + 1) % claimed, claimed - implementation, claimed);
      const isCovered = among(index, covered, claimed);
      if (isCovered) coveredSoFar++;
      const onlyInRecord = isCovered && coveredSoFar % 2 === 0;
      subItems.forEach((subItem, sub) => {
        items.push({
          department,
          mainItem,
          mainCode,
          subItem,
          subCode: subCode(sub),
          directoryState: directoryOpen && sub === openSub ? DIRECTORY_OPEN[index % DIRECTORY_OPEN.length]! : "已发布",
          implementationState:
            implementationOpen && sub === openSub ? IMPLEMENTATION_OPEN[index % IMPLEMENTATION_OPEN.length]! : "完备",
          cases: onlyInRecord ? null : isCovered && sub === caseSub ? 1 + (index % 6) : 0,
        });
      });
      if (!isCovered || (!onlyInRecord && index % 3 > 0)) continue;
      for (let one = 0; one <= index % 2; one++)
        cases.push(caseRow(department, cases.length, [mainItem, mainCode], [subItems[caseSub]!, subCode(caseSub)]));
    }
  });
  return { items, cases };
}

/** A case on the sub-item by name and code, on the sub-item by name alone, or on the main item itself; every fourth is older than the period. */
function caseRow(
  department: string,
  count: number,
  main: readonly [string, string],
  sub: readonly [string, string],
): CaseRow {
  const [item, code] = count % 5 === 4 ? main : count % 5 === 2 ? [sub[0], ""] : sub;
  const date = count % 4 === 3 ? PERIOD.first - 1 - ((count * 7) % 100) : PERIOD.first + ((count * 5) % PERIOD_DAYS);
  return { department, item, code, caseNumber: `SL2026${String(count + 1).padStart(6, "0")}`, date };
}
