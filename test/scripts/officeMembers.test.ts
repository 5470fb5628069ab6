import { join } from "node:path";
import {
  documentOf,
  documentOnDisk,
  inspect,
  unchecked,
  unserved,
  type Report,
} from "../../scripts/office-members/report";
import { compareVersions } from "../../scripts/office-members/typings";

const ROOT = join(__dirname, "../..");

describe("the add-in's use of Office.js", () => {
  let report: Report;
  beforeAll(() => {
    report = inspect(ROOT);
  });

  it("stays within the manifest's floor, or asks first", () => {
    expect(report.uses.length).toBeGreaterThan(50);
    expect(unchecked(report)).toEqual([]);
  });

  it("can be told from the code", () => {
    expect(report.unclear).toEqual([]);
  });

  it("is served without Excel", () => {
    expect(unserved(report)).toEqual([]);
  });

  it("meets a host that has no member of its own invention", () => {
    expect(report.served.unknown).toEqual([]);
  });

  it("is listed in docs/office-members.md (npm run office-members writes it)", () => {
    expect(documentOnDisk(ROOT)).toBe(documentOf(report));
  });
});

/** API sets as Microsoft's reference gives them: Range.getMergedAreasOrNullObject 1.13, Workbook.getActiveCell 1.7, Worksheet.getRange 1.1. */
const ADD_IN = `
import { supports } from "./support";
export async function newer(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<void> {
  const bare = sheet.getRange("A1").getMergedAreasOrNullObject();
  if (supports("1.13")) sheet.getRange("A2").getMergedAreasOrNullObject();
  if (!supports("1.13")) sheet.getRange("A3").getMergedAreasOrNullObject();
  if (supports("1.12")) sheet.getRange("A4").getMergedAreasOrNullObject();
  const some = supports("1.14") ? sheet.getRange("A5").getMergedAreasOrNullObject() : null;
  context.workbook.getActiveCell().load(["values", "format/fill/color"]);
  context.workbook.names.load("items/visible");
  sheet.pageLayout.set({ zoom: { horizontalFitToPages: 1 } });
  sheet.onChanged.add(async ({ triggerSource }) => { void triggerSource; });
  const names: string[] = [String(bare), String(some)];
  sheet.load(names);
}
export function later(sheet: Excel.Worksheet): void {
  if (!supports("1.13")) return;
  sheet.getRange("A6").getMergedAreasOrNullObject();
}
`;

const HOST = `
import { HostObject } from "../protocol/members";
export class RangeFill extends HostObject {
  #kept = "";
  get color(): string { return this.#kept; }
  get colour(): string { return this.#kept; }
  _onAccess(): void {}
  private secret(): void {}
  /** @host */
  paint(): void { this.secret(); }
}
export class Spreadsheet extends HostObject {}
/** @host */
export class Service extends HostObject {}
export class Ledger {}
`;

describe("the inspection itself", () => {
  let report: Report;
  beforeAll(() => {
    report = inspect(ROOT, { "src/excel/newer.sample.ts": ADD_IN, "src/host/api/fill.sample.ts": HOST });
  });
  const usedIn = (name: string): Report["uses"] =>
    report.uses.filter(
      ({ file, member }) => file === "src/excel/newer.sample.ts" && `${member.owner}.${member.name}` === name,
    );

  it("takes the set of each member from the typings", () => {
    const sets = [
      "Excel.Range.getMergedAreasOrNullObject",
      "Excel.Workbook.getActiveCell",
      "Excel.Worksheet.getRange",
    ].map((name) => usedIn(name)[0]!.member.set!.version);
    expect(sets).toEqual(["1.13", "1.7", "1.1"]);
  });

  it("sees what a load names, what a literal sets and what an event brings", () => {
    for (const name of [
      "Excel.Range.values",
      "Excel.RangeFill.color",
      "Excel.NamedItem.visible",
      "Excel.PageLayout.zoom",
      "Excel.PageLayoutZoomOptions.horizontalFitToPages",
      "Excel.WorksheetChangedEventArgs.triggerSource",
    ]) {
      expect([name, usedIn(name).length]).toEqual([name, 1]);
    }
    expect(report.unclear.map(({ code }) => code)).toEqual(["sheet.load(names)"]);
  });

  it("lets a newer member pass only where a check for its set surely came before", () => {
    const lines = ADD_IN.split("\n");
    const named = unchecked(report).flatMap((complaint) => /newer\.sample\.ts:(\d+)/.exec(complaint)?.[1] ?? []);
    expect(named.map((line) => /"(A\d)"|triggerSource/.exec(lines[Number(line) - 1]!)![0])).toEqual([
      '"A1"',
      '"A3"',
      '"A4"',
      "triggerSource",
    ]);
  });

  it("names what the host has and Office.js does not", () => {
    expect(report.served.unknown.filter((name) => name.includes(".sample."))).toEqual([
      "src/host/api/fill.sample.ts: RangeFill.colour",
      "src/host/api/fill.sample.ts: Spreadsheet",
    ]);
  });

  it("orders versions by their parts", () => {
    expect(["1.10", "BETA", "1.9", "1.1"].sort(compareVersions)).toEqual(["1.1", "1.9", "1.10", "BETA"]);
  });
});
