import ts from "typescript";
import type { OfficeMember, OfficeTypings } from "./typings";

/** What the host serves. */
export interface Served {
  /** Members of Office.js by their full name (Excel.Range.values), with the file of the class that serves them. */
  readonly members: ReadonlyMap<string, { member: OfficeMember; file: string }>;
  /** Public members or classes of the host that Office.js does not have, as "file: Class.member". */
  readonly unknown: readonly string[];
}

/**
 * Reads the host's classes: each bears the name of an Excel type and its public members the names of that type's.
 * Left out is what the wire alone knows (a name that begins with "_", a symbol) and what is marked with the tag @host.
 */
export function servedBy(
  files: readonly ts.SourceFile[],
  typings: OfficeTypings,
  pathOf: (file: ts.SourceFile) => string,
): Served {
  const { checker } = typings;
  const members = new Map<string, { member: OfficeMember; file: string }>();
  const unknown: string[] = [];
  for (const file of files) {
    for (const declaration of file.statements.filter(ts.isClassDeclaration)) {
      if (
        !declaration.name ||
        isMarked(declaration) ||
        hasModifier(declaration, ts.SyntaxKind.AbstractKeyword) ||
        !isHostObject(checker.getTypeAtLocation(declaration))
      )
        continue;
      const name = declaration.name.text;
      const excel = typings.excelClass(name);
      if (!excel) {
        unknown.push(`${pathOf(file)}: ${name}`);
        continue;
      }
      for (const own of checker.getPropertiesOfType(checker.getTypeAtLocation(declaration))) {
        if (!isPublic(own)) continue;
        const theirs = checker.getPropertyOfType(excel, own.name);
        const member = theirs && typings.member(theirs);
        if (member) members.set(`Excel.${name}.${own.name}`, { member, file: pathOf(file) });
        else unknown.push(`${pathOf(file)}: ${name}.${own.name}`);
      }
    }
  }
  return { members, unknown };
}

/** Whether the dispatcher can reach objects of the class: those alone stand for Excel's. */
function isHostObject(type: ts.Type): boolean {
  const generic = (type as ts.TypeReference).target ?? type;
  return generic.getSymbol()?.name === "HostObject" || (generic.getBaseTypes() ?? []).some(isHostObject);
}

function isPublic(symbol: ts.Symbol): boolean {
  // Names made of symbols begin with two underscores here.
  if (/^[_#]/.test(symbol.name)) return false;
  return !(symbol.declarations ?? []).every(
    (declaration) =>
      isMarked(declaration) ||
      hasModifier(declaration, ts.SyntaxKind.PrivateKeyword) ||
      hasModifier(declaration, ts.SyntaxKind.ProtectedKeyword),
  );
}

const isMarked = (node: ts.Node): boolean => ts.getJSDocTags(node).some((tag) => tag.tagName.text === "host");

const hasModifier = (node: ts.Node, kind: ts.SyntaxKind): boolean =>
  ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some((modifier) => modifier.kind === kind);
