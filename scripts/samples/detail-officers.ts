import type { MissingReason } from "../../src/core/detail/findings";
import { exportName, PERIOD } from "./detail-items";
import { REPORTED } from "./reported";
import { DEPARTMENTS } from "./source-table";

/** One line of 执法人员名册. Nobody in it exists. */
export interface OfficerRow {
  readonly department: string;
  readonly name: string;
  readonly certificate: string;
  readonly certificateState: string;
  readonly postState: string;
}

/** One line of 监管平台账号; the login is Excel's number of a moment, null where there was none. */
export interface AccountRow {
  readonly department: string;
  readonly name: string;
  readonly certificate: string;
  readonly accountState: string;
  readonly lastLogin: number | null;
}

const REASONS: readonly MissingReason[] = ["noAccount", "invalidAccount", "neverLoggedIn", "shouldCancel"];

/** People who are no officers any more, by department: with a cancelled certificate or in no roster; `account` tells whether it is still valid. */
const FORMER: Readonly<
  Record<string, readonly { readonly inRoster: boolean; readonly account: "valid" | "invalid" | "none" }[]>
> = {
  威远县交通运输局: [{ inRoster: true, account: "valid" }],
  威远县人民政府办公室: [{ inRoster: true, account: "none" }],
  威远县卫生健康局: [{ inRoster: true, account: "invalid" }],
  威远县市场监督管理局: [
    { inRoster: true, account: "valid" },
    { inRoster: false, account: "valid" },
  ],
};

/** Why officers are missing in each department, by position in the source table: as many as REPORTED lacks, the reasons in turn. */
export const MISSING: readonly (readonly MissingReason[])[] = (() => {
  let turn = 0;
  return REPORTED.map(({ officers, onboarded }) =>
    Array.from({ length: (officers ?? 0) - (onboarded ?? 0) }, () => REASONS[turn++ % REASONS.length]!),
  );
})();

/** How many valid accounts of former officers each department has. */
export const STALE: readonly number[] = DEPARTMENTS.map(
  ({ name }) => (FORMER[name] ?? []).filter(({ account }) => account === "valid").length,
);

/** Both rosters, as REPORTED counts them; the accounts run the other way round, so that nothing matches by position. */
export function rosterRows(): { readonly officers: readonly OfficerRow[]; readonly accounts: readonly AccountRow[] } {
  const officers: OfficerRow[] = [];
  const accounts: AccountRow[] = [];
  let people = 0;
  const person = (departmentIndex: number, index: number) => {
    people++;
    const certificate = `511024${String(departmentIndex + 1).padStart(2, "0")}${String(index + 1).padStart(3, "0")}X`;
    const lastLogin = PERIOD.first + ((people * 11) % 28) + (8 + (people % 10)) / 24;
    return { name: `示例人员${String(people).padStart(3, "0")}`, certificate, lastLogin };
  };
  DEPARTMENTS.forEach(({ name }, departmentIndex) => {
    const count = REPORTED[departmentIndex]!.officers;
    if (count === null) return;
    const department = exportName(name);
    const missing = MISSING[departmentIndex]!;
    for (let index = 0; index < count; index++) {
      const { name: called, certificate, lastLogin } = person(departmentIndex, index);
      // Those who are missing stand last in their department.
      const reason = missing[index - (count - missing.length)];
      officers.push({
        department,
        name: called,
        certificate: inRoster(certificate, index),
        certificateState: "有效",
        postState: reason === "shouldCancel" ? "退休" : "在岗",
      });
      if (reason === "noAccount") continue;
      accounts.push({
        department,
        name: called,
        certificate: inAccounts(certificate, index),
        accountState: reason === "invalidAccount" ? "停用" : "有效",
        lastLogin: reason === "neverLoggedIn" ? null : lastLogin,
      });
    }
    (FORMER[name] ?? []).forEach((former, index) => {
      const { name: called, certificate, lastLogin } = person(departmentIndex, count + index);
      if (former.inRoster)
        officers.push({ department, name: called, certificate, certificateState: "注销", postState: "调离" });
      if (former.account !== "none")
        accounts.push({
          department,
          name: called,
          certificate,
          accountState: former.account === "valid" ? "有效" : "停用",
          lastLogin,
        });
    });
  });
  return { officers, accounts: accounts.reverse() };
}

/** The officer platform's way of writing a certificate number: now and then in full-width characters. */
function inRoster(certificate: string, index: number): string {
  return index % 13 === 2
    ? certificate.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))
    : certificate;
}

/** The account platform's way: now and then a small x, spaces around it, or no number at all (then name and department match). */
function inAccounts(certificate: string, index: number): string {
  if (index % 7 === 1) return certificate.toLowerCase();
  if (index % 11 === 3) return ` ${certificate} `;
  return index % 29 === 5 ? "" : certificate;
}
