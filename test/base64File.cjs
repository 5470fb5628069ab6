const { readFileSync } = require("node:fs");

/** Makes a module of a binary file for jest, as webpack's asset/inline does: its content in base64. */
module.exports = {
  process: (_text, path) => ({ code: `module.exports = ${JSON.stringify(readFileSync(path).toString("base64"))};` }),
  getCacheKey: (_text, path) => readFileSync(path).toString("base64"),
};
