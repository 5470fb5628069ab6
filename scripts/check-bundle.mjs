/** Fails when what the built pane loads before it shows, without office.js, is over 150 kB compressed. Its dialogs load when they are opened. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const MOST = 150_000;
const dist = join(import.meta.dirname, "../dist");
const page = readFileSync(join(dist, "taskpane.html"), "utf8");

let atOnce = 0;
for (const file of readdirSync(dist).filter((name) => /\.(js|css|html)$/.test(name))) {
  const bytes = gzipSync(readFileSync(join(dist, file))).length;
  const first = file === "taskpane.html" || page.includes(`"${file}"`);
  if (first) atOnce += bytes;
  console.log(`${(bytes / 1000).toFixed(1).padStart(7)} kB  ${file}${first ? "" : " (later)"}`);
}
console.log(`${(atOnce / 1000).toFixed(1).padStart(7)} kB  at once, gzip, of at most ${MOST / 1000} kB`);
process.exitCode = atOnce > MOST ? 1 : 0;
