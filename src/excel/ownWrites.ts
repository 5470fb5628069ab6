/**
 * Excel tells of a write a moment after it has answered the request; this long, in milliseconds, a change may still be one of ours.
 * What a person types within it is missed by the pane until the next change, and only in an Excel that asks here at all.
 */
const AFTERMATH = 1000;

let writing = 0;
let lastEnd = -Infinity;

/** Runs what writes cells, so that the changes which it sets off can be told from a person's. */
export async function asOwnWrite<T>(write: () => Promise<T>): Promise<T> {
  writing++;
  try {
    return await write();
  } finally {
    writing--;
    lastEnd = Date.now();
  }
}

/** Whether a change that is told now may come from a write of ours. */
export function mayBeOwn(): boolean {
  return writing > 0 || Date.now() - lastEnd < AFTERMATH;
}
