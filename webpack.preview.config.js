const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const { IgnorePlugin } = require("webpack");
const addIn = require("./webpack.config.js");

const cache = { type: "filesystem", cacheDirectory: path.join(__dirname, "node_modules/.cache/preview") };
const output = path.join(__dirname, "node_modules/.cache/preview-site");

/** In Excel the pane's page finds its host by itself; here a script before office.js fetches it from the page around the frame. */
class FrameHost {
  apply(compiler) {
    compiler.hooks.compilation.tap("FrameHost", (compilation) => {
      HtmlPlugin.getHooks(compilation).beforeEmit.tap("FrameHost", (page) => ({
        ...page,
        html: page.html.replace("<script", '<script src="frame.js"></script><script'),
      }));
    });
  }
}

/**
 * The page without Excel: the add-in's own build as it stands, and beside it the preview that frames it.
 * Development mode, since a production build of the grid takes a minute; kept on disk, so that only the first start waits.
 */
module.exports = (env, argv) => {
  const pane = addIn(env, { ...argv, mode: "development" });
  const preview = {
    name: "preview",
    mode: "development",
    entry: { preview: "./src/preview/index.tsx", frame: "./src/host/boot/frame.ts" },
    output: { path: output, filename: "[name].js", clean: false },
    resolve: pane.resolve,
    module: pane.module,
    plugins: [
      new HtmlPlugin({
        filename: "index.html",
        template: "./src/preview/preview.html",
        chunks: ["preview"],
        scriptLoading: "defer",
      }),
      // Patterns of hyphenation for 80 languages, a file each: the grid asks for English alone.
      new IgnorePlugin({ contextRegExp: /engine-render[\\/]lib[\\/]es$/, resourceRegExp: /^\.\/(?!en-gb)/ }),
      new CopyPlugin({
        patterns: [
          { from: "assets/samples/*.xlsx", to: "samples/[name][ext]" },
          { from: "src/preview/*.css", to: "[name][ext]" },
          { from: require.resolve("@univerjs/preset-sheets-core/lib/index.css"), to: "univer.css" },
        ],
      }),
    ],
    cache: { ...cache, name: "preview" },
    devServer: {
      host: "localhost",
      port: "auto",
      open: true,
      // The pages are served as they are built, with no client of the server in them.
      hot: false,
      liveReload: false,
      client: false,
      webSocketServer: false,
      static: false,
    },
    devtool: false,
    performance: { hints: false },
    stats: "errors-warnings",
  };
  return [
    {
      ...pane,
      name: "pane",
      mode: "development",
      output: { ...pane.output, path: output, clean: false },
      plugins: [...pane.plugins, new FrameHost()],
      cache: { ...cache, name: "pane" },
      devServer: undefined,
      stats: "errors-warnings",
    },
    preview,
  ];
};
