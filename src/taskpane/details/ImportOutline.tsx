import type { ReactElement } from "react";
import { Field, makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import { DETAIL_SHEETS } from "../../core/wording/detail";
import { IMPORT_DIALOG } from "../../core/wording/detailPane";
import type { ImportMode, ImportPreview } from "../../session/actions";
import { ProblemList } from "../check/ProblemList";

const useStyles = makeStyles({
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { margin: 0, padding: 0, listStyle: "none" },
  kind: {
    padding: "4px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: "anywhere",
    ":last-child": { borderBottom: "none" },
  },
  name: { display: "block", fontWeight: tokens.fontWeightSemibold },
  line: {
    display: "block",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: "tabular-nums",
  },
  sentence: { margin: 0, overflowWrap: "anywhere" },
});

interface Props {
  readonly preview: ImportPreview;
  readonly mode: ImportMode;
  readonly onMode: (mode: ImportMode) => void;
}

/** What the files would bring, and how it is to go in. */
export function ImportOutline({ preview: { kinds, unknownDepartments, problems }, mode, onMode }: Props): ReactElement {
  const styles = useStyles();
  const unknown = [...new Set(unknownDepartments.map(({ name }) => name))];
  return (
    <>
      <h3 className={styles.heading}>{IMPORT_DIALOG.preview}</h3>
      {kinds.length === 0 && <p className={styles.sentence}>{IMPORT_DIALOG.nothing}</p>}
      <ul className={styles.list} aria-label={IMPORT_DIALOG.preview}>
        {kinds.map((one) => (
          <li key={one.kind} className={styles.kind}>
            <span className={styles.name}>{DETAIL_SHEETS[one.kind]}</span>
            <span className={styles.line}>{IMPORT_DIALOG.counts(one)}</span>
            <span className={styles.line}>{IMPORT_DIALOG.files(one.files)}</span>
          </li>
        ))}
      </ul>
      {unknown.length > 0 && <p className={styles.sentence}>{IMPORT_DIALOG.unknownDepartments(unknown)}</p>}
      {problems.length > 0 && (
        <div>
          <h3 className={styles.heading}>{IMPORT_DIALOG.problems}</h3>
          <ProblemList problems={problems} onShow={null} />
        </div>
      )}
      {kinds.length > 0 && (
        <Field label={IMPORT_DIALOG.mode}>
          <RadioGroup value={mode} onChange={(_, data) => onMode(data.value as ImportMode)}>
            <Radio value="merge" label={IMPORT_DIALOG.merge} />
            <Radio value="replace" label={IMPORT_DIALOG.replace} />
          </RadioGroup>
        </Field>
      )}
    </>
  );
}
