const fs = require("node:fs");
const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");

const { LicenceNotices } = require("./build/licences.cjs");
const { manifestFor } = require("./build/manifest.cjs");
const { officeJs } = require("./build/officeJs.cjs");
const { STYLE_NONCE, pagePolicy } = require("./build/policy.cjs");
const { readTarget } = require("./build/target.cjs");
const { version } = require("./package.json");

module.exports = (env, { mode }) => {
  const production = mode === "production";
  const target = readTarget(env);
  const office = officeJs(target.officeJs);
  return {
    entry: { taskpane: "./src/taskpane/index.tsx" },
    output: {
      path: path.join(__dirname, "dist"),
      // In a folder of their own, which servers let browsers keep for ever.
      filename: production ? "scripts/[name].[contenthash:8].js" : "[name].js",
      clean: true,
    },
    resolve: { extensions: [".ts", ".tsx", ".js"] },
    module: {
      rules: [
        // An ES module whose package does not say so.
        { test: /[\\/]chinese-days[\\/]dist[\\/]index\.es\.js$/, type: "javascript/esm" },
        // The sample comes as the text that Excel takes files in: the page may ask the network for nothing.
        { test: /\.xlsx$/, type: "asset/inline", generator: { dataUrl: (content) => content.toString("base64") } },
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          use: [
            // Styles become rules when the add-in is built, as Fluent's own do: the pane needs no compiler of styles, nor the time for it.
            ...(production ? ["@griffel/webpack-loader"] : []),
            {
              loader: "swc-loader",
              options: {
                jsc: {
                  target: "es2020",
                  parser: { syntax: "typescript", tsx: true },
                  transform: { react: { runtime: "automatic" } },
                },
              },
            },
          ],
        },
      ],
    },
    plugins: [
      new HtmlPlugin({
        filename: "taskpane.html",
        template: "./src/taskpane/taskpane.html",
        scriptLoading: "defer",
        templateParameters: {
          officeJs: office.address,
          // For the report of 自检: src/excel/build.ts.
          version,
          officeJsFrom: target.officeJs,
          styleNonce: STYLE_NONCE,
          // The development server reloads the page through a socket; the pane itself asks the network for nothing.
          policy: pagePolicy(office.origin, production ? "'none'" : "'self' ws: wss:"),
        },
      }),
      new CopyPlugin({
        patterns: [
          ...office.copies,
          { from: "assets/*.{png,html}" },
          { from: "manifest.xml", transform: (xml) => manifestFor(xml.toString("utf8"), { ...target, version }) },
        ],
      }),
      ...(target.release ? [new LicenceNotices(target.officeJs)] : []),
    ],
    // Without eval, which the page's Content-Security-Policy forbids in development as well.
    devtool: target.release ? false : production ? "source-map" : "cheap-module-source-map",
    devServer: {
      port: 3000,
      server: developmentServer(),
      headers: { "Access-Control-Allow-Origin": "*" },
      client: { overlay: false },
    },
    performance: { hints: false },
  };
};

/** Excel takes add-ins from https only; the certificates are made by office-addin-dev-certs in the home folder. */
function developmentServer() {
  const folder = path.join(require("node:os").homedir(), ".office-addin-dev-certs");
  const file = (name) => path.join(folder, name);
  if (!fs.existsSync(file("localhost.key"))) return "https";
  return { type: "https", options: { key: file("localhost.key"), cert: file("localhost.crt"), ca: file("ca.crt") } };
}
