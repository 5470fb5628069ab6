import { useRef, type ChangeEvent } from "react";
import { PREVIEW, SAMPLES } from "../core/wording/preview";
import type { Desk, OpenBook } from "./desk";

interface Props {
  readonly desk: Desk;
  readonly book: OpenBook | null;
  readonly opening: string | null;
}

/** The name of the open file, and what can be done with files. */
export function FileBar({ desk, book, opening }: Props) {
  const picker = useRef<HTMLInputElement>(null);
  const pick = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const file = target.files?.[0];
    // The same file can be picked twice.
    target.value = "";
    if (file) void desk.open(file.name, () => file.arrayBuffer());
  };
  return (
    <header className="file-bar">
      <img src="assets/icon-app-32.png" alt="" width={20} height={20} />
      <h1 aria-live="polite">{opening === null ? book?.fileName : PREVIEW.opening(opening)}</h1>
      <span className="badge">{PREVIEW.name}</span>
      <div className="file-actions">
        <label className="samples">
          {PREVIEW.samples}
          <select
            value={SAMPLES.find((sample) => sample === book?.fileName) ?? ""}
            onChange={({ target }) => void desk.openSample(target.value)}
          >
            <option value="" hidden />
            {SAMPLES.map((sample) => (
              <option key={sample}>{sample}</option>
            ))}
          </select>
        </label>
        <input ref={picker} type="file" accept=".xlsx,.xlsm" hidden onChange={pick} />
        <button type="button" title={PREVIEW.openTip} onClick={() => picker.current?.click()}>
          {PREVIEW.open}
        </button>
        <button type="button" title={PREVIEW.saveTip} disabled={!book} onClick={() => book && void desk.save(book)}>
          {PREVIEW.save}
        </button>
        <button type="button" title={PREVIEW.printTip} disabled={!book} onClick={() => book && void desk.print(book)}>
          {PREVIEW.print}
        </button>
      </div>
    </header>
  );
}
