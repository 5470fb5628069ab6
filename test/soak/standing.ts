import { ownSheetOfTab } from "../../src/core/ownSheets/registry";
import type { Host } from "../../src/host/host";
import type { Area, CellData, SheetData, WorkbookData } from "../../src/host/workbook/data";

/** What stands in a workbook, in a form that can be compared: all that has no order of its own is put in one. */

const isOwnSheet = (name: string) => ownSheetOfTab(name) !== null;
const isOwnRule = ({ formula, dataBar }: SheetData["conditionalFormats"][number]) =>
  formula?.includes("jgzb:") === true || dataBar?.lower.formula?.includes("jgzb:") === true;

const byPlace = (a: Area, b: Area) => a.firstRow - b.firstRow || a.firstColumn - b.firstColumn;
const byText = <T>(items: readonly T[]): T[] =>
  items
    .map((item) => [JSON.stringify(item), item] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, item]) => item);

/** Areas in one way only: two that meet are the same as one. */
function byColumn(areas: readonly Area[]): Area[] {
  const single = areas.flatMap((area) =>
    Array.from({ length: area.lastColumn - area.firstColumn + 1 }, (_, index) => ({
      ...area,
      firstColumn: area.firstColumn + index,
      lastColumn: area.firstColumn + index,
    })),
  );
  return single.sort(byPlace);
}

/**
 * The whole workbook but for which sheet is open. Of sheets that the add-in makes whole only contents count: formats that it has given to one that
 * stood stay (docs/decisions/writing-sheets.md).
 */
export async function standing(host: Host): Promise<WorkbookData> {
  const data = await host.workbook.toData();
  for (const sheet of data.sheets) {
    sheet.merges.sort(byPlace);
    for (const rule of [...sheet.validations, ...sheet.conditionalFormats]) rule.areas = byColumn(rule.areas);
    sheet.validations = byText(sheet.validations);
    // The order of others' rules counts, ours are mutually exclusive.
    sheet.conditionalFormats = [
      ...byText(sheet.conditionalFormats.filter(isOwnRule)),
      ...sheet.conditionalFormats.filter((rule) => !isOwnRule(rule)),
    ];
  }
  return {
    ...data,
    activeSheet: "",
    sheets: data.sheets.map((sheet) => (isOwnSheet(sheet.name) ? contentsOnly(sheet) : sheet)),
    names: byText(data.names.filter(({ sheet }) => sheet === undefined || !isOwnSheet(sheet))),
  };
}

function contentsOnly({ name, cells }: SheetData): SheetData {
  const contents: SheetData["cells"] = {};
  // The host works formulas on lost references out anew only where it must: what they show hangs on the order in which they were entered.
  const lost = Object.values(cells).some((line) =>
    Object.values(line).some(({ formula }) => formula?.includes("#REF!")),
  );
  for (const [row, line] of Object.entries(cells)) {
    for (const [column, { value, formula }] of Object.entries(line)) {
      const cell: CellData =
        formula === undefined ? { value: value ?? "" } : lost ? { formula } : { formula, value: value ?? "" };
      if (formula !== undefined || (value !== undefined && value !== ""))
        (contents[Number(row)] ??= {})[Number(column)] = cell;
    }
  }
  return { name, cells: contents } as SheetData;
}

/** Without the sheets that show the table by formulas: what they say is lost once our columns go, until they are made again. */
export function withoutTied(data: WorkbookData): WorkbookData {
  const tied = (name: string) => ownSheetOfTab(name)?.refersToTable === true;
  return { ...data, sheets: data.sheets.filter(({ name }) => !tied(name)) };
}

/** The workbook without the sheets, names and settings that are ours. */
export function foreign(data: WorkbookData): WorkbookData {
  const { jgzb: _, ...settings } = data.settings;
  return {
    ...data,
    settings,
    sheets: data.sheets.filter(({ name }) => !isOwnSheet(name)),
    names: data.names.filter(({ name }) => !name.startsWith("_jgzb_") && !name.startsWith("监管_")),
  };
}

/** As `foreign`, without `count` columns of ours before which the zero-based column `before` stood, and what is ours in them. */
export function foreignWithout(
  data: WorkbookData,
  taskSheet: string,
  { before, count }: { before: number; count: number },
): WorkbookData {
  const ours = (column: number) => column >= before && column < before + count;
  const others = <T>(record: Record<number, T>) =>
    Object.fromEntries(Object.entries(record).filter(([column]) => !ours(Number(column))));
  const rest = foreign(data);
  return {
    ...rest,
    sheets: rest.sheets.map((sheet) => {
      if (sheet.name !== taskSheet) return sheet;
      return {
        ...sheet,
        cells: Object.fromEntries(
          Object.entries(sheet.cells)
            .map(([row, line]) => [row, others(line)] as const)
            .filter(([, line]) => Object.keys(line).length > 0),
        ),
        columns: others(sheet.columns),
        conditionalFormats: sheet.conditionalFormats.filter((rule) => !isOwnRule(rule)),
        validations: sheet.validations.filter(
          ({ areas }) => !areas.every(({ firstColumn, lastColumn }) => ours(firstColumn) && ours(lastColumn)),
        ),
      };
    }),
  };
}

/** Where two pieces of plain data first differ, and how; null where they say the same. A key that is undefined is as one that is absent. */
export function difference(found: unknown, expected: unknown, path = ""): string | null {
  if (Object.is(found, expected)) return null;
  const told = (value: unknown) => JSON.stringify(value)?.slice(0, 300);
  if (
    typeof found !== "object" ||
    typeof expected !== "object" ||
    found === null ||
    expected === null ||
    Array.isArray(found) !== Array.isArray(expected)
  )
    return `${path}: ${told(found)} instead of ${told(expected)}`;
  const [left, right] = [found as Record<string, unknown>, expected as Record<string, unknown>];
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
    const inside = difference(left[key], right[key], `${path}/${key}`);
    if (inside !== null) return inside;
  }
  return null;
}
