import { startExcel } from "../../src/host/boot/node";
import type { Host } from "../../src/host/host";
import { workbookOf } from "./workbooks";

let host: Host;
afterEach(() => host.close());

const onSheet = <T>(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>): Promise<T> =>
  Excel.run((context) => work(context.workbook.worksheets.getActiveWorksheet(), context));

/** What a range shows after something was written to it. */
async function written(
  address: string,
  values: (string | number | boolean | null)[][],
): Promise<Pick<Excel.Range, "values" | "formulas" | "text" | "numberFormat" | "valueTypes">> {
  return onSheet(async (sheet, context) => {
    const range = sheet.getRange(address);
    range.values = values;
    range.load("values,formulas,text,numberFormat,valueTypes");
    await context.sync();
    return range;
  });
}

test.each([
  ["=1+1", 2, "=1+1", "2", "General", "Double"],
  ["-A2", -5, "=-A2", "-5", "General", "Double"],
  ["+A2", 5, "=A2", "5", "General", "Double"],
  ["'=1+1", "=1+1", "=1+1", "=1+1", "General", "String"],
  ["'0123", "0123", "0123", "0123", "General", "String"],
  ["35", 35, 35, "35", "General", "Double"],
  ["-5.50", -5.5, -5.5, "-5.5", "General", "Double"],
  ["35%", 0.35, 0.35, "35%", "0%", "Double"],
  ["35.5%", 0.355, 0.355, "35.50%", "0.00%", "Double"],
  ["—", "—", "—", "—", "General", "String"],
  ["３５", "３５", "３５", "３５", "General", "String"],
  ["true", true, true, "TRUE", "General", "Boolean"],
  ["", "", "", "", "General", "Empty"],
  ["#N/A", "#N/A", "#N/A", "#N/A", "General", "Error"],
  [0.1 + 0.2, 0.1 + 0.2, 0.1 + 0.2, "0.3", "General", "Double"],
])("%j written to a General cell", async (value, raw, formula, text, format, type) => {
  host = await startExcel(workbookOf([["", 1], [5]]));
  const range = await written("A1", [[value]]);
  expect([
    range.values[0]![0],
    range.formulas[0]![0],
    range.text[0]![0],
    range.numberFormat[0]![0],
    range.valueTypes[0]![0],
  ]).toEqual([raw, formula, text, format, type]);
});

test("a cell formatted as text keeps text", async () => {
  host = await startExcel(workbookOf([]));
  const range = await onSheet(async (sheet, context) => {
    const cells = sheet.getRange("A1:B1");
    cells.numberFormat = [["@", "@"]];
    cells.values = [["35%", "=1+1"]];
    cells.load("values,text,formulas");
    await context.sync();
    return cells;
  });
  expect(range.values).toEqual([["35%", "=1+1"]]);
  expect(range.formulas).toEqual([["35%", "=1+1"]]);
});

test("null leaves a cell, an empty string clears it", async () => {
  host = await startExcel(workbookOf([[1, "=1+1", 3]]));
  expect((await written("A1:C1", [[null, null, ""]])).formulas).toEqual([[1, "=1+1", ""]]);
});

test.each([[[[1, 2]]], [[[1], [2]]], [[[1, 2], [3]]]])("an array of another shape is refused", async (values) => {
  host = await startExcel(workbookOf([]));
  await expect(written("A1:B2", values)).rejects.toMatchObject({ code: "InvalidArgument" });
});

test("more cells than office.js sends at once arrive whole", async () => {
  host = await startExcel(workbookOf([]));
  const values = Array.from({ length: 400 }, (_, row) => Array.from({ length: 5 }, (_, column) => row * 5 + column));
  expect((await written("A1:E400", values)).values).toEqual(values);
});

test("the used range counts formats unless only values are asked for", async () => {
  host = await startExcel(
    workbookOf([
      ["", ""],
      ["", 7],
    ]),
  );
  const found = await onSheet(async (sheet, context) => {
    sheet.getRange("D5").format.fill.color = "#FF0000";
    const [all, values] = [sheet.getUsedRange(), sheet.getUsedRange(true)];
    all.load("address");
    values.load("address");
    await context.sync();
    return [all.address, values.address];
  });
  expect(found).toEqual(["附件2!B2:D5", "附件2!B2"]);
});

test("a blank sheet uses A1, or nothing", async () => {
  host = await startExcel(workbookOf([]));
  const found = await onSheet(async (sheet, context) => {
    const [used, none] = [sheet.getUsedRange(), sheet.getUsedRangeOrNullObject(true)];
    used.load("address");
    none.load("address");
    await context.sync();
    return [used.address, none.isNullObject];
  });
  expect(found).toEqual(["附件2!A1", true]);
});

test("formats are read back, null where cells differ", async () => {
  host = await startExcel(
    workbookOf([
      [1, 2],
      [3, 4],
    ]),
  );
  const found = await onSheet(async (sheet, context) => {
    const range = sheet.getRange("A1:B2");
    range.format.fill.color = "#ffc7ce";
    range.format.font.set({ name: "仿宋", size: 12, bold: true, color: "#9C0006" });
    range.format.horizontalAlignment = "Center";
    range.format.wrapText = true;
    range.format.columnWidth = 60;
    range.format.rowHeight = 30;
    for (const edge of ["EdgeTop", "InsideVertical"] as const) range.format.borders.getItem(edge).style = "Continuous";
    const one = sheet.getRange("B2");
    one.format.fill.clear();
    const mixed = sheet.getRange("A1:B2");
    range.load(
      "format/font/name,format/font/size,format/font/bold,format/font/color,format/horizontalAlignment,format/verticalAlignment,format/wrapText,format/columnWidth,format/rowHeight",
    );
    mixed.load("format/fill/color");
    one.load("format/fill/color");
    const edges = ["EdgeTop", "EdgeBottom", "InsideVertical", "InsideHorizontal"].map((edge) =>
      range.format.borders.getItem(edge as "EdgeTop"),
    );
    edges.forEach((edge) => edge.load("style,weight,color"));
    await context.sync();
    const { font } = range.format;
    return {
      font: [font.name, font.size, font.bold, font.color],
      format: [
        range.format.horizontalAlignment,
        range.format.verticalAlignment,
        range.format.wrapText,
        range.format.columnWidth,
        range.format.rowHeight,
      ],
      fill: [mixed.format.fill.color, one.format.fill.color],
      edges: edges.map((edge) => `${edge.style} ${edge.weight} ${edge.color}`),
    };
  });
  expect(found).toEqual({
    font: ["仿宋", 12, true, "#9C0006"],
    format: ["Center", "Bottom", true, 60, 30],
    fill: [null, "#FFFFFF"],
    edges: ["Continuous Thin #000000", "None Thin #000000", "Continuous Thin #000000", "None Thin #000000"],
  });
});

test("merging keeps the first cell and is told apart", async () => {
  host = await startExcel(
    workbookOf([
      ["标题", "x"],
      [1, 2],
    ]),
  );
  const found = await onSheet(async (sheet, context) => {
    sheet.getRange("A1:B1").merge();
    sheet.getRange("B1").values = [["nobody sees this"]];
    const merged = sheet.getRange("A1:B2").getMergedAreasOrNullObject();
    const inner = sheet.getRange("B1:B2").getMergedAreasOrNullObject();
    const range = sheet.getRange("A1:B2");
    merged.load("address,areaCount,areas/items/address");
    inner.load("address");
    range.load("values");
    await context.sync();
    return {
      address: merged.address,
      count: merged.areaCount,
      areas: merged.areas.items.map((area) => area.address),
      inner: inner.isNullObject,
      values: range.values,
    };
  });
  expect(found).toEqual({
    address: "附件2!A1:B1",
    count: 1,
    areas: ["附件2!A1:B1"],
    inner: true,
    values: [
      ["标题", ""],
      [1, 2],
    ],
  });
});

test("clearing formats takes rules and merges, clearing contents leaves them", async () => {
  host = await startExcel(workbookOf([[1, 2]]));
  const found = await onSheet(async (sheet, context) => {
    const range = sheet.getRange("A1:B1");
    range.format.fill.color = "#FF0000";
    range.conditionalFormats.add("Custom").custom.rule.formula = "=A1>1";
    range.clear("Contents");
    range.load("values,format/fill/color");
    const before = range.conditionalFormats.getCount();
    await context.sync();
    const first = [range.values, range.format.fill.color, before.value];
    range.clear("Formats");
    range.load("format/fill/color");
    const after = range.conditionalFormats.getCount();
    await context.sync();
    return [...first, range.format.fill.color, after.value];
  });
  expect(found).toEqual([[["", ""]], "#FF0000", 1, "#FFFFFF", 0]);
});

test("ranges lead to others", async () => {
  host = await startExcel(
    workbookOf([
      [1, 2, 3],
      [4, 5, 6],
    ]),
  );
  const found = await onSheet(async (sheet, context) => {
    const range = sheet.getRange("B2:C3");
    const others = [
      range.getEntireColumn(),
      range.getEntireRow(),
      range.getOffsetRange(1, -1),
      range.getCell(0, 1),
      range.getRow(1),
      range.getColumn(0),
      range.getBoundingRect("A1"),
      range.getResizedRange(1, 0),
      range.getIntersection("C1:C2"),
      sheet.getRangeByIndexes(0, 1, 2, 2),
      sheet.getCell(4, 3),
      sheet.getRange("H:T"),
      sheet.getRange(),
    ];
    const none = range.getIntersectionOrNullObject("A1");
    others.forEach((other) => other.load("address"));
    none.load("address");
    await context.sync();
    return [...others.map((other) => other.address.replace("附件2!", "")), none.isNullObject];
  });
  expect(found).toEqual([
    "B:C",
    "2:3",
    "A3:B4",
    "C2",
    "B3:C3",
    "B2:B3",
    "A1:C3",
    "B2:C4",
    "C2",
    "B1:C2",
    "D5",
    "H:T",
    "1:1048576",
    true,
  ]);
});

test("what is selected can be asked for", async () => {
  host = await startExcel(workbookOf([[1]]));
  const address = await onSheet(async (sheet, context) => {
    sheet.getRange("B3:C4").select();
    const selected = context.workbook.getSelectedRange();
    selected.load("address");
    await context.sync();
    return selected.address;
  });
  expect(address).toBe("附件2!B3:C4");
});

test("hidden rows and columns", async () => {
  host = await startExcel(workbookOf([[1, 2]]));
  const found = await onSheet(async (sheet, context) => {
    sheet.getRange("B:B").columnHidden = true;
    sheet.getRange("1:1").rowHidden = true;
    const [b, ab, one] = [sheet.getRange("B1"), sheet.getRange("A1:B1"), sheet.getRange("A1")];
    b.load("columnHidden");
    ab.load("columnHidden");
    one.load("rowHidden");
    await context.sync();
    return [b.columnHidden, ab.columnHidden, one.rowHidden];
  });
  expect(found).toEqual([true, null, true]);
});
