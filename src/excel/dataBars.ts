import { BAR_MARKER } from "../core/taskSheet/bars";

/** A solid bar from 0 to 100 %, without a negative half; known as ours by the formula of its lower end, which is 0. */
export function addDataBar(range: Excel.Range, color: string): void {
  const { dataBar } = range.conditionalFormats.add("DataBar");
  dataBar.lowerBoundRule = { type: "Formula", formula: BAR_MARKER };
  dataBar.upperBoundRule = { type: "Number", formula: "=1" };
  dataBar.positiveFormat.gradientFill = false;
  dataBar.positiveFormat.fillColor = color;
  dataBar.positiveFormat.borderColor = "";
}
