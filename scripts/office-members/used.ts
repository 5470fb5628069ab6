import ts from "typescript";
import { compareVersions, type OfficeMember, type OfficeTypings } from "./typings";

/** One place in the add-in that uses a member of Office.js. */
export interface Use {
  readonly member: OfficeMember;
  /** Project path and one-based line. */
  readonly file: string;
  readonly line: number;
  /** The highest set, as in "1.13", for which a feature check around this place asks; null where there is none. */
  readonly checkedFor: string | null;
}

/** A load whose properties cannot be read from the code, so that nobody can tell what it needs. */
export interface Unclear {
  readonly file: string;
  readonly line: number;
  readonly code: string;
}

/** Every use of Excel's and Office's members in the files, in their order. */
export function usesIn(
  files: readonly ts.SourceFile[],
  typings: OfficeTypings,
  pathOf: (file: ts.SourceFile) => string,
): { uses: Use[]; unclear: Unclear[] } {
  const { checker } = typings;
  const uses: Use[] = [];
  const unclear: Unclear[] = [];

  const place = (node: ts.Node): { file: string; line: number } => {
    const file = node.getSourceFile();
    return { file: pathOf(file), line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1 };
  };
  const add = (node: ts.Node, symbol: ts.Symbol | undefined, declaration?: ts.Declaration): void => {
    const member = symbol && typings.member(symbol, declaration);
    if (member) uses.push({ member, ...place(node), checkedFor: checkAround(node) });
  };

  /** `load("items/name, format/fill/color")`: each step of each path. */
  const addPaths = (node: ts.Node, type: ts.Type, paths: readonly string[]): void => {
    for (const path of paths) {
      let at = type;
      for (const step of path.trim().split("/")) {
        const property = typings.property(at, step);
        if (!property) break;
        add(node, property);
        at = typings.behind(property);
      }
    }
  };

  const visitCall = (call: ts.CallExpression): void => {
    if (!ts.isPropertyAccessExpression(call.expression)) return;
    const method = call.expression.name;
    const symbol = checker.getSymbolAtLocation(method);
    // The overload that is meant may be newer than the first.
    add(method, symbol, checker.getResolvedSignature(call)?.declaration as ts.Declaration | undefined);
    if (
      method.text !== "load" ||
      !symbol?.declarations?.some((declaration) => declaration.getSourceFile().fileName.includes("/@types/office-js/"))
    )
      return;
    const [names] = call.arguments;
    if (!names || ts.isObjectLiteralExpression(names)) return;
    const paths = stringsIn(names, checker);
    if (paths)
      addPaths(
        call,
        checker.getTypeAtLocation(call.expression.expression),
        paths.flatMap((text) => text.split(",")),
      );
    else unclear.push({ ...place(call), code: call.getText() });
  };

  const visitLiteral = (literal: ts.ObjectLiteralExpression): void => {
    const contextual = checker.getContextualType(literal);
    if (!contextual) return;
    const type = checker.getNonNullableType(contextual);
    const meant = typings.standsFor(type) ?? type;
    for (const property of literal.properties) {
      if (property.name && (ts.isIdentifier(property.name) || ts.isStringLiteral(property.name)))
        add(property, typings.property(meant, property.name.text));
    }
  };

  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) visitCall(node);
    else if (
      ts.isPropertyAccessExpression(node) &&
      !(ts.isCallExpression(node.parent) && node.parent.expression === node)
    )
      add(node.name, checker.getSymbolAtLocation(node.name));
    else if (ts.isObjectLiteralExpression(node)) visitLiteral(node);
    else if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
      const name = node.propertyName ?? node.name;
      if (ts.isIdentifier(name))
        add(node, checker.getPropertyOfType(checker.getTypeAtLocation(node.parent), name.text));
    }
    ts.forEachChild(node, visit);
  };
  for (const file of files) visit(file);
  return { uses, unclear };
}

/** The strings that an expression stands for: a literal, one of several, or a list of them; undefined where it can be any. */
function stringsIn(node: ts.Expression, checker: ts.TypeChecker): string[] | undefined {
  if (ts.isArrayLiteralExpression(node))
    return together(
      node.elements.map((element) => stringsIn(ts.isSpreadElement(element) ? element.expression : element, checker)),
    );
  return stringsOf(checker.getTypeAtLocation(node), checker);
}

function stringsOf(type: ts.Type, checker: ts.TypeChecker): string[] | undefined {
  if (type.isStringLiteral()) return [type.value];
  if (type.isUnion()) return together(type.types.map((one) => stringsOf(one, checker)));
  if (checker.isArrayType(type) || checker.isTupleType(type))
    return together(checker.getTypeArguments(type as ts.TypeReference).map((one) => stringsOf(one, checker)));
  return undefined;
}

const together = (found: readonly (string[] | undefined)[]): string[] | undefined =>
  found.every((strings) => strings !== undefined) ? found.flat() : undefined;

/** The highest set that `supports("…")` has affirmed wherever the node is reached; null where none has. */
function checkAround(node: ts.Node): string | null {
  const affirmed: string[] = [];
  for (let at = node; at.parent; at = at.parent) {
    const { parent } = at;
    if (ts.isIfStatement(parent)) {
      if (at === parent.thenStatement) affirmed.push(...setsAffirmed(parent.expression));
      if (at === parent.elseStatement) affirmed.push(...setsAffirmed(parent.expression, true));
    } else if (ts.isConditionalExpression(parent)) {
      if (at === parent.whenTrue) affirmed.push(...setsAffirmed(parent.condition));
      if (at === parent.whenFalse) affirmed.push(...setsAffirmed(parent.condition, true));
    } else if (ts.isBinaryExpression(parent) && at === parent.right) {
      if (parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken)
        affirmed.push(...setsAffirmed(parent.left));
      if (parent.operatorToken.kind === ts.SyntaxKind.BarBarToken) affirmed.push(...setsAffirmed(parent.left, true));
    } else if (ts.isBlock(parent)) {
      for (const before of parent.statements) {
        if (before === at) break;
        if (ts.isIfStatement(before) && leaves(before.thenStatement))
          affirmed.push(...setsAffirmed(before.expression, true));
      }
    }
    if (ts.isFunctionDeclaration(parent) || ts.isMethodDeclaration(parent)) break;
  }
  return affirmed.sort(compareVersions).at(-1) ?? null;
}

/** The sets that are there when the condition holds, or when it does not (`denied`). */
function setsAffirmed(condition: ts.Expression, denied = false): string[] {
  if (ts.isParenthesizedExpression(condition)) return setsAffirmed(condition.expression, denied);
  if (ts.isPrefixUnaryExpression(condition) && condition.operator === ts.SyntaxKind.ExclamationToken)
    return setsAffirmed(condition.operand, !denied);
  if (ts.isBinaryExpression(condition)) {
    const both = denied ? ts.SyntaxKind.BarBarToken : ts.SyntaxKind.AmpersandAmpersandToken;
    return condition.operatorToken.kind === both
      ? [...setsAffirmed(condition.left, denied), ...setsAffirmed(condition.right, denied)]
      : [];
  }
  if (denied || !ts.isCallExpression(condition) || condition.expression.getText() !== "supports") return [];
  const [set] = condition.arguments;
  return set && ts.isStringLiteral(set) ? [set.text] : [];
}

/** Whether a statement never lets the ones after it run. */
function leaves(statement: ts.Statement): boolean {
  const last = ts.isBlock(statement) ? statement.statements.at(-1) : statement;
  return (
    last !== undefined &&
    (ts.isReturnStatement(last) ||
      ts.isThrowStatement(last) ||
      ts.isContinueStatement(last) ||
      ts.isBreakStatement(last))
  );
}
