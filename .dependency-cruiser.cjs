/**
 * The rooms of docs/architecture.md and who may import whom. A room that imports anything but its neighbours fails the lint.
 * `types` are those it may import from for types alone.
 */
const ROOMS = [
  { room: "src/core/indicators", may: [], types: ["src/core/table"] },
  { room: "src/core/wording", may: ["src/core/indicators"], types: ["src/core"] },
  { room: "src/core/problems", may: ["src/core/wording", "src/core/cells"] },
  { room: "src/core/cells", may: ["src/core/problems", "src/core/wording"] },
  { room: "src/core/table", may: ["src/core/cells", "src/core/problems", "src/core/wording"] },
  {
    room: "src/core/assess",
    may: ["src/core/indicators", "src/core/cells", "src/core/table", "src/core/problems", "src/core/wording"],
    libraries: ["chinese-days", "valibot"],
  },
  {
    room: "src/core/detail",
    may: [
      "src/core/indicators",
      "src/core/cells",
      "src/core/table",
      "src/core/assess",
      "src/core/problems",
      "src/core/wording",
    ],
    libraries: ["valibot"],
  },
  {
    room: "src/core/golden",
    may: ["src/core/plan", "src/core/taskSheet", "src/core/wording"],
    types: ["src/core/cells"],
  },
  {
    room: "src/core/history",
    may: [
      "src/core/indicators",
      "src/core/cells",
      "src/core/assess",
      "src/core/detail",
      "src/core/problems",
      "src/core/wording",
    ],
    libraries: ["valibot"],
  },
  { room: "src/core/plan", may: ["src/core/cells"], types: ["src/core/memory"] },
  {
    room: "src/core/memory",
    may: [
      "src/core/indicators",
      "src/core/cells",
      "src/core/table",
      "src/core/assess",
      "src/core/detail",
      "src/core/history",
      "src/core/taskSheet",
      "src/core/problems",
      "src/core/wording",
    ],
    types: ["src/core/plan"],
    libraries: ["valibot"],
  },
  {
    room: "src/core/taskSheet",
    may: [
      "src/core/indicators",
      "src/core/cells",
      "src/core/table",
      "src/core/assess",
      "src/core/detail",
      "src/core/history",
      "src/core/memory",
      "src/core/plan",
      "src/core/problems",
      "src/core/wording",
    ],
  },
  { room: "src/core/ownSheets", may: ["src/core"] },
  { room: "src/excel", may: ["src/core"], libraries: ["valibot"] },
  { room: "src/actions", may: ["src/core", "src/excel", "assets/samples"], libraries: ["papaparse"] },
  {
    room: "src/session",
    may: ["src/actions", "src/core/wording", "src/core/cells/address.ts"],
    types: ["src/core"],
  },
  { room: "src/commands", may: ["src/session"] },
  {
    room: "src/taskpane",
    may: [
      "src/session",
      "src/commands",
      "src/core/wording",
      "src/core/assess/assessment.ts",
      "src/core/assess/totals.ts",
      "src/core/indicators",
      "src/core/cells/address.ts",
      "src/core/detail/kinds.ts",
      "src/core/table/headers.ts",
      "src/core/table/recognisedColumns.ts",
      "src/core/memory/settingsForm.ts",
    ],
    types: ["src/core", "src/actions"],
    libraries: ["react", "react-dom", "@fluentui/[^/]+"],
  },
  {
    room: "src/host",
    may: [],
    libraries: ["@univerjs/[^/]+", "@microsoft/office-js", "exceljs", "jszip", "fast-xml-parser", "saxes", "rxjs"],
    node: true,
  },
  {
    room: "src/preview",
    may: ["src/host", "src/core/wording"],
    libraries: ["@univerjs/[^/]+", "react", "react-dom", "@fluentui/[^/]+", "rxjs"],
  },
  { room: "scripts", may: ["src/actions", "src/host", "src/core", "build"], anyLibrary: true },
];

const within = (folders) => folders.map((folder) => (folder.endsWith(".ts") ? `^${folder}$` : `^${folder}/`));
const library = (names) => names.map((name) => `(^|/)node_modules/(@types/)?${name}/`);

const rules = ROOMS.flatMap(({ room, may, types = [], libraries = [], anyLibrary = false, node = false }) => {
  const own = [...within([room, ...may]), ...(room === "scripts" ? ["^test/", "^webpack\\.config\\.js$"] : [])];
  const outside = anyLibrary ? ["(^|/)node_modules/"] : library(libraries);
  return [
    {
      name: `${room} imports its neighbours only`,
      severity: "error",
      from: { path: `^${room}/` },
      to: {
        pathNot: [...own, ...within(types), ...outside],
        dependencyTypesNot: anyLibrary || node ? ["core"] : [],
      },
    },
    ...(types.length === 0
      ? []
      : [
          {
            name: `${room} takes types alone from ${types.join(", ")}`,
            severity: "error",
            from: { path: `^${room}/` },
            to: { path: within(types), pathNot: own, dependencyTypesNot: ["type-only"] },
          },
        ]),
  ];
});

module.exports = {
  forbidden: [
    ...rules,
    // Two files may name each other's types: nothing of that is left when the program runs.
    {
      name: "no circles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    { name: "imports resolve", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "nothing in src imports tests or scripts",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^(test|scripts)/" },
    },
    {
      name: "a folder is named for what it holds",
      severity: "error",
      from: {},
      to: { path: "(^|/)(utils?|helpers?|misc|common)(/|\\.tsx?$)", pathNot: "node_modules" },
    },
    {
      name: "shipped code stands on dependencies, not on development tools",
      severity: "error",
      from: { path: "^src/(core|excel|actions|session|commands|taskpane)/" },
      to: {
        dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"],
        dependencyTypesNot: ["type-only"],
        pathNot: "node_modules/@types/",
      },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".js", ".cjs", ".mjs", ".json"],
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
