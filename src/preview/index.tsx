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
  const ribbon = await readRibbon("manifest.xml");
  const grid = document.createElement("div");
  grid.className = "univer";
  const root = document.body.appendChild(document.createElement("div"));
  const desk = (window.desk = new Desk(startGrid(grid)));
  createRoot(root).render(<App desk={desk} ribbon={ribbon} grid={grid} />);
  await desk.openSample(SAMPLES[0]);
}

void start();
