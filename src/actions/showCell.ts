import { splitAddress } from "../core/cells/address";
import { problem } from "../core/problems/catalogue";
import { failureProblem } from "../excel/failure";
import { select } from "../excel/select";
import { inWorkbook } from "../excel/session";
import { stopped } from "./openTable";
import type { Stopped } from "./outcome";

/** Selects the place that a problem or a department stands at: 附件2!J9, '附件 2'!5:5. */
export async function showCell(address: string): Promise<Stopped | null> {
  const place = splitAddress(address);
  const gone = stopped(problem("PLACE_GONE", undefined, { place: address }));
  if (!place) return gone;
  try {
    return (await inWorkbook((session) => select(session, place.sheet, place.address))) ? null : gone;
  } catch (error) {
    return stopped(failureProblem(error, "read", place.sheet));
  }
}
