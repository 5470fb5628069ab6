import { readFileSync } from "node:fs";
import { join } from "node:path";
import JSZip from "jszip";
import { FILE_SENTENCES } from "../../../src/core/wording/file";
import { FileError } from "../../../src/host/workbook/file/file-error";
import { openWorkbook } from "../../../src/host/workbook/file/open";

const read = (...path: string[]) => new Uint8Array(readFileSync(join(__dirname, "../../..", ...path)));
const sample = () => read("assets", "samples", "附件2.xlsx");

async function without(path: string): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(sample());
  zip.remove(path);
  return zip.generateAsync({ type: "uint8array" });
}

async function changed(path: string, change: (text: string) => string): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(sample());
  zip.file(path, change(await zip.file(path)!.async("string")));
  return zip.generateAsync({ type: "uint8array" });
}

function flipped(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(bytes);
  copy[Math.floor(copy.length / 2)]! ^= 0xff;
  return copy;
}

test.each<[string, keyof typeof FILE_SENTENCES, () => Uint8Array | Promise<Uint8Array>]>([
  ["nothing", "NOT_A_WORKBOOK", () => new Uint8Array()],
  ["text", "NOT_A_WORKBOOK", () => read("package.json")],
  [
    "a zip without a workbook",
    "NOT_A_WORKBOOK",
    () => new JSZip().file("a.txt", "甲").generateAsync({ type: "uint8array" }),
  ],
  ["a package whose workbook is gone", "NOT_A_WORKBOOK", () => without("xl/workbook.xml")],
  ["a document of Word's", "NOT_A_WORKBOOK", () => changed("xl/workbook.xml", () => "<w:document xmlns:w='urn:w'/>")],
  ["a file cut in half", "DAMAGED", () => sample().slice(0, 2500)],
  ["a file with a wrong byte", "DAMAGED", () => flipped(sample())],
  ["a workbook whose sheet is gone", "DAMAGED", () => without("xl/worksheets/sheet1.xml")],
  [
    "a workbook whose sheet is cut off",
    "DAMAGED",
    () => changed("xl/worksheets/sheet1.xml", (text) => text.slice(0, -30)),
  ],
  ["a file of Excel 97", "LEGACY_XLS", () => read("test", "fixtures", "libreoffice-97.xls")],
  ["an encrypted file", "PASSWORD_PROTECTED", () => read("test", "fixtures", "password.xlsx")],
])("refuses %s as %s", async (_, code, bytes) => {
  const error: unknown = await openWorkbook(await bytes()).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(FileError);
  expect((error as FileError).code).toBe(code);
  expect(FILE_SENTENCES[(error as FileError).code]("甲.xlsx")).toContain("甲.xlsx");
});
