const fs = require("node:fs");
const path = require("node:path");
const { Compilation, sources } = require("webpack");
const officeJs = require("./officeJs.cjs");

const NOTICES = "THIRD-PARTY-NOTICES.txt";
const RULE = `\n${"=".repeat(80)}\n`;

/** Licences under which a package may be passed on inside the bundles with its text beside them and nothing more. */
const ALLOWED = ["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "0BSD"];

/** Packages that say their licence and bring no text of it: whose repository has it, and whose copyright it names. */
const WITHOUT_TEXT = {
  "@fluentui/react-icons": { file: "MIT.txt", copyright: "Copyright (c) 2020 Microsoft Corporation" },
};

/**
 * Writes name, version and licence text of every package that came into the bundles to dist/THIRD-PARTY-NOTICES.txt, and stops the
 * build where one is missing or not allowed. license-webpack-plugin was tried: it passed over packages of joined modules.
 */
class LicenceNotices {
  /** @param {"self" | "cdn" | "china"} from where the page takes office.js */
  constructor(from) {
    this.from = from;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap(LicenceNotices.name, (compilation) => {
      compilation.hooks.processAssets.tap(
        { name: LicenceNotices.name, stage: Compilation.PROCESS_ASSETS_STAGE_REPORT },
        () => {
          const text = [HEADING, ...bundledPackages(compilation).map(notice), officeNotice(this.from)].join(RULE);
          compilation.emitAsset(NOTICES, new sources.RawSource(text));
        },
      );
    });
  }
}

/** Folders of the packages whose modules are in a chunk, webpack's own for its runtime among them, in the order of their names. */
function bundledPackages(compilation) {
  const modules = [...compilation.chunks].flatMap((chunk) => [
    ...compilation.chunkGraph.getChunkModulesIterable(chunk),
  ]);
  const folders = modules
    .flatMap((module) => module.modules ?? [module])
    .flatMap(({ resource }) => packageFolder(resource) ?? []);
  return [...new Set([...folders, path.dirname(require.resolve("webpack/package.json"))])]
    .map(read)
    .sort((one, other) => (one.title < other.title ? -1 : 1));
}

/** A package may hold a package.json in a folder within as well: the one right below node_modules counts. */
const packageFolder = (resource) => /^.*[\\/]node_modules[\\/](@[^\\/]+[\\/])?[^\\/]+/.exec(resource ?? "")?.[0];

function read(folder) {
  const { name, version, license } = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8"));
  if (!ALLOWED.includes(license))
    throw new Error(`第三方组件 ${name} 的许可证是“${license ?? "未注明"}”，不在允许的范围内，先核对再发布。`);
  const texts = fs.readdirSync(folder).filter((file) => /^(licen[cs]e|notice)(\.(md|txt))?$/i.test(file));
  const known = WITHOUT_TEXT[name];
  if (texts.length === 0 && !known) throw new Error(`第三方组件 ${name} 没有附许可证全文，先核对再发布。`);
  const text =
    texts.length > 0
      ? texts.map((file) => lines(path.join(folder, file))).join("\n\n")
      : `${known.copyright}\n\n${lines(path.join(__dirname, known.file))}`;
  return { title: `${name} ${version}`, license, text };
}

const lines = (file) => fs.readFileSync(file, "utf8").replace(/\r\n/g, "\n").trim();

const HEADING =
  "威远县“互联网+监管”指标加载项所用的第三方组件及其许可证\nThird-party software in this add-in and its licences\n";

const notice = ({ title, license, text }) => `${title} (${license})\n\n${text}\n`;

/** office.js has terms of its own, which ask for the sentence about support where it is passed on. */
function officeNotice(from) {
  const own = from === "self";
  return [
    `@microsoft/office-js${own ? ` ${officeJs.version}` : ""} (Microsoft Software License Terms)`,
    "",
    own
      ? `随本加载项提供，原样未改，在 ${officeJs.folder} 文件夹。Distributed with this add-in, unmodified.`
      : `不随本加载项提供，运行时从 ${officeJs.HOSTED[from]} 载入。Not distributed; loaded from Microsoft while running.`,
    "微软不负责维护、更新或支持本加载项。Microsoft is not responsible for maintaining, updating or supporting this add-in.",
    "",
    lines(path.join(path.dirname(officeJs.packageFile), "LICENSE.md")),
    "",
  ].join("\n");
}

/**
 * @param {string} text of the notices
 * @returns {string[]} the packages that ship, as "name@version", for the bill of materials
 */
const shippedPackages = (text) =>
  text.split(RULE).flatMap((part) => /^(\S+) (\d\S*) \(/.exec(part)?.slice(1).join("@") ?? []);

module.exports = { LicenceNotices, NOTICES, shippedPackages };
