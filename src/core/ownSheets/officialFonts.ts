/**
 * Fonts of official documents (GB/T 9704) by the names that Chinese Windows and Office know them by; Excel falls back by itself
 * where one is not installed. Only the title's has to be installed apart.
 */
export const OFFICIAL_FONTS = { title: "方正小标宋简体", heading: "黑体", body: "仿宋", pageNumber: "宋体" } as const;

/** Points: 二号, 三号 and 四号. */
export const OFFICIAL_SIZES = { title: 22, attachment: 16, pageNumber: 14 } as const;
