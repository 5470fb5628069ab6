import { child, elements, setAttribute, textOf, element, type XmlElement } from "./xml";

/** Shared strings: the text of each, those with parts in different looks among them. */
export class SharedTexts {
  private readonly texts: string[];
  private plain: Map<string, number> | undefined;

  constructor(private readonly root: XmlElement) {
    this.texts = elements(root, "si").map(textOfItem);
  }

  text(index: number): string {
    return this.texts[index] ?? "";
  }

  /** The index of a text. `was` is the one that the cell had: while its text is the same it stays, and its rich look with it. */
  indexOf(text: string, was?: number): number {
    if (was !== undefined && this.texts[was] === text) return was;
    this.plain ??= new Map(
      elements(this.root, "si").flatMap((item, index) =>
        child(item, "r") ? [] : [[this.texts[index]!, index] as const],
      ),
    );
    let index = this.plain.get(text);
    if (index === undefined) {
      index = this.texts.length;
      this.texts.push(text);
      this.plain.set(text, index);
      this.root.children.push(element("si", {}, [textElement(text)]));
      setAttribute(this.root, "uniqueCount", this.texts.length);
      // The count of uses is optional and would have to be counted anew.
      setAttribute(this.root, "count", undefined);
    }
    return index;
  }
}

/** The text of a shared string or an inline one: plain, or its runs joined; phonetic guides are not part of it. */
export function textOfItem(item: XmlElement): string {
  const runs = elements(item, "r");
  const pieces = runs.length > 0 ? runs.map((run) => textOf(child(run, "t"))) : [textOf(child(item, "t"))];
  return unescaped(pieces.join(""));
}

function textElement(text: string): XmlElement {
  return element("t", /^\s|\s$|\n/.test(text) ? { "xml:space": "preserve" } : {}, [escaped(text)]);
}

/** Characters that XML cannot hold stand in files as _x000D_. */
export const unescaped = (text: string) =>
  text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;

export const escaped = (text: string) =>
  text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(
      /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g,
      (control) => `_x${control.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
    );
