import type { CSSProperties } from "react";
import type { PageData, SheetData } from "../../host/workbook/data";
import { PRINT_VIEW } from "../../core/wording/preview";
import { fontFamily, PADDING } from "./fonts";
import { headingRuns, type HeadingFacts } from "./heading";
import { textStyle } from "./lengths";
import type { Page, Pages } from "./pages";
import { picture, type Box, type Line, type Marks, type PrintedCell } from "./picture";

interface Props {
  readonly sheet: SheetData;
  readonly pages: Pages;
  readonly page: Page;
  readonly marks: Marks;
  readonly facts: HeadingFacts;
}

/** One sheet of paper at its true size. */
export function PrintedPage({ sheet, pages: { paper, scale }, page, marks, facts }: Props) {
  const { margins, header, footer, centerHorizontally, centerVertically } = sheet.page;
  const { width, height, cells, lines } = picture(sheet, page, marks);
  const factor = scale / 100;
  const room = {
    width: paper.width - margins.left - margins.right,
    height: paper.height - margins.top - margins.bottom,
  };
  const left = margins.left + (centerHorizontally ? Math.max(0, (room.width - width * factor) / 2) : 0);
  const top = margins.top + (centerVertically ? Math.max(0, (room.height - height * factor) / 2) : 0);
  return (
    <section
      className="print-page"
      aria-label={PRINT_VIEW.page(facts.page)}
      style={{ width: pt(paper.width), height: pt(paper.height) }}
    >
      <Heading
        parts={header}
        facts={facts}
        factor={factor}
        style={{ top: pt(margins.header), left: pt(margins.left), right: pt(margins.right) }}
      />
      <div
        className="print-contents"
        style={{ left: pt(left), top: pt(top), width: pt(width), height: pt(height), transform: `scale(${factor})` }}
      >
        {cells.map(
          (cell) =>
            cell.style.fill && (
              <div
                key={cell.key}
                className="print-fill"
                style={{ ...boxStyle(cell), backgroundColor: cell.style.fill }}
              />
            ),
        )}
        {cells.map(
          (cell) =>
            cell.style.bar && (
              <div
                key={cell.key}
                className="print-fill"
                style={{ ...boxStyle(barBox(cell, cell.style.bar)), backgroundColor: cell.style.bar.color }}
              />
            ),
        )}
        {cells.map((cell) => cell.text !== "" && <CellText key={cell.key} cell={cell} />)}
        <svg
          className="print-lines"
          width={pt(width)}
          height={pt(height)}
          viewBox={`0 0 ${width} ${height}`}
          aria-hidden="true"
        >
          {lines.map((line, index) => (
            <Border key={index} line={line} />
          ))}
        </svg>
      </div>
      <Heading
        parts={footer}
        facts={facts}
        factor={factor}
        style={{ bottom: pt(margins.footer), left: pt(margins.left), right: pt(margins.right) }}
      />
    </section>
  );
}

const pt = (points: number): string => `${Number(points.toFixed(3))}pt`;

const boxStyle = ({ x, y, width, height }: Box): CSSProperties => ({
  left: pt(x),
  top: pt(y),
  width: pt(width),
  height: pt(height),
});

/** A bar keeps clear of the cell's upper and lower edge, so that bars one below the other do not run together. */
const barBox = (
  { x, y, width, height }: Box,
  { from, length }: { readonly from: number; readonly length: number },
): Box => ({ x: x + from * width, y: y + 0.75, width: length * width, height: Math.max(0, height - 1.5) });

/** Points that a step of indentation takes. */
const INDENT = 6.75;
const ACROSS = { Left: "flex-start", Center: "center", Right: "flex-end", Justify: "stretch" } as const;
const DOWN = {
  Top: "flex-start",
  Center: "center",
  Bottom: "flex-end",
  Justify: "center",
  Distributed: "center",
} as const;

function CellText({ cell }: { readonly cell: PrintedCell }) {
  const { style, horizontal, spills } = cell;
  const [row, column] = cell.key.split(",");
  const indent = (style.indent ?? 0) * INDENT;
  return (
    <div
      className="print-cell"
      data-row={row}
      data-column={column}
      style={{
        ...boxStyle(cell),
        ...textStyle(style),
        width: pt(cell.textWidth),
        padding: `0 ${PADDING + (horizontal === "Right" ? indent : 0)}pt 0 ${PADDING + (horizontal === "Left" ? indent : 0)}pt`,
        overflow: spills ? "visible" : "hidden",
        alignItems: ACROSS[horizontal],
        justifyContent: DOWN[style.vertical ?? "Bottom"],
      }}
    >
      <span style={{ textAlign: horizontal.toLowerCase() as "left" | "center" | "right" | "justify" }}>
        {cell.text}
      </span>
    </div>
  );
}

const STROKES = { Hairline: 0.25, Thin: 0.5, Medium: 1.25, Thick: 2 } as const;
const DASHES = { Continuous: undefined, Dash: "3 2", Dot: "1 1", Double: undefined } as const;

function Border({ line: { border, ...ends } }: { readonly line: Line }) {
  const stroke = { stroke: border.color, strokeDasharray: DASHES[border.style], strokeLinecap: "square" as const };
  if (border.style !== "Double")
    return (
      <line
        {...ends}
        {...stroke}
        strokeWidth={STROKES[border.weight]}
        strokeLinecap={stroke.strokeDasharray ? "butt" : "square"}
      />
    );
  const across = ends.x1 === ends.x2;
  return (
    <>
      {[-0.75, 0.75].map((aside) => (
        <line
          key={aside}
          x1={ends.x1 + (across ? aside : 0)}
          x2={ends.x2 + (across ? aside : 0)}
          y1={ends.y1 + (across ? 0 : aside)}
          y2={ends.y2 + (across ? 0 : aside)}
          {...stroke}
          strokeWidth={0.5}
        />
      ))}
    </>
  );
}

/** Header or footer; as in Excel its text shrinks with the sheet. */
function Heading({
  parts,
  facts,
  factor,
  style,
}: {
  readonly parts: PageData["header"];
  readonly facts: HeadingFacts;
  readonly factor: number;
  readonly style: CSSProperties;
}) {
  return (
    <div className="print-heading" style={style}>
      {(["left", "center", "right"] as const).map((side) => (
        <div key={side} style={{ textAlign: side }}>
          {headingRuns(parts[side], facts).map((run, index) => (
            <span
              key={index}
              style={{
                fontFamily: fontFamily(run.fontName),
                fontSize: pt((run.fontSize ?? 11) * factor),
                fontWeight: run.bold ? "bold" : "normal",
                fontStyle: run.italic ? "italic" : "normal",
                textDecoration: run.underline ? "underline" : "none",
                color: run.color ?? "#000000",
              }}
            >
              {run.text}
            </span>
          ))}
        </div>
      ))}
    </div>
  );
}
