import { useState, type ReactElement, type RefObject } from "react";
import {
  Button,
  Checkbox,
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import type { ActualConflict } from "../../core/detail/actuals";
import { CONFLICT_DIALOG } from "../../core/wording/detailPane";
import { CANCEL } from "../../core/wording/pane";
import { ACTUAL_HEADERS } from "../../core/wording/sheet";
import { FocusBack } from "../controls/FocusBack";

const useStyles = makeStyles({
  actions: { gridColumn: "1 / -1", display: "flex", flexWrap: "wrap", justifyContent: "flex-end", gap: "8px" },
  body: { margin: "0 0 8px" },
  all: { display: "flex", gap: "8px", marginBottom: "8px" },
  table: {
    width: "100%",
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: "tabular-nums",
  },
  head: {
    padding: "4px 4px 4px 0",
    textAlign: "left",
    fontWeight: tokens.fontWeightSemibold,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  cell: {
    padding: "4px 4px 4px 0",
    fontWeight: tokens.fontWeightRegular,
    textAlign: "left",
    overflowWrap: "anywhere",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
});

interface Props {
  readonly open: boolean;
  readonly conflicts: readonly ActualConflict[];
  readonly opener: RefObject<HTMLButtonElement>;
  readonly onClose: () => void;
  /** With those that take the detail's number; the others keep what was typed. */
  readonly onConfirm: (replaced: readonly ActualConflict[]) => void;
}

/** Asks for each typed number that the detail sheets contradict which of the two holds; what was typed stands unless chosen otherwise. */
export function ConflictDialog({ open, conflicts, opener, onClose, onConfirm }: Props): ReactElement {
  const styles = useStyles();
  const [chosen, setChosen] = useState<ReadonlySet<ActualConflict>>(new Set());
  const choose = (conflict: ActualConflict, use: boolean): void =>
    setChosen(new Set(use ? [...chosen, conflict] : [...chosen].filter((one) => one !== conflict)));
  return (
    <Dialog open={open} modalType="alert" onOpenChange={(_, data) => data.open || onClose()}>
      <DialogSurface>
        <FocusBack to={opener} />
        <DialogBody>
          <DialogTitle>{CONFLICT_DIALOG.title}</DialogTitle>
          <DialogContent>
            <p className={styles.body}>{CONFLICT_DIALOG.body(conflicts.length)}</p>
            <div className={styles.all}>
              <Button size="small" onClick={() => setChosen(new Set(conflicts))}>
                {CONFLICT_DIALOG.all}
              </Button>
              <Button size="small" onClick={() => setChosen(new Set())}>
                {CONFLICT_DIALOG.none}
              </Button>
            </div>
            <table className={styles.table}>
              <thead>
                <tr>
                  {(["department", "column", "typed", "detail", "take"] as const).map((column) => (
                    <th key={column} scope="col" className={styles.head}>
                      {CONFLICT_DIALOG[column]}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {conflicts.map((conflict) => (
                  <tr key={`${conflict.row} ${conflict.column}`}>
                    <th scope="row" className={styles.cell}>
                      {conflict.department}
                    </th>
                    <td className={styles.cell}>{ACTUAL_HEADERS[conflict.column]}</td>
                    <td className={styles.cell}>{conflict.typed}</td>
                    <td className={styles.cell}>{conflict.detail}</td>
                    <td className={styles.cell}>
                      <Checkbox
                        checked={chosen.has(conflict)}
                        aria-label={CONFLICT_DIALOG.takeOf(conflict.department, ACTUAL_HEADERS[conflict.column])}
                        onChange={(_, data) => choose(conflict, data.checked === true)}
                      />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </DialogContent>
          <div className={styles.actions}>
            <DialogTrigger disableButtonEnhancement>
              <Button>{CANCEL}</Button>
            </DialogTrigger>
            <Button
              appearance="primary"
              onClick={() => {
                onClose();
                onConfirm(conflicts.filter((conflict) => chosen.has(conflict)));
              }}
            >
              {CONFLICT_DIALOG.confirm}
            </Button>
          </div>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
