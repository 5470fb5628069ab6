/** The pane over made-up actions, whose answer is a table of 6,400 departments; every third has more persons onboarded than officers, which is a problem. */
import { createRoot } from "react-dom/client";
import { createDOMRenderer, RendererProvider } from "@fluentui/react-components";
import type { Recalculated } from "../../src/actions";
import { assess } from "../../src/core/assess/assess";
import { DEFAULT_SETTINGS } from "../../src/core/memory/settings";
import { recognise } from "../../src/core/table/recognise";
import type { Actions } from "../../src/session/actions";
import { Pane } from "../../src/taskpane/Pane";
import { Session } from "../../src/session/session";
import { largeWorkbook } from "../../scripts/samples/large";
import { gridOf } from "../../scripts/bench/grid";

const DEPARTMENTS = 6_400;

function result(): Recalculated {
  const grid = gridOf(largeWorkbook(DEPARTMENTS, true));
  const { table, columns } = recognise(grid)!;
  const values = grid.values.map((row, index) =>
    index > table!.body.first && index <= table!.body.last && index % 3 === 0
      ? row.map((cell, column) => (column === table!.columns.onboarded ? 9_999 : cell))
      : row,
  );
  const spoilt = recognise({ ...grid, values, formulas: values })!.table!;
  const now = new Date();
  const { assessment, problems } = assess(spoilt, DEFAULT_SETTINGS.rules, now);
  return {
    done: true,
    at: now,
    sheet: spoilt.sheet,
    sheetId: "1",
    title: spoilt.title?.text ?? "",
    table: { firstRow: spoilt.body.first + 1, lastRow: spoilt.body.last + 1 },
    places: { columns: spoilt.columns, own: {} },
    assessment,
    settings: DEFAULT_SETTINGS,
    recognised: columns,
    changes: null,
    hasHistory: false,
    detail: null,
    problems,
    differences: [],
    requests: 2,
  };
}

const answer = result();
const actions = new Proxy(
  {},
  { get: (_, name) => (name === "undoable" ? () => null : async () => (name === "recalculate" ? answer : null)) },
) as Actions;
const renderer = createDOMRenderer(document, {
  styleElementAttributes: { nonce: document.documentElement.dataset.styleNonce ?? "" },
});
createRoot(document.body.appendChild(document.createElement("div"))).render(
  <RendererProvider renderer={renderer}>
    <Pane session={new Session(actions, Promise.resolve())} inExcel />
  </RendererProvider>,
);
