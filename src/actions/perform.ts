import { problem } from "../core/problems/catalogue";
import { failureProblem } from "../excel/failure";
import type { Phase } from "../excel/failure";
import { Cancelled } from "../excel/readRows";
import { inWorkbook } from "../excel/session";
import type { Session } from "../excel/session";
import type { Action } from "./action";
import { stopped } from "./outcome";
import type { ActionOptions, Stopped } from "./outcome";

type Running = Pick<ActionOptions, "now" | "onProgress" | "cancelled">;

/** Runs an action in a conversation of its own with Excel. */
export function perform<Options, Needed, Outcome>(
  action: Action<Options, Needed, Outcome>,
  options: Options & Running,
): Promise<Outcome | Stopped> {
  return attempt(action.phase, action.place(options), async (excel): Promise<Outcome | Stopped> => {
    const { now = new Date(), onProgress = () => {}, cancelled = () => false } = options;
    const context = { action, excel, now, onProgress, cancelled };
    const needed = await action.needs?.(context, options);
    return isStopped(needed) ? needed : action.run(context, options, needed as Needed);
  });
}

function isStopped(needed: unknown): needed is Stopped {
  return typeof needed === "object" && needed !== null && "done" in needed && needed.done === false;
}

/** What Excel refuses, and a person stops, in words: `phase` is what Excel was doing, on which sheet. Mistakes of the program are thrown on. */
export async function attempt<Outcome>(
  phase: Phase,
  place: string | undefined,
  work: (excel: Session) => Promise<Outcome>,
): Promise<Outcome | Stopped> {
  try {
    return await inWorkbook(work);
  } catch (error) {
    if (error instanceof Cancelled) return stopped(problem("CANCELLED"));
    return stopped(failureProblem(error, phase, place));
  }
}
