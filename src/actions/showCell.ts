import { splitAddress } from "../core/cells/address";
import { problem } from "../core/problems/catalogue";
import { select } from "../excel/select";
import { defineAction } from "./action";
import { stopped } from "./outcome";
import type { ActionOptions, Stopped } from "./outcome";

interface Showing extends ActionOptions {
  /** 附件2!J9, '附件 2'!5:5. */
  readonly address: string;
}

/** Selects the place that a problem or a department stands at; null once it is selected. */
export const showCell = defineAction({
  name: "showCell",
  place: ({ address }: Showing) => splitAddress(address)?.sheet,
  async run({ excel }, { address }: Showing): Promise<Stopped | null> {
    const place = splitAddress(address);
    return place && (await select(excel, place.sheet, place.address))
      ? null
      : stopped(problem("PLACE_GONE", undefined, { place: address }));
  },
});
