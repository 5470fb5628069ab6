import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { inspect } from "node:util";
import { chromium, type Browser, type BrowserContext, type Frame, type Page } from "playwright-core";
import { pack, releaseFiles, type Files } from "../../scripts/package/archive";
import { build, configurationFor } from "../../scripts/package/build";
import { serverFiles } from "../../scripts/package/servers";
import { browserPath, paneOf } from "../e2e/preview";
import { missing, openOffice, type Office } from "./office";

const here = missing.length === 0 && browserPath !== undefined;
if (missing.length > 0)
  process.stderr.write(
    `No ${missing.join(" and no ")} here: the tests of the installed add-in ${process.env.CI ? "fail" : "are skipped"}.\n`,
  );
// eslint-disable-next-line no-restricted-syntax -- the one place where these tests may be passed over, with the line above
const describeInstalled = here || process.env.CI ? describe : describe.skip;

const ROOT = join(__dirname, "../..");
const HOST = "jgzb.weiyuan.test";
/** A dot in the path, which means more in a regular expression. */
const PATH = "/excel/jgzb.v1/";
const BASE = `https://${HOST}${PATH}`;
/** As Microsoft documents them. */
const CDN = {
  cdn: "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
  china: "https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js",
} as const;
const OFFICE_JS = join(dirname(createRequire(__filename).resolve("@microsoft/office-js/package.json")), "dist");
const FOREVER = "public, max-age=31536000, immutable";

type From = "self" | keyof typeof CDN;

/** Kept between runs: a whole build takes half a minute, a third of it where nothing has changed. */
const CACHE = join(ROOT, "node_modules/.cache/release");

async function inFolder<T>(work: (dist: string) => Promise<T>): Promise<T> {
  const dist = mkdtempSync(join(tmpdir(), "dist-"));
  try {
    return await work(dist);
  } finally {
    rmSync(dist, { recursive: true, force: true });
  }
}

const release = (): Promise<Files> =>
  inFolder(async (dist) => {
    await build({ baseUrl: BASE, officeJs: "self" }, dist, { cacheFolder: CACHE });
    return releaseFiles(ROOT, dist, { baseUrl: BASE, officeJs: "self" });
  });

/** The pane's script as the page names it. */
const scriptOf = (page: string): string => /scripts\/taskpane\.[0-9a-f]{8}\.js/.exec(page)![0];

/**
 * The release with office.js from elsewhere: page, notices and servers' configurations are built for it, around the scripts of `self`. These
 * do not depend on it, which a test holds; to build them again would take most of the tests' time.
 */
const releaseFrom = (officeJs: From, self: Files): Promise<Files> =>
  inFolder(async (dist) => {
    await build({ baseUrl: BASE, officeJs }, dist, { entry: join(ROOT, "src/core/wording/pane.ts") });
    const page = readFileSync(join(dist, "taskpane.html"), "utf8");
    const files = new Map(
      [...self].filter(
        ([path]) => !path.startsWith("dist/office-js") || existsSync(join(dist, path.slice("dist/".length))),
      ),
    );
    files.set(
      "dist/taskpane.html",
      Buffer.from(page.replace(scriptOf(page), scriptOf(self.get("dist/taskpane.html")!.toString("utf8")))),
    );
    for (const [path, text] of serverFiles(ROOT, { baseUrl: BASE, officeJs }))
      files.set(`server/${path}`, Buffer.from(text));
    return files;
  });

describeInstalled("the release, unpacked in an office", () => {
  let self: Files;
  let office: Office;

  beforeAll(async () => {
    self = await release();
    office = await openOffice(await pack(self), HOST);
  }, 300_000);
  afterAll(() => office?.close());

  const textOf = (path: string): string => self.get(path)!.toString("utf8");
  const paths = (): string[] => [...self.keys()];
  const script = (): string =>
    paths()
      .find((path) => /^dist\/scripts\/taskpane\./.test(path))!
      .slice("dist/".length);

  describe("what is in it", () => {
    test("names its own address and version, and no other", () => {
      const manifest = textOf("manifest.xml");
      expect([...new Set(manifest.match(/https:\/\/[^/"]+/g))]).toEqual([`https://${HOST}`]);
      expect(manifest).toContain(`<SourceLocation DefaultValue="${BASE}taskpane.html"/>`);
      expect(manifest).toContain(`<bt:Image id="Clear.Icon80" DefaultValue="${BASE}assets/icon-clear-80.png"/>`);
      const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
      expect(manifest).toContain(`<Version>${version}.0</Version>`);
      expect(textOf("dist/manifest.xml")).toBe(manifest);
      // office.js has "document.localhost" in it, which is Microsoft's.
      const ours = paths().filter((path) => /^(dist|manifest|server|bom)/.test(path) && !path.includes("/office-js-"));
      expect(ours.filter((path) => /localhost|:3000|127\.0\.0\.1|example\.gov\.cn/.test(textOf(path)))).toEqual([]);
      expect(ours.filter((path) => textOf(path).includes(ROOT))).toEqual([]);
    });

    test("says in its page which add-in it is, and what is missing where Excel falls back on Internet Explorer's view", () => {
      const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
      const page = textOf("dist/taskpane.html");
      expect(page).toContain(`data-version=${version} data-office-js=self`);
      expect(page).toMatch(/<p id=no-webview>这台电脑缺少 Microsoft Edge WebView2/);
      expect(page).toContain("@supports (display:grid){#no-webview{display:none}}");
    });

    test.each(["cdn", "china"] as const)(
      "has the same scripts where office.js comes from %s: they are built alike",
      (officeJs) => {
        const told = (from: From): string =>
          inspect({ ...configurationFor({ baseUrl: BASE, officeJs: from }), plugins: [] }, { depth: null });
        expect(told(officeJs)).toBe(told("self"));
      },
    );

    test("has no source map, every file of its manifest, and scripts that are named by their content", () => {
      expect(paths().filter((path) => path.endsWith(".map"))).toEqual([]);
      const named = textOf("manifest.xml")
        .match(/https:\/\/[^"]+/g)!
        .filter((address) => address.startsWith(BASE));
      expect(named.filter((address) => !self.has(`dist/${address.slice(BASE.length)}`))).toEqual([]);
      const scripts = paths().filter(
        (path) => path.startsWith("dist/") && path.endsWith(".js") && !path.includes("/office-js-"),
      );
      expect(scripts.length).toBeGreaterThan(3);
      expect(scripts.filter((path) => !/^dist\/scripts\/[\w-]+\.[0-9a-f]{8}\.js$/.test(path))).toEqual([]);
    });

    test("lists what ships alike in the notices and in the bill of materials", () => {
      const bill = JSON.parse(textOf("bom.cdx.json")) as {
        bomFormat: string;
        components: { name: string; version: string; licenses: object[]; hashes: object[] }[];
      };
      expect(bill.bomFormat).toBe("CycloneDX");
      const listed = bill.components.map(({ name, version }) => `${name} ${version} (`);
      expect(listed.filter((title) => !textOf("THIRD-PARTY-NOTICES.txt").includes(`\n${title}`))).toEqual([]);
      expect(bill.components.filter(({ licenses, hashes }) => licenses.length === 0 || hashes.length === 0)).toEqual(
        [],
      );
      const { dependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
        dependencies: Record<string, string>;
      };
      // react-components re-exports its parts and has no code of its own.
      const direct = [
        ...Object.keys(dependencies).filter((name) => name !== "@fluentui/react-components"),
        "@fluentui/react-provider",
        "@microsoft/office-js",
        "webpack",
      ];
      expect(bill.components.map(({ name }) => name)).toEqual(expect.arrayContaining(direct));
      expect(textOf("bom.cdx.json")).not.toMatch(/serialNumber|timestamp/);
    });

    test("brings the guides with their pictures, both servers' configurations and the licence", () => {
      expect(paths()).toEqual(
        expect.arrayContaining([
          "部署说明.md",
          "审批说明.md",
          "使用说明.md",
          "pictures/overview-light.png",
          "server/nginx.conf",
          "server/web.config",
          "LICENSE",
        ]),
      );
    });

    test("gives the same bytes whatever the order of its files", async () => {
      const again = new Map([...self].reverse());
      expect((await pack(again)).equals(await pack(self))).toBe(true);
    });

    test("gives the same bytes in another time zone, and from files of another age and mode", async () => {
      const { TZ } = process.env;
      try {
        const packed = await inFolder(async (dist) => {
          for (const [path, content] of self) {
            const to = join(dist, path);
            mkdirSync(dirname(to), { recursive: true });
            writeFileSync(to, content, { mode: 0o600 });
            utimesSync(to, 1e9, 1e9);
          }
          process.env.TZ = "America/Los_Angeles";
          return pack(releaseFiles(ROOT, join(dist, "dist"), { baseUrl: BASE, officeJs: "self" }));
        });
        expect(packed.equals(await pack(self))).toBe(true);
      } finally {
        if (TZ === undefined) delete process.env.TZ;
        else process.env.TZ = TZ;
      }
    });
  });

  describe("its nginx", () => {
    test.each([
      ["taskpane.html", "text/html; charset=utf-8", "no-cache"],
      ["manifest.xml", "text/xml; charset=utf-8", "no-cache"],
      ["assets/help.html", "text/html; charset=utf-8", "no-cache"],
      ["assets/icon-app-32.png", "image/png", undefined],
      ["office-js-1.1.110/office.js", "application/javascript; charset=utf-8", FOREVER],
      ["office-js-1.1.110/zh-cn/office_strings.js", "application/javascript; charset=utf-8", FOREVER],
    ])("serves %s as %s, to be kept: %s", async (path, type, cache) => {
      const { status, headers, body } = await office.ask(PATH + path);
      expect([status, headers["content-type"], headers["cache-control"]]).toEqual([200, type, cache]);
      expect(body.equals(self.get(`dist/${path}`)!)).toBe(true);
    });

    test("lets scripts be kept for ever and packs them", async () => {
      const { headers, body } = await office.ask(PATH + script(), { headers: { "Accept-Encoding": "gzip" } });
      expect(headers).toMatchObject({ "cache-control": FOREVER, "content-encoding": "gzip", vary: "Accept-Encoding" });
      expect(body.length).toBeLessThan(self.get(`dist/${script()}`)!.length / 2);
    });

    test("says with every answer what a page may do and who may frame it", async () => {
      for (const path of ["taskpane.html", script(), "assets/icon-app-32.png", "nothing.js"]) {
        const { headers } = await office.ask(PATH + path);
        expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "referrer-policy": "no-referrer" });
        expect(headers["x-frame-options"]).toBeUndefined();
        const policy = new Map(
          String(headers["content-security-policy"])
            .split("; ")
            .map((part) => [part.split(" ")[0], part.split(" ").slice(1)]),
        );
        expect(policy.get("script-src")).toEqual(["'self'"]);
        expect(policy.get("connect-src")).toEqual(["'none'"]);
        expect(policy.get("frame-ancestors")).toContain("https://*.officeapps.live.com");
        expect(String(headers["content-security-policy"])).not.toMatch(/unsafe|\*(?!\.)|http:/);
      }
    });

    test.each([
      ["GET", `${PATH}scripts/taskpane.00000000.js`, 404],
      ["GET", PATH.slice(0, -1), 404],
      ["GET", "/", 404],
      ["GET", "/excel/jgzbXv1/taskpane.html", 404],
      ["GET", `${PATH}scripts/`, 403],
      ["GET", `${PATH}../server/nginx.conf`, 404],
      ["POST", `${PATH}taskpane.html`, 403],
      ["HEAD", `${PATH}taskpane.html`, 200],
    ])("answers %s %s with %i", async (method, path, expected) => {
      const { status, headers } = await office.ask(path, { method });
      expect(status).toBe(expected);
      if (expected !== 200) expect(headers["cache-control"]).toBeUndefined();
    });

    test("answers an unchanged page with 304", async () => {
      const { headers } = await office.ask(`${PATH}taskpane.html`);
      await expect(
        office.ask(`${PATH}taskpane.html`, { headers: { "If-None-Match": headers.etag! } }),
      ).resolves.toMatchObject({ status: 304 });
    });
  });

  describe("in a browser", () => {
    test("works whole from its own server: nothing from elsewhere, no word against its policy", async () => {
      const seen = await inExcel(office);
      expect(seen.faults).toEqual([]);
      expect([...seen.origins]).toEqual([`https://${HOST}`]);
    }, 120_000);

    test("sends nothing even where Excel lets office.js report to Microsoft", async () => {
      const seen = await inExcel(office, { reports: true });
      expect(seen.addresses.filter((address) => address.endsWith("/telemetry/oteljs_agave.js"))).toHaveLength(1);
      expect([...seen.origins]).toEqual([`https://${HOST}`]);
    }, 120_000);

    test.each(["cdn", "china"] as const)(
      "takes office.js from the documented address of %s, and nothing else",
      async (from) => {
        const files = await releaseFrom(from, self);
        expect([...files.keys()].filter((path) => path.includes("office-js"))).toEqual([]);
        const there = await openOffice(await pack(files), HOST);
        try {
          const seen = await inExcel(there);
          expect(seen.faults).toEqual([]);
          expect(files.get("dist/taskpane.html")!.toString("utf8")).toContain(`data-office-js=${from}`);
          expect([...seen.origins].sort()).toEqual([new URL(CDN[from]).origin, `https://${HOST}`].sort());
          expect(seen.addresses).toContain(CDN[from]);
        } finally {
          await there.close();
        }
      },
      180_000,
    );

    test("lets Excel on the web frame it, worldwide and in China, and nobody else", async () => {
      const browser = await launch(office);
      try {
        const page = await browser.newPage();
        const frame = (address: string): string => `<!doctype html><iframe src="${address}"></iframe>`;
        await page.route("https://weiyuan.sharepoint.com/", (route) =>
          route.fulfill({ contentType: "text/html", body: frame("https://euc-excel.officeapps.live.com/") }),
        );
        await page.route("https://euc-excel.officeapps.live.com/", (route) =>
          route.fulfill({ contentType: "text/html", body: frame(`${BASE}assets/help.html`) }),
        );
        await page.route("https://weiyuan.sharepoint.cn/", (route) =>
          route.fulfill({ contentType: "text/html", body: frame("https://bjb-excel.partner.officewebapps.cn/") }),
        );
        await page.route("https://bjb-excel.partner.officewebapps.cn/", (route) =>
          route.fulfill({ contentType: "text/html", body: frame(`${BASE}assets/help.html`) }),
        );
        await page.route("https://elsewhere.example/", (route) =>
          route.fulfill({ contentType: "text/html", body: frame(`${BASE}assets/help.html`) }),
        );
        const titles = async (address: string): Promise<string[]> => {
          await page.goto(address, { waitUntil: "load" });
          return Promise.all(page.frames().map((one) => one.title()));
        };
        await expect(titles("https://weiyuan.sharepoint.com/")).resolves.toContain("监管指标 · 使用说明");
        await expect(titles("https://weiyuan.sharepoint.cn/")).resolves.toContain("监管指标 · 使用说明");
        await expect(titles("https://elsewhere.example/")).resolves.not.toContain("监管指标 · 使用说明");
      } finally {
        await browser.close();
      }
    }, 60_000);
  });
});

/** Chromium that finds the office's server by its name and trusts its certificate by its key, and finds no other machine. */
const launch = ({ host, port, fingerprint }: Office): Promise<Browser> =>
  chromium.launch({
    executablePath: browserPath,
    // From a page of the internet, which Excel on the web is, into a network of one's own Chromium asks the person first: see 部署说明.
    args: [
      "--disable-features=LocalNetworkAccessChecks",
      `--host-resolver-rules=MAP ${host}:443 127.0.0.1:${port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
      `--ignore-certificate-errors-spki-list=${fingerprint}`,
    ],
  });

interface Seen {
  /** Messages of errors and warnings, and answers that are none. */
  readonly faults: string[];
  readonly addresses: string[];
  readonly origins: ReadonlySet<string>;
}

/**
 * Opens the installed pane in the preview's page, which stands in for Excel, and walks it: the sample recalculated from the pane,
 * cleared from the ribbon. The page around is put in the way on the same origin; all that belongs to the add-in, its manifest among
 * it, comes from the office's server as it is.
 */
async function inExcel(office: Office, { reports = false } = {}): Promise<Seen> {
  const browser = await launch(office);
  try {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: "zh-CN",
      timezoneId: "Asia/Shanghai",
    });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    const seen = watch(page);
    await putExcelAround(context, reports);
    await page.goto(`${BASE}index.html`);
    const pane = await paneOf(page);
    await pane.getByText("缺少 Microsoft Edge WebView2").waitFor({ state: "hidden" });
    expect(pane.url()).toBe(`${BASE}taskpane.html`);
    await walk(page, pane);
    return seen;
  } finally {
    await browser.close();
  }
}

function watch(page: Page): Seen {
  const seen = { faults: [] as string[], addresses: [] as string[], origins: new Set<string>() };
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && seen.faults.push(message.text()));
  page.on("pageerror", (error) => seen.faults.push(String(error.stack)));
  page.on(
    "response",
    (response) => response.status() >= 400 && seen.faults.push(`${response.status()} ${response.url()}`),
  );
  page.on("request", (request) => {
    if (/^(data|blob):/.test(request.url())) return;
    seen.addresses.push(request.url());
    seen.origins.add(new URL(request.url()).origin);
  });
  return seen;
}

const ADD_IN = /^(taskpane\.html|manifest\.xml|assets\/|scripts\/|office-js)/;

async function putExcelAround(context: BrowserContext, reports: boolean): Promise<void> {
  const preview = process.env.PREVIEW_ADDRESS!;
  const frame = await (await fetch(`${preview}frame.js`)).text();
  const permission = `const info = external.GetHostInfo; external.GetHostInfo = () => info().replace("disableLogging", ""); external.GetLoggingAllowed = () => true;`;
  await context.addInitScript(
    `if (location.pathname.endsWith("/taskpane.html")) { ${frame}\n; ${reports ? permission : ""} }`,
  );
  await context.route(`${BASE}**`, async (route, request) => {
    const path = request.url().slice(BASE.length);
    if (ADD_IN.test(path)) return route.continue();
    const answer = await fetch(preview + path);
    return route.fulfill({
      status: answer.status,
      contentType: answer.headers.get("content-type") ?? "",
      body: Buffer.from(await answer.arrayBuffer()),
    });
  });
  for (const address of Object.values(CDN)) {
    const folder = address.slice(0, -"office.js".length);
    await context.route(`${folder}**`, (route, request) =>
      route.fulfill({ path: join(OFFICE_JS, new URL(request.url()).pathname.slice(new URL(folder).pathname.length)) }),
    );
  }
}

async function walk(page: Page, pane: Frame): Promise<void> {
  await pane.getByRole("button", { name: "一键重算" }).click();
  await pane.getByText("已重算 35 个部门。").first().waitFor();
  const ribbon = page.getByRole("navigation");
  await expect(ribbon.getByRole("button").allTextContents()).resolves.toEqual([
    "一键重算",
    "打印设置",
    "清除标记",
    "打开面板",
  ]);
  await ribbon.getByRole("button", { name: "清除标记" }).click();
  await pane.getByRole("button", { name: "撤销本次" }).waitFor();
}
