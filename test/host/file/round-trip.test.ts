import fc from "fast-check";
import type { Area, CellData, CellStyle, SheetData, WorkbookData } from "../../../src/host/workbook/data";
import { openWorkbook } from "../../../src/host/workbook/file/open";
import { saveWorkbook } from "../../../src/host/workbook/file/save";

/** Fixed, so that a failure can be had again. */
const SEED = 20250819;
const RUNS = 40;

const color = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => `#${number.toString(16).toUpperCase().padStart(6, "0")}`);
const text = fc.string({ unit: "binary", maxLength: 12 }).filter((one) => one !== "" && !/[\uD800-\uDFFF]/.test(one));
const line = fc.constantFrom(
  { style: "Continuous", weight: "Thin" } as const,
  { style: "Continuous", weight: "Hairline" } as const,
  { style: "Dash", weight: "Medium" } as const,
  { style: "Dot", weight: "Thin" } as const,
  { style: "Double", weight: "Thick" } as const,
);
const border = fc.tuple(line, color).map(([shape, shown]) => ({ ...shape, color: shown }));
const style: fc.Arbitrary<CellStyle> = fc
  .record(
    {
      bold: fc.constant(true),
      italic: fc.constant(true),
      underline: fc.constant(true),
      fill: color,
      horizontal: fc.constantFrom("Left", "Center", "Right", "Justify", "CenterAcrossSelection"),
      vertical: fc.constantFrom("Top", "Center", "Justify"),
      wrap: fc.constant(true),
      numberFormat: fc.constantFrom("0%", "0.00%", "@", '0.0"分"', "yyyy-mm-dd", '[Red]0;"—"'),
      borders: fc.record({ top: border, left: border }, { requiredKeys: ["top"] }),
    },
    { requiredKeys: [] },
  )
  .chain((some) =>
    fc
      .tuple(fc.constantFrom("宋体", "仿宋_GB2312", "Arial"), fc.constantFrom(9, 10.5, 11, 22), color)
      .map(([fontName, fontSize, shown]) => ({ ...some, fontName, fontSize, color: shown })),
  );
const value: fc.Arbitrary<CellData> = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => ({ value: one === 0 ? 0 : one })),
  text.map((one) => ({ value: one })),
  fc.boolean().map((one) => ({ value: one })),
  fc.constantFrom("#N/A", "#DIV/0!").map((one) => ({ value: one, error: true })),
  fc
    .tuple(text, fc.constantFrom("=A1+1", '=IF(B2<"甲&乙",1,"")', "='附件 2'!$C$3"))
    .map(([one, formula]) => ({ value: one, formula })),
);
const cell = fc.tuple(value, style).map(([some, look]): CellData => ({ ...some, style: look }));
const area = fc
  .tuple(fc.nat(40), fc.nat(20), fc.nat(3), fc.nat(3))
  .map(([firstRow, firstColumn, rows, columns]): Area => ({
    firstRow,
    firstColumn,
    lastRow: firstRow + rows,
    lastColumn: firstColumn + columns,
  }));
const points = fc.integer({ min: 4, max: 300 }).map((pixels) => pixels * 0.75);
const part = fc.string({ unit: fc.constantFrom("甲", "乙", " ", "1", "&P", "&&"), maxLength: 6 });
const header = fc.record({ left: part, center: part, right: part });

const sheet: fc.Arbitrary<Omit<SheetData, "name">> = fc.record({
  visibility: fc.constant("Visible" as const),
  protected: fc.boolean(),
  cells: fc.dictionary(
    fc.nat(60).map(String),
    fc.dictionary(fc.nat(30).map(String), cell, { minKeys: 1, maxKeys: 5 }),
    { maxKeys: 8 },
  ) as unknown as fc.Arbitrary<SheetData["cells"]>,
  merges: fc.array(
    area.filter((one) => one.firstRow !== one.lastRow),
    { maxLength: 3 },
  ),
  columns: fc.dictionary(
    fc.nat(40).map(String),
    fc.oneof(fc.record({ width: points }), fc.record({ width: points, hidden: fc.constant(true) })),
    { maxKeys: 6 },
  ) as unknown as fc.Arbitrary<SheetData["columns"]>,
  rows: fc.dictionary(
    fc.nat(60).map(String),
    fc.oneof(fc.record({ height: points }), fc.record({ hidden: fc.constant(true) })),
    { maxKeys: 6 },
  ) as unknown as fc.Arbitrary<SheetData["rows"]>,
  defaultColumnWidth: points,
  defaultRowHeight: points,
  frozen: fc.record({ rows: fc.nat(5), columns: fc.nat(5) }),
  conditionalFormats: fc.array(
    fc.record({
      areas: fc.array(area, { minLength: 1, maxLength: 3 }),
      formula: fc.constantFrom('=AND(N("标记")=0,$A1<1)', '=A1<>"甲"'),
      format: fc.record(
        { bold: fc.boolean(), color, fill: color, borders: fc.record({ bottom: border }) },
        { requiredKeys: [] },
      ),
      stopIfTrue: fc.boolean(),
    }),
    { maxLength: 4 },
  ),
  validations: fc.array(
    fc.record({
      areas: fc.array(area, { minLength: 1, maxLength: 2 }),
      rule: fc.constantFrom(
        { type: "WholeNumber" as const, operator: "Between", formula1: 0, formula2: "=$C5" },
        { type: "WholeNumber" as const, operator: "GreaterThanOrEqualTo", formula1: -3 },
        { type: "List" as const, source: '是, "否",<不清楚>', inCellDropDown: true },
        { type: "List" as const, source: "='附件 2'!$A$1:$A$9", inCellDropDown: false },
      ),
      ignoreBlanks: fc.boolean(),
      errorAlert: fc.record({
        title: fc.constantFrom("", "填报有误"),
        message: fc.constantFrom("", "请填\n整数"),
        style: fc.constantFrom("Stop" as const, "Warning" as const, "Information" as const),
        showAlert: fc.boolean(),
      }),
      prompt: fc.record({
        title: fc.constantFrom("", "提示"),
        message: fc.constantFrom("", '<只填>"整数"'),
        showPrompt: fc.boolean(),
      }),
    }),
    { maxLength: 3 },
  ),
  page: fc.record(
    {
      orientation: fc.constantFrom("Portrait" as const, "Landscape" as const),
      paperSize: fc.constantFrom("A4", "A3", "Letter", "B5"),
      zoom: fc.oneof(
        fc.record({ scale: fc.integer({ min: 10, max: 400 }) }),
        fc.record(
          { horizontalFitToPages: fc.integer({ min: 1, max: 3 }), verticalFitToPages: fc.integer({ min: 1, max: 9 }) },
          { requiredKeys: [] },
        ),
      ),
      margins: fc.record({ left: points, right: points, top: points, bottom: points, header: points, footer: points }),
      centerHorizontally: fc.boolean(),
      centerVertically: fc.boolean(),
      header,
      footer: header,
      printArea: fc.array(area, { minLength: 1, maxLength: 2 }),
      titleRows: fc.constant({ first: 2, last: 3 }),
      titleColumns: fc.constant({ first: 0, last: 1 }),
    },
    {
      requiredKeys: [
        "orientation",
        "paperSize",
        "zoom",
        "margins",
        "centerHorizontally",
        "centerVertically",
        "header",
        "footer",
      ],
    },
  ),
});

const workbook: fc.Arbitrary<WorkbookData> = fc
  .tuple(
    sheet,
    sheet,
    fc.dictionary(
      fc.constantFrom("规则", "b", "c"),
      fc.jsonValue().filter((one) => !JSON.stringify(one).includes("\\u")),
      { maxKeys: 2 },
    ),
  )
  .map(([first, second, settings]) => ({
    sheets: [
      { ...first, name: "附件 2" },
      { ...second, name: "It's" },
    ],
    activeSheet: "It's",
    names: [
      { name: "点数", formula: "=0.1", visible: false },
      { name: "点数", sheet: "It's", formula: "='It''s'!$A:$A", visible: true, comment: "说明" },
    ],
    settings,
  }));

/** Without what a file keeps for itself. */
const bare = (data: WorkbookData): unknown =>
  JSON.parse(JSON.stringify(data, (key, one: unknown) => (key === "keep" ? undefined : one)));

test("any workbook comes back from a file of its own, and from the file it was opened from", async () => {
  await fc.assert(
    fc.asyncProperty(workbook, async (data) => {
      const first = await openWorkbook(await saveWorkbook(data));
      expect(bare(first.data)).toEqual(bare(data));
      const second = await openWorkbook(await saveWorkbook(first.data, first.origin));
      expect(second.data).toEqual(first.data);
    }),
    { seed: SEED, numRuns: RUNS },
  );
});

test("one workbook written into the file of another is that one", async () => {
  await fc.assert(
    fc.asyncProperty(workbook, workbook, async (before, after) => {
      const { origin } = await openWorkbook(await saveWorkbook(before));
      const foreign = bare(after) as WorkbookData;
      expect(bare((await openWorkbook(await saveWorkbook(foreign, origin))).data)).toEqual(foreign);
    }),
    { seed: SEED, numRuns: RUNS },
  );
});
