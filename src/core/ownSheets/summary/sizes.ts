/** How large things are on 推进情况汇总, points unless it says otherwise. */

const CENTIMETRE = 72 / 2.54;
/** A4, standing. */
const PAPER_HEIGHT = 841.89;
export const MARGINS = {
  side: 1 * CENTIMETRE,
  top: 1.6 * CENTIMETRE,
  bottom: 1.6 * CENTIMETRE,
  running: 0.8 * CENTIMETRE,
} as const;
export const PAGE_HEIGHT = PAPER_HEIGHT - MARGINS.top - MARGINS.bottom;
/** In the order of the columns; together less than the page is wide. */
export const WIDTHS = [34, 132, 33, 33, 33, 33, 40, 33, 33, 33, 30, 33, 36] as const;
export const SIZES = { title: 20, heading: 12, text: 10, table: 9, note: 9, bulletin: 12, bulletinTitle: 14 } as const;
