import { useState, type ReactElement, type RefObject } from "react";
import { Button, Dialog, DialogBody, DialogContent, DialogSurface, DialogTitle, DialogTrigger, makeStyles } from "@fluentui/react-components";
import { columnLetters } from "../core/cells/address";
import type { ChosenColumn } from "../core/detail/choices";
import type { DetailField } from "../core/detail/kinds";
import type { DetailSheetReport } from "../core/detail/report";
import { DETAIL_HEADERS } from "../core/wording/detail";
import { COLUMNS_DIALOG, DETAILS } from "../core/wording/detailPane";
import { CANCEL } from "../core/wording/pane";
import { Choice } from "./Choice";
import { DETAIL_FIELDS } from "../core/detail/kinds";
import { FocusBack } from "./FocusBack";

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
  readonly onConfirm: (columns: Chosen) => void;
}

/** Asks which column of a detail sheet is which, beginning with what was recognised. */
export function ColumnsDialog({ open, sheet, opener, onClose, onConfirm }: Props): ReactElement {
  const styles = useStyles();
  const [columns, setColumns] = useState<Partial<Record<DetailField, number>>>(sheet.columns);
  const options = sheet.headers.map(({ column, text }) => ({ value: String(column), text: COLUMNS_DIALOG.header(columnLetters(column), text) }));
  const confirm = (): void => {
    const chosen: Chosen = {};
    for (const field of DETAIL_FIELDS[sheet.kind]) {
      const header = sheet.headers.find(({ column }) => column === columns[field]);
      if (header) chosen[field] = { column: header.column, header: header.text };
    }
    onClose();
    onConfirm(chosen);
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
