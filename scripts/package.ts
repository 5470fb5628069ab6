/** Makes the archive that an office installs from: the add-in built for its address, guides, server configurations, licences. */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readTarget, type Target } from "../build/target.cjs";
import { PACKAGING } from "../src/core/wording/packaging";
import { pack, releaseFiles } from "./package/archive";
import { build } from "./package/build";

const root = join(__dirname, "..");

/** Null where the call is wrong, which has been said then. */
function readArguments(): Target | null {
  try {
    const { values } = parseArgs({ options: { baseUrl: { type: "string" }, officeJs: { type: "string" } } });
    if (values.baseUrl !== undefined) return readTarget(values);
    console.error(PACKAGING.usage);
  } catch (error) {
    console.error(`${(error as Error).message}\n${PACKAGING.usage}`);
  }
  return null;
}

async function main(): Promise<void> {
  const target = readArguments();
  if (!target) {
    process.exitCode = 2;
    return;
  }
  console.error(PACKAGING.building(target.baseUrl));
  await build(target, join(root, "dist"));
  const archive = await pack(releaseFiles(root, join(root, "dist"), target));
  const { name, version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    name: string;
    version: string;
  };
  const path = `release/${name}-${version}.zip`;
  mkdirSync(join(root, "release"), { recursive: true });
  writeFileSync(join(root, path), archive);
  console.log(
    PACKAGING.done(path, (archive.length / 1e6).toFixed(1), createHash("sha256").update(archive).digest("hex")),
  );
}

void main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
