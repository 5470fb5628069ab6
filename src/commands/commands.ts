import type { Session } from "../session/session";

/** The ids by which the manifest's ribbon buttons name their functions. */
export const COMMANDS = ["recalculate", "setUpPrinting", "clearMarks", "openPane"] as const;
export type CommandId = (typeof COMMANDS)[number];

type Command = (event: Office.AddinCommands.Event) => Promise<void>;

/**
 * The ribbon's buttons. They run in the pane's own page (shared runtime), so they work while no pane is open,
 * and the pane shows how they ended once it is. A command that could not be done opens the pane, where the reason stands.
 * @param showPane opens the pane. It is called after the event was completed: Excel for Mac hangs otherwise.
 */
export function ribbonCommands(session: Session, showPane: () => Promise<void>): Readonly<Record<CommandId, Command>> {
  const open = (): Promise<void> => showPane().catch(session.fail);
  const command =
    (work: () => Promise<boolean>): Command =>
    async (event) => {
      const done = await work().finally(() => event.completed());
      if (!done) await open();
    };
  return {
    recalculate: command(session.recalculate),
    setUpPrinting: command(() => session.setUpPrinting({}, "open")),
    clearMarks: command(() => session.clearMarks(false, "open")),
    openPane: async (event) => {
      event.completed();
      await open();
    },
  };
}
