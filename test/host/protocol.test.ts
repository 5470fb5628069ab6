import { startExcel } from "../../src/host/boot/node";
import type { Host } from "../../src/host/host";
import { isSetSupported } from "../../src/host/boot/office";
import type { RequestBody } from "../../src/host/protocol/messages";
import { workbookOf } from "./workbooks";

let host: Host;
afterEach(() => host?.close());

/** Paths as office.js numbers them: 1 workbook, 2 worksheets, 3 the active sheet, then those of the test. */
const request = (paths: RequestBody["ObjectPaths"], actions: object[]): RequestBody => ({
  Actions: actions.map((action, index) => ({ Id: index + 100, Name: "", ...action })) as RequestBody["Actions"],
  ObjectPaths: {
    1: { Id: 1, ObjectPathType: 1, Name: "" },
    2: { Id: 2, ObjectPathType: 4, Name: "Worksheets", ParentObjectPathId: 1 },
    3: { Id: 3, ObjectPathType: 3, Name: "GetActiveWorksheet", ParentObjectPathId: 2, ArgumentInfo: { Arguments: [] } },
    ...paths,
  },
});

describe("on the wire", () => {
  beforeEach(async () => {
    host = await startExcel(
      workbookOf([
        ["名称", 1],
        ["a", 2],
      ]),
    );
  });

  test("loads answer in capitals, nested as asked, with what identifies the object", async () => {
    const range = {
      Id: 5,
      ObjectPathType: 3,
      Name: "GetRange",
      ParentObjectPathId: 3,
      ArgumentInfo: { Arguments: ["A1:B1"] },
    };
    const answer = await host.answer(
      request({ 5: range }, [
        { ActionType: 1, ObjectPathId: 3 },
        { ActionType: 3, Name: "_KeepReference", ObjectPathId: 5, ArgumentInfo: { Arguments: [] } },
        {
          ActionType: 2,
          ObjectPathId: 5,
          QueryInfo: { Select: ["address", "Values", "format/fill/color", "worksheet/name"] },
        },
        { ActionType: 5, Name: "Trace", ObjectPathId: 0 },
      ]),
    );
    expect(answer).toEqual({
      Results: [
        { ActionId: 100, Value: { Id: "{00000000-0001-0000-0000-000000000000}" } },
        { ActionId: 101, Value: null },
        {
          ActionId: 102,
          Value: {
            _ReferenceId: "ref1",
            Address: "附件2!A1:B1",
            Values: [["名称", 1]],
            Format: { Fill: { Color: "#FFFFFF" } },
            Worksheet: { Id: "{00000000-0001-0000-0000-000000000000}", Name: "附件2" },
          },
        },
        { ActionId: 103, Value: null },
      ],
      TraceIds: [103],
    });
  });

  test("a kept object is found by its reference until it is let go", async () => {
    const range = {
      Id: 5,
      ObjectPathType: 3,
      Name: "GetRange",
      ParentObjectPathId: 3,
      ArgumentInfo: { Arguments: ["A2"] },
    };
    await host.answer(
      request({ 5: range }, [
        { ActionType: 3, Name: "_KeepReference", ObjectPathId: 5, ArgumentInfo: { Arguments: [] } },
      ]),
    );
    const kept = { 6: { Id: 6, ObjectPathType: 6, Name: "ref1" } };
    const load = { ActionType: 2, ObjectPathId: 6, QueryInfo: { Select: ["values"] } };
    expect((await host.answer(request(kept, [load]))).Results[0]!.Value).toMatchObject({ Values: [["a"]] });
    await host.answer(
      request({}, [
        { ActionType: 3, Name: "_RemoveReference", ObjectPathId: 1, ArgumentInfo: { Arguments: ["ref1"] } },
      ]),
    );
    expect((await host.answer(request(kept, [load]))).Error).toMatchObject({
      Code: "GeneralException",
      ActionIndex: 0,
    });
    expect(host.requests.map((logged) => logged.cleanUp)).toEqual([false, false, true, false]);
  });

  test("a collection answers its items, a page of them if asked", async () => {
    host.workbook.addSheet("二");
    host.workbook.addSheet("三");
    const answer = await host.answer(
      request({}, [{ ActionType: 2, ObjectPathId: 2, QueryInfo: { Select: ["items/name"], Skip: 1, Top: 1 } }]),
    );
    expect(answer.Results[0]!.Value).toEqual({
      _Items: [{ Id: "{00000000-0001-0000-0100-000000000000}", Name: "二" }],
    });
  });

  test("below a null object everything is null", async () => {
    const paths = {
      5: {
        Id: 5,
        ObjectPathType: 3,
        Name: "GetItemOrNullObject",
        ParentObjectPathId: 2,
        ArgumentInfo: { Arguments: ["没有"] },
      },
      6: { Id: 6, ObjectPathType: 3, Name: "GetRange", ParentObjectPathId: 5, ArgumentInfo: { Arguments: ["A1"] } },
    };
    const answer = await host.answer(
      request(paths, [
        { ActionType: 1, ObjectPathId: 5 },
        { ActionType: 2, ObjectPathId: 6, QueryInfo: { Select: ["values"] } },
        { ActionType: 3, Name: "Activate", ObjectPathId: 5, ArgumentInfo: { Arguments: [] } },
      ]),
    );
    expect(answer.Results.map((result) => result.Value)).toEqual([null, null, { _IsNull: true }]);
  });

  test("what is not implemented says so, method, property, setting and path", async () => {
    const range = {
      Id: 5,
      ObjectPathType: 3,
      Name: "GetRange",
      ParentObjectPathId: 3,
      ArgumentInfo: { Arguments: ["A1"] },
    };
    const region = {
      Id: 6,
      ObjectPathType: 3,
      Name: "GetSurroundingRegion",
      ParentObjectPathId: 5,
      ArgumentInfo: { Arguments: [] },
    };
    const failing = [
      [{ ActionType: 1, ObjectPathId: 6 }, "Range.getSurroundingRegion() is not implemented by the host"],
      [
        { ActionType: 3, Name: "AutoFill", ObjectPathId: 5, ArgumentInfo: { Arguments: [] } },
        "Range.autoFill() is not implemented by the host",
      ],
      [
        { ActionType: 2, ObjectPathId: 5, QueryInfo: { Select: ["hyperlink"] } },
        "Range.hyperlink is not implemented by the host",
      ],
      [
        { ActionType: 4, Name: "Hyperlink", ObjectPathId: 5, ArgumentInfo: { Arguments: ["x"] } },
        "Range.hyperlink (set) is not implemented by the host",
      ],
      [
        { ActionType: 3, Name: "Constructor", ObjectPathId: 5, ArgumentInfo: { Arguments: [] } },
        "Range.constructor() is not implemented by the host",
      ],
      [
        { ActionType: 2, ObjectPathId: 5, QueryInfo: { Select: ["toString"] } },
        "Range.toString is not implemented by the host",
      ],
    ] as const;
    for (const [action, message] of failing) {
      expect((await host.answer(request({ 5: range, 6: region }, [action]))).Error).toMatchObject({
        Code: "ApiNotFound",
        Message: message,
      });
    }
  });

  test("what came before a failing action stays done and is answered", async () => {
    const cell = (id: number, address: string) => ({
      Id: id,
      ObjectPathType: 3,
      Name: "GetRange",
      ParentObjectPathId: 3,
      ArgumentInfo: { Arguments: [address] },
    });
    const write = (path: number, values: unknown) => ({
      ActionType: 4,
      Name: "Values",
      ObjectPathId: path,
      ArgumentInfo: { Arguments: [values] },
    });
    const answer = await host.answer(
      request({ 5: cell(5, "A1"), 6: cell(6, "没有!A1"), 7: cell(7, "A2") }, [
        write(5, [["b"]]),
        write(6, [["c"]]),
        write(7, [["d"]]),
      ]),
    );
    expect(answer).toMatchObject({
      Error: { Code: "InvalidArgument", HttpStatusCode: 400, ActionIndex: 1, Location: "Worksheet.getRange" },
      Results: [{ ActionId: 100 }],
    });
    const { cells } = (await host.workbook.toData()).sheets[0]!;
    expect([cells[0]![0]!.value, cells[1]![0]!.value]).toEqual(["b", "a"]);
  });

  test("an update sets properties in depth", async () => {
    const range = {
      Id: 5,
      ObjectPathType: 3,
      Name: "GetRange",
      ParentObjectPathId: 3,
      ArgumentInfo: { Arguments: ["A1"] },
    };
    await host.answer(
      request({ 5: range }, [
        {
          ActionType: 9,
          ObjectPathId: 5,
          ObjectState: { values: [["c"]], format: { fill: { color: "#FF0000" }, font: { bold: true } } },
        },
      ]),
    );
    expect((await host.workbook.toData()).sheets[0]!.cells[0]![0]).toEqual({
      value: "c",
      style: { fill: "#FF0000", bold: true },
    });
  });
});

describe("failures reach the add-in as Excel's", () => {
  const write = (): Promise<void> =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange("A1").values = [[2]];
      await context.sync();
    });
  const value = async (): Promise<unknown> => (await host.workbook.toData()).sheets[0]!.cells[0]![0]!.value;

  test("a protected sheet", async () => {
    const data = workbookOf([[1]]);
    data.sheets[0]!.protected = true;
    host = await startExcel(data);
    await expect(write()).rejects.toMatchObject({ code: "AccessDenied" });
    expect(await value()).toBe(1);
  });

  test("a cell being edited", async () => {
    host = await startExcel(workbookOf([[1]]));
    host.cellBeingEdited = true;
    await expect(write()).rejects.toMatchObject({ code: "InvalidOperationInCellEditMode" });
    host.cellBeingEdited = false;
    await write();
    expect(await value()).toBe(2);
  });

  test("a failure that a test asked for, once, where it asked for it", async () => {
    host = await startExcel(workbookOf([[1]]));
    host.failNext({
      request: 1,
      action: (action) => action.Name === "Values",
      code: "GeneralException",
      message: "broken",
    });
    await write();
    await expect(write()).rejects.toMatchObject({ code: "GeneralException", message: "broken" });
    await write();
    expect(host.workRequests.map((logged) => logged.error)).toEqual([undefined, "GeneralException", undefined]);
  });

  test("a sheet that is not there, with the place in debugInfo", async () => {
    host = await startExcel(workbookOf([[1]]));
    const missing = Excel.run(async (context) => {
      context.workbook.worksheets.getItem("没有").load("name");
      await context.sync();
    });
    await expect(missing).rejects.toMatchObject({
      code: "ItemNotFound",
      debugInfo: { errorLocation: "WorksheetCollection.getItem" },
    });
  });

  test("read-only is told, and writing is still possible as in Excel", async () => {
    host = await startExcel(workbookOf([[1]]));
    host.readOnly = true;
    await Excel.run(async (context) => {
      context.workbook.load("readOnly");
      await context.sync();
      expect(context.workbook.readOnly).toBe(true);
    });
    await write();
  });
});

describe("API sets", () => {
  test("versions compare part by part", () => {
    expect(isSetSupported({ ExcelApi: "1.15" }, "ExcelApi", "1.9")).toBe(true);
    expect(isSetSupported({ ExcelApi: "1.9" }, "ExcelApi", "1.13")).toBe(false);
    expect(isSetSupported({ ExcelApi: "1.9" }, "Other", "1.1")).toBe(false);
  });

  test("office.js refuses above the set that the host claims", async () => {
    host = await startExcel(workbookOf([[1]]), { apiSets: { ExcelApi: "1.9" } });
    expect(Office.context.requirements.isSetSupported("ExcelApi", "1.9")).toBe(true);
    expect(Office.context.requirements.isSetSupported("ExcelApi", "1.13")).toBe(false);
    const merged = (): Promise<void> =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getActiveWorksheet().getRange("A1").getMergedAreasOrNullObject().load("address");
        await context.sync();
      });
    await expect(merged()).rejects.toMatchObject({ code: "ApiNotFound" });
    host = await startExcel(workbookOf([[1]]));
    await merged();
  });

  test("Office is ready at once", async () => {
    host = await startExcel(workbookOf([[1]]));
    expect(await Office.onReady()).toEqual({ host: "Excel", platform: "PC" });
  });
});
