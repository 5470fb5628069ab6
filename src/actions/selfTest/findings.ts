import { areaAddress, cellAddress } from "../../core/cells/address";
import type { RawValue } from "../../core/cells/grid";
import { GOLDEN_CHANGED, GOLDEN_COLUMNS, GOLDEN_ONBOARDED, GOLDEN_ROWS, GOLDEN_TOTALS } from "../../core/golden/golden";
import { GOLDEN_PLACE } from "../../core/golden/goldenSheet";
import { agrees } from "../../core/taskSheet/expected";
import type { PageSetUp } from "../../core/plan/sheetPlan";
import type { SheetState } from "../../core/taskSheet/state";
import { FOUND, SCRATCH_ASPECTS } from "../../core/wording/selfTest";
import type { SheetLooks } from "../../excel/scratchSheet";
import type { Finding } from "./report";

/** Points by which a width or a margin may come back different: Excel rounds to whole pixels. */
const A_PIXEL = 0.76;

export function finding(at: string, expected: unknown, found: unknown): Finding {
  const words = (value: unknown): string =>
    value === ""
      ? FOUND.blank
      : value === null || value === undefined
        ? FOUND.none
        : typeof value === "object"
          ? JSON.stringify(value)
          : String(value);
  return { at, expected: words(expected), found: words(found) };
}

/** No finding where the two are the same. */
export function same(at: string, expected: unknown, found: unknown): Finding[] {
  return JSON.stringify(expected) === JSON.stringify(found) ? [] : [finding(at, expected, found)];
}

/** A cell's result by zero-based place. */
export function valueAt({ grid }: SheetState, row: number, column: number): RawValue {
  return grid.values[row - grid.firstRow]?.[column - grid.firstColumn] ?? "";
}

/** The zero-based column under this header, found by what the sheet says; null where it says so nowhere. */
export function columnUnder({ grid }: SheetState, header: string): number | null {
  const index = grid.values[GOLDEN_PLACE.header - grid.firstRow]?.indexOf(header) ?? -1;
  return index < 0 ? null : grid.firstColumn + index;
}

/** What Excel shows in the golden rows, held against what was worked out by hand; `changed` with the other rules. */
export function goldenFindings(
  state: SheetState,
  changed = false,
): { readonly findings: readonly Finding[]; readonly failing: readonly string[] } {
  const rows = GOLDEN_ROWS.map(({ case: which, expected }, index) => ({
    which,
    row: GOLDEN_PLACE.first + index,
    values: GOLDEN_COLUMNS.map(
      (column, at) => (changed ? GOLDEN_CHANGED[which]?.[column] : undefined) ?? expected[at]!,
    ),
  }));
  const totals = changed ? [] : [{ which: "totals", row: GOLDEN_PLACE.totals, values: GOLDEN_TOTALS }];
  const failing: string[] = [];
  const findings = [...rows, ...totals].flatMap(({ which, row, values }) => {
    const wrong = GOLDEN_COLUMNS.flatMap((header, index) => cellFindings(state, row, header, values[index]!));
    if (wrong.length > 0) failing.push(which);
    return wrong;
  });
  return {
    findings: [
      ...findings,
      ...(changed ? [] : cellFindings(state, GOLDEN_PLACE.totals, "已入驻人数", GOLDEN_ONBOARDED)),
    ],
    failing,
  };
}

function cellFindings(state: SheetState, row: number, header: string, expected: RawValue): Finding[] {
  const column = columnUnder(state, header);
  if (column === null) return [finding(header, FOUND.there, null)];
  const found = valueAt(state, row, column);
  return agrees(found, expected) ? [] : [finding(`${cellAddress(row, column)} ${header}`, expected, found)];
}

/** Two pages that print alike. */
export function pageFindings(expected: PageSetUp, found: PageSetUp): Finding[] {
  const margins = (Object.keys(expected.margins) as (keyof PageSetUp["margins"])[]).filter(
    (side) => Math.abs(expected.margins[side] - found.margins[side]) > A_PIXEL,
  );
  const areas = ({ printArea }: PageSetUp) => printArea?.map(areaAddress) ?? null;
  return [
    ...(["orientation", "paperSize", "zoom", "centerHorizontally", "titleRows", "header", "footer"] as const).flatMap(
      (part) => same(part, expected[part], found[part]),
    ),
    ...same("printArea", areas(expected), areas(found)),
    ...margins.map((side) => finding(`margins.${side}`, expected.margins[side], found.margins[side])),
  ];
}

/** The scratch sheet held against how it was: cells, and what can be read of its looks. */
export function lookFindings(
  before: { readonly state: SheetState; readonly looks: SheetLooks },
  after: { readonly state: SheetState; readonly looks: SheetLooks },
): Finding[] {
  const cells = ({ grid }: SheetState) => [grid.firstRow, grid.firstColumn, grid.formulas];
  const sorted = <T>(items: readonly T[]): string[] => items.map((item) => JSON.stringify(item)).sort();
  const changed = (at: string, one: unknown, other: unknown): Finding[] =>
    JSON.stringify(one) === JSON.stringify(other) ? [] : [finding(at, FOUND.unchanged, FOUND.changed)];
  // The names by which Excel keeps the page are told with the page.
  const own = ({ names }: SheetLooks) => sorted(names.filter(({ name }) => !name.startsWith("Print_")));
  const widths = before.looks.widths.flatMap((width, column) =>
    Math.abs(width - (after.looks.widths[column] ?? 0)) > A_PIXEL
      ? [finding(`${SCRATCH_ASPECTS.widths} ${column + 1}`, width, after.looks.widths[column])]
      : [],
  );
  return [
    ...changed(SCRATCH_ASPECTS.cells, cells(before.state), cells(after.state)),
    ...changed(SCRATCH_ASPECTS.formats, before.state.grid.numberFormats, after.state.grid.numberFormats),
    ...same(SCRATCH_ASPECTS.names, own(before.looks), own(after.looks)),
    ...same(SCRATCH_ASPECTS.rules, sorted(before.looks.rules), sorted(after.looks.rules)),
    ...same(
      SCRATCH_ASPECTS.merged,
      before.looks.merged && sorted(before.looks.merged),
      after.looks.merged && sorted(after.looks.merged),
    ),
    ...widths,
    ...pageFindings(before.looks.page, after.looks.page),
  ];
}
