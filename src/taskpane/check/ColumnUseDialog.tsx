import { useEffect, useRef, useState, type ReactElement, type RefObject } from "react";
import {
  Button,
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { columnLetters } from "../../core/cells/address";
import type { NewColumnChoices } from "../../core/table/columnChoices";
import { ACTUAL_COLUMNS, NEEDED_COLUMNS, SOURCE_COLUMNS, isTarget } from "../../core/table/headers";
import type { TableColumn } from "../../core/table/headers";
import { choicesFor } from "../../core/table/recognisedColumns";
import type { RecognisedColumn } from "../../core/table/recognisedColumns";
import { COLUMN_DIALOG, RECOGNISED, columnUse } from "../../core/wording/check";
import { CANCEL } from "../../core/wording/pane";
import { Choice } from "../controls/Choice";
import { FocusBack } from "../controls/FocusBack";

const useStyles = makeStyles({
  actions: { gridColumn: "1 / -1", display: "flex", flexWrap: "wrap", justifyContent: "flex-end", gap: "8px" },
  content: { display: "flex", flexDirection: "column", rowGap: "8px" },
  body: { margin: 0 },
  forget: { alignSelf: "flex-start" },
  said: { gridColumn: "1 / -1", margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

const UNUSED = "unused";
const OPTIONS = [
  { value: UNUSED, text: RECOGNISED.unused },
  ...[...SOURCE_COLUMNS, ...ACTUAL_COLUMNS].map((column) => ({ value: column, text: columnUse(column) })),
];

/** Null is used for nothing, undefined is not decided yet. */
type Use = TableColumn | null | undefined;

interface Props {
  readonly open: boolean;
  readonly recognised: readonly RecognisedColumn[];
  /** Something said before is remembered, and can be forgotten. */
  readonly forgettable: boolean;
  readonly opener: RefObject<HTMLButtonElement>;
  readonly onClose: () => void;
  readonly onConfirm: (said: NewColumnChoices) => void;
}

/** Asks of each column of the task table what it is used for, beginning with what was recognised. */
export function ColumnUseDialog({ open, recognised, forgettable, opener, onClose, onConfirm }: Props): ReactElement {
  const styles = useStyles();
  const [uses, setUses] = useState<readonly Use[]>(() => firstUses(recognised));
  const [freed, setFreed] = useState<RecognisedColumn | null>(null);
  const told = useRef<(() => void) | null>(null);
  const undecided = uses.includes(undefined);
  const missing = NEEDED_COLUMNS.filter((column) => !uses.includes(column));
  // One thing at a time: a target that is not decided is not missing.
  const blocked = undecided
    ? COLUMN_DIALOG.doubtful
    : missing.length > 0
      ? COLUMN_DIALOG.missing(missing.map(columnUse))
      : null;
  const name = ({ at, header }: RecognisedColumn): string => COLUMN_DIALOG.column(columnLetters(at), header);

  const use = (index: number, value: string): void => {
    const wanted = value === "" ? undefined : value === UNUSED ? null : (value as TableColumn);
    const before = wanted ? uses.findIndex((other, at) => at !== index && other === wanted) : -1;
    setUses(uses.map((other, at) => (at === index ? wanted : at === before ? null : other)));
    setFreed(recognised[before] ?? null);
  };
  const confirm = (): void => {
    if (blocked) return;
    const said = choicesFor(
      recognised,
      uses.map((one) => one ?? null),
    );
    if (said.length > 0) told.current = () => onConfirm(said);
    onClose();
  };
  return (
    // Gone at once, for the recalculation waits until it is.
    <Dialog open={open} surfaceMotion={null} onOpenChange={(_, data) => data.open || onClose()}>
      <DialogSurface>
        <FocusBack to={opener} />
        <Leaving told={told} />
        <DialogBody>
          <DialogTitle>{COLUMN_DIALOG.title}</DialogTitle>
          <DialogContent className={styles.content}>
            <p className={styles.body}>{COLUMN_DIALOG.body}</p>
            {forgettable && (
              <Button
                className={styles.forget}
                size="small"
                onClick={() => {
                  told.current = () => onConfirm("byWords");
                  onClose();
                }}
              >
                {COLUMN_DIALOG.byWords}
              </Button>
            )}
            {recognised.map((column, index) => (
              <Choice
                key={column.at}
                label={name(column)}
                value={uses[index] === undefined ? "" : (uses[index] ?? UNUSED)}
                none={uses[index] === undefined ? COLUMN_DIALOG.undecided : undefined}
                options={OPTIONS}
                onChange={(value) => use(index, value)}
              />
            ))}
          </DialogContent>
          <p role="status" className={styles.said}>
            {[freed && COLUMN_DIALOG.freed(columnLetters(freed.at), freed.header), blocked].filter(Boolean).join("")}
          </p>
          <div className={styles.actions}>
            <DialogTrigger disableButtonEnhancement>
              <Button>{CANCEL}</Button>
            </DialogTrigger>
            <Button appearance="primary" disabledFocusable={blocked !== null} onClick={confirm}>
              {COLUMN_DIALOG.confirm}
            </Button>
          </div>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

/**
 * Within the dialog, behind FocusBack: tells what was said once the dialog has gone and the focus is back. What is told may lead to another
 * dialog, and of two at a time the second would stay hidden from screen readers.
 */
function Leaving({ told }: { readonly told: RefObject<(() => void) | null> }): null {
  useEffect(
    () => () => {
      const { current } = told;
      current?.();
    },
    [told],
  );
  return null;
}

/** As recognised; of two targets of one name neither is decided. */
function firstUses(recognised: readonly RecognisedColumn[]): Use[] {
  const doubled = new Set(recognised.flatMap(({ double }) => (double && isTarget(double) ? [double] : [])));
  return recognised.map(({ column, double }) => (doubled.has(column ?? double!) ? undefined : column));
}
