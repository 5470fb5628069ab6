import { createRoot } from "react-dom/client";
import { createDOMRenderer, RendererProvider } from "@fluentui/react-components";
import { COMMANDS, ribbonCommands } from "../commands/commands";
import { deferredActions } from "../session/deferredActions";
import { Fault } from "./shell/Fault";
import { missing, surroundings } from "./shell/surroundings";
import type { Missing } from "./shell/surroundings";
import { Pane } from "./Pane";
import { Session } from "../session/session";

/** Excel answers in a second or two; after this, in milliseconds, the person is told that it does not. */
const PATIENCE = 10_000;

// Where office.js itself has not come the pane still stands, and says so.
const ready: Promise<{ readonly host: unknown }> =
  typeof Office === "undefined" ? new Promise(() => undefined) : Office.onReady();
const around = (answer: { readonly host: unknown } | null, waited = false): readonly Missing[] =>
  missing(surroundings(window, navigator.userAgent, answer, waited));
const { actions, preload } = deferredActions();
const session = new Session(actions, ready);
// The page's Content-Security-Policy lets in only styles that carry this nonce.
const renderer = createDOMRenderer(document, {
  styleElementAttributes: { nonce: document.documentElement.dataset.styleNonce ?? "" },
});
const root = createRoot(document.body.appendChild(document.createElement("div")));
/** Behind the first view, so that it does not wait for them and the first click does not either. */
const preloadActions = (): void => void preload().catch(session.fail);

function render(lacking: readonly Missing[]): void {
  root.render(
    <RendererProvider renderer={renderer}>
      <Fault>
        <Pane
          session={session}
          inExcel={!lacking.some(({ stop }) => stop)}
          missing={lacking}
          onPainted={preloadActions}
        />
      </Fault>
    </RendererProvider>,
  );
}

render(around(null));
const patience = setTimeout(() => render(around(null, true)), PATIENCE);
void ready.then((answer) => {
  clearTimeout(patience);
  const lacking = around(answer);
  render(lacking);
  if (lacking.some(({ stop }) => stop)) return;
  void session.begin();
  const commands = ribbonCommands(session, () => Office.addin.showAsTaskpane());
  for (const id of COMMANDS)
    Office.actions.associate(id, (event: Office.AddinCommands.Event) => void commands[id](event));
});
