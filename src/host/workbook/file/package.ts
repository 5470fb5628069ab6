import JSZip from "jszip";
import { FileError } from "./file-error";
import { child, element, elements, parseXml, xmlBytes, type XmlElement } from "./xml";

/** All entries of a saved file bear this time, so that equal workbooks are equal bytes. */
const ENTRY_TIME = new Date(Date.UTC(2000, 0, 1));

const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/**
 * The parts of an Office file. Parts that nobody changes are written back as the bytes that were read,
 * so that what this software does not know (charts, pictures, threaded comments, macros) stays in the file.
 */
export class Package {
  private readonly parts = new Map<string, Uint8Array>();
  private readonly trees = new Map<string, XmlElement>();

  private constructor() {}

  /** Reads a zip. Throws a FileError for what is not one, or is damaged. */
  static async open(bytes: Uint8Array): Promise<Package> {
    refuseOtherFormats(bytes);
    const opened = new Package();
    try {
      const zip = await JSZip.loadAsync(bytes, { checkCRC32: true });
      for (const entry of Object.values(zip.files)) {
        if (!entry.dir) opened.parts.set(entry.name.replace(/^\//, ""), await entry.async("uint8array"));
      }
    } catch (error) {
      throw new FileError("DAMAGED", "The zip of the workbook cannot be read", error);
    }
    return opened;
  }

  /** A package of the given parts (XML text by path). */
  static of(parts: Record<string, string>): Package {
    const made = new Package();
    for (const [path, text] of Object.entries(parts)) made.parts.set(path, new TextEncoder().encode(text));
    return made;
  }

  /** Of all parts, in the order read. */
  paths(): string[] {
    return [...this.parts.keys()];
  }

  has(path: string): boolean {
    return this.parts.has(path) || this.trees.has(path);
  }

  /** The part's element tree, which may be changed in place: it is written as it then is. Throws DAMAGED where it is missing or not well-formed. */
  xml(path: string): XmlElement {
    return this.parsed(path);
  }

  /** The part's element tree to be looked at only: the part stays the bytes that were read, unless somebody has asked for its tree to change it. */
  look(path: string): XmlElement {
    if (this.trees.has(path)) return this.parsed(path);
    const tree = this.parsed(path);
    this.trees.delete(path);
    return tree;
  }

  /** The tree of a sheet's part, its rows without their cells: `takeRow` is handed each row with them, the first time that the part is asked for. */
  sheet(path: string, takeRow: (row: XmlElement) => void = () => undefined): XmlElement {
    return this.parsed(path, takeRow);
  }

  private parsed(path: string, takeRow?: (row: XmlElement) => void): XmlElement {
    let tree = this.trees.get(path);
    if (!tree) {
      const bytes = this.parts.get(path);
      if (!bytes) throw new FileError("DAMAGED", `The part ${path} is missing`);
      try {
        tree = parseXml(decode(bytes), takeRow);
      } catch (error) {
        throw new FileError("DAMAGED", `The part ${path} is not well-formed`, error);
      }
      this.trees.set(path, tree);
    }
    return tree;
  }

  /** Adds a part with its content type, or replaces it. */
  add(path: string, root: XmlElement, contentType: string): void {
    this.trees.set(path, root);
    const types = this.xml("[Content_Types].xml");
    if (!elements(types, "Override").some((one) => one.attributes.PartName === `/${path}`)) {
      types.children.push(element("Override", { PartName: `/${path}`, ContentType: contentType }));
    }
  }

  contentType(path: string): string | undefined {
    if (!this.has("[Content_Types].xml")) return undefined;
    return elements(this.xml("[Content_Types].xml"), "Override").find((one) => one.attributes.PartName === `/${path}`)
      ?.attributes.ContentType;
  }

  /** Takes a part away, with its own relationships and its content type. */
  remove(path: string): void {
    for (const gone of [path, relationshipsPath(path)]) {
      this.parts.delete(gone);
      this.trees.delete(gone);
    }
    const types = this.xml("[Content_Types].xml");
    types.children = types.children.filter((one) => typeof one === "string" || one.attributes.PartName !== `/${path}`);
  }

  /** What a part (or, for "", the package) points at inside the package. `type` is the last word of the relationship's type. */
  targets(path: string): { id: string; type: string; path: string }[] {
    const rels = relationshipsPath(path);
    if (!this.has(rels)) return [];
    const folder = path.includes("/") ? path.slice(0, path.lastIndexOf("/") + 1) : "";
    return elements(this.look(rels), "Relationship")
      .filter((one) => one.attributes.TargetMode !== "External")
      .map((one) => ({
        id: one.attributes.Id ?? "",
        type: (one.attributes.Type ?? "").split("/").pop()!,
        path: resolve(folder, one.attributes.Target ?? ""),
      }));
  }

  /** The path of the first part of that relationship type. */
  target(path: string, type: string): string | undefined {
    const found = this.targets(path).find((one) => one.type === type);
    return found && this.has(found.path) ? found.path : undefined;
  }

  /** Adds a relationship from a part (or "") to another and gives its id. `type` is the last word, or the whole address. */
  relate(path: string, type: string, target: string): string {
    const rels = relationshipsPath(path);
    if (!this.has(rels)) {
      this.trees.set(
        rels,
        element("Relationships", { xmlns: "http://schemas.openxmlformats.org/package/2006/relationships" }),
      );
    }
    const root = this.xml(rels);
    const taken = new Set(elements(root).map((one) => one.attributes.Id));
    let number = taken.size + 1;
    while (taken.has(`rId${number}`)) number++;
    const id = `rId${number}`;
    root.children.push(
      element("Relationship", {
        Id: id,
        Type: type.includes("/") ? type : `${RELATIONSHIPS}/${type}`,
        Target: `/${target}`,
      }),
    );
    return id;
  }

  /** Takes away the relationships from a part to another. */
  unrelate(path: string, target: string): void {
    const gone = new Set(
      this.targets(path)
        .filter((one) => one.path === target)
        .map((one) => one.id),
    );
    const rels = relationshipsPath(path);
    if (gone.size === 0) return;
    const root = this.xml(rels);
    root.children = root.children.filter((one) => typeof one === "string" || !gone.has(one.attributes.Id ?? ""));
  }

  /** The path of the workbook's own part. Throws NOT_A_WORKBOOK where the package holds something else. */
  workbookPath(): string {
    const path = this.has("_rels/.rels") ? this.target("", "officeDocument") : undefined;
    if (path === undefined || !path.endsWith(".xml"))
      throw new FileError("NOT_A_WORKBOOK", "The package has no workbook part");
    if (this.xml(path).name !== "workbook" || !child(this.xml(path), "sheets"))
      throw new FileError("NOT_A_WORKBOOK", `${path} is not a workbook`);
    return path;
  }

  /** The file: entries in the order read, new ones last. */
  async bytes(): Promise<Uint8Array> {
    const zip = new JSZip();
    for (const path of new Set([...this.parts.keys(), ...this.trees.keys()])) {
      const tree = this.trees.get(path);
      zip.file(path, tree ? xmlBytes(tree) : this.parts.get(path)!, { date: ENTRY_TIME, createFolders: false });
    }
    return zip.generateAsync({
      type: "uint8array",
      compression: "DEFLATE",
      compressionOptions: { level: 6 },
      platform: "DOS",
    });
  }
}

function relationshipsPath(path: string): string {
  const slash = path.lastIndexOf("/") + 1;
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
}

function resolve(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

function decode(bytes: Uint8Array): string {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return new TextDecoder(utf16 ? (bytes[0] === 0xff ? "utf-16le" : "utf-16be") : "utf-8").decode(bytes);
}

/** Tells by the first bytes, and by the streams that a compound file names, what a file is that is no zip. */
function refuseOtherFormats(bytes: Uint8Array): void {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return;
  const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, index) => bytes[index] === byte);
  if (!compound) throw new FileError("NOT_A_WORKBOOK", "The file is not a zip");
  if (namesStream(bytes, "EncryptedPackage")) throw new FileError("PASSWORD_PROTECTED", "The package is encrypted");
  if (namesStream(bytes, "Workbook") || namesStream(bytes, "Book"))
    throw new FileError("LEGACY_XLS", "The file is in the format of Excel 97–2003");
  throw new FileError("NOT_A_WORKBOOK", "The compound file holds no workbook");
}

/** Whether a compound file's directory has a stream of that name: the name in UTF-16, closed by a zero, padded to the entry's 64 bytes. */
function namesStream(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name, "\0"].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    if (bytes[at + 64] === wanted.length && wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}
