import JSZip from "jszip";
import { columnLetters } from "../../src/core/cells/address";
import { saveWorkbook } from "../../src/host/workbook/file/save";
import { insertionOf } from "../actions/arbitraryLayout";
import { placesOf, workbookOfBook } from "./arbitraryBook";
import type { Book } from "./arbitraryBook";

const TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** What a file holds of the task table's sheet and the host does not know: each says which cells it is of. */
export type FileParts = Readonly<
  Record<"filter" | "notes" | "boxes" | "table" | "links" | "watched", readonly string[]>
>;

/** A random workbook as a file, with a filter over its table, notes left and right, a table, a link and an ignored error beside it; `place` as with `workbookOfBook`. */
export async function fileOf(book: Book, place: (column: number) => number = (column) => column): Promise<Uint8Array> {
  const data = workbookOfBook({ ...book, otherRules: false, comments: false, chart: false }, place);
  const { first, last, left } = placesOf(book.layout);
  const beside = insertionOf(book.layout).before + 5;
  const letters = (column: number) => columnLetters(place(column));
  const [task] = data.sheets;
  ["事项", "数"].forEach(
    (header, index) => ((task!.cells[last + 30] ??= {})[place(beside + index)] = { value: header }),
  );
  const zip = await JSZip.loadAsync(await saveWorkbook(data));
  const change = async (path: string, work: (text: string) => string) =>
    zip.file(path, work((await zip.file(path)?.async("string")) ?? ""));

  const table = `${letters(beside)}${last + 31}:${letters(beside + 1)}${last + 34}`;
  zip.file(
    "xl/tables/table1.xml",
    `<table xmlns="${MAIN}" id="1" name="邻表" displayName="邻表" ref="${table}" totalsRowShown="0"><autoFilter ref="${table}"/><tableColumns count="2"><tableColumn id="1" name="事项"/><tableColumn id="2" name="数"/></tableColumns></table>`,
  );
  const noted = [
    [first, left],
    [first, beside],
    [last + 32, beside + 1],
  ] as const;
  zip.file(
    "xl/comments1.xml",
    `<comments xmlns="${MAIN}"><authors><author>办公室</author></authors><commentList>${noted.map(([row, column]) => `<comment ref="${letters(column)}${row + 1}" authorId="0"><text><t>请核对</t></text></comment>`).join("")}</commentList></comments>`,
  );
  const box = (row: number, column: number): string =>
    `<v:shape type="#_x0000_t202"><x:ClientData ObjectType="Note"><x:Anchor>${place(column)}, 15, ${row}, 2, ${place(column)}, 31, ${row + 4}, 1</x:Anchor><x:Row>${row}</x:Row><x:Column>${place(column)}</x:Column></x:ClientData></v:shape>`;
  zip.file(
    "xl/drawings/vmlDrawing1.vml",
    `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">${noted.map(([row, column]) => box(row, column)).join("")}</xml>`,
  );
  zip.file(
    "xl/worksheets/_rels/sheet1.xml.rels",
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${TYPES}/comments" Target="../comments1.xml"/><Relationship Id="rId2" Type="${TYPES}/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/><Relationship Id="rId3" Type="${TYPES}/table" Target="../tables/table1.xml"/></Relationships>`,
  );
  const filter = `<autoFilter ref="${letters(left)}${first}:${letters(left + 1)}${last + 1}"><filterColumn colId="1"><filters><filter val="示例"/></filters></filterColumn></autoFilter>`;
  const beyond = `<hyperlinks><hyperlink ref="${letters(beside)}${last + 33}" location="${letters(beside + 1)}${first + 1}" display="见"/></hyperlinks>`;
  const after = `<ignoredErrors><ignoredError sqref="${letters(beside)}${first + 1}:${letters(beside + 1)}${last + 1}" numberStoredAsText="1"/></ignoredErrors><legacyDrawing xmlns:r="${TYPES}" r:id="rId2"/><tableParts count="1"><tablePart xmlns:r="${TYPES}" r:id="rId3"/></tableParts>`;
  await change("xl/worksheets/sheet1.xml", (text) => {
    const filtered = text.replace(/(<\/sheetData>|<sheetData\/>)/, `$1${filter}`);
    const linked = filtered.replace(/(<printOptions|<pageMargins)/, `${beyond}$1`);
    return linked.replace("</worksheet>", `${after}</worksheet>`);
  });
  await change("[Content_Types].xml", (text) =>
    text.replace(
      "</Types>",
      `<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Override PartName="/xl/comments1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/><Override PartName="/xl/tables/table1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml"/></Types>`,
    ),
  );
  return zip.generateAsync({ type: "uint8array" });
}

/** Those parts of a file, word for word. */
export async function fileParts(bytes: Uint8Array): Promise<FileParts> {
  const zip = await JSZip.loadAsync(bytes);
  const text = async (path: string) => (await zip.file(path)?.async("string")) ?? "";
  const [sheet, notes, boxes, table] = await Promise.all(
    ["xl/worksheets/sheet1.xml", "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml", "xl/tables/table1.xml"].map(text),
  );
  const all = (part: string | undefined, pattern: RegExp) => [...part!.matchAll(pattern)].map(([found]) => found);
  return {
    filter: all(sheet, /<autoFilter.*?<\/autoFilter>/g),
    notes: all(notes, /<comment .*?<\/comment>/g),
    boxes: all(boxes, /<x:ClientData.*?<\/x:ClientData>/g),
    table: all(table, /<table .*<\/table>/g),
    links: all(sheet, /<hyperlinks>.*?<\/hyperlinks>/g),
    watched: all(sheet, /<ignoredErrors>.*?<\/ignoredErrors>/g),
  };
}
