import { createRequire } from "node:module";
import type { Configuration } from "webpack";
import type { Target } from "../../build/target.cjs";

const require = createRequire(__filename);
const CONFIGURATION = require.resolve("../../webpack.config.js");

type Built = Pick<Target, "baseUrl" | "officeJs">;

/** What webpack is told for one address. */
export function configurationFor({ baseUrl, officeJs }: Built): Configuration {
  const configure = require(CONFIGURATION) as (env: object, argv: object) => Configuration;
  return configure({ baseUrl, officeJs }, { mode: "production" });
}

export interface Building {
  /** Keeps what a later build need not do again. */
  readonly cacheFolder?: string;
  /** Stands in for the pane's program, where only the page around it is wanted. */
  readonly entry?: string;
}

/** Builds the add-in for one address into `folder`, as `npm run build` does. */
export async function build(target: Built, folder: string, { cacheFolder, entry }: Building = {}): Promise<void> {
  const { default: webpack } = await import("webpack");
  const configuration = configurationFor(target);
  const compiler = webpack({
    ...configuration,
    mode: "production",
    ...(entry === undefined ? {} : { entry: { taskpane: entry } }),
    output: { ...configuration.output, path: folder },
    ...(cacheFolder === undefined
      ? {}
      : { cache: { type: "filesystem", cacheDirectory: cacheFolder, buildDependencies: { config: [CONFIGURATION] } } }),
  });
  if (!compiler) throw new Error("webpack made no compiler");
  await new Promise<void>((resolve, reject) => {
    compiler.run((error, stats) => {
      compiler.close((closing) => {
        if (error ?? closing) return reject((error ?? closing)!);
        if (stats?.hasErrors()) return reject(new Error(stats.toString("errors-only")));
        resolve();
      });
    });
  });
}
