const { DEVELOPMENT } = require("./target.cjs");

/**
 * The manifest for one address: manifest.xml, which is valid by itself, with every address and the version exchanged.
 * Comments are left out, since they speak to developers and name the development server.
 * @param {string} xml manifest.xml as it stands in the repository
 * @param {{ baseUrl: string, version: string }} target `version` as npm writes it
 */
function manifestFor(xml, { baseUrl, version }) {
  // What URL leaves as it is and XML does not.
  const address = baseUrl.replaceAll("&", "&amp;").replaceAll("'", "&apos;");
  return xml
    .replace(/[ \t]*<!--[\s\S]*?-->[ \t]*\r?\n?/g, "")
    .replaceAll(DEVELOPMENT, () => address)
    .replace(/<Version>[^<]*<\/Version>/, `<Version>${officeVersion(version)}</Version>`);
}

/** Office wants four numbers and compares them; Excel takes a manifest as new only where they rise. */
function officeVersion(version) {
  const numbers = /^(\d+)\.(\d+)\.(\d+)$/.exec(version);
  if (!numbers) throw new Error(`package.json 的 version 要写成三个数，例如 1.2.0，现在是“${version}”。`);
  return `${numbers.slice(1).join(".")}.0`;
}

module.exports = { manifestFor, officeVersion };
