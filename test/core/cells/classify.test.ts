import { classify } from "../../../src/core/cells/classify";
import type { Cell } from "../../../src/core/cells/classify";
import type { RawValue } from "../../../src/core/cells/grid";

type Kind = Partial<Cell> & Pick<Cell, "kind">;
const number = (value: number, written: "number" | "text"): Kind => ({ kind: "number", value, written });
const percent = (value: number, written: "number" | "text"): Kind => ({ kind: "percent", value, written });
/** What stands in the cell is kept wherever a formula would have to know it. */
const withText = (value: RawValue, { ...cell }: Kind): unknown =>
  typeof value === "string" && value !== "" && cell.kind !== "text" && cell.kind !== "error"
    ? { ...cell, text: value }
    : cell;

test.each<[RawValue, string, Kind]>([
  ["", "General", { kind: "blank" }],
  ["  \u3000 ", "General", { kind: "blank" }],
  ["\u200b", "General", { kind: "blank" }],
  ["185①", "General", { kind: "text", text: "185①" }],
  ["5²", "General", { kind: "text", text: "5²" }],
  ["8\u200b", "General", { kind: "text", text: "8" }],
  [0, '0%;-0%;"—"', percent(0, "number")],
  [0, "0%;-0%;0%", percent(0, "number")],
  [35, '0"%"', number(35, "number")],
  ["—", "General", { kind: "dash" }],
  ["–", "General", { kind: "dash" }],
  ["-", "General", { kind: "dash" }],
  ["－", "General", { kind: "dash" }],
  ["／", "General", { kind: "dash" }],
  [" —— ", "General", { kind: "dash" }],
  ["/", "General", { kind: "dash" }],
  [185, "General", number(185, "number")],
  [0, "0", number(0, "number")],
  [-3, "0", number(-3, "number")],
  ["185", "@", number(185, "text")],
  ["１８５", "General", number(185, "text")],
  ["1,079", "General", number(1079, "text")],
  // A decimal comma, and dots and spaces in thousands, of other machines: no number here, so that the row says so.
  ["35,5", "General", { kind: "text", text: "35,5" }],
  ["35,5%", "General", { kind: "text", text: "35,5%" }],
  ["1.079,5", "General", { kind: "text", text: "1.079,5" }],
  ["1 079", "General", { kind: "text", text: "1 079" }],
  [" 12 ", "General", number(12, "text")],
  ["12\u00a0", "General", number(12, "text")],
  ["0.35", "@", number(0.35, "text")],
  [0.35, "General", number(0.35, "number")],
  [0.35, "0%", percent(0.35, "number")],
  [1, "0.00%", percent(1, "number")],
  ["35%", "@", percent(0.35, "text")],
  ["35.00%", "General", percent(0.35, "text")],
  ["３５％", "General", percent(0.35, "text")],
  ["35 %", "General", percent(0.35, "text")],
  ["1,2", "General", { kind: "text", text: "1,2" }],
  ["约35%", "General", { kind: "text", text: "约35%" }],
  ["12项", "General", { kind: "text", text: "12项" }],
  ["%", "General", { kind: "text", text: "%" }],
  [true, "General", { kind: "text", text: "TRUE" }],
  ["#N/A", "General", { kind: "error", code: "#N/A" }],
  ["#DIV/0!", "0%", { kind: "error", code: "#DIV/0!" }],
  ["#1", "General", { kind: "text", text: "#1" }],
])("%j in format %s", (value, format, expected) => {
  expect(classify(value, format)).toEqual(withText(value, expected));
});
