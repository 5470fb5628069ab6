const transform = {
  // As webpack gives them to the add-in: in base64.
  "\\.xlsx$": "<rootDir>/test/base64File.cjs",
  "^.+\\.(t|j|mj)sx?$": [
    "@swc/jest",
    {
      jsc: {
        target: "es2022",
        parser: { syntax: "typescript", tsx: true },
        transform: { react: { runtime: "automatic" } },
      },
      module: { type: "commonjs" },
    },
  ],
};
/**
 * A module in Jest's sandbox looks up each global anew, and slowly: Univer's formulas take twice the time by it.
 * None that fake timers replace may stand here.
 */
const QUICK_GLOBALS = "Array Infinity JSON Map Math Number Object RegExp Set String Symbol isNaN parseInt".split(" ");
const room = (displayName, testMatch, more = {}) => ({
  displayName,
  testMatch: testMatch.map((pattern) => `<rootDir>/test/${pattern}`),
  testEnvironment: "node",
  sandboxInjectedGlobals: QUICK_GLOBALS,
  transform,
  transformIgnorePatterns: [
    "/node_modules/(?!(.*/node_modules/)?(strip-bom|uuid|nanoid|rbush|quickselect|kdbush|collapse-white-space|n-gram|trigram-utils|franc-min)/)",
  ],
  // lodash-es is lodash in 640 files: loaded anew for every test file, it would cost seconds.
  moduleNameMapper: { "^lodash-es$": "lodash", "^cjk-regex$": "<rootDir>/test/cjkRegex.cjs" },
  ...more,
});

/** One project a kind of machine: plain Node, jsdom, LibreOffice, a browser. */
module.exports = {
  testTimeout: 60_000,
  // With two cores Jest would leave one to itself.
  maxWorkers: "100%",
  projects: [
    room("core", ["core/**/*.test.ts"]),
    room("add-in", ["{excel,actions,soak,host,preview,scripts,manifest}/**/*.test.ts"]),
    room("pane", ["{taskpane,session,commands}/**/*.test.{ts,tsx}"], {
      testEnvironment: "jsdom",
      // Fluent declares some of those names itself.
      sandboxInjectedGlobals: [],
    }),
    room("libreoffice", ["libreoffice/**/*.test.ts"]),
    room("browser", ["{e2e,deployment}/**/*.test.ts"], {
      globalSetup: "<rootDir>/test/e2e/setup.ts",
      globalTeardown: "<rootDir>/test/e2e/teardown.ts",
    }),
  ],
};
