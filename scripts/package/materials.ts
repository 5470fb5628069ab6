import { execSync } from "node:child_process";

interface Component {
  readonly "bom-ref": string;
  readonly type: string;
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly hashes?: readonly object[];
  readonly licenses?: readonly object[];
}

interface Materials {
  readonly metadata: { readonly timestamp: string; readonly component: Component };
  readonly serialNumber: string;
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
  readonly [more: string]: unknown;
}

const OFFICE_JS = "@microsoft/office-js";

/**
 * The bill of materials in CycloneDX, made by npm from package-lock.json and cut to what ships. Without serial number and time, so
 * that the same lock file gives the same text. CycloneDX's own plug-in for webpack was tried: it brings 110 packages and a native one.
 * @param shipped the packages in dist as "name@version"; what is not in the lock file under that version stops it
 */
export function materials(root: string, shipped: readonly string[]): string {
  const {
    serialNumber: _serialNumber,
    metadata,
    components,
    dependencies,
    ...bill
  } = JSON.parse(
    execSync("npm sbom --sbom-format cyclonedx --sbom-type application --package-lock-only --loglevel=error", {
      cwd: root,
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
    }),
  ) as Materials;
  const { timestamp: _timestamp, component, ...told } = metadata;
  const chosen = shipped.map((ref) => {
    const found = components.find((one) => `${one.name}@${one.version}` === ref);
    if (!found) throw new Error(`package-lock.json 里没有 ${ref}，先运行 npm ci 再打包。`);
    return found;
  });
  const known = new Set(chosen.map((one) => one["bom-ref"]));
  const own = component["bom-ref"];
  return `${JSON.stringify(
    {
      ...bill,
      // npm names the project after its folder, which is another on each machine.
      metadata: { ...told, component: { ...component, name: own.slice(0, own.lastIndexOf("@")) } },
      components: chosen.map(shippedComponent),
      dependencies: dependencies
        .filter(({ ref }) => ref === own || known.has(ref))
        .map(({ ref, dependsOn }) => ({
          ref,
          dependsOn: ref === own ? [...known] : dependsOn.filter((on) => known.has(on)),
        })),
    },
    undefined,
    2,
  )}\n`;
}

/** npm says that a development dependency is optional; what is in dist is not. The package of office.js names a file for its licence. */
function shippedComponent({ "bom-ref": ref, type, name, version, purl, hashes, licenses }: Component): object {
  return {
    "bom-ref": ref,
    type,
    name,
    version,
    scope: "required",
    purl,
    hashes,
    licenses:
      licenses ??
      (name === OFFICE_JS ? [{ license: { name: "Microsoft Software License Terms, Office.js API Library" } }] : []),
  };
}
