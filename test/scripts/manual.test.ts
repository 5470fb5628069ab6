import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { withMessages } from "../../scripts/manual/messages";

const docs = join(__dirname, "../../docs");
const manual = readFileSync(join(docs, "使用说明.md"), "utf8");

test("the manual lists every message as it is now (npm run manual)", () => {
  expect(withMessages(manual)).toBe(manual);
});

test("each picture of the manual is there, and each heading that it points to", () => {
  const pictures = [...manual.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map((match) => match[1]!);
  expect(pictures.length).toBeGreaterThan(10);
  expect(pictures.filter((picture) => !existsSync(join(docs, picture)))).toEqual([]);
  const anchors = [...manual.matchAll(/^#+ (.+)$/gm)].map((match) => match[1]!.replace(/[^\p{L}\p{N}]/gu, ""));
  const wanted = [...manual.matchAll(/\]\(#([^)]+)\)/g)].map((match) => match[1]!);
  expect(wanted.filter((anchor) => !anchors.includes(anchor))).toEqual([]);
});
