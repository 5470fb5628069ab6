import { readFileSync } from "node:fs";
import { join } from "node:path";
import { folder, officeJs } from "../../build/officeJs.cjs";
import { headerPolicy } from "../../build/policy.cjs";
import type { Target } from "../../build/target.cjs";

/** What the files in server/ are written for. */
const EXAMPLE = { host: "jgzb.example.gov.cn", path: "/jgzb/", port: "443" };

/** The servers' configurations by file name, filled in for the address and for where office.js comes from. */
export function serverFiles(
  root: string,
  { baseUrl, officeJs: from }: Pick<Target, "baseUrl" | "officeJs">,
): ReadonlyMap<string, string> {
  const { hostname, port, pathname } = new URL(baseUrl);
  const policy = headerPolicy(officeJs(from).origin);
  const read = (file: string): string => readFileSync(join(root, "server", file), "utf8").replace(/\r\n/g, "\n");
  const nginx = exchange(read("nginx.conf"), [
    [headerPolicy(undefined), policy],
    [`server_name ${EXAMPLE.host};`, `server_name ${hostname};`],
    [`listen      ${EXAMPLE.port} ssl;`, `listen      ${port || EXAMPLE.port} ssl;`],
    [`"~^${EXAMPLE.path}(`, `"~^${literal(pathname)}(`],
    [`!~ ^${EXAMPLE.path})`, `!~ ^${literal(pathname)})`],
    [`location ${EXAMPLE.path} {`, `location ${pathname} {`],
  ]);
  const iis = exchange(read("web.config"), [
    [headerPolicy(undefined), policy],
    [/<location path="office-js-[0-9.]+">/, `<location path="${folder}">`],
  ]);
  return new Map([
    ["nginx.conf", nginx],
    ["web.config", iis],
  ]);
}

/** @throws Error where the text lacks what is to be exchanged: a configuration half filled in would be worse than none */
function exchange(text: string, pairs: readonly (readonly [string | RegExp, string])[]): string {
  return pairs.reduce((now, [from, to]) => {
    if (typeof from === "string" ? !now.includes(from) : !from.test(now))
      throw new Error(`server/ 里的配置文件缺少“${String(from)}”。`);
    return now.replace(from, () => to);
  }, text);
}

/** Text as it stands in a regular expression. */
const literal = (text: string): string => text.replace(/[.+*?()[\]{}|$^\\]/g, "\\$&");
