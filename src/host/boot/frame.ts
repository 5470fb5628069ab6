import type { ExcelPage } from "./page";

// A script of its own, loaded in the add-in's frame before office.js: asks the page around the frame for its Excel.
(window.parent as ExcelPage).connectExcel?.(window);
