import fc from "fast-check";
import { DEFAULT_RULES } from "../../../src/core/assess/rules";
import type { RawValue } from "../../../src/core/cells/grid";
import { DepartmentNames } from "../../../src/core/detail/departments";
import type { DetailSheet } from "../../../src/core/detail/detailSheet";
import { AccountRoster, OfficerRoster, compareRosters } from "../../../src/core/detail/officers";
import { recognise } from "../../../src/core/table/recognise";
import type { TaskTable } from "../../../src/core/table/taskTable";
import { percent, tableSheet, full } from "../sheet";

/** 执法人员名册 as [部门, 姓名, 执法证号, 证件状态, 在岗状态]; 监管平台账号 as [部门, 姓名, 执法证号, 账号状态, 最近登录时间]. */
type Row = readonly RawValue[];

const DEPARTMENTS = ["甲局", "乙局"];
const table = (
  recognise(tableSheet(DEPARTMENTS.map((name) => [name, 3, full, full, percent(0.35), full]))) as { table: TaskTable }
).table;
const A: DetailSheet = {
  sheet: "执法人员名册",
  kind: "officers",
  headerRow: 1,
  lastRow: 99,
  headers: [],
  columns: { department: 0, name: 1, certificate: 2, certificateState: 3, postState: 4 },
};
const B: DetailSheet = {
  sheet: "监管平台账号",
  kind: "accounts",
  headerRow: 1,
  lastRow: 99,
  headers: [],
  columns: { department: 0, name: 1, certificate: 2, accountState: 3, lastLogin: 4 },
};

const P1 = "示例人员001";
const P2 = "示例人员002";
const P3 = "示例人员003";
/** What is left of a number of 19 digits in a number cell. */
const LOST = Number("1405000000000000123");

function compare(
  officers: readonly Row[] | null,
  accounts: readonly Row[] | null,
  { blocks = 1, sheet = A }: { blocks?: number; sheet?: DetailSheet } = {},
) {
  const names = new DepartmentNames(table);
  const words = DEFAULT_RULES.stateWords;
  const fill = <T extends { add(block: { firstRow: number; firstColumn: number; values: readonly Row[] }): void }>(
    roster: T,
    rows: readonly Row[],
  ): T => {
    const size = Math.max(1, Math.ceil(rows.length / blocks));
    for (let first = 0; first < rows.length; first += size)
      roster.add({ firstRow: 2 + first, firstColumn: 0, values: rows.slice(first, first + size) });
    return roster;
  };
  const a = officers && fill(new OfficerRoster(sheet, names, words), officers);
  const b = accounts && fill(new AccountRoster(B, names, words), accounts);
  const { departments, problems } = compareRosters(DEPARTMENTS, a, b);
  return {
    departments,
    problems,
    said: problems.map(({ code, address }) => `${code} ${address}`),
    unknownWords: [...(a?.unknownWords ?? []), ...(b?.unknownWords ?? [])],
    unknown: names.unknownDepartments,
  };
}

type Found = ReturnType<typeof compare>["departments"][number];
/** Officers, onboarded, why each is missing, how many accounts are stale. */
const told = ({ officers, onboarded, missingOfficers, staleAccounts }: Found) => [
  officers,
  onboarded,
  missingOfficers.map(({ reason }) => reason).join(),
  staleAccounts.length,
];

const officer = (
  name: RawValue,
  certificate: RawValue,
  state: RawValue = "有效",
  post: RawValue = "在岗",
  department = "甲局",
): Row => [department, name, certificate, state, post];
const account = (
  name: RawValue,
  certificate: RawValue,
  state: RawValue = "有效",
  login: RawValue = "2025-09-01",
  department = "甲局",
): Row => [department, name, certificate, state, login];
/** Someone who is onboarded, so that the account sheet is not empty. */
const other = [officer(P3, "T003"), account(P3, "T003")] as const;

describe("an officer and the account (note 3)", () => {
  const cases: readonly [
    what: string,
    officers: readonly Row[],
    accounts: readonly Row[],
    expected: readonly unknown[],
  ][] = [
    ["valid and logged in", [officer(P1, "T001")], [account(P1, "T001")], [2, 2, "", 0]],
    ["a serial number is a login", [officer(P1, "T001")], [account(P1, "T001", "正常", 45900.5)], [2, 2, "", 0]],
    ["never logged in: blank", [officer(P1, "T001")], [account(P1, "T001", "有效", "")], [2, 1, "neverLoggedIn", 0]],
    [
      "never logged in: in words",
      [officer(P1, "T001")],
      [account(P1, "T001", "有效", "从未登录")],
      [2, 1, "neverLoggedIn", 0],
    ],
    ["never logged in: a dash", [officer(P1, "T001")], [account(P1, "T001", "有效", "—")], [2, 1, "neverLoggedIn", 0]],
    ["an invalid account", [officer(P1, "T001")], [account(P1, "T001", "停用")], [2, 1, "invalidAccount", 0]],
    ["no account", [officer(P1, "T001")], [], [2, 1, "noAccount", 0]],
    [
      "retired, with an account",
      [officer(P1, "T001", "有效", "退休")],
      [account(P1, "T001")],
      [2, 1, "shouldCancel", 0],
    ],
    ["retired, without one", [officer(P1, "T001", "有效", "调离")], [], [2, 1, "shouldCancel", 0]],
    ["no post stated is on post", [officer(P1, "T001", "有效", "")], [account(P1, "T001")], [2, 2, "", 0]],
    ["cancelled, with a valid account", [officer(P1, "T001", "注销")], [account(P1, "T001")], [1, 1, "", 1]],
    ["cancelled, with an invalid account", [officer(P1, "T001", "注销")], [account(P1, "T001", "停用")], [1, 1, "", 0]],
    ["absent, with a valid account: costs nothing", [], [account(P1, "T001", "有效", "")], [1, 1, "", 1]],
    ["a stale account makes up for nobody", [officer(P1, "T001")], [account(P2, "T002")], [2, 1, "noAccount", 1]],
    [
      "full width, spaces and lower case are the same number",
      [officer(P1, "T00１ ｘ")],
      [account("改名人员", " t001X")],
      [2, 2, "", 0],
    ],
    [
      "a number stored as a number is the same number",
      [officer(P1, 14050000001)],
      [account(P1, "14050000001")],
      [2, 2, "", 0],
    ],
    ["different numbers are different persons", [officer(P1, "T001")], [account(P1, "T002")], [2, 1, "noAccount", 1]],
    [
      "an account of another department, by number",
      [officer(P1, "T001")],
      [account(P1, "T001", "有效", "2025-09-01", "乙局")],
      [2, 2, "", 0],
    ],
    [
      "an account of a department nobody knows, by number",
      [officer(P1, "T001")],
      [account(P1, "T001", "有效", "2025-09-01", "丙局")],
      [2, 2, "", 0],
    ],
    ["a number in A only: name and department", [officer(P1, "T001")], [account("示例 人员００1", "")], [2, 2, "", 0]],
    ["a number in B only: name and department", [officer(P1, "—")], [account(P1, "T001")], [2, 2, "", 0]],
    [
      "no number at all: name and department",
      [officer(P1, "")],
      [account(P1, "无", "有效", "未登录")],
      [2, 1, "neverLoggedIn", 0],
    ],
    [
      "by name, never over departments",
      [officer(P1, "T001")],
      [account(P1, "", "有效", "2025-09-01", "乙局")],
      [2, 1, "noAccount", 0],
    ],
    [
      "the best of two accounts, better first",
      [officer(P1, "T001")],
      [account(P1, "T001"), account(P1, "T001", "停用")],
      [2, 2, "", 0],
    ],
    [
      "the best of two accounts, better last",
      [officer(P1, "T001")],
      [account(P1, "T001", "停用"), account(P1, "T001", "有效", "")],
      [2, 1, "neverLoggedIn", 0],
    ],
    [
      "one by number, one by name",
      [officer(P1, "T001")],
      [account(P1, "T001", "停用"), account(P1, "")],
      [2, 2, "", 0],
    ],
    [
      "twice in one department is one person",
      [officer(P1, "T001"), officer("示例人员 001", "t001")],
      [account(P1, "T001")],
      [2, 2, "", 0],
    ],
    [
      "a valid row beside a cancelled one is valid",
      [officer(P1, "T001", "注销"), officer(P1, "T001")],
      [account(P1, "T001")],
      [2, 2, "", 0],
    ],
    [
      "same name, two numbers, two persons",
      [officer(P1, "T001"), officer(P1, "T002")],
      [account(P1, "T001")],
      [3, 2, "noAccount", 0],
    ],
    ["a blank certificate state is not guessed", [officer(P1, "T001", "")], [account(P1, "T001")], [null, null, "", 0]],
    [
      "an unknown certificate state neither",
      [officer(P1, "T001", "换证中")],
      [account(P1, "T001")],
      [null, null, "", 0],
    ],
    ["an unknown post neither", [officer(P1, "T001", "有效", "挂职")], [account(P1, "T001")], [null, null, "", 0]],
    ["an unknown account state neither", [officer(P1, "T001")], [account(P1, "T001", "审核中")], [null, null, "", 0]],
    ["a blank account state neither", [officer(P1, "T001")], [account(P1, "T001", "")], [null, null, "", 0]],
    ["an unreadable login neither", [officer(P1, "T001")], [account(P1, "T001", "有效", "昨天")], [null, null, "", 0]],
    [
      "an unreadable login of nobody's account spoils nothing",
      [officer(P1, "T001")],
      [account(P1, "T001"), account(P2, "T002", "停用", "昨天")],
      [2, 2, "", 0],
    ],
    ["a number with lost digits", [officer(P1, LOST)], [account(P1, "T001")], [null, null, "", 0]],
    ["lost digits in B", [officer(P1, "T001")], [account(P1, LOST)], [null, null, "", 0]],
    ["one number, two names", [officer(P1, "T001"), officer(P2, "t001")], [account(P1, "T001")], [null, null, "", 0]],
    [
      "same name, one without a number",
      [officer(P1, "T001"), officer(P1, "")],
      [account(P1, "T001")],
      [null, null, "", 0],
    ],
    [
      "an account by name that two persons could own",
      [officer(P1, "T001"), officer(P1, "T002")],
      [account(P1, "")],
      [null, null, "", 0],
    ],
    [
      "two accounts by name of different worth",
      [officer(P1, "")],
      [account(P1, "T001"), account(P1, "T002", "停用")],
      [null, null, "", 0],
    ],
    [
      "two accounts by name of the same worth",
      [officer(P1, "T001")],
      [account(P1, ""), account(P1, "")],
      [2, 2, "", 0],
    ],
    [
      "an account by name that has an owner by number elsewhere",
      [officer(P1, ""), officer(P1, "T001", "有效", "在岗", "乙局")],
      [account(P1, "T001")],
      [null, null, "", 0],
    ],
  ];
  test.each(cases)("%s", (_, officers, accounts, expected) => {
    for (const turned of [false, true]) {
      const order = (rows: readonly Row[]) => (turned ? [...rows].reverse() : rows);
      expect(told(compare(order([other[0], ...officers]), order([other[1], ...accounts])).departments[0]!)).toEqual(
        expected,
      );
    }
  });

  test("the same name in two departments without numbers is a person of each", () => {
    const { departments, said } = compare(
      [officer(P1, ""), officer(P1, "", "有效", "在岗", "乙局")],
      [account(P1, "")],
    );
    expect(departments.map(told)).toEqual([
      [1, 1, "", 0],
      [1, 0, "noAccount", 0],
    ]);
    expect(said).toEqual([]);
  });

  test("one person on post in two departments counts in both and is said once", () => {
    const { departments, problems } = compare(
      [officer(P1, "T001", "有效", "在岗", "乙局"), officer(P1, "T001")],
      [account(P1, "T001")],
    );
    expect(departments.map(told)).toEqual([
      [1, 1, "", 0],
      [1, 1, "", 0],
    ]);
    expect(problems.map(({ code, address }) => `${code} ${address}`)).toEqual([
      "OFFICER_IN_TWO_DEPARTMENTS 执法人员名册!B3",
    ]);
    expect(problems[0]!.message).toContain("甲局、乙局");
  });

  test("moved: the old department cancels, the new one counts, and the account is not stale", () => {
    const { departments, said } = compare(
      [officer(P1, "T001", "有效", "调离"), officer(P1, "T001", "有效", "在岗", "乙局")],
      [account(P1, "T001")],
    );
    expect(departments.map(told)).toEqual([
      [1, 0, "shouldCancel", 0],
      [1, 1, "", 0],
    ]);
    expect(said).toEqual([]);
  });

  test("one number of two names spoils all departments that have it, and is masked", () => {
    const { departments, problems } = compare(
      [officer(P1, "14050000001"), officer(P2, "14050000001", "有效", "在岗", "乙局")],
      [account(P1, "14050000001")],
    );
    expect(departments.map(told)).toEqual([
      [null, null, "", 0],
      [null, null, "", 0],
    ]);
    expect(problems.map(({ code }) => code)).toEqual(["CERTIFICATE_SHARED"]);
    expect(problems[0]!.message).toContain("1405****0001");
    expect(problems[0]!.message).toContain(`${P1}、${P2}`);
    expect(problems[0]!.message).not.toContain("14050000001");
  });

  test("without officers there is nothing; without accounts only who is to be cancelled", () => {
    expect(compare(null, [account(P1, "T001")]).departments.map(told)).toEqual([
      [null, null, "", 0],
      [null, null, "", 0],
    ]);
    const officers = [officer(P1, "T001"), officer(P2, "T002", "有效", "退休")];
    expect(compare(officers, null).departments.map(told)).toEqual([
      [2, null, "shouldCancel", 0],
      [null, null, "", 0],
    ]);
    // A template nobody has filled.
    expect(compare(officers, [["", "　", "", "", ""]]).departments.map(told)).toEqual([
      [2, null, "shouldCancel", 0],
      [null, null, "", 0],
    ]);
  });

  test("without a column for posts everybody is on post", () => {
    const sheet: DetailSheet = { ...A, columns: { department: 0, name: 1, certificate: 2, certificateState: 3 } };
    expect(
      told(compare([officer(P1, "T001", "有效", "退休")], [account(P1, "T001")], { sheet }).departments[0]!),
    ).toEqual([1, 1, "", 0]);
  });

  test("a department that A does not cover: nothing can be said of its accounts", () => {
    expect(
      compare(
        [officer(P1, "T001")],
        [account(P1, "T001"), account(P2, "T002", "有效", "2025-09-01", "乙局")],
      ).departments.map(told),
    ).toEqual([
      [1, 1, "", 0],
      [null, null, "", 0],
    ]);
  });

  test("the missing and the stale are named with number and place, by number", () => {
    const { departments } = compare(
      [officer(P2, "t002"), officer(P1, "T001"), officer("", "T000"), officer(P3, "")],
      [account("示例 人员005", "T005"), account(P3, "T004", "停用"), account("", "T003")],
    );
    expect(departments[0]!.missingOfficers).toEqual([
      { name: P3, certificate: null, reason: "invalidAccount", address: "执法人员名册!B6" },
      { name: "", certificate: "T000", reason: "noAccount", address: "执法人员名册!C5" },
      { name: P1, certificate: "T001", reason: "noAccount", address: "执法人员名册!B4" },
      { name: P2, certificate: "T002", reason: "noAccount", address: "执法人员名册!B3" },
    ]);
    expect(departments[0]!.staleAccounts).toEqual([
      { name: "", certificate: "T003", address: "监管平台账号!C5" },
      { name: "示例人员005", certificate: "T005", address: "监管平台账号!B3" },
    ]);
  });

  test("what is wrong has its place", () => {
    const { said, problems, unknown, unknownWords } = compare(
      [
        officer("", ""),
        officer("", "", "注销"),
        ["", "", "", "", " "],
        officer(P1, LOST),
        officer(P2, "T002"),
        officer(P2, "T002"),
        officer(P3, ""),
        officer(P3, ""),
        ["丙局", P1, "T009", "有效", ""],
        ["丙局", P2, "", "有效", ""],
        officer("示例人员004", "T004", "换证中"),
        officer("示例人员005", "T005", ""),
        officer("示例人员006", "T006", "/"),
      ],
      [account(P1, "T001", "有效", "昨天"), account(P2, "T002", "有效", "前天"), account(P3, LOST)],
    );
    expect(said).toEqual([
      "OFFICER_NAME_MISSING 执法人员名册!B3",
      "NUMBER_LOST 执法人员名册!C6",
      "STATE_NOT_FILLED 执法人员名册!D14",
      "OFFICERS_INDISTINCT 执法人员名册!B9",
      "OFFICER_TWICE 执法人员名册!B7",
      "NUMBER_LOST 监管平台账号!C5",
      "DATE_UNREADABLE 监管平台账号!E3",
    ]);
    expect(problems[0]!.message).toContain("2 行");
    expect(problems[2]!.message).toContain("“证件状态”有 2 行空白");
    expect(problems[4]!.message).toContain("B7、B8");
    expect(unknown).toEqual([{ name: "丙局", kind: "officers", rows: 2, address: "执法人员名册!A11" }]);
    expect(unknownWords).toEqual([{ field: "certificateState", word: "换证中", rows: 1, address: "执法人员名册!D13" }]);
  });

  test("whose number was lost may own any account of that name", () => {
    const { departments } = compare(
      [officer(P1, LOST, "有效", "在岗", "乙局"), officer(P2, "T002")],
      [account(P1, "T001"), account(P2, "T002")],
    );
    expect(departments.map(told)).toEqual([
      [1, 1, "", 0],
      [null, null, "", 0],
    ]);
    const turned = compare(
      [officer(P1, "T001"), officer(P2, "T002")],
      [account(P1, LOST, "有效", "2025-09-01", "乙局"), account(P2, "T002")],
    );
    expect(told(turned.departments[0]!)).toEqual([null, null, "", 0]);
  });

  test("20,000 officers are no work", () => {
    const officers = Array.from({ length: 20_000 }, (_, index) => officer(`示例人员${index}`, `T${index}`));
    const accounts = Array.from({ length: 20_000 }, (_, index) =>
      account(`示例人员${index}`, index % 2 === 0 ? `T${index}` : "", "有效", index % 4 === 0 ? "" : "2025-09-01"),
    );
    const before = performance.now();
    expect(compare(officers, accounts, { blocks: 4 }).departments[0]).toMatchObject({
      officers: 20_000,
      onboarded: 15_000,
    });
    expect(performance.now() - before).toBeLessThan(2000);
  });
});

describe("whatever the rosters", () => {
  const person = fc.integer({ min: 1, max: 6 });
  const department = fc.constantFrom("甲局", "甲局", "乙局", "丙局");
  // Mostly each person's own number; now and then none, or somebody else's.
  const numbered = person.chain((id) =>
    fc.tuple(
      fc.constant(`示例人员00${id}`),
      fc.constantFrom(`T00${id}`, `T00${id}`, `T00${id}`, `t00${id} `, `T00${id}`, "", "T001"),
    ),
  );
  const officers = fc.array(
    fc
      .tuple(
        numbered,
        fc.constantFrom("有效", "有效", "有效", "有效", "注销", "注销", "换证中"),
        fc.constantFrom("在岗", "", "退休"),
        department,
      )
      .map(([[name, certificate], state, post, where]) => officer(name, certificate, state, post, where)),
    { maxLength: 10 },
  );
  const accounts = fc.array(
    fc
      .tuple(
        numbered,
        fc.constantFrom("有效", "有效", "有效", "停用", "停用", "审核中"),
        fc.constantFrom<RawValue>("2025-09-01", 45900, "", "从未登录", "2025-09-01", "昨天"),
        department,
      )
      .map(([[name, certificate], state, login, where]) => account(name, certificate, state, login, where)),
    { maxLength: 10 },
  );
  const shuffled = (rows: fc.Arbitrary<Row[]>) =>
    rows.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length, maxLength: all.length })),
    );
  const withoutPlaces = ({ departments, problems, unknown, unknownWords }: ReturnType<typeof compare>) => ({
    departments: departments.map(({ officers: count, onboarded, missingOfficers, staleAccounts }) => [
      count,
      onboarded,
      missingOfficers.map(({ name, certificate, reason }) => [name, certificate, reason]),
      staleAccounts.map(({ name, certificate }) => [name, certificate]),
    ]),
    problems: problems.map(({ code }) => code).sort(),
    unknown: unknown.map(({ kind, name, rows }) => `${kind} ${name} ${rows}`).sort(),
    words: unknownWords.map(({ field, word, rows }) => `${field} ${word} ${rows}`).sort(),
  });
  const seed = { seed: 20251125, numRuns: 500 };

  test("the order of rows and splitting them into blocks changes nothing", () => {
    fc.assert(
      fc.property(
        shuffled(officers),
        shuffled(accounts),
        fc.integer({ min: 1, max: 5 }),
        ([a, turnedA], [b, turnedB], blocks) => {
          expect(withoutPlaces(compare(turnedA, turnedB, { blocks }))).toEqual(withoutPlaces(compare(a, b)));
        },
      ),
      seed,
    );
  });

  test("|A − B| is never offset by B − A", () => {
    const stale = fc.array(
      fc.integer({ min: 1, max: 9 }).map((id) => account(`外来人员00${id}`, `S00${id}`)),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(officers, accounts, stale, (a, b, more) => {
        const known = [...b, account("外来人员000", "S000")];
        const [before, after] = [compare(a, known), compare(a, [...known, ...more])];
        expect(
          after.departments.map(({ officers: count, onboarded, missingOfficers }) => [
            count,
            onboarded,
            missingOfficers,
          ]),
        ).toEqual(
          before.departments.map(({ officers: count, onboarded, missingOfficers }) => [
            count,
            onboarded,
            missingOfficers,
          ]),
        );
        if (before.departments[0]!.officers !== null)
          expect(after.departments[0]!.staleAccounts).toHaveLength(
            before.departments[0]!.staleAccounts.length + more.length,
          );
      }),
      seed,
    );
  });

  test("as many are named as are missing", () => {
    let derived = 0;
    fc.assert(
      fc.property(officers, accounts, (a, b) => {
        for (const { officers: count, onboarded, missingOfficers } of compare(a, b).departments) {
          if (count === null || onboarded === null) continue;
          derived++;
          expect(missingOfficers).toHaveLength(count - onboarded);
        }
      }),
      seed,
    );
    expect(derived).toBeGreaterThan(100);
  });
});
