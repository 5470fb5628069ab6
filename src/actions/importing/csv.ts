import Papa from "papaparse";
import { problem } from "../../core/problems/catalogue";
import type { Problem } from "../../core/problems/problem";

/** The text of a CSV file: UTF-8 in the strict sense, with or without a byte order mark, else GB18030; null where it is neither. */
export function decodeText(bytes: Uint8Array): string | null {
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch (error) {
      if ((error as Error).name !== "TypeError") throw error;
    }
  }
  return null;
}

/** The cells of a CSV file, all as text. Blank lines stay, so that line 5 is sheet row 5. `file` is named in the problem. */
export function readCsv(text: string, file: string): { readonly rows: string[][] } | { readonly problem: Problem } {
  const { data, errors } = Papa.parse<string[]>(text, { delimitersToGuess: [",", "\t", ";"], skipEmptyLines: false });
  const quotes = errors.find(({ type }) => type === "Quotes");
  return quotes ? { problem: problem("CSV_QUOTES", { sheet: file }, { row: (quotes.row ?? 0) + 1 }) } : { rows: data };
}
