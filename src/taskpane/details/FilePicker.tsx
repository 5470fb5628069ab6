import { useRef, useState, type DragEvent, type ReactElement } from "react";
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { IMPORT_DIALOG } from "../../core/wording/detailPane";
import { FILE_TYPES } from "./readPicked";

const useStyles = makeStyles({
  zone: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    rowGap: "8px",
    padding: "16px 12px",
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    textAlign: "center",
  },
  over: { backgroundColor: tokens.colorBrandBackground2, border: `1px dashed ${tokens.colorBrandStroke1}` },
  sentence: { margin: 0 },
  types: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  input: { display: "none" },
});

/** Files, dropped or picked. Dropping needs a mouse; the button does the same without one. */
export function FilePicker({ onPick }: { readonly onPick: (files: readonly File[]) => void }): ReactElement {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drag = (event: DragEvent, inside: boolean): void => {
    event.preventDefault();
    setOver(inside);
  };
  const pick = (files: FileList | null): void => {
    if (files && files.length > 0) onPick([...files]);
  };
  return (
    <div
      className={mergeClasses(styles.zone, over && styles.over)}
      data-dropzone
      onDragEnter={(event) => drag(event, true)}
      onDragOver={(event) => drag(event, true)}
      onDragLeave={(event) => drag(event, false)}
      onDrop={(event) => {
        drag(event, false);
        pick(event.dataTransfer.files);
      }}
    >
      <p className={styles.sentence}>{IMPORT_DIALOG.drop}</p>
      <Button onClick={() => input.current?.click()}>{IMPORT_DIALOG.pick}</Button>
      <input
        ref={input}
        className={styles.input}
        type="file"
        multiple
        accept={FILE_TYPES.join(",")}
        aria-label={IMPORT_DIALOG.pick}
        onChange={(event) => {
          pick(event.target.files);
          // The same file, mended, can be picked again.
          event.target.value = "";
        }}
      />
      <p className={styles.types}>{IMPORT_DIALOG.types}</p>
    </div>
  );
}
