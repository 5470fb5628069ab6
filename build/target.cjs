const { URL } = require("node:url");

/** What `npm run build -- --env …` may say, read once and checked, so that no half-right address reaches a manifest. */

/** Where the development server stands; manifest.xml in the repository names it. */
const DEVELOPMENT = "https://localhost:3000/";

/** Where the page takes office.js from: its own server, Microsoft's CDN, or that of 21Vianet for Microsoft 365 in China. */
const OFFICE_JS = ["self", "cdn", "china"];

/**
 * @typedef {object} Target
 * @property {string} baseUrl https address of the folder that dist is served from, with a "/" at its end
 * @property {"self" | "cdn" | "china"} officeJs
 * @property {boolean} release whether an address was given: a release carries no source maps and no name of this machine
 */

/**
 * @param {Readonly<Record<string, unknown>>} env what webpack collects from --env
 * @returns {Target}
 * @throws {Error} with a sentence for the person who builds
 */
function readTarget(env = {}) {
  const unknown = Object.keys(env).filter(
    (name) => !["baseUrl", "officeJs"].includes(name) && !name.startsWith("WEBPACK_"),
  );
  if (unknown.length > 0) throw new Error(`不认识的参数：${unknown.join("、")}。可用的是 baseUrl 和 officeJs。`);
  const officeJs = env.officeJs ?? "self";
  if (!OFFICE_JS.includes(officeJs))
    throw new Error(`officeJs 只能是 ${OFFICE_JS.join("、")} 之一，收到的是“${officeJs}”。`);
  const release = env.baseUrl !== undefined;
  return { baseUrl: release ? readAddress(env.baseUrl) : DEVELOPMENT, officeJs, release };
}

/** A missing "/" at the end is put there: the last part of the address is a folder in any case. */
function readAddress(text) {
  const given = `收到的是“${text}”。`;
  const address = typeof text === "string" && URL.canParse(text) ? new URL(text) : undefined;
  if (!address) throw new Error(`baseUrl 要写成完整的网址，例如 https://jgzb.example.gov.cn/jgzb/，${given}`);
  if (address.protocol !== "https:") throw new Error(`baseUrl 必须以 https:// 开头，Excel 不接受其他网址，${given}`);
  if (address.username || address.password) throw new Error(`baseUrl 里不能有用户名和密码，${given}`);
  if (address.search || address.hash) throw new Error(`baseUrl 只写到文件夹为止，不能带 ? 和 #，${given}`);
  if (/\.(html?|xml|js)$/i.test(address.pathname))
    throw new Error(`baseUrl 是存放加载项的文件夹，不是某个文件，${given}`);
  return address.href.endsWith("/") ? address.href : `${address.href}/`;
}

module.exports = { DEVELOPMENT, OFFICE_JS, readTarget };
