import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import JSZip from "jszip";
import { NOTICES, shippedPackages } from "../../build/licences.cjs";
import type { Target } from "../../build/target.cjs";
import { materials } from "./materials";
import { serverFiles } from "./servers";

/** Files of an archive by their paths in it, with "/" between folders. */
export type Files = ReadonlyMap<string, Buffer>;

/** Guides for those who install, approve and use it, as they stand in docs. */
const GUIDES = ["部署说明.md", "审批说明.md", "使用说明.md"];

/** All that an office gets: what a built `dist` holds, and what goes with it. */
export function releaseFiles(root: string, dist: string, target: Pick<Target, "baseUrl" | "officeJs">): Files {
  const files = new Map<string, Buffer>();
  const notices = readFileSync(join(dist, NOTICES));
  for (const path of filesIn(dist)) files.set(`dist/${path}`, readFileSync(join(dist, path)));
  files.set("manifest.xml", readFileSync(join(dist, "manifest.xml")));
  files.set(NOTICES, notices);
  files.set("LICENSE", readFileSync(join(root, "LICENSE")));
  files.set("bom.cdx.json", Buffer.from(materials(root, shippedPackages(notices.toString("utf8")))));
  for (const [path, text] of serverFiles(root, target)) files.set(`server/${path}`, Buffer.from(text));
  for (const guide of GUIDES) {
    const text = readFileSync(join(root, "docs", guide), "utf8");
    files.set(guide, Buffer.from(text));
    for (const [, picture] of text.matchAll(/\]\((pictures\/[^)]+)\)/g))
      files.set(picture!, readFileSync(join(root, "docs", picture!)));
  }
  return files;
}

/** A zip in which nothing depends on when, where and in what order it was made: the same files give the same bytes. */
export function pack(files: Files): Promise<Buffer> {
  const zip = new JSZip();
  // The earliest date that a zip can hold.
  const date = new Date(Date.UTC(1980, 0, 1));
  for (const path of [...files.keys()].sort()) zip.file(path, files.get(path)!, { date, createFolders: false });
  return zip.generateAsync({
    type: "nodebuffer",
    compression: "DEFLATE",
    compressionOptions: { level: 9 },
    platform: "DOS",
  });
}

/** Paths of all files in a folder and the folders in it, with "/" between folders. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath ?? entry.path, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    );
