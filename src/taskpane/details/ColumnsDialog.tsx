import { useState, type ReactElement, type RefObject } from "react";
import {
  Button,
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  makeStyles,
} from "@fluentui/react-components";
import { columnLetters } from "../../core/cells/address";
import type { ChosenColumn } from "../../core/detail/choices";
import type { KnownWord } from "../../core/detail/findings";
import { DETAIL_FIELDS } from "../../core/detail/kinds";
import type { DetailField } from "../../core/detail/kinds";
import type { DetailSheetReport } from "../../core/detail/report";
import { DETAIL_HEADERS } from "../../core/wording/detail";
import { COLUMNS_DIALOG, DETAILS } from "../../core/wording/detailPane";
import { CANCEL } from "../../core/wording/pane";
import { Choice } from "../controls/Choice";
import { FocusBack } from "../controls/FocusBack";

const useStyles = makeStyles({
  actions: { gridColumn: "1 / -1", display: "flex", flexWrap: "wrap", justifyContent: "flex-end", gap: "8px" },
  content: { display: "flex", flexDirection: "column", rowGap: "8px" },
  body: { margin: 0 },
});

type Chosen = Partial<Record<DetailField, ChosenColumn>>;

interface Props {
  readonly open: boolean;
  readonly sheet: DetailSheetReport;
  readonly opener: RefObject<HTMLButtonElement>;
  readonly onClose: () => void;
  /** State words of all sheets with what they are taken to mean; those of this sheet's columns are shown. */
  readonly words: readonly KnownWord[];
  /** With the columns, and the words that are to mean something else from now on. */
  readonly onConfirm: (columns: Chosen, words: readonly KnownWord[]) => void;
}

/** Asks which column of a detail sheet is which, and what its state words mean, beginning with what was recognised. */
export function ColumnsDialog({ open, sheet, opener, words, onClose, onConfirm }: Props): ReactElement {
  const styles = useStyles();
  const [columns, setColumns] = useState<Partial<Record<DetailField, number>>>(sheet.columns);
  const own = words.filter(({ field }) => (DETAIL_FIELDS[sheet.kind] as readonly DetailField[]).includes(field));
  const [meanings, setMeanings] = useState<readonly KnownWord["means"][]>(own.map(({ means }) => means));
  const options = sheet.headers.map(({ column, text }) => ({
    value: String(column),
    text: COLUMNS_DIALOG.header(columnLetters(column), text),
  }));
  const confirm = (): void => {
    const chosen: Chosen = {};
    for (const field of DETAIL_FIELDS[sheet.kind]) {
      const header = sheet.headers.find(({ column }) => column === columns[field]);
      if (header) chosen[field] = { column: header.column, header: header.text };
    }
    onClose();
    onConfirm(
      chosen,
      own.flatMap((word, index) => (meanings[index] === word.means ? [] : [{ ...word, means: meanings[index]! }])),
    );
  };
  return (
    <Dialog open={open} onOpenChange={(_, data) => data.open || onClose()}>
      <DialogSurface>
        <FocusBack to={opener} />
        <DialogBody>
          <DialogTitle>{COLUMNS_DIALOG.title(sheet.sheet)}</DialogTitle>
          <DialogContent className={styles.content}>
            <p className={styles.body}>{COLUMNS_DIALOG.body}</p>
            {DETAIL_FIELDS[sheet.kind].map((field) => (
              <Choice
                key={field}
                label={DETAIL_HEADERS[field]}
                value={String(columns[field] ?? "")}
                // What was recognised can be moved, not taken away: a choice names a column.
                none={sheet.columns[field] === undefined ? COLUMNS_DIALOG.absent : undefined}
                options={options}
                onChange={(value) => setColumns({ ...columns, [field]: value === "" ? undefined : Number(value) })}
              />
            ))}
            {own.length > 0 && <p className={styles.body}>{COLUMNS_DIALOG.words}</p>}
            {own.map((word, index) => (
              <Choice
                key={`${word.field} ${word.word}`}
                label={COLUMNS_DIALOG.word(word)}
                value={meanings[index]!}
                options={[
                  { value: "yes", text: DETAILS.yes },
                  { value: "no", text: DETAILS.no },
                ]}
                onChange={(value) =>
                  setMeanings(meanings.map((means, at) => (at === index ? (value as KnownWord["means"]) : means)))
                }
              />
            ))}
          </DialogContent>
          <div className={styles.actions}>
            <DialogTrigger disableButtonEnhancement>
              <Button>{CANCEL}</Button>
            </DialogTrigger>
            <Button appearance="primary" onClick={confirm}>
              {DETAILS.remember}
            </Button>
          </div>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
