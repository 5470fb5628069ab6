import { createRequire } from "node:module";
import type { Configuration } from "webpack";
import type { Target } from "../../build/target.cjs";

const require = createRequire(__filename);
const CONFIGURATION = require.resolve("../../webpack.config.js");

/** Builds the add-in for one address into `folder`, as `npm run build` does. `cacheFolder` keeps what a later build need not do again. */
export async function build({ baseUrl, officeJs }: Pick<Target, "baseUrl" | "officeJs">, folder: string, cacheFolder?: string): Promise<void> {
  const { default: webpack } = await import("webpack");
  const configure = require(CONFIGURATION) as (env: object, argv: object) => Configuration;
  const configuration = configure({ baseUrl, officeJs }, { mode: "production" });
  const compiler = webpack({
    ...configuration,
    mode: "production",
    output: { ...configuration.output, path: folder },
    ...(cacheFolder === undefined ? {} : { cache: { type: "filesystem", cacheDirectory: cacheFolder, buildDependencies: { config: [CONFIGURATION] } } }),
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
