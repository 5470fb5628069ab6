import { useState, type ReactElement } from "react";
import { Button, Field, makeStyles, Radio, RadioGroup } from "@fluentui/react-components";
import { departmentName } from "../../core/wording/pane";
import { NOTICES_DIALOG } from "../../core/wording/notice";
import type { Session } from "../../session/session";

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", rowGap: "12px" },
  note: { margin: 0 },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

type Which = "all" | "behind" | "one";

interface Props {
  readonly session: Session;
  /** Zero-based row of the department that is open in 部门; null where none is. */
  readonly department: number | null;
  /** Told when a button is pressed, before the work begins. */
  readonly onBegin?: () => void;
}

/** Which departments get a notice; makes the notices and removes them. */
export function NoticesSection({ session, department, onBegin }: Props): ReactElement {
  const styles = useStyles();
  const open = session.getState().result?.assessment.departments.find(({ row }) => row === department) ?? null;
  const [chosen, setChosen] = useState<Which>("all");
  const which: Which = chosen === "one" && !open ? "all" : chosen;
  const begin = (work: () => unknown) => (): void => {
    onBegin?.();
    work();
  };
  return (
    <div className={styles.section}>
      <p className={styles.note}>{NOTICES_DIALOG.body}</p>
      <Field label={NOTICES_DIALOG.which}>
        <RadioGroup value={which} onChange={(_, data) => setChosen(data.value as Which)}>
          <Radio value="all" label={NOTICES_DIALOG.all} />
          <Radio value="behind" label={NOTICES_DIALOG.behind} />
          {open && <Radio value="one" label={NOTICES_DIALOG.one(departmentName(open))} />}
        </RadioGroup>
      </Field>
      <div className={styles.actions}>
        <Button
          appearance="primary"
          onClick={begin(() =>
            session.makeNotices(which === "one" && open ? [open.row] : which === "one" ? "all" : which),
          )}
        >
          {NOTICES_DIALOG.make}
        </Button>
        <Button onClick={begin(session.removeNotices)}>{NOTICES_DIALOG.remove}</Button>
      </div>
      <p className={styles.note}>{NOTICES_DIALOG.removing}</p>
    </div>
  );
}
