import ExcelJS from "exceljs";
import JSZip from "jszip";
import { clearMarks, recalculate, undoLast } from "../../src/actions";
import type { Stopped } from "../../src/actions";
import { startExcel } from "../../src/host/boot/node";
import { openWorkbook } from "../../src/host/workbook/file/open";
import { saveWorkbook } from "../../src/host/workbook/file/save";
import { ACTUAL_HEADER, SOURCE_HEADER } from "../core/sheet";
import { bookOf, workbookOfBook } from "./arbitraryBook";
import { NOW } from "../moment";
import { codes } from "../outcomes";

test("a sheet that somebody deletes between reading and writing is named, and nothing is left of ours", async () => {
  const book = { ...bookOf(1), details: false, neighbours: true };
  const host = await startExcel(workbookOfBook(book));
  let asked = 0;
  host.beforeRequest = () => {
    if (asked++ !== 1) return;
    host.byCoAuthor(() => host.workbook.deleteSheet(host.workbook.sheet(book.taskSheet)!));
  };
  host.workbook.activate(host.workbook.sheet(book.taskSheet)!);
  const deleted = await recalculate({ now: NOW });
  host.beforeRequest = undefined;
  expect((deleted as Stopped).done).toBe(false);
  expect(codes(deleted)!.some((code) => code === "NOT_RESTORED")).toBe(false);
  expect(codes(await undoLast())).toEqual(["NOTHING_TO_UNDO"]);
  const data = await host.workbook.toData();
  expect(data.settings).toEqual({});
  expect(data.names.filter(({ name }) => name.startsWith("_jgzb") || name.startsWith("监管_"))).toEqual([]);
});

test("notes and tables beside the task table come out of the file as they went in", async () => {
  const made = new ExcelJS.Workbook();
  const page = made.addWorksheet("附件2");
  page.addRow([...SOURCE_HEADER[0]!.map((cell) => cell ?? ""), ...ACTUAL_HEADER]);
  page.addRow(SOURCE_HEADER[1]!.map((cell) => cell ?? ""));
  page.addRow([1, "示例甲局", 20, 1, 1, 0.35, 1, "", 20, 20, 7, 2, 2]);
  const other = made.addWorksheet("台账");
  other.addTable({
    name: "台账表",
    ref: "A1",
    headerRow: true,
    columns: [{ name: "事项", filterButton: true }, { name: "数" }],
    rows: [
      ["示例", 1],
      ["示例二", 2],
    ],
  });
  other.getCell("D1").note = "请核对";
  const opened = await openWorkbook(new Uint8Array(await made.xlsx.writeBuffer()));
  const partsOf = async (bytes: Uint8Array) => {
    const zip = await JSZip.loadAsync(bytes);
    const kept = Object.keys(zip.files)
      .filter((name) => !name.endsWith("/") && /tables\/|comments|vmlDrawing/.test(name))
      .sort();
    return Promise.all(kept.map(async (name) => [name, await zip.file(name)!.async("string")] as const));
  };
  const before = await partsOf(opened.origin.bytes);
  expect(before.map(([name]) => name)).toHaveLength(3);

  const host = await startExcel(opened.data);
  expect((await recalculate({ now: NOW })).done).toBe(true);
  expect(await partsOf(new Uint8Array(await saveWorkbook(await host.workbook.toData(), opened.origin)))).toEqual(
    before,
  );
  expect((await clearMarks({ now: NOW })).done).toBe(true);
  expect(await partsOf(new Uint8Array(await saveWorkbook(await host.workbook.toData(), opened.origin)))).toEqual(
    before,
  );
});
