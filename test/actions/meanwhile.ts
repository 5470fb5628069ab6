import { Session } from "../../src/excel/session";
import { edit } from "./workbook";

/**
 * What somebody else does to the sheet of this name right before the n-th request (from 1) of the next action that is of its kind:
 * any ("sync"), or one that writes ("write"). It happens once; `jest.restoreAllMocks` ends it. Tells how many such requests there were.
 */
export function meanwhile(
  { sheet = "附件2", before, kind = "sync" }: { sheet?: string; before: number; kind?: "sync" | "write" },
  work: (sheet: Excel.Worksheet) => void,
): { readonly requests: number } {
  const send = Session.prototype[kind];
  const told = { requests: 0 };
  jest.spyOn(Session.prototype, kind).mockImplementation(async function (this: Session) {
    if (++told.requests === before) await edit(sheet, work);
    return send.call(this);
  });
  return told;
}
