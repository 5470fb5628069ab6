import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { OfficeAddinManifest } from "office-addin-manifest";
import { COMMANDS } from "../../src/commands/commands";

const ROOT = join(__dirname, "../..");
const FILE = join(ROOT, "manifest.xml");
const ORIGIN = "https://localhost:3000/";

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

/** What fast-xml-parser gives with preserveOrder: one key names the element, ":@" holds its attributes. */
type Ordered = Record<string, unknown>;

function read(nodes: readonly Ordered[]): Element[] {
  return nodes.flatMap((node) => {
    const name = Object.keys(node).find((key) => key !== ":@");
    if (name === undefined || name.startsWith("#") || name.startsWith("?")) return [];
    const inside = node[name] as Ordered[];
    const text = inside
      .map((child) => child["#text"])
      .filter((part) => part !== undefined)
      .join("");
    return [
      {
        name: name.replace(/^\w+:/, ""),
        attributes: (node[":@"] ?? {}) as Record<string, string>,
        children: read(inside),
        text,
      },
    ];
  });
}

const xml = readFileSync(FILE, "utf8");
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseTagValue: false,
  parseAttributeValue: false,
});
const manifest = read(parser.parse(xml) as Ordered[])[0]!;

function all(element: Element, name?: string): Element[] {
  const inside = element.children.flatMap((child) => all(child, name));
  return name === undefined || element.name === name ? [element, ...inside] : inside;
}

function only(element: Element, name: string): Element {
  const found = all(element, name);
  expect(found).toHaveLength(1);
  return found[0]!;
}

/**
 * Children in the order of Microsoft's published schemas ([MS-OWEMXML] 5.3 OfficeApp and TaskPaneApp, 5.7 task pane version
 * overrides, 5.5 basic types). Excel refuses a manifest in another order. A question mark is on what a manifest may leave out.
 */
const PUBLISHED_ORDER: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    "Id",
    "AlternateId?",
    "Version",
    "ProviderName",
    "DefaultLocale",
    "DisplayName",
    "Description",
    "IconUrl",
    "HighResolutionIconUrl",
    "SupportUrl",
    "AppDomains?",
    "Hosts",
    "Requirements",
    "DefaultSettings",
    "Permissions",
    "Dictionary?",
    "VersionOverrides",
  ],
  VersionOverrides: [
    "Description?",
    "Requirements?",
    "Hosts",
    "Resources",
    "WebApplicationInfo?",
    "EquivalentAddins?",
    "ExtendedOverrides?",
  ],
  DesktopFormFactor: ["GetStarted", "FunctionFile", "ExtensionPoint"],
  GetStarted: ["Title", "Description", "LearnMoreUrl"],
  CustomTab: ["Group", "Label"],
  Control: ["Label", "Supertip", "Icon", "Action"],
  Supertip: ["Title", "Description"],
  Resources: ["Images", "Urls", "ShortStrings", "LongStrings"],
};

describe("manifest.xml", () => {
  it("is well formed and names itself once for Excel", async () => {
    expect(XMLValidator.validate(xml)).toBe(true);
    await expect(OfficeAddinManifest.readManifestFile(FILE)).resolves.toMatchObject({
      id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
      version: expect.stringMatching(/^\d+(\.\d+){3}$/),
      displayName: "监管指标",
      defaultLocale: "zh-CN",
      hosts: ["Workbook"],
      officeAppType: "TaskPaneApp",
      permissions: "ReadWriteDocument",
      defaultSettings: { sourceLocation: `${ORIGIN}taskpane.html` },
      supportUrl: `${ORIGIN}assets/help.html`,
    });
  });

  it("asks for ExcelApi 1.9 and a shared runtime, and for nothing above", () => {
    const sets = all(manifest, "Set").map(({ attributes }) => [attributes.Name, attributes.MinVersion]);
    expect(Object.fromEntries(sets)).toEqual({ ExcelApi: "1.9", SharedRuntime: "1.1" });
  });

  it("runs the pane and the buttons in one long-lived runtime", () => {
    const runtime = only(manifest, "Runtime").attributes;
    expect(runtime.lifetime).toBe("long");
    expect(only(manifest, "FunctionFile").attributes.resid).toBe(runtime.resid);
    const shown = all(manifest, "Action").filter(({ attributes }) => attributes["xsi:type"] === "ShowTaskpane");
    expect(shown.map((action) => only(action, "SourceLocation").attributes.resid)).toEqual([runtime.resid]);
  });

  it.each(Object.entries(PUBLISHED_ORDER))("keeps the published order within %s", (parent, order) => {
    const parents = all(manifest, parent);
    expect(parents.length).toBeGreaterThan(0);
    for (const { children } of parents) {
      const names = [...new Set(children.map(({ name }) => name))];
      const allowed = order.map((name) => name.replace("?", ""));
      expect(allowed.filter((name) => names.includes(name))).toEqual(names);
      expect(names).toEqual(expect.arrayContaining(order.filter((name) => !name.endsWith("?"))));
    }
  });

  it("resolves every resource and defines none twice or in vain", () => {
    const defined = only(manifest, "Resources").children.flatMap(({ children }) =>
      children.map(({ attributes }) => attributes.id!),
    );
    const used = all(manifest).flatMap(({ attributes }) => attributes.resid ?? []);
    expect(new Set(defined).size).toBe(defined.length);
    expect([...new Set(used)].sort()).toEqual([...defined].sort());
    for (const id of defined) expect(id.length).toBeLessThanOrEqual(32);
  });

  it("gives every control, group and tab an id of its own", () => {
    const ids = ["CustomTab", "Group", "Control"].flatMap((name) =>
      all(manifest, name).map(({ attributes }) => attributes.id!),
    );
    expect(ids).toHaveLength(6);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id.length).toBeLessThanOrEqual(32);
  });

  it.each([
    ["ShortStrings", 125],
    ["LongStrings", 250],
  ])("keeps %s within %i characters, each in Chinese with an English override", (kind, longest) => {
    for (const { attributes, children } of only(manifest, kind).children) {
      expect(attributes.DefaultValue).toMatch(/\p{Script=Han}/u);
      expect(children.map((override) => override.attributes.Locale)).toEqual(["en-US"]);
      for (const text of [attributes.DefaultValue!, children[0]!.attributes.Value!]) {
        expect(text.length).toBeGreaterThan(0);
        expect(text.length).toBeLessThanOrEqual(longest);
      }
    }
  });

  it("loads from one https origin, from files that stand in the project or come out of the build", () => {
    const addresses = all(manifest).flatMap(({ name, attributes }) =>
      /^(IconUrl|HighResolutionIconUrl|SupportUrl|SourceLocation|Image|Url)$/.test(name)
        ? (attributes.DefaultValue ?? [])
        : [],
    );
    expect(addresses.length).toBeGreaterThan(0);
    for (const address of addresses) {
      expect(address.startsWith(ORIGIN)).toBe(true);
      const path = address.slice(ORIGIN.length);
      expect(path === "taskpane.html" || existsSync(join(ROOT, path))).toBe(true);
    }
    expect(xml).not.toMatch(/http:\/\/(?!schemas\.microsoft\.com\/|www\.w3\.org\/)/);
  });

  it("has every icon as a PNG of the size that it is named for", () => {
    const images = new Map(
      only(manifest, "Images").children.map(({ attributes }) => [attributes.id!, attributes.DefaultValue!]),
    );
    const wanted = all(manifest, "Icon").flatMap(({ children }) =>
      children.map(({ attributes }) => [images.get(attributes.resid!)!, Number(attributes.size)] as const),
    );
    wanted.push(
      [only(manifest, "IconUrl").attributes.DefaultValue!, 32],
      [only(manifest, "HighResolutionIconUrl").attributes.DefaultValue!, 64],
    );
    for (const icon of all(manifest, "Icon"))
      expect(icon.children.map(({ attributes }) => attributes.size)).toEqual(["16", "32", "80"]);
    for (const [address, size] of wanted)
      expect({ address, ...pngSize(address.slice(ORIGIN.length)) }).toEqual({ address, width: size, height: size });
  });

  it("has the four buttons of the tab, and calls only functions that the commands register", () => {
    const labels = new Map(
      only(manifest, "ShortStrings").children.map(({ attributes }) => [attributes.id!, attributes.DefaultValue!]),
    );
    const buttons = all(manifest, "Control").map((control) =>
      labels.get(control.children.find(({ name }) => name === "Label")!.attributes.resid!),
    );
    expect(buttons).toEqual(["一键重算", "打印设置", "清除标记", "打开面板"]);
    const called = all(manifest, "FunctionName").map(({ text }) => text);
    expect(called).toEqual(["recalculate", "setUpPrinting", "clearMarks"]);
    expect(COMMANDS).toEqual(expect.arrayContaining(called));
  });
});

/** The size from a PNG's first chunk (IHDR): width at byte 16, height at byte 20. */
function pngSize(path: string): { width: number; height: number } {
  const bytes = readFileSync(join(ROOT, path));
  expect(bytes.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
