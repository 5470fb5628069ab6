import ts from "typescript";

/** A requirement set, such as ExcelApi 1.9. The common API has no name; a member in preview has the version "BETA". */
export interface ApiSet {
  readonly name: string;
  readonly version: string;
}

/** A member of Office.js by the names of the official typings: Excel.Range and values. */
export interface OfficeMember {
  /** The type, or the namespace for a function such as Excel.run. */
  readonly owner: string;
  readonly name: string;
  /** Null where the typings name no set. */
  readonly set: ApiSet | null;
  /** How office.js treats it: sent to the host, raised by the host, or known to the add-in's side alone (data, enums, functions). */
  readonly kind: "sent" | "event" | "local";
}

/** What every object of office.js has for the batch itself: nothing of Excel's. */
const CLIENT_SIDE = new Set(["context", "isNullObject", "load", "set", "toJSON", "track", "untrack"]);

/** Below zero where the first is the lower: 1.9 is below 1.10. A preview is above all. */
export function compareVersions(first: string, second: string): number {
  const parts = (version: string): number[] => (/^\d/.test(version) ? version.split(".").map(Number) : [Infinity]);
  const [one, other] = [parts(first), parts(second)];
  for (let i = 0; i < Math.max(one.length, other.length); i++) {
    const [a, b] = [one[i] ?? 0, other[i] ?? 0];
    if (a !== b) return a < b ? -1 : 1;
  }
  return 0;
}

/** The typings of Office.js within a program. @throws Error where the program has none. */
export class OfficeTypings {
  private readonly excel: ts.Symbol;

  constructor(
    readonly checker: ts.TypeChecker,
    anyFile: ts.SourceFile,
  ) {
    const excel = checker.resolveName("Excel", anyFile, ts.SymbolFlags.Namespace, false);
    if (!excel) throw new Error("The typings of Office.js (@types/office-js) are not part of the program.");
    this.excel = excel;
  }

  /** The instance type of an Excel class by its bare name, or undefined where the typings have none. */
  excelClass(name: string): ts.Type | undefined {
    const symbol = this.checker.tryGetMemberInModuleExports(name, this.excel);
    return symbol && symbol.flags & ts.SymbolFlags.Class ? this.checker.getDeclaredTypeOfSymbol(symbol) : undefined;
  }

  /** A property of a type; of its items where the type is a collection and has none of that name itself. */
  property(type: ts.Type, name: string): ts.Symbol | undefined {
    const own = this.checker.getPropertyOfType(type, name);
    if (own) return own;
    const items = this.checker.getPropertyOfType(type, "items");
    return items && this.checker.getPropertyOfType(this.elementOf(this.checker.getTypeOfSymbol(items)), name);
  }

  /** The type behind a property, the element's where it is a list. */
  behind(property: ts.Symbol): ts.Type {
    return this.elementOf(this.checker.getNonNullableType(this.checker.getTypeOfSymbol(property)));
  }

  /** The Excel class that an object literal for load or set stands for (Excel.Interfaces.RangeLoadOptions is Excel.Range). */
  standsFor(type: ts.Type): ts.Type | undefined {
    const symbol = type.getSymbol();
    const name = symbol?.name.match(/^(.+?)(LoadOptions|UpdateData)$/)?.[1];
    return name && this.ownerOf(symbol.declarations?.[0]) === `Excel.Interfaces.${symbol.name}`
      ? this.excelClass(name)
      : undefined;
  }

  /** The member that a symbol is, or undefined where it is none of Excel's or Office's. */
  member(symbol: ts.Symbol, declaration = symbol.declarations?.[0]): OfficeMember | undefined {
    const owner = declaration && !CLIENT_SIDE.has(symbol.name) && this.ownerOf(declaration.parent);
    if (!owner || !/^(Excel|Office)(\.|$)/.test(owner)) return undefined;
    return {
      owner,
      name: symbol.name,
      set: apiSetOf(declaration) ?? apiSetOf(declaration.parent),
      kind: this.kindOf(symbol, declaration),
    };
  }

  private kindOf(symbol: ts.Symbol, declaration: ts.Declaration): OfficeMember["kind"] {
    const { parent } = declaration;
    const isClientObject =
      ts.isClassDeclaration(parent) &&
      parent.heritageClauses?.some((clause) => clause.getText().includes("ClientObject"));
    if (!isClientObject) return "local";
    return this.checker.getTypeOfSymbol(symbol).symbol?.name === "EventHandlers" ? "event" : "sent";
  }

  /** The full name of a class, interface, enum or namespace of the typings, or undefined for anything else. */
  private ownerOf(node: ts.Node | undefined): string | undefined {
    if (!node || !node.getSourceFile().fileName.includes("/@types/office-js/")) return undefined;
    const names: string[] = [];
    for (let at: ts.Node = node; !ts.isSourceFile(at); at = at.parent) {
      if (
        (ts.isClassDeclaration(at) ||
          ts.isInterfaceDeclaration(at) ||
          ts.isEnumDeclaration(at) ||
          ts.isModuleDeclaration(at)) &&
        at.name
      )
        names.unshift(at.name.text);
    }
    return names.join(".");
  }

  private elementOf(type: ts.Type): ts.Type {
    return this.checker.isArrayType(type) ? this.checker.getTypeArguments(type as ts.TypeReference)[0]! : type;
  }
}

/** The set that a declaration's comment names first: its own remark, which stands before those of the parameters. */
function apiSetOf(declaration: ts.Node): ApiSet | null {
  for (const comment of ts.getJSDocCommentsAndTags(declaration)) {
    const found = /\[Api set:\s*([A-Za-z]*)\s*([\d.]+|BETA)/.exec(comment.getText());
    if (found) return { name: found[1]!, version: found[2]! };
  }
  return null;
}
