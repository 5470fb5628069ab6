import { SaxesParser } from "saxes";

/** One element of a part: its prefixed name, its attributes as written, its children in order. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
}

/** Makes an element; attributes that are undefined are left out. */
export function element(
  name: string,
  attributes: Record<string, string | number | undefined> = {},
  children: (XmlElement | string)[] = [],
): XmlElement {
  const written: Record<string, string> = {};
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) written[key] = String(value);
  return { name, attributes: written, children };
}

/**
 * Reads a part strictly: text that is not well-formed throws.
 * Where a program writes the part's own namespace with a prefix (x:worksheet), the prefix is taken off, so that names are the same for all programs.
 * @param takeRow is handed each row of a sheet when it ends. The row stays in the tree without its cells: a large sheet's cells as a tree would fill the memory several times over.
 */
export function parseXml(text: string, takeRow?: (row: XmlElement) => void): XmlElement {
  const parser = new SaxesParser({ position: false });
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  let prefix: string | undefined;
  const add = (text: string) => {
    if (text !== "") open[open.length - 1]?.children.push(text);
  };
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag) => {
    const made: XmlElement = { name: tag.name, attributes: tag.attributes as Record<string, string>, children: [] };
    if (!root) {
      root = made;
      prefix = ownPrefix(made);
    }
    if (prefix !== undefined && made.name.startsWith(prefix)) made.name = made.name.slice(prefix.length);
    open[open.length - 1]?.children.push(made);
    open.push(made);
  });
  parser.on("closetag", () => {
    const closed = open.pop();
    if (!takeRow || closed?.name !== "row" || open[open.length - 1]?.name !== "sheetData") return;
    takeRow(closed);
    closed.children = [];
  });
  parser.on("text", add);
  parser.on("cdata", add);
  parser.write(text).close();
  if (!root) throw new Error("The part has no element");
  return root;
}

/** The prefix of the part's own namespace, with its colon; the namespace becomes the default one. Undefined where there is none. */
function ownPrefix(root: XmlElement): string | undefined {
  const prefix = root.name.includes(":") ? root.name.slice(0, root.name.indexOf(":")) : undefined;
  if (prefix === undefined || root.attributes[`xmlns:${prefix}`] === undefined || root.attributes.xmlns !== undefined)
    return undefined;
  root.attributes.xmlns = root.attributes[`xmlns:${prefix}`]!;
  return `${prefix}:`;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Pieces of text that are joined at a time: all those of a large sheet would take more memory than its text. */
const PIECES = 50_000;

/** The whole part as text, with the declaration that Office writes. */
export function xmlText(root: XmlElement): string {
  const text: string[] = [];
  write(root, [DECLARATION], (piece) => text.push(piece));
  return text.join("");
}

/** The same as a file holds it. */
export function xmlBytes(root: XmlElement): Uint8Array {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  write(root, [DECLARATION], (piece) => pieces.push(encoder.encode(piece)));
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

function write(root: XmlElement, out: string[], flush: (piece: string) => void): void {
  writeElement(root);
  flush(out.join(""));

  function writeElement(node: XmlElement): void {
    if (out.length > PIECES) flush(out.splice(0).join(""));
    out.push("<", node.name);
    for (const key in node.attributes) out.push(" ", key, '="', escapeAttribute(node.attributes[key]!), '"');
    if (node.children.length === 0) {
      out.push("/>");
      return;
    }
    out.push(">");
    for (const child of node.children) {
      if (typeof child === "string") out.push(escapeText(child));
      else writeElement(child);
    }
    out.push("</", node.name, ">");
  }
}

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
  "\r": "&#13;",
  "\t": "&#9;",
};
const escapeText = (text: string) =>
  /[&<>\r]/.test(text) ? text.replace(/[&<>\r]/g, (found) => ESCAPES[found]!) : text;
const escapeAttribute = (text: string) =>
  /[&<>"\n\r\t]/.test(text) ? text.replace(/[&<>"\n\r\t]/g, (found) => ESCAPES[found]!) : text;

/** The child elements, all or those of one name. */
export function elements(node: XmlElement | undefined, name?: string): XmlElement[] {
  if (!node) return [];
  return node.children.filter(
    (child): child is XmlElement => typeof child !== "string" && (name === undefined || child.name === name),
  );
}

/** The first child element of that name. */
export function child(node: XmlElement | undefined, name: string): XmlElement | undefined {
  return node?.children.find((one): one is XmlElement => typeof one !== "string" && one.name === name);
}

/** The text of an element's own, joined. */
export function textOf(node: XmlElement | undefined): string {
  return node ? node.children.filter((one): one is string => typeof one === "string").join("") : "";
}

/** A number attribute, or undefined where it is absent or not a number. */
export function numberOf(node: XmlElement | undefined, attribute: string): number | undefined {
  const text = node?.attributes[attribute];
  if (text === undefined || text.trim() === "") return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/** An on/off attribute: "1" and "true" are on; absent is `absent`. */
export function flagOf(node: XmlElement | undefined, attribute: string, absent = false): boolean {
  const text = node?.attributes[attribute];
  return text === undefined ? absent : text === "1" || text === "true" || text === "on";
}

/** Sets an attribute, or takes it away where the value is undefined. */
export function setAttribute(node: XmlElement, name: string, value: string | number | undefined): void {
  if (value === undefined) delete node.attributes[name];
  else node.attributes[name] = String(value);
}

/**
 * Puts elements of one name in the place that the schema's order gives them, instead of those of that name that stood there.
 * `order` lists the names of the parent's children as the schema does.
 */
export function replaceChildren(
  parent: XmlElement,
  name: string,
  made: readonly XmlElement[],
  order: readonly string[],
): void {
  const kept = parent.children.filter((one) => typeof one === "string" || one.name !== name);
  const before = new Set(order.slice(0, order.indexOf(name)));
  let at = 0;
  kept.forEach((one, index) => {
    if (typeof one !== "string" && before.has(one.name)) at = index + 1;
  });
  parent.children = [...kept.slice(0, at), ...made, ...kept.slice(at)];
}
