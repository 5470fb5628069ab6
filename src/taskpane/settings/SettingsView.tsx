import type { FormEvent, ReactElement } from "react";
import { makeStyles, tokens } from "@fluentui/react-components";
import { CALENDAR_YEARS, DEFAULT_FORM, formOf, saysTheSame, settingsFrom } from "../../core/memory/settingsForm";
import type { PrintPreset, SettingsField, SettingsForm } from "../../core/memory/settingsForm";
import type { HeldSettings } from "../../core/memory/settings";
import { SETTING_FAULTS, SETTINGS } from "../../core/wording/settings";
import { Section } from "../controls/Section";
import type { Session } from "../../session/session";
import { CheckSetting, ChoiceSetting, TextSetting } from "./controls";
import { DayList } from "./DayList";
import { SaveBar } from "./SaveBar";
import { SelfTest } from "./SelfTest";
import type { SettingProps } from "./Setting";

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", rowGap: "24px" },
  form: { display: "flex", flexDirection: "column", rowGap: "20px", margin: 0 },
  settings: { display: "flex", flexDirection: "column", rowGap: "12px", paddingTop: "4px" },
  pair: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 8.5rem), 1fr))",
    columnGap: "12px",
    rowGap: "12px",
    alignItems: "start",
  },
  damaged: { margin: 0, color: tokens.colorStatusWarningForeground1 },
  note: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});

export interface SettingsProps {
  readonly session: Session;
  /** As they are in force; the defaults where nothing was computed yet. */
  readonly settings: HeldSettings;
  readonly disabled: boolean;
}

type TextField = { [Field in SettingsField]: SettingsForm[Field] extends string ? Field : never }[SettingsField];
type CheckField = { [Field in SettingsField]: SettingsForm[Field] extends boolean ? Field : never }[SettingsField];

/** The form as it stands: what the workbook holds, with what has been changed and not saved yet. */
interface Filling {
  readonly form: SettingsForm;
  readonly set: (part: Partial<SettingsForm>) => void;
  /** What every control of a field is told. */
  readonly of: (field: SettingsField) => SettingProps;
}

/** 设置: how the add-in judges and what it does. Nothing holds before it is saved; what is unsaved stays until then, in the session. */
export function SettingsView({ session, settings, disabled }: SettingsProps): ReactElement | null {
  const styles = useStyles();
  const {
    result,
    selfTest,
    view: { draft },
  } = session.getState();
  const form: SettingsForm = { ...formOf(settings), ...draft };
  const read = settingsFrom(form, settings);
  const damaged = (settings.problems ?? result?.problems ?? []).filter(({ code }) => code === "SETTINGS_DAMAGED");
  const dirty = draft !== null && !saysTheSame(form, settings);
  // Saving the defaults mends what is damaged.
  const saveable = dirty || damaged.length > 0;
  const set = (part: Partial<SettingsForm>): void =>
    session.show({ draft: { ...session.getState().view.draft, ...part } });
  const of = (field: SettingsField): SettingProps => {
    const fault = read.faults?.[field];
    return {
      label: SETTINGS.labels[field],
      hint: SETTINGS.hints[field],
      fault: fault ? SETTING_FAULTS[fault] : null,
      changed: JSON.stringify(form[field]) !== JSON.stringify(DEFAULT_FORM[field]),
      onReset: () => set({ [field]: DEFAULT_FORM[field] }),
    };
  };
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (!disabled && saveable && read.settings) void session.saveSettings(read.settings);
  };
  const filling: Filling = { form, set, of };
  return (
    <div className={styles.page}>
      <form className={styles.form} noValidate onSubmit={save} aria-label={SETTINGS.form}>
        {damaged.map(({ message }) => (
          <p key={message} className={styles.damaged}>
            {message}
          </p>
        ))}
        <Deduction {...filling} />
        <TargetsAndPeriod {...filling} />
        <Calendar {...filling} />
        <Running {...filling} />
        <Print {...filling} />
        <SaveBar
          dirty={dirty}
          saveable={saveable && !disabled}
          faults={Object.keys(read.faults ?? {}).length}
          allDefault={JSON.stringify(form) === JSON.stringify(DEFAULT_FORM)}
          onDiscard={() => session.show({ draft: null })}
          onResetAll={() => set(DEFAULT_FORM)}
        />
      </form>
      <SelfTest session={session} report={selfTest} disabled={disabled} />
    </div>
  );
}

const text = ({ form, set, of }: Filling, field: TextField) => ({
  ...of(field),
  value: form[field],
  onChange: (value: string) => set({ [field]: value }),
});
const check = ({ form, set, of }: Filling, field: CheckField) => ({
  ...of(field),
  value: form[field],
  onChange: (value: boolean) => set({ [field]: value }),
});

/** Notes 4 and 5. */
function Deduction(filling: Filling): ReactElement {
  const styles = useStyles();
  return (
    <Section heading={SETTINGS.groups.deduction}>
      <div className={styles.settings}>
        <div className={styles.pair}>
          <TextSetting {...text(filling, "pointsPerItem")} decimal />
          <TextSetting {...text(filling, "pointsPerOfficer")} decimal />
        </div>
        <TextSetting {...text(filling, "coverageFloor")} decimal />
        <div className={styles.pair}>
          {(["capDirectory", "capImplementation", "capCoverage", "capOfficers"] as const).map((field) => (
            <TextSetting key={field} {...text(filling, field)} decimal placeholder={SETTINGS.noCap} />
          ))}
        </div>
      </div>
    </Section>
  );
}

function TargetsAndPeriod(filling: Filling): ReactElement {
  const styles = useStyles();
  const { form, set, of } = filling;
  const stated = form.periodStart !== "" || form.periodEnd !== "";
  // Neither day makes sense without the other.
  const byTitle = { onReset: () => set({ periodStart: "", periodEnd: "" }), resetLabel: SETTINGS.byTitle };
  return (
    <Section heading={SETTINGS.groups.period}>
      <div className={styles.settings}>
        <ChoiceSetting
          {...of("bareTargets")}
          value={form.bareTargets}
          options={[
            { value: "percent", text: SETTINGS.bareTargets.percent },
            { value: "refuse", text: SETTINGS.bareTargets.refuse },
          ]}
          onChange={(bareTargets) => set({ bareTargets })}
        />
        <div className={styles.pair}>
          <TextSetting {...text(filling, "periodStart")} {...byTitle} type="date" />
          <TextSetting {...text(filling, "periodEnd")} {...byTitle} type="date" />
        </div>
        <TextSetting
          {...text(filling, "year")}
          placeholder={SETTINGS.nearest}
          {...(stated && { hint: SETTINGS.yearUnused })}
        />
        <CheckSetting {...check(filling, "casesWithinPeriod")} />
      </div>
    </Section>
  );
}

function Calendar({ form, set, of }: Filling): ReactElement {
  const styles = useStyles();
  const other = { extraWorkdays: "extraHolidays", extraHolidays: "extraWorkdays" } as const;
  return (
    <Section heading={SETTINGS.groups.calendar}>
      <div className={styles.settings}>
        <p className={styles.note}>{SETTINGS.calendar(CALENDAR_YEARS.first, CALENDAR_YEARS.last)}</p>
        {(["extraWorkdays", "extraHolidays"] as const).map((field) => (
          <DayList
            key={field}
            setting={of(field)}
            days={form[field]}
            other={form[other[field]]}
            onChange={(days) => set({ [field]: days })}
          />
        ))}
      </div>
    </Section>
  );
}

function Running(filling: Filling): ReactElement {
  const styles = useStyles();
  const { form, set, of } = filling;
  return (
    <Section heading={SETTINGS.groups.running}>
      <div className={styles.settings}>
        <ChoiceSetting
          {...of("writeAs")}
          value={form.writeAs}
          options={[
            { value: "formulas", text: SETTINGS.writeAs.formulas },
            { value: "values", text: SETTINGS.writeAs.values },
          ]}
          onChange={(writeAs) => set({ writeAs })}
        />
        <CheckSetting {...check(filling, "automatic")} />
        <CheckSetting {...check(filling, "record")} />
      </div>
    </Section>
  );
}

const PRESETS: readonly PrintPreset[] = ["A4 short", "A4 full", "A3 full"];

function Print(filling: Filling): ReactElement {
  const styles = useStyles();
  const { form, set, of } = filling;
  // A3 简表 is no preset, but may have been chosen for a print.
  const presets = PRESETS.includes(form.preset) ? PRESETS : [...PRESETS, form.preset];
  return (
    <Section heading={SETTINGS.groups.print}>
      <div className={styles.settings}>
        <ChoiceSetting
          {...of("preset")}
          value={form.preset}
          options={presets.map((value) => ({ value, text: SETTINGS.presets[value] }))}
          onChange={(preset) => set({ preset })}
        />
        <CheckSetting {...check(filling, "copy")} />
        <CheckSetting {...check(filling, "bars")} />
        <TextSetting {...text(filling, "office")} placeholder={SETTINGS.notPrinted} />
      </div>
    </Section>
  );
}
