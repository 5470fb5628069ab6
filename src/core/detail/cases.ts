import { cellAddress, sheetAddress } from "../cells/address";
import { plainText } from "../cells/classify";
import type { DateSystem } from "../cells/dateSystem";
import { problem } from "../problems/catalogue";
import type { Problem } from "../problems/problem";
import { DETAIL_HEADERS } from "../wording/detail";
import { readDay } from "./dates";
import type { DepartmentNames } from "./departments";
import type { DetailSheet, RowBlock } from "./detailSheet";
import { foldedCode, foldedName } from "./items";
import type { ItemList } from "./items";
import type { DetailField } from "./kinds";

/** The task period as UTC midnights, both days included. */
export interface CasePeriod {
  readonly start: number;
  readonly end: number;
}

/**
 * 监管行为记录: one row a case. Each credits the main item of its own department that it names (note 2); read after the items.
 * With a period, only cases that arose within it count.
 */
export class CaseLog {
  /** Rows that credit nothing, by what they say: how many, and the first of them. */
  private readonly unmatched = { rows: 0, row: Infinity, item: "" };
  private readonly ambiguous = new Map<string, { rows: number; row: number }>();
  private readonly undated = { rows: 0, row: Infinity, value: "" };

  constructor(
    private readonly sheet: DetailSheet,
    private readonly names: DepartmentNames,
    private readonly items: ItemList,
    private readonly period: CasePeriod | null,
    private readonly dates: DateSystem,
  ) {}

  add({ firstRow, firstColumn, values }: RowBlock): void {
    const { columns } = this.sheet;
    const at = (field: DetailField) => (columns[field] === undefined ? -1 : columns[field] - firstColumn);
    const [department, item, code, date] = [at("department"), at("item"), at("code"), at("date")];
    values.forEach((line, offset) => {
      const row = firstRow + offset;
      if (line.every((cell) => cell === "")) return;
      const index = this.names.indexOf(line[department] ?? "");
      if (index < 0) {
        this.names.reportUnknown(line[department] ?? "", "cases", () => this.addressOf(row, "department"));
        return;
      }
      const when = date < 0 ? null : readDay(line[date] ?? "", this.dates);
      if (date >= 0 && when === null && (line[date] ?? "") !== "") {
        if (row < this.undated.row) Object.assign(this.undated, { row, value: plainText(String(line[date])) });
        this.undated.rows++;
      }
      if (this.period && (when === null || when < this.period.start || when > this.period.end)) return;
      const [named, coded] = [
        item < 0 ? "" : foldedName(line[item] ?? ""),
        code < 0 ? "" : foldedCode(line[code] ?? ""),
      ];
      const outcome = this.items.credit(index, coded, named);
      const says = plainText(String((item < 0 ? "" : line[item]) || (code < 0 ? "" : line[code]) || ""));
      if (outcome === "unmatched") {
        if (row < this.unmatched.row) Object.assign(this.unmatched, { row, item: says });
        this.unmatched.rows++;
      }
      if (outcome === "ambiguous") {
        const seen = this.ambiguous.get(says);
        this.ambiguous.set(says, seen ? { rows: seen.rows + 1, row: Math.min(seen.row, row) } : { rows: 1, row });
      }
    });
  }

  get problems(): Problem[] {
    const { unmatched, undated } = this;
    const field = this.sheet.columns.item === undefined ? "code" : "item";
    return [
      ...(unmatched.rows > 0
        ? [problem("CASE_UNMATCHED", this.place(unmatched.row, field), { rows: unmatched.rows, item: unmatched.item })]
        : []),
      ...[...this.ambiguous]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([item, { rows, row }]) => problem("CASE_AMBIGUOUS", this.place(row, field), { item, rows })),
      ...(undated.rows > 0
        ? [
            problem("DATE_UNREADABLE", this.place(undated.row, "date"), {
              column: DETAIL_HEADERS.date,
              value: undated.value,
            }),
          ]
        : []),
    ];
  }

  private place(row: number, field: DetailField): { sheet: string; address: string } {
    return { sheet: this.sheet.sheet, address: cellAddress(row, this.sheet.columns[field] ?? 0) };
  }

  private addressOf(row: number, field: DetailField): string {
    const { sheet, address } = this.place(row, field);
    return sheetAddress(sheet, address);
  }
}
