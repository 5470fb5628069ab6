import type { Rules } from "../assess/rules";
import { cellAddress, splitAddress } from "../cells/address";
import type { DateSystem } from "../cells/dateSystem";
import { problem } from "../problems/catalogue";
import type { Problem } from "../problems/problem";
import type { TaskTable } from "../table/taskTable";
import { ABSENT_COLUMN_EFFECTS, DETAIL_HEADERS, DETAIL_SHEETS, STATE_MEANINGS } from "../wording/detail";
import { CaseLog } from "./cases";
import type { CasePeriod } from "./cases";
import type { DetailChoices } from "./choices";
import { DepartmentNames } from "./departments";
import type { DetailSheet, RowBlock } from "./detailSheet";
import type { DepartmentFindings, DetailFindings, UnknownWord } from "./findings";
import { ItemList } from "./items";
import { DETAIL_KINDS } from "./kinds";
import type { DetailKind } from "./kinds";
import { AccountRoster, OfficerRoster, compareRosters } from "./officers";

/** Takes the rows of all detail sheets, in blocks, and says what they come to for each department of the task table. */
export class Examination {
  /** In the order in which their rows are to be added: items come before the records that name them. */
  readonly sheets: readonly DetailSheet[];
  private readonly names: DepartmentNames;
  private readonly items: ItemList | null;
  private readonly cases: CaseLog | null;
  private readonly officers: OfficerRoster | null;
  private readonly accounts: AccountRoster | null;

  /**
   * @param sheets at most one of each kind
   * @param period the task period, where the rules count only cases within it and the title states one
   * @param dates what the workbook counts its dates from
   */
  constructor(
    private readonly table: TaskTable,
    sheets: readonly DetailSheet[],
    private readonly rules: Rules,
    choices: DetailChoices,
    period: CasePeriod | null,
    dates: DateSystem = 1900,
  ) {
    this.names = new DepartmentNames(table, choices.aliases);
    const of = (kind: DetailKind) => sheets.find((sheet) => sheet.kind === kind);
    this.sheets = DETAIL_KINDS.flatMap((kind) => of(kind) ?? []);
    const [items, cases, officers, accounts] = DETAIL_KINDS.map(of);
    const words = rules.stateWords;
    this.items = items
      ? new ItemList(items, this.names, words, { withRecords: cases !== undefined, onlyDatedCases: period !== null })
      : null;
    this.cases = cases && this.items ? new CaseLog(cases, this.names, this.items, period, dates) : null;
    this.officers = officers ? new OfficerRoster(officers, this.names, words) : null;
    this.accounts = accounts ? new AccountRoster(accounts, this.names, words, dates) : null;
  }

  add(kind: DetailKind, block: RowBlock): void {
    ({ items: this.items, cases: this.cases, officers: this.officers, accounts: this.accounts })[kind]?.add(block);
  }

  findings(): DetailFindings {
    const { departments } = this.table;
    const items = this.items?.findings(departments.length);
    const rosters = compareRosters(
      departments.map(({ name }) => name),
      this.officers,
      this.accounts,
    );
    const unknownWords = [
      ...(items?.unknownWords ?? []),
      ...(this.officers?.unknownWords ?? []),
      ...(this.accounts?.unknownWords ?? []),
    ];
    const unknownDepartments = this.names.unknownDepartments;
    const found = departments.map(({ row, name }, index): DepartmentFindings => ({
      row,
      name,
      ...NO_ITEMS,
      ...items?.departments[index],
      ...rosters.departments[index]!,
    }));
    return {
      departments: found,
      unknownDepartments,
      unknownWords,
      knownWords: [
        ...(items?.knownWords ?? []),
        ...(this.officers?.knownWords ?? []),
        ...(this.accounts?.knownWords ?? []),
      ],
      problems: [
        ...this.absentColumns(),
        ...(items?.problems ?? []),
        ...(this.cases?.problems ?? []),
        ...rosters.problems,
        ...unknownWords.map(unknownWord),
        ...unknownDepartments.map(({ name, kind, rows, address }) =>
          problem("DEPARTMENT_UNKNOWN", placeOf(address), { kind: DETAIL_SHEETS[kind], name, rows }),
        ),
        ...this.differentClaims(found),
      ],
    };
  }

  /** Columns that can be left out, and what is not known then. */
  private absentColumns(): Problem[] {
    return this.sheets.flatMap(({ sheet, kind, columns, headerRow, headers }) =>
      ABSENT_COLUMN_EFFECTS[kind].flatMap(({ field, effect }) =>
        columns[field] === undefined && !(field === "cases" && this.cases !== null)
          ? [
              problem(
                "DETAIL_COLUMN_ABSENT",
                { sheet, address: cellAddress(headerRow, headers[0]?.column ?? 0) },
                { kind: DETAIL_SHEETS[kind], column: DETAIL_HEADERS[field], effect },
              ),
            ]
          : [],
      ),
    );
  }

  /** 明细主项数 ≠ 已认领的主项数: worth a look, decides nothing. */
  private differentClaims(found: readonly DepartmentFindings[]): Problem[] {
    const { sheet, columns, departments } = this.table;
    return departments.flatMap(({ row, name, cells }, index) => {
      const items = found[index]!.mainItems;
      const claimed =
        cells.claimed?.kind === "number" ? cells.claimed.value : cells.claimed?.kind === "dash" ? 0 : null;
      if (items === null || claimed === null || items === claimed) return [];
      return [
        problem(
          "ITEMS_DIFFER_FROM_CLAIMED",
          { sheet, address: cellAddress(row, columns.claimed) },
          { name, items, claimed },
        ),
      ];
    });
  }
}

const NO_ITEMS = {
  mainItems: null,
  directoryDone: null,
  implementationDone: null,
  covered: null,
  incompleteDirectory: [],
  incompleteImplementation: [],
  uncovered: [],
} as const;

function unknownWord({ field, word, rows, address }: UnknownWord): Problem {
  return problem("STATE_UNKNOWN", placeOf(address), {
    column: DETAIL_HEADERS[field],
    word,
    rows,
    meaning: STATE_MEANINGS[field],
  });
}

function placeOf(reference: string): { sheet: string; address: string } | undefined {
  return splitAddress(reference) ?? undefined;
}
