import { startExcel } from "../../src/host/boot/node";
import { workbookOf } from "./workbooks";

test("a sheet is read in one round trip", async () => {
  const host = await startExcel(
    workbookOf([
      ["部门", "主项数"],
      ["威远县交通运输局", 185],
      ["合计", "=SUM(B2:B2)"],
    ]),
  );
  const read = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    const used = sheet.getUsedRangeOrNullObject(true);
    sheet.load({ name: true, id: true });
    used.load("address,values,formulas,text,numberFormat,rowIndex,columnIndex");
    context.workbook.load("readOnly");
    sheet.protection.load("protected");
    await context.sync();
    return {
      name: sheet.name,
      id: sheet.id,
      address: used.address,
      values: used.values,
      formulas: used.formulas,
      text: used.text,
      readOnly: context.workbook.readOnly,
      isProtected: sheet.protection.protected,
    };
  });
  expect(read).toEqual({
    name: "附件2",
    id: "{00000000-0001-0000-0000-000000000000}",
    address: "附件2!A1:B3",
    values: [
      ["部门", "主项数"],
      ["威远县交通运输局", 185],
      ["合计", 185],
    ],
    formulas: [
      ["部门", "主项数"],
      ["威远县交通运输局", 185],
      ["合计", "=SUM(B2:B2)"],
    ],
    text: [
      ["部门", "主项数"],
      ["威远县交通运输局", "185"],
      ["合计", "185"],
    ],
    readOnly: false,
    isProtected: false,
  });
  expect(host.workRequests).toHaveLength(1);
  expect(host.requests.filter((request) => request.cleanUp)).toHaveLength(1);
  host.close();
});

test("formulas written are computed before they are read in the same request", async () => {
  const host = await startExcel(
    workbookOf([
      [194, 0.5, 97],
      [185, 0.5, 92],
    ]),
  );
  const values = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.names.add("监管_每项扣分", "=0.1");
    const range = sheet.getRange("D1:E2");
    range.formulas = [
      ["=MAX(0,ROUNDUP(A1*B1,0)-C1)", "=D1*监管_每项扣分"],
      ["=MAX(0,ROUNDUP(A2*B2,0)-C2)", "=D2*监管_每项扣分"],
    ];
    range.load("values");
    await context.sync();
    return range.values;
  });
  // ⌈0.5 × 194⌉ − 97 = 0, ⌈0.5 × 185⌉ − 92 = 1
  expect(values).toEqual([
    [0, 0],
    [1, 0.1],
  ]);
  expect(host.workRequests).toHaveLength(1);
  host.close();
});
