import { readFileSync } from "node:fs";
import { readImport } from "../../src/actions";
import type { ImportPreview, Stopped } from "../../src/actions";
import type { RawValue } from "../../src/core/cells/grid";
import { startExcel } from "../../src/host/boot/node";
import type { Host } from "../../src/host/host";
import type { SheetData } from "../../src/host/workbook/data";
import { saveWorkbook } from "../../src/host/workbook/file/save";
import { percent, tableSheet, full } from "../core/sheet";
import { plainSheet, workbookOf } from "./workbook";
import { FILES, csv, listSheet } from "./exports";
import { codesAt } from "../outcomes";

/** 导入平台文件, first half: files are read and checked, and the workbook is as it was. */

const task = () => plainSheet(tableSheet([["示例甲局", 20, full, full, percent(0.35), full, "", 20, 20, 7, 2, 2]]));
const xlsx = (...sheets: SheetData[]) => saveWorkbook(workbookOf(...sheets));

/** Runs on a workbook with the task table, and holds that nothing in it has changed. */
async function reading(
  files: Parameters<typeof readImport>[0],
  {
    sheets = [],
    options = {},
    before = () => undefined,
  }: { sheets?: SheetData[]; options?: Parameters<typeof readImport>[1]; before?: (host: Host) => void } = {},
): Promise<ImportPreview | Stopped> {
  const host = await startExcel(workbookOf(task(), ...sheets));
  const data = await host.workbook.toData();
  before(host);
  const outcome = await readImport(files, options);
  expect(await host.workbook.toData()).toEqual(data);
  return outcome;
}

test.each(["utf-8", "utf-8 with mark", "gb18030"] as const)("a CSV file in %s", async (encoding) => {
  const outcome = await reading([{ name: "人员.csv", bytes: csv(FILES.officers, encoding) }]);
  expect(outcome).toMatchObject({
    done: true,
    kinds: [{ kind: "officers", files: ["人员.csv"], rows: 3, added: 3, updated: 0, identical: 0, sheet: null }],
  });
  expect((outcome as ImportPreview).unknownDepartments).toEqual([
    { name: "示例丙局", kind: "officers", rows: 1, address: "'人员.csv'!A4" },
  ]);
});

test("an .xlsx file with two detail sheets beside another one is read by way of Excel, formulas by their values", async () => {
  const items = listSheet("监管事项明细", FILES.items);
  items.cells[1]![7] = { formula: "=1+2", value: 3 };
  const bytes = await xlsx(listSheet("说明", [["这是说明"]]), items, listSheet("Sheet2", FILES.officers));
  const outcome = await reading([{ name: "导出.xlsx", bytes }], { sheets: [listSheet("监管事项明细", FILES.items)] });
  expect(outcome).toMatchObject({
    done: true,
    kinds: [
      { kind: "items", rows: 2, added: 0, updated: 1, identical: 1, sheet: "监管事项明细" },
      { kind: "officers", rows: 3, added: 3 },
    ],
  });
});

test("two files with the same rows", async () => {
  const more = [...FILES.officers, ["示例甲局", "示例人员009", "51000009", "有效", "在岗"]];
  const outcome = await reading([
    { name: "一.csv", bytes: csv(FILES.officers) },
    { name: "二.csv", bytes: csv(more, "gb18030") },
  ]);
  expect(outcome).toMatchObject({ kinds: [{ rows: 7, added: 4, identical: 3, files: ["一.csv", "二.csv"] }] });
});

const text = (content: string) => new TextEncoder().encode(content);
const fixture = (name: string) => new Uint8Array(readFileSync(`test/fixtures/${name}`));
const changed = (
  row: number,
  column: number,
  value: string,
  lines: readonly (readonly RawValue[])[] = FILES.officers,
) => lines.map((line, r) => line.map((cell, c) => (r === row && c === column ? value : cell)));

test.each<[string, string, () => Uint8Array, string[]]>([
  ["no bytes", "空.csv", () => text(""), ["DETAIL_EMPTY 空.csv"]],
  ["no known header", "电话.csv", () => text("部门,姓名,电话\n甲,乙,1\n"), ["DETAIL_EMPTY 电话.csv"]],
  ["headers without rows", "表头.csv", () => csv(FILES.officers.slice(0, 1)), ["IMPORT_NO_ROWS 表头.csv"]],
  ["neither encoding", "乱码.csv", () => new Uint8Array([0xff, 0xff, 0x2c, 0xff]), ["FILE_ENCODING 乱码.csv"]],
  [
    "a quote that never ends",
    "引号.csv",
    () => text('部门,姓名,证件状态\n甲,"乙,有效\n丙,丁,有效\n'),
    ["CSV_QUOTES 引号.csv"],
  ],
  ["ID numbers", "证.csv", () => text("部门,姓名,身份证号,证件状态,在岗状态\n"), ["ID_NUMBER_COLUMN '证.csv'!C1"]],
  [
    "a header missing",
    "缺.csv",
    () => text("部门,证件状态,在岗状态\n甲,有效,在岗\n"),
    ["DETAIL_COLUMN_MISSING '缺.csv'!A1"],
  ],
  [
    "a header twice",
    "重.csv",
    () => text("部门,姓名,证件状态,在岗状态,证件状态\n甲,乙,有效,在岗,有效\n"),
    ["DETAIL_COLUMN_TWICE '重.csv'!E1"],
  ],
  ["an unknown word", "词.csv", () => csv(changed(2, 3, "待定")), ["STATE_UNKNOWN '词.csv'!D3"]],
  ["an .xls file", "旧.xls", () => fixture("libreoffice-97.xls"), ["LEGACY_XLS 旧.xls"]],
  ["a password", "密.xlsx", () => fixture("password.xlsx"), ["PASSWORD_PROTECTED 密.xlsx"]],
  ["a picture", "图.png", () => new Uint8Array([0x89, 0x50, 0x4e, 0x47]), ["NOT_A_WORKBOOK 图.png"]],
  ["a damaged .xlsx", "坏.xlsx", () => new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0]), ["INSERT_FAILED 坏.xlsx"]],
  [
    "an .xlsx of something else",
    "附件2.xlsx",
    () => fixture("libreoffice-one-header-row.xlsx"),
    ["DETAIL_EMPTY 附件2.xlsx"],
  ],
])("refused, nothing changed: %s", async (_, name, bytes, expected) => {
  expect(
    codesAt(
      await reading([
        { name: "好.csv", bytes: csv(FILES.items) },
        { name, bytes: bytes() },
      ]),
    ),
  ).toEqual(expected);
});

test("every file's problems are told at once", async () => {
  const files = [
    { name: "一.csv", bytes: csv(changed(1, 3, "待定")) },
    { name: "二.csv", bytes: text("") },
    { name: "三.csv", bytes: csv(changed(1, 7, "-1", FILES.items)) },
  ];
  expect(codesAt(await reading(files)).sort()).toEqual([
    "CASES_UNREADABLE '三.csv'!H2",
    "DETAIL_EMPTY 二.csv",
    "STATE_UNKNOWN '一.csv'!D2",
  ]);
});

test("an Excel that cannot insert files says what to do", async () => {
  await startExcel(workbookOf(task()), { apiSets: { ExcelApi: "1.12" } });
  expect(codesAt(await readImport([{ name: "导出.xlsx", bytes: await xlsx(listSheet("a", FILES.items)) }]))).toEqual([
    "INSERT_NOT_SUPPORTED 导出.xlsx",
  ]);
});

test.each([0, 1, 2, 3, 4, 5, 6, 7, 8])("cancelled at question %i, the workbook is as it was", async (at) => {
  const file = await xlsx(listSheet("a", FILES.items), listSheet("b", FILES.officers));
  let asked = 0;
  const outcome = await reading(
    [
      { name: "导出.xlsx", bytes: file },
      { name: "人员.csv", bytes: csv(FILES.officers) },
    ],
    { options: { cancelled: () => asked++ === at } },
  );
  if (asked > at) expect(codesAt(outcome)).toEqual(["CANCELLED"]);
});

test("Excel failing while the inserted sheets are read leaves none of them behind", async () => {
  const file = await xlsx(listSheet("a", FILES.items));
  const seen = new Set<string>();
  for (let request = 0; request < 12; request++) {
    const outcome = await reading([{ name: "导出.xlsx", bytes: file }], {
      before: (host) => host.failNext({ request, code: "GeneralException" }),
    });
    seen.add(codesAt(outcome).join());
  }
  expect([...seen].sort()).toEqual(["", "INSERT_FAILED 导出.xlsx", "READ_FAILED"]);
});

test("a sheet of the workbook that bears a detail sheet's name but is none stops the import, and so do two of a kind", async () => {
  const files = [{ name: "事项.csv", bytes: csv(FILES.items) }];
  expect(codesAt(await reading(files, { sheets: [listSheet("监管事项明细", [["备忘"]])] }))).toEqual([
    "IMPORT_SHEET_UNUSABLE 监管事项明细",
  ]);
  expect(
    codesAt(await reading(files, { sheets: [listSheet("一", FILES.items), listSheet("二", FILES.items)] })),
  ).toEqual(["DETAIL_KIND_TWICE 二"]);
});
