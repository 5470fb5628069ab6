import { createRoot } from "react-dom/client";
import { SAMPLES } from "../core/wording/preview";
import { App } from "./App";
import { Desk } from "./desk";
import { startGrid } from "./grid";
import { readRibbon } from "./manifest";

declare global {
  interface Window {
    /** For tests: the grid is a canvas, what it shows is asserted through the model. */
    desk: Desk;
  }
}

async function start(): Promise<void> {
  // The grid measures text when it opens a workbook: fonts must be there. One that this machine has nothing for is done without.
  const [ribbon] = await Promise.all([
    readRibbon("manifest.xml"),
    Promise.allSettled([...document.fonts].map((font) => font.load())),
  ]);
  const grid = document.createElement("div");
  grid.className = "univer";
  const root = document.body.appendChild(document.createElement("div"));
  const desk = (window.desk = new Desk(startGrid(grid)));
  createRoot(root).render(<App desk={desk} ribbon={ribbon} grid={grid} />);
  await desk.openSample(SAMPLES[0]);
}

void start();
