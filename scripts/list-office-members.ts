/** Writes docs/office-members.md: which members of Office.js the add-in uses and the host serves. Exit 1 where a use is not sound. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { documentOf, documentPath, inspect, unchecked, unserved } from "./office-members/report";

const root = join(__dirname, "..");
const report = inspect(root);
writeFileSync(documentPath(root), documentOf(report));

const complaints = [
  ...unchecked(report),
  ...unserved(report),
  ...report.unclear.map(({ file, line, code }) => `${file}:${line} loads what cannot be told from the code: ${code}`),
  ...report.served.unknown.map((name) => `${name} is not a member of Office.js`),
];
for (const complaint of complaints) console.error(complaint);
process.exitCode = complaints.length > 0 ? 1 : 0;
