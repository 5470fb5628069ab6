const fs = require("node:fs");
const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");

const officeJs = path.join(path.dirname(require.resolve("@microsoft/office-js/package.json")), "dist");

/** What office.js asks for in Excel on Windows, on the Mac and on the web; the rest of its 87 MB is other programs and languages. */
const OFFICE_JS_FILES = [
  "office.js",
  "excel-win32-16.01.js",
  "excel-web-16.00.js",
  "excel-mac-16.00.js",
  "o15apptofilemappingtable.js",
  "zh-cn/office_strings.js",
  "en-us/office_strings.js",
  "telemetry/oteljs_agave.js",
];

/** Copied as they are: terser would rewrite what it does not take for minimized. */
const unmodified = (from, to) => ({ context: officeJs, from, to: `office-js/${to}`, info: { minimized: true } });

module.exports = (_env, { mode }) => {
  const production = mode === "production";
  return {
    entry: { taskpane: "./src/taskpane/index.tsx" },
    output: {
      path: path.join(__dirname, "dist"),
      filename: production ? "[name].[contenthash:8].js" : "[name].js",
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
          loader: "swc-loader",
          options: { jsc: { target: "es2020", parser: { syntax: "typescript", tsx: true }, transform: { react: { runtime: "automatic" } } } },
        },
      ],
    },
    plugins: [
      new HtmlPlugin({
        filename: "taskpane.html",
        template: "./src/taskpane/taskpane.html",
        scriptLoading: "defer",
        templateParameters: {
          styleNonce: "weiyuan-pane",
          // The development server reloads the page through a socket; the pane itself asks the network for nothing.
          connect: production ? "'none'" : "'self' ws: wss:",
        },
      }),
      new CopyPlugin({
        patterns: [
          ...OFFICE_JS_FILES.map((file) => unmodified(file, file)),
          // The loader asks for this casing; the package's folder is lower-case.
          unmodified("agaveerrorux", "AgaveErrorUX"),
          { from: "assets/*.{png,html}" },
          { from: "manifest.xml" },
        ],
      }),
    ],
    // Without eval, which the page's Content-Security-Policy forbids in development as well.
    devtool: production ? "source-map" : "cheap-module-source-map",
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
