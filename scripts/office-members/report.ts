import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";
import { servedBy, type Served } from "./served";
import { compareVersions, OfficeTypings, type ApiSet, type OfficeMember } from "./typings";
import { usesIn, type Unclear, type Use } from "./used";

/** What the manifest asks for: a member above it needs a feature check. */
export const FLOOR = "1.9";

/** The rooms that may use Office.js, and the one that serves it without Excel. */
const ADD_IN = ["src/excel/", "src/actions/", "src/session/", "src/commands/", "src/taskpane/"];
const HOST = ["src/host/api/"];

export interface Report {
  readonly uses: readonly Use[];
  readonly unclear: readonly Unclear[];
  readonly served: Served;
}

/**
 * Compares the add-in's use of Office.js with what the host serves, both against the official typings.
 * @param root the project's folder
 * @param more files that stand nowhere on disk, by project path
 */
export function inspect(root: string, more: Readonly<Record<string, string>> = {}): Report {
  const config = configurationOf(root);
  const extra = new Map(Object.entries(more).map(([path, text]) => [join(root, path), text]));
  const pathOf = (file: ts.SourceFile | string): string =>
    relative(root, typeof file === "string" ? file : file.fileName)
      .split("\\")
      .join("/");
  const within = (rooms: readonly string[], path: string): boolean => rooms.some((room) => path.startsWith(room));
  const roots = [...config.fileNames, ...extra.keys()].filter((file) => within([...ADD_IN, ...HOST], pathOf(file)));

  const compiler = ts.createCompilerHost(config.options);
  const read = compiler.readFile.bind(compiler);
  const exists = compiler.fileExists.bind(compiler);
  compiler.readFile = (file) => extra.get(file) ?? read(file);
  compiler.fileExists = (file) => extra.has(file) || exists(file);
  // The libraries are left out: they know nothing of Office.js, and their typings are many times the size of ours.
  compiler.resolveModuleNameLiterals = (names, from, _redirected, options) =>
    names.map(({ text }) =>
      text.startsWith(".") ? ts.resolveModuleName(text, from, options, compiler) : { resolvedModule: undefined },
    );
  const program = ts.createProgram(roots, { ...config.options, types: ["office-js"] }, compiler);

  const files = (rooms: readonly string[]): ts.SourceFile[] =>
    program.getSourceFiles().filter((file) => within(rooms, pathOf(file)));
  const typings = new OfficeTypings(program.getTypeChecker(), program.getSourceFiles()[0]!);
  return { ...usesIn(files(ADD_IN), typings, pathOf), served: servedBy(files(HOST), typings, pathOf) };
}

function configurationOf(root: string): ts.ParsedCommandLine {
  const fail = ({ messageText }: ts.Diagnostic): never => {
    throw new Error(ts.flattenDiagnosticMessageText(messageText, "\n"));
  };
  return ts.getParsedCommandLineOfConfigFile(
    join(root, "tsconfig.json"),
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: fail },
  )!;
}

/** Uses above the manifest's floor that no sufficient feature check surrounds, one line each. */
export function unchecked({ uses }: Report): string[] {
  return uses
    .filter(
      ({ member: { set }, checkedFor }) =>
        set && set.name.startsWith("Excel") && isAbove(set, FLOOR) && (checkedFor === null || isAbove(set, checkedFor)),
    )
    .map(
      ({ member, file, line }) =>
        `${file}:${line} uses ${fullName(member)} (${setName(member.set)}) without a feature check`,
    );
}

/** Members that the add-in uses and the host does not serve, one line each. */
export function unserved({ uses, served }: Report): string[] {
  const lines = uses
    .filter(({ member }) => member.kind === "sent" && !served.members.has(fullName(member)))
    .map(({ member, file }) => `${file} uses ${fullName(member)}, which the host does not serve`);
  return [...new Set(lines)];
}

const isAbove = (set: ApiSet, version: string): boolean =>
  set.name !== "ExcelApi" || compareVersions(set.version, version) > 0;
const fullName = ({ owner, name }: OfficeMember): string => `${owner}.${name}`;
const setName = (set: ApiSet | null): string => (set ? `${set.name || "Common API"} ${set.version}` : "—");
const inOrder = (first: string, second: string): number => (first < second ? -1 : first > second ? 1 : 0);

/** docs/office-members.md as it should stand. */
export function documentOf({ uses, served }: Report): string {
  const used = new Map<string, { member: OfficeMember; files: Set<string>; checked: boolean }>();
  for (const { member, file, checkedFor } of uses) {
    const entry = used.get(fullName(member)) ?? { member, files: new Set(), checked: checkedFor !== null };
    entry.files.add(file);
    used.set(fullName(member), entry);
  }
  const by = ({ member }: { member: OfficeMember }): string =>
    member.kind === "sent"
      ? (served.members.get(fullName(member))?.file ?? "not served")
      : member.kind === "event"
        ? "raised by the host"
        : "office.js itself";
  const rows = [...used.entries()].sort(([first], [second]) => inOrder(first, second));
  const others = new Map<string, string[]>();
  for (const [name, { member }] of [...served.members].sort(([first], [second]) => inOrder(first, second))) {
    if (!used.has(name))
      others.set(member.owner, [...(others.get(member.owner) ?? []), `${member.name} (${setName(member.set)})`]);
  }
  return [
    "# Office.js members",
    "",
    "Generated by `npm run office-members` from the code and from the official typings; a test fails when it is out of date.",
    `The manifest asks for ExcelApi ${FLOOR}. What is above that is used within a feature check only.`,
    "",
    `## Used by the add-in (${rows.length})`,
    "",
    "| Member | API set | Feature check | Used in | Served without Excel by |",
    "|---|---|---|---|---|",
    ...rows.map(
      ([name, entry]) =>
        `| ${name} | ${setName(entry.member.set)} | ${entry.checked ? "yes" : ""} | ${[...entry.files].sort(inOrder).join("<br>")} | ${by(entry)} |`,
    ),
    "",
    "## Served by the host besides",
    "",
    "| Type | Members (API set) |",
    "|---|---|",
    ...[...others].map(([owner, names]) => `| ${owner} | ${names.join(", ")} |`),
    "",
  ].join("\n");
}

/** The document as it stands on disk. */
export const documentOnDisk = (root: string): string => readFileSync(documentPath(root), "utf8");
export const documentPath = (root: string): string => join(root, "docs/office-members.md");
