import { useEffect, useMemo, useRef } from "react";
import type { SheetData } from "../../host/workbook/data";
import { PRINT_VIEW } from "../../core/wording/preview";
import { measuredLengths } from "./lengths";
import { layOut } from "./pages";
import type { Marks } from "./picture";
import { PrintedPage } from "./PrintedPage";

interface Props {
  readonly sheet: SheetData;
  readonly marks: Marks;
  readonly fileName: string;
  readonly onClose: () => void;
}

/** A sheet as pages on the screen, which the browser prints as they are. */
export function PrintView({ sheet, marks, fileName, onClose }: Props) {
  const pages = useMemo(() => layOut(sheet, measuredLengths(sheet, document)), [sheet]);
  const now = useMemo(() => new Date(), []);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  const { width, height } = pages.paper;
  const facts = (index: number) => ({
    page: index + 1,
    pages: pages.pages.length,
    sheet: sheet.name,
    file: fileName,
    now,
  });
  return (
    <div
      className="print-view"
      role="dialog"
      aria-modal="true"
      aria-label={PRINT_VIEW.print}
      onKeyDown={(event) => event.key === "Escape" && onClose()}
    >
      {/* The paper's own size and no margins of the browser: the page brings them. */}
      <style>{`@page { size: ${width}pt ${height}pt; margin: 0 }`}</style>
      <div className="print-bar">
        <button
          ref={first}
          type="button"
          className="primary"
          disabled={pages.pages.length === 0}
          onClick={() => window.print()}
        >
          {PRINT_VIEW.print}
        </button>
        <button type="button" onClick={onClose}>
          {PRINT_VIEW.close}
        </button>
        <span>
          {sheet.name} · {PRINT_VIEW.pages(pages.pages.length)} · {sheet.page.paperSize}{" "}
          {PRINT_VIEW.orientation[sheet.page.orientation]} · {PRINT_VIEW.scale(pages.scale)}
        </span>
      </div>
      <div className="print-pages" tabIndex={0}>
        {pages.pages.length === 0 && <p className="print-nothing">{PRINT_VIEW.nothing}</p>}
        {pages.pages.map((page, index) => (
          <PrintedPage key={index} sheet={sheet} pages={pages} page={page} marks={marks} facts={facts(index)} />
        ))}
      </div>
    </div>
  );
}
