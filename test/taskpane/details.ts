import type { Recalculated } from "../../src/actions";
import type { DepartmentFindings, MainItem } from "../../src/core/detail/findings";
import type { DetailReport } from "../../src/core/detail/report";
import type { ImportPreview } from "../../src/session/actions";
import { DEPARTMENTS, RESULT } from "./results";

export const PREVIEW: ImportPreview = {
  done: true,
  kinds: [
    { kind: "officers", files: ["名册.xlsx"], rows: 12, added: 5, updated: 3, identical: 4, sheet: "执法人员名册" },
  ],
  unknownDepartments: [{ name: "县运管所", kind: "officers", rows: 2, address: "名册!A5" }],
  problems: [{ code: "DEPARTMENT_TWICE", severity: "warning", address: "名册!A9", message: "有一行重复。" }],
  imported: { kinds: [], problems: [] },
  requests: 3,
};

const item = (n: number): MainItem => ({ name: `对客运的监管${n}`, code: `XK-${n}`, address: `监管事项明细!B${n}` });
const items = (n: number): MainItem[] => Array.from({ length: n }, (_, index) => item(index + 5));

const findings = (row: number, name: string, more: Partial<DepartmentFindings> = {}): DepartmentFindings => ({
  row,
  name,
  mainItems: null,
  directoryDone: null,
  implementationDone: null,
  covered: null,
  officers: null,
  onboarded: null,
  incompleteDirectory: [],
  incompleteImplementation: [],
  uncovered: [],
  missingOfficers: [],
  staleAccounts: [],
  ...more,
});

const OF_TRANSPORT: Partial<DepartmentFindings> = {
  mainItems: 185,
  directoryDone: 180,
  covered: 92,
  officers: 40,
  onboarded: 38,
  incompleteDirectory: items(5),
  uncovered: items(93),
  missingOfficers: [
    { name: "张三", certificate: "51100012345678", reason: "noAccount", address: "执法人员名册!B7" },
    { name: "李四", certificate: null, reason: "shouldCancel", address: "执法人员名册!B8" },
  ],
  staleAccounts: [{ name: "王五", certificate: "51100099999999", address: "监管平台账号!B3" }],
};

export const DETAIL: DetailReport = {
  sheets: [
    {
      sheet: "监管事项明细",
      sheetId: "{2}",
      kind: "items",
      used: true,
      rows: 1200,
      headers: [
        { column: 0, text: "部门" },
        { column: 1, text: "主项名称" },
        { column: 27, text: "实施情况" },
      ],
      columns: { department: 0, mainItem: 1 },
    },
    {
      sheet: "人员",
      sheetId: "{3}",
      kind: "officers",
      used: false,
      rows: 40,
      headers: [{ column: 0, text: "姓名" }],
      columns: { name: 0 },
    },
  ],
  departments: DEPARTMENTS.map(({ row, name }) => findings(row, name, name === "威远县交通运输局" ? OF_TRANSPORT : {})),
  unknownDepartments: [
    { name: "县运管所", kind: "items", rows: 3, address: "监管事项明细!A9" },
    { name: "县运管所", kind: "officers", rows: 2, address: "人员!A4" },
  ],
  unknownWords: [{ field: "implementationState", word: "基本完备", rows: 4, address: "监管事项明细!G9" }],
  knownWords: [
    { field: "directoryState", word: "已发布", means: "yes" },
    { field: "directoryState", word: "已编辑", means: "no" },
  ],
  nextSteps: [
    { department: 5, indicator: "officers", needed: 6, saves: 300, perDay: 3 },
    { department: 1, indicator: "officers", needed: 1, saves: 50, perDay: 1 },
    { department: 1, indicator: "coverage", needed: 1, saves: 10, perDay: null },
    ...Array.from({ length: 9 }, (_, index) => ({
      department: index % 7,
      indicator: index < 7 ? ("directory" as const) : ("implementation" as const),
      needed: 2,
      saves: 20,
      perDay: 1,
    })),
  ],
};

export const DETAILED: Recalculated = { ...RESULT, detail: DETAIL };
