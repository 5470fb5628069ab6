/** Characters written in one request: Excel on the web takes 5 MB, and a character of Chinese is three bytes. */
export const CHARACTERS_A_SYNC = 1_500_000;
