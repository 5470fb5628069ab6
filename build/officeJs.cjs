const path = require("node:path");
const { URL } = require("node:url");

const packageFile = require.resolve("@microsoft/office-js/package.json");
const { version } = require(packageFile);

/** What office.js asks for in Excel on Windows, on the Mac and on the web; the rest of its 87 MB is other programs and languages. */
const FILES = [
  "office.js",
  "excel-win32-16.01.js",
  "excel-web-16.00.js",
  "excel-mac-16.00.js",
  "o15apptofilemappingtable.js",
  "zh-cn/office_strings.js",
  "en-us/office_strings.js",
  "telemetry/oteljs_agave.js",
];

/** As documented by Microsoft, "Referencing the Office JavaScript API library", the second for tenants run by 21Vianet. */
const HOSTED = {
  cdn: "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
  china: "https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js",
};

/** The version is in the folder's name, so that browsers may keep its files for ever and an upgrade never mixes two of them. */
const folder = `office-js-${version}`;

/**
 * @param {"self" | "cdn" | "china"} from
 * @returns {{ address: string, origin: string | undefined, copies: object[] }} what the page's script element names, the foreign
 * origin that its policy must let in, and what is copied into dist
 */
function officeJs(from) {
  if (from !== "self") return { address: HOSTED[from], origin: new URL(HOSTED[from]).origin, copies: [] };
  return {
    address: `${folder}/office.js`,
    origin: undefined,
    copies: [
      ...FILES.map((file) => unmodified(file, file)),
      // The loader asks for this casing; the package's folder is lower-case.
      unmodified("agaveerrorux", "AgaveErrorUX"),
    ],
  };
}

/** Copied as they are, which the licence asks for: terser would rewrite what it does not take for minimized. */
const unmodified = (from, to) => ({
  context: path.join(path.dirname(packageFile), "dist"),
  from,
  to: `${folder}/${to}`,
  info: { minimized: true },
});

module.exports = { HOSTED, folder, officeJs, packageFile, version };
