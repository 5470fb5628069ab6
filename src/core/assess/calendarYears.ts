/** The years for which chinese-days, which `pace` counts by, knows the holidays and make-up days of the State Council; a test holds it against the library. */
export const CALENDAR_YEARS = { first: 2004, last: 2026 } as const;
