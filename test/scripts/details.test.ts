import { readFileSync } from "node:fs";
import { join } from "node:path";
import type ExcelJS from "exceljs";
import { ALIASES, detailsWorkbook, EXPECTED, TYPED } from "../../scripts/samples/details";
import { REPORTED } from "../../scripts/samples/reported";
import { DEPARTMENTS } from "../../scripts/samples/source-table";
import { openWorkbook } from "../../src/host/workbook/file/open";
import { saveWorkbook } from "../../src/host/workbook/file/save";
import { readByExcelJs } from "../host/file/written-by-exceljs";

const FILE = "附件2-明细示例.xlsx";
const BYTES = new Uint8Array(readFileSync(join(__dirname, "../../assets/samples", FILE)));
const HEADERS = {
  监管事项明细: ["部门", "主项名称", "主项编码", "子项名称", "子项编码", "目录清单状态", "实施清单状态", "办件数"],
  监管行为记录: ["部门", "事项名称", "事项编码", "办件编号", "办件日期"],
  执法人员名册: ["部门", "姓名", "执法证号", "证件状态", "在岗状态"],
  监管平台账号: ["部门", "姓名", "执法证号", "账号状态", "最近登录时间"],
};
type Row = Record<string, string | number | Date | null>;

let book: ExcelJS.Workbook;
beforeAll(async () => {
  book = await readByExcelJs(BYTES);
});

/** The rows of a detail sheet by header, the department named as the task table names it. */
function rowsOf(sheet: keyof typeof HEADERS): Row[] {
  const rows: Row[] = [];
  book.getWorksheet(sheet)!.eachRow((line, number) => {
    if (number < 3) return;
    const row: Row = Object.fromEntries(
      HEADERS[sheet].map((header, column) => [header, line.getCell(column + 1).value as Row[string]]),
    );
    rows.push({ ...row, 部门: ALIASES[row["部门"] as string] ?? row["部门"]! });
  });
  return rows;
}

const by = (rows: readonly Row[], department: string) => rows.filter((row) => row["部门"] === department);
/** A certificate number as numbers are compared (note 3), in plain steps. */
const certificate = (value: Row[string] | undefined) =>
  typeof value !== "string" ? "" : value.normalize("NFKC").trim().toUpperCase();

test("is what the script makes, and comes back from saving as it was", async () => {
  expect(Buffer.from(await saveWorkbook(detailsWorkbook())).equals(Buffer.from(BYTES))).toBe(true);
  const { data, origin } = await openWorkbook(BYTES, FILE);
  expect((await openWorkbook(await saveWorkbook(data, origin))).data).toEqual(data);
});

test("has the four sheets with the template's headers, codes as text and days as days", () => {
  expect(book.worksheets.map(({ name }) => name)).toEqual(["附件2", ...Object.keys(HEADERS)]);
  for (const [sheet, headers] of Object.entries(HEADERS)) {
    const worksheet = book.getWorksheet(sheet)!;
    expect((worksheet.getRow(2).values as string[]).slice(1)).toEqual(headers);
    expect(worksheet.views[0]).toMatchObject({ state: "frozen", ySplit: 2 });
    expect(worksheet.getCell("A1").value).toContain("虚构");
  }
  const items = book.getWorksheet("监管事项明细")!;
  expect(items.getCell("C3")).toMatchObject({ value: "11051102400010001", numFmt: "@" });
  for (const row of rowsOf("监管行为记录")) expect(row["办件日期"]).toBeInstanceOf(Date);
});

test("the task table has no actuals but those that are typed", () => {
  const sheet = book.getWorksheet("附件2")!;
  DEPARTMENTS.forEach(({ name }, index) => {
    const typed = TYPED[name] ?? {};
    const cells = [8, 9, 10, 11, 12, 13].map((column) => sheet.getCell(index + 5, column).value);
    expect([name, ...cells]).toEqual([
      name,
      REPORTED[index]!.due,
      null,
      null,
      typed.covered ?? null,
      typed.officers ?? null,
      null,
    ]);
  });
  expect([
    TYPED["威远县公安局"]!.officers,
    EXPECTED[6]!.officers!.officers,
    TYPED["威远县司法局"]!.covered,
    EXPECTED[10]!.items!.covered,
  ]).toEqual([118, 120, 4, 3]);
});

test("main items, lists and coverage come out as REPORTED has them, counted with a Map", () => {
  const [items, cases] = [rowsOf("监管事项明细"), rowsOf("监管行为记录")];
  expect(new Set(items.map((row) => row["子项编码"])).size).toBe(items.length);
  DEPARTMENTS.forEach(({ name, claimed: issued }, index) => {
    const own = by(items, name);
    const groups = new Map<string, Row[]>();
    for (const row of own)
      groups.set(row["主项编码"] as string, [...(groups.get(row["主项编码"] as string) ?? []), row]);
    const named = new Set(
      by(cases, name)
        .flatMap((row) => [row["事项名称"], row["事项编码"]])
        .filter((word) => word !== null),
    );
    const count = (holds: (rows: Row[]) => boolean) => [...groups.values()].filter(holds).length;
    const counted = {
      mainItems: groups.size,
      names: new Set(own.map((row) => row["主项名称"])).size,
      directory: count((rows) => rows.every((row) => row["目录清单状态"] === "已发布")),
      implementation: count((rows) => rows.every((row) => row["实施清单状态"] === "完备")),
      covered: count((rows) =>
        rows.some(
          (row) =>
            Number(row["办件数"]) > 0 ||
            ["主项名称", "主项编码", "子项名称", "子项编码"].some((header) => named.has(row[header]!)),
        ),
      ),
    };
    const reported = REPORTED[index]!;
    const known = reported.directory !== null;
    const claimed = reported.claimed ?? issued;
    expect({ name, ...counted }).toEqual({
      name,
      mainItems: known ? claimed : 0,
      names: known ? claimed : 0,
      directory: reported.directory ?? 0,
      implementation: reported.implementation ?? 0,
      covered: reported.covered ?? 0,
    });
    expect(EXPECTED[index]!.items).toEqual(
      known
        ? {
            mainItems: claimed,
            directoryDone: reported.directory,
            implementationDone: reported.implementation,
            covered: reported.covered,
            uncovered: claimed - reported.covered!,
          }
        : null,
    );
    for (const rows of groups.values()) expect([1, 2, 3]).toContain(rows.length);
  });
});

test("some cases stand in the items only, some in the record only, some before the period", () => {
  const [items, cases] = [rowsOf("监管事项明细"), rowsOf("监管行为记录")];
  expect(items.some((row) => Number(row["办件数"]) > 0)).toBe(true);
  expect(items.some((row) => row["办件数"] === null)).toBe(true);
  const days = cases.map((row) => (row["办件日期"] as Date).toISOString().slice(0, 10));
  const within = days.filter((day) => day >= "2026-08-19" && day <= "2026-09-15");
  expect(within.length).toBeGreaterThan(cases.length / 2);
  expect(within.length).toBeLessThan(cases.length);
  expect(days.every((day) => day <= "2026-09-15")).toBe(true);
  // A record of a department's case names an item of that department.
  for (const row of cases)
    expect(
      by(items, row["部门"] as string).some(
        (item) => item["子项名称"] === row["事项名称"] || item["主项名称"] === row["事项名称"],
      ),
    ).toBe(true);
});

test("has note 2's item with its two sub-items", () => {
  const matter = "对企业事业组织或者个人将档案卖给、赠送给外国人或外国组织行为";
  const rows = by(rowsOf("监管事项明细"), "中共威远县委办公室").filter((row) => row["主项名称"] === `${matter}的监管`);
  expect(rows.map((row) => row["子项名称"])).toEqual([`${matter}的行政处罚`, `${matter}的监管`]);
});

test("officers, those missing and stale accounts come out as expected, matched by number in plain steps", () => {
  const [roster, accounts] = [rowsOf("执法人员名册"), rowsOf("监管平台账号")];
  DEPARTMENTS.forEach(({ name }, index) => {
    const [people, own] = [by(roster, name), by(accounts, name)];
    const same = (a: Row, b: Row) =>
      a["执法证号"] !== null && b["执法证号"] !== null
        ? certificate(a["执法证号"]) === certificate(b["执法证号"])
        : a["姓名"] === b["姓名"];
    const active = people.filter((row) => row["证件状态"] === "有效");
    const reasons = active.flatMap((row) => {
      const account = own.find((other) => same(row, other));
      if (row["在岗状态"] !== "在岗") return ["shouldCancel"];
      if (!account) return ["noAccount"];
      if (account["账号状态"] !== "有效") return ["invalidAccount"];
      return account["最近登录时间"] === null ? ["neverLoggedIn"] : [];
    });
    const stale = own.filter(
      (account) => account["账号状态"] === "有效" && !active.some((row) => same(row, account)),
    ).length;
    const counted =
      people.length === 0
        ? null
        : { officers: active.length, onboarded: active.length - reasons.length, missing: reasons, stale };
    expect({ name, counted }).toEqual({ name, counted: EXPECTED[index]!.officers });
    if (counted)
      expect([counted.officers, counted.onboarded]).toEqual([REPORTED[index]!.officers, REPORTED[index]!.onboarded]);
  });
  expect(new Set(EXPECTED.flatMap((one) => one.officers?.missing ?? [])).size).toBe(4);
  expect(EXPECTED.reduce((sum, one) => sum + (one.officers?.stale ?? 0), 0)).toBe(3);
});

test("bears no real person: names are numbered, numbers are no ID numbers, and both rosters write them in several ways", () => {
  const people = [...rowsOf("执法人员名册"), ...rowsOf("监管平台账号")];
  const numbers = people.map((row) => row["执法证号"] as string | null);
  for (const row of people) expect(row["姓名"]).toMatch(/^示例人员\d{3}$/);
  for (const number of numbers) expect(certificate(number)).toMatch(/^(511024\d{5}X)?$/);
  for (const way of [/x/, /Ｘ/, /^ .* $/])
    expect(numbers.some((number) => number !== null && way.test(number))).toBe(true);
  expect(numbers.some((number) => number === null)).toBe(true);
});
