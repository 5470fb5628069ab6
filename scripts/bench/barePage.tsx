/** What the pane's page is held against: Fluent's provider, a heading and a button, built and loaded in the same way. */
import { createRoot } from "react-dom/client";
import { Button, createDOMRenderer, FluentProvider, RendererProvider, webLightTheme } from "@fluentui/react-components";

const renderer = createDOMRenderer(document, {
  styleElementAttributes: { nonce: document.documentElement.dataset.styleNonce ?? "" },
});
void Office.onReady();
createRoot(document.body.appendChild(document.createElement("div"))).render(
  <RendererProvider renderer={renderer}>
    <FluentProvider theme={webLightTheme}>
      <h1>监管指标</h1>
      <Button appearance="primary">一键重算</Button>
    </FluentProvider>
  </RendererProvider>,
);
