import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";

/** What the pane may load before it is seen, office.js apart: bytes after gzip. */
const LIMIT = 120_000;

const dist = path.join(import.meta.dirname, "..", "dist");
const html = readFileSync(path.join(dist, "taskpane.html"), "utf8");
const scripts = [...html.matchAll(/<script\b[^>]*\bsrc="?([^"\s>]+)/g)]
  .map((match) => match[1]!)
  .filter((source) => !/^(office-js-|https:)/.test(source));
if (scripts.length === 0) throw new Error("dist/taskpane.html loads no script of the pane: run npm run build first.");

const sizes = scripts.map((source) => gzipSync(readFileSync(path.join(dist, source)), { level: 9 }).length);
const total = sizes.reduce((sum, size) => sum + size, 0);
scripts.forEach((source, index) => console.log(`${source}: ${sizes[index]} bytes gzip`));
console.log(`The pane loads ${(total / 1000).toFixed(1)} kB gzip at first, of ${LIMIT / 1000} kB allowed.`);
if (total > LIMIT) process.exitCode = 1;
