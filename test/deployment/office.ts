import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { createHash, X509Certificate } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { IncomingHttpHeaders } from "node:http";
import { request, type RequestOptions } from "node:https";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import JSZip from "jszip";

/** A county office as the guide for installation makes it: a certificate of its own authority, nginx, and the archive unpacked. */
export interface Office {
  readonly host: string;
  readonly port: number;
  /** SHA-256 of the certificate's public key in base64, by which Chromium is told to trust it. */
  readonly fingerprint: string;
  /** Asks the server over TLS, trusting the office's authority and nothing else. */
  ask(path: string, options?: Pick<RequestOptions, "method" | "headers">): Promise<Answer>;
  close(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

const NGINX = ["/usr/sbin/nginx", "/usr/bin/nginx", "/opt/homebrew/bin/nginx", "/usr/local/bin/nginx"].find((path) =>
  existsSync(path),
);
const OPENSSL = ["/usr/bin/openssl", "/opt/homebrew/bin/openssl", "/usr/local/bin/openssl"].find((path) =>
  existsSync(path),
);
const MIME_TYPES = [
  "/etc/nginx/mime.types",
  "/opt/homebrew/etc/nginx/mime.types",
  "/usr/local/etc/nginx/mime.types",
].find((path) => existsSync(path));

/** What a server needs that is not here; empty where all is. */
export const missing = Object.entries({ nginx: NGINX && MIME_TYPES, openssl: OPENSSL }).flatMap(([name, path]) =>
  path === undefined ? [name] : [],
);

/** Unpacks the archive and serves its dist with its own nginx.conf, in which ports, certificates and folders alone are exchanged. */
export async function openOffice(archive: Buffer, host: string): Promise<Office> {
  const folder = mkdtempSync(join(tmpdir(), "office-"));
  await unpack(archive, join(folder, "release"));
  const ca = makeCertificates(folder, host);
  const port = await freePort();
  const packaged = readFileSync(join(folder, "release/server/nginx.conf"), "utf8");
  const local = exchange(packaged, [
    ["listen      443 ssl;", `listen 127.0.0.1:${port} ssl;`],
    ["/etc/nginx/ssl/jgzb.crt", join(folder, "jgzb.crt")],
    ["/etc/nginx/ssl/jgzb.key", join(folder, "jgzb.key")],
    ["alias /srv/jgzb/;", `alias ${join(folder, "release/dist")}/;`],
  ]);
  writeFileSync(join(folder, "jgzb.conf"), local);
  writeFileSync(join(folder, "nginx.conf"), around(folder));
  const nginx = spawn(NGINX!, ["-p", folder, "-c", join(folder, "nginx.conf"), "-e", join(folder, "error.log")], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ask: Office["ask"] = (path, options = {}) =>
    askOver({
      ...options,
      path,
      port,
      host: "127.0.0.1",
      servername: host,
      ca,
      headers: { Host: host, ...options.headers },
    });
  await listening(
    nginx,
    () => ask("/"),
    () => (existsSync(join(folder, "error.log")) ? readFileSync(join(folder, "error.log"), "utf8") : ""),
  );
  const key = new X509Certificate(readFileSync(join(folder, "jgzb.crt"))).publicKey.export({
    type: "spki",
    format: "der",
  });
  return {
    host,
    port,
    fingerprint: createHash("sha256").update(key).digest("base64"),
    ask,
    close: async () => {
      const gone = new Promise((resolve) => nginx.once("exit", resolve));
      nginx.kill("SIGQUIT");
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function unpack(archive: Buffer, folder: string): Promise<void> {
  const zip = await JSZip.loadAsync(archive);
  for (const entry of Object.values(zip.files)) {
    const path = join(folder, entry.name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, await entry.async("nodebuffer"));
  }
}

/** An authority and a certificate signed by it. Returns the authority's certificate. */
function makeCertificates(folder: string, host: string): Buffer {
  const file = (name: string): string => join(folder, name);
  const openssl = (...words: string[]): void => void execFileSync(OPENSSL!, words, { stdio: "pipe" });
  const key = ["-newkey", "rsa:2048", "-nodes", "-keyout"];
  openssl(
    "req",
    "-x509",
    ...key,
    file("ca.key"),
    "-out",
    file("ca.crt"),
    "-days",
    "2",
    "-subj",
    "/CN=Test Authority",
    "-addext",
    "keyUsage=critical,keyCertSign",
  );
  openssl("req", ...key, file("jgzb.key"), "-out", file("jgzb.csr"), "-subj", `/CN=${host}`);
  writeFileSync(file("names"), `subjectAltName=DNS:${host}\nextendedKeyUsage=serverAuth\n`);
  openssl(
    "x509",
    "-req",
    "-in",
    file("jgzb.csr"),
    "-CA",
    file("ca.crt"),
    "-CAkey",
    file("ca.key"),
    "-CAcreateserial",
    "-out",
    file("jgzb.crt"),
    "-days",
    "2",
    "-extfile",
    file("names"),
  );
  return readFileSync(file("ca.crt"));
}

/** What Debian's nginx.conf has around the files of conf.d, in a folder of its own. */
function around(folder: string): string {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((name) => `${name}_temp_path ${join(folder, name)};`)
    .join(" ");
  // Started as root, nginx would hand over to a user who may not read this folder.
  const user = process.getuid?.() === 0 ? "user root;" : "";
  return `${user} daemon off; worker_processes 1; pid ${join(folder, "pid")}; events { worker_connections 256; }
    http { include ${MIME_TYPES!}; default_type application/octet-stream; access_log off; ${temporary} include ${join(folder, "jgzb.conf")}; }\n`;
}

const exchange = (text: string, pairs: readonly (readonly [string, string])[]): string =>
  pairs.reduce((now, [from, to]) => {
    if (!now.includes(from)) throw new Error(`The package's nginx.conf has no "${from}"`);
    return now.replace(from, () => to);
  }, text);

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function listening(nginx: ChildProcess, ask: () => Promise<unknown>, log: () => string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    if (nginx.exitCode !== null) throw new Error(`nginx does not start: ${log()}`);
    try {
      await ask();
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ECONNREFUSED") throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error(`nginx does not answer: ${log()}`);
}

const askOver = (options: RequestOptions): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const asked = request({ ...options, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("end", () =>
        resolve({ status: answer.statusCode!, headers: answer.headers, body: Buffer.concat(parts) }),
      );
      answer.on("error", reject);
    });
    asked.on("error", reject);
    asked.end();
  });
