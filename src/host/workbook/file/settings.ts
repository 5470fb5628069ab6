import type { Package } from "./package";
import { child, element, elements, numberOf, textOf } from "./xml";

/** Document settings are one custom document property, so that they travel with the file through other programs. */
const PROPERTY = "AddInSettings";
const PATH = "docProps/custom.xml";
const CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml";
const FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";
const NAMESPACES = {
  xmlns: "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
  "xmlns:vt": "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
};

/** The settings of the file; none, or ones that are no object in JSON, are {}. */
export function readSettings(opened: Package): Record<string, unknown> {
  const path = opened.target("", "custom-properties");
  const property =
    path === undefined
      ? undefined
      : elements(opened.xml(path), "property").find((one) => one.attributes.name === PROPERTY);
  if (!property) return {};
  const read = parsed(textOf(child(property, "vt:lpwstr")));
  return typeof read === "object" && read !== null && !Array.isArray(read) ? (read as Record<string, unknown>) : {};
}

/** Anyone may type into a document property: what is not JSON counts as no settings. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Writes the settings beside the properties that stand; empty settings take the property away. */
export function writeSettings(opened: Package, settings: Record<string, unknown>): void {
  const standing = opened.target("", "custom-properties");
  const empty = Object.keys(settings).length === 0;
  if (standing === undefined && empty) return;
  const path = standing ?? PATH;
  const root = standing === undefined ? element("Properties", NAMESPACES) : opened.xml(standing);
  const others = elements(root, "property").filter((one) => one.attributes.name !== PROPERTY);
  const own = elements(root, "property").find((one) => one.attributes.name === PROPERTY);
  const id = numberOf(own, "pid") ?? Math.max(1, ...others.map((one) => numberOf(one, "pid") ?? 1)) + 1;
  const property = element("property", { fmtid: FORMAT_ID, pid: id, name: PROPERTY }, [
    element("vt:lpwstr", {}, [JSON.stringify(settings)]),
  ]);
  root.children = empty ? others : [...others, property];
  if (standing === undefined) {
    opened.add(path, root, CONTENT_TYPE);
    opened.relate("", "custom-properties", path);
  }
}
