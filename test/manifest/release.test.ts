import { readFileSync } from "node:fs";
import { join } from "node:path";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { manifestFor } from "../../build/manifest.cjs";
import { headerPolicy } from "../../build/policy.cjs";
import { readTarget } from "../../build/target.cjs";
import { serverFiles } from "../../scripts/package/servers";

const ROOT = join(__dirname, "../..");
const source = readFileSync(join(ROOT, "manifest.xml"), "utf8");

describe("what a build is for", () => {
  test.each([
    [{}, { baseUrl: "https://localhost:3000/", officeJs: "self", release: false }],
    [{ WEBPACK_SERVE: true }, { baseUrl: "https://localhost:3000/", officeJs: "self", release: false }],
    [{ baseUrl: "https://jgzb.example.cn" }, { baseUrl: "https://jgzb.example.cn/", officeJs: "self", release: true }],
    [
      { baseUrl: "https://Jgzb.example.cn:8443/指标", officeJs: "china" },
      { baseUrl: "https://jgzb.example.cn:8443/%E6%8C%87%E6%A0%87/", officeJs: "china", release: true },
    ],
  ])("%j is read as %j", (env, target) => expect(readTarget(env)).toEqual(target));

  test.each([
    [{ baseUrl: "http://jgzb.example.cn/" }, "https://"],
    [{ baseUrl: "jgzb.example.cn" }, "完整的网址"],
    [{ baseUrl: true }, "完整的网址"],
    [{ baseUrl: "https://a:b@jgzb.example.cn/" }, "用户名"],
    [{ baseUrl: "https://jgzb.example.cn/?v=1" }, "不能带"],
    [{ baseUrl: "https://jgzb.example.cn/taskpane.html" }, "不是某个文件"],
    [{ officeJs: "CDN" }, "self、cdn、china"],
    [{ baseURL: "https://jgzb.example.cn/" }, "baseURL"],
  ])("%j stops the build with a sentence", (env, said) => expect(() => readTarget(env)).toThrow(said));
});

describe("the manifest of a release", () => {
  const parser = new XMLParser({ ignoreAttributes: false });

  test("differs from manifest.xml in addresses and version alone", () => {
    const made = manifestFor(source, { baseUrl: "https://jgzb.example.cn/a&b/", version: "2.10.3" });
    expect(XMLValidator.validate(made)).toBe(true);
    const back = made
      .replaceAll("https://jgzb.example.cn/a&amp;b/", "https://localhost:3000/")
      .replace("<Version>2.10.3.0<", "<Version>1.0.0.0<");
    expect(parser.parse(back)).toEqual(parser.parse(source.replace(/<!--[\s\S]*?-->/g, "")));
    expect(made).not.toMatch(/localhost|<!--/);
  });

  test("takes three numbers for a version", () => {
    expect(() => manifestFor(source, { baseUrl: "https://jgzb.example.cn/", version: "1.0.0-rc.1" })).toThrow("三个数");
  });
});

describe("the servers' configurations", () => {
  const files = serverFiles(ROOT, { baseUrl: "https://oa.example.cn:8443/a.b/", officeJs: "china" });
  const china = "https://appsforoffice.cdn.partner.office365.cn";

  test("nginx is for the address, and lets in the one origin of office.js", () => {
    const text = files.get("nginx.conf")!;
    for (const line of [
      "listen      8443 ssl;",
      "server_name oa.example.cn;",
      "location /a.b/ {",
      String.raw`"~^/a\.b/(scripts|office-js-[0-9.]+)/"`,
      String.raw`if ($uri !~ ^/a\.b/) { return 404; }`,
    ])
      expect(text).toContain(line);
    expect(text).toContain(`script-src 'self' ${china};`);
    expect(text).not.toContain("example.gov.cn");
  });

  test("IIS says the same headers as nginx and changes no section that a site may not", () => {
    const text = files.get("web.config")!;
    expect(XMLValidator.validate(text)).toBe(true);
    const { configuration } = new XMLParser({
      ignoreAttributes: false,
      attributeNamePrefix: "",
      isArray: (name) => name === "location",
    }).parse(text) as {
      configuration: {
        "system.webServer": Record<string, unknown> & {
          httpProtocol: { customHeaders: { add: { name: string; value: string }[] } };
        };
        location: { path: string }[];
      };
    };
    const headers = configuration["system.webServer"].httpProtocol.customHeaders.add.map(({ name, value }) => [
      name,
      value,
    ]);
    const nginx = [...files.get("nginx.conf")!.matchAll(/add_header (\S+) ("[^"]*"|\S+) always;/g)].map(
      ([, name, value]) => [name, value!.replaceAll('"', "")],
    );
    expect(headers).toEqual(nginx);
    expect(Object.fromEntries(headers)["Content-Security-Policy"]).toBe(headerPolicy(china));
    // Locked above the site by default: handlers, modules, access, httpCompression; rewrite is a module of its own.
    expect(Object.keys(configuration["system.webServer"]).sort()).toEqual([
      "defaultDocument",
      "directoryBrowse",
      "httpProtocol",
      "security",
      "staticContent",
      "urlCompression",
    ]);
    expect(configuration.location.map(({ path }) => path)).toEqual(["scripts", "office-js-1.1.110", "assets"]);
  });
});
