import { useEffect, useRef, useState, useSyncExternalStore, type DragEvent, type ReactNode } from "react";
import { PREVIEW } from "../core/wording/preview";
import type { RibbonCommands } from "../host/boot/page";
import type { Desk } from "./desk";
import { FileBar } from "./FileBar";
import { FormulaBar } from "./FormulaBar";
import { PaneFrame } from "./PaneFrame";
import { PrintView } from "./print/PrintView";
import { Ribbon } from "./Ribbon";
import type { RibbonButton, RibbonTab } from "./manifest";

interface Props {
  readonly desk: Desk;
  readonly ribbon: RibbonTab;
  /** The element that Univer draws in. */
  readonly grid: HTMLElement;
}

/** The page: files above, the add-in's ribbon, the grid, and the pane beside it. */
export function App({ desk, ribbon, grid }: Props) {
  const { book, opening, error, paneOpen, printing } = useSyncExternalStore(desk.subscribe, desk.getState);
  const workbench = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (workbench.current) workbench.current.inert = printing !== null;
  }, [printing]);

  const [commands, setCommands] = useState<RibbonCommands | null>(null);
  const press = ({ id, functionName }: RibbonButton): void => {
    if (functionName === undefined) desk.showPane(true);
    else commands?.run(functionName, id).catch(desk.fail);
  };

  return (
    <DropTarget onFile={(file) => void desk.open(file.name, () => file.arrayBuffer())}>
      <div ref={workbench} className="workbench">
        <FileBar desk={desk} book={book} opening={opening} />
        <Ribbon tab={ribbon} ready={commands !== null} onPress={press} />
        <div className="purpose" role="note">
          {PREVIEW.purpose}
        </div>
        {error !== null && (
          <div className="error" role="alert">
            <span>{error}</span>
            <button type="button" className="quiet" onClick={desk.dismiss} aria-label={PREVIEW.dismiss}>
              ✕
            </button>
          </div>
        )}
        <main className="desk">
          <div className="sheet">
            {book && <FormulaBar workbook={book.workbook} />}
            <GridPlace grid={grid} />
          </div>
          {book && (
            <PaneFrame
              key={book.workbook.unitId}
              title={ribbon.label}
              host={book.host}
              open={paneOpen}
              onClose={() => desk.showPane(false)}
              onConnected={setCommands}
            />
          )}
        </main>
      </div>
      {printing && book && <PrintView {...printing} fileName={book.fileName} onClose={desk.closePrint} />}
    </DropTarget>
  );
}

/** Univer is started once, on an element of its own that React only puts into place. */
function GridPlace({ grid }: Pick<Props, "grid">) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.append(grid), [grid]);
  return <div ref={place} className="grid" aria-label={PREVIEW.grid} />;
}

/** Takes a file dropped anywhere on the page, over the grid and the pane as well. */
function DropTarget({ onFile, children }: { readonly onFile: (file: File) => void; readonly children: ReactNode }) {
  const [over, setOver] = useState(false);
  const bringsFile = (event: DragEvent) => event.dataTransfer.types.includes("Files");
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onFile(file);
  };
  return (
    <div
      onDragEnter={(event) => bringsFile(event) && setOver(true)}
      onDragOver={(event) => bringsFile(event) && event.preventDefault()}
      onDrop={drop}
    >
      {children}
      {over && (
        <div className="drop" onDragOver={(event) => event.preventDefault()} onDragLeave={() => setOver(false)}>
          {PREVIEW.drop}
        </div>
      )}
    </div>
  );
}
