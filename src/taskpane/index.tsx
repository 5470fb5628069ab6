import { createRoot } from "react-dom/client";
import { createDOMRenderer, RendererProvider } from "@fluentui/react-components";
import { COMMANDS, ribbonCommands } from "../commands/commands";
import { deferredActions } from "./deferredActions";
import { Fault } from "./shell/Fault";
import { Pane } from "./Pane";
import { Session } from "./session";

const ready = Office.onReady();
const { actions, preload } = deferredActions(() => import(/* webpackChunkName: "actions" */ "../actions"));
const session = new Session(actions, ready);
// The page's Content-Security-Policy lets in only styles that carry this nonce.
const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce: document.documentElement.dataset.styleNonce ?? "" } });
const root = createRoot(document.body.appendChild(document.createElement("div")));

function render(inExcel: boolean): void {
  root.render(
    <RendererProvider renderer={renderer}>
      <Fault>
        <Pane session={session} inExcel={inExcel} />
      </Fault>
    </RendererProvider>,
  );
}

render(true);
// Behind the first view, so that it does not wait for them and the first click does not either.
requestAnimationFrame(() => setTimeout(() => void preload().catch(session.fail)));
void ready.then(({ host }) => {
  const inExcel = host === Office.HostType.Excel;
  render(inExcel);
  if (!inExcel) return;
  void session.begin();
  const commands = ribbonCommands(session, () => Office.addin.showAsTaskpane());
  for (const id of COMMANDS) Office.actions.associate(id, (event: Office.AddinCommands.Event) => void commands[id](event));
});
