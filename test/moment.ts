/** When tests act: local time, within the term that the samples' title names (8月19日至9月15日 of 2025). */
export const NOW = new Date(2025, 8, 1, 9);
/** The next time that a person acts, on the day after. */
export const LATER = new Date(2025, 8, 2, 10, 30);
/** Four days before the term ends. */
export const NEAR_END = new Date(2025, 8, 11, 9, 5);
