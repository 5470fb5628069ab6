import { ACTIONS } from "../core/wording/pane";
import type { Phase } from "../excel/failure";
import type { Session } from "../excel/session";
import type { ActionOptions, Stage, Stopped } from "./outcome";

export type ActionName = keyof typeof ACTIONS;

/** What an action works with. */
export interface Context {
  readonly action: UndoneAs;
  readonly excel: Session;
  /** The moment that the action is of. */
  readonly now: Date;
  /** `share` is how much of the stage is done, 0 to 1, where that is known. */
  readonly onProgress: (stage: Stage, share?: number) => void;
  /** Asked between the requests of long work; whoever stops for it throws `Cancelled`, or writes nothing. */
  readonly cancelled: () => boolean;
}

/** How an action is known once it is done. */
export interface UndoneAs {
  readonly name: ActionName;
  /** What 撤销本次 says of it; a function names the sheet, where the workbook has others. Null where nothing is to be undone. */
  readonly undone: string | ((sheet: string | null) => string) | null;
}

/** What 撤销本次 says once it has undone the action; `sheet` where it is to be named. */
export function undoSentence({ name, undone }: UndoneAs, sheet: string | null): string {
  if (undone === null) throw new Error(`${name} has nothing to undo`);
  return typeof undone === "string" ? undone : undone(sheet);
}

/** One thing that a person does. It is listed in `registry.ts`, and run by `perform`. */
export interface Action<Options, Needed, Outcome> extends UndoneAs {
  /** What buttons and sentences call it. */
  readonly label: string;
  /** What a refusal of Excel's is taken for that no other sentence answers for. */
  readonly phase: Phase;
  /** The sheet that such a refusal is told of. */
  readonly place: (options: Options) => string | undefined;
  /** What must be there before it begins, or why it can't. */
  readonly needs: ((context: Context, options: Options) => Promise<Needed | Stopped>) | null;
  readonly run: (context: Context, options: Options, needed: Needed) => Promise<Outcome>;
}

type Definition<Options, Needed, Outcome> = Pick<Action<Options, Needed, Outcome>, "name" | "run"> &
  Partial<Omit<Action<Options, Needed, Outcome>, "name" | "run" | "label">>;

/** An action with what most have in common: it reads, on the sheet that its options name, and leaves nothing to undo. */
export function defineAction<Options extends Pick<ActionOptions, "sheet">, Needed, Outcome>(
  definition: Definition<Options, Needed, Outcome>,
): Action<Options, Needed, Outcome> {
  return {
    label: ACTIONS[definition.name],
    undone: null,
    phase: "read",
    place: ({ sheet }) => sheet,
    needs: null,
    ...definition,
  };
}
