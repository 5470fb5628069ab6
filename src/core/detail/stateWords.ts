import { plainText } from "../cells/classify";
import type { RawValue } from "../cells/grid";
import type { StateField, StateWords } from "../assess/stateWords";
import type { KnownWord, UnknownWord } from "./findings";

export { DEFAULT_STATE_WORDS } from "../assess/stateWords";
export type { StateWords } from "../assess/stateWords";

/** yes, no, blank, or a word that no rule knows. */
export type State = "yes" | "no" | "blank" | "unknown";

/** Reads the words of one state column; each raw word is looked up once. */
export class StateReader {
  private readonly meaning = new Map<string, State>();
  private readonly seen = new Map<RawValue, State>();
  private readonly unknown = new Map<string, UnknownWord>();

  constructor(
    private readonly field: StateField,
    { yes, no }: StateWords[StateField],
  ) {
    for (const word of no) this.meaning.set(wordKey(word), "no");
    for (const word of yes) this.meaning.set(wordKey(word), "yes");
  }

  /** What the cell says. `address` tells where it stands and is asked for unknown words only. */
  read(value: RawValue, address: () => string): State {
    let state = this.seen.get(value);
    if (state === undefined) {
      const key = wordKey(String(value));
      state = key === "" || /^[-—–/\\]+$/.test(key) ? "blank" : (this.meaning.get(key) ?? "unknown");
      this.seen.set(value, state);
    }
    if (state === "unknown") this.report(value, address);
    return state;
  }

  get unknownWords(): UnknownWord[] {
    return [...this.unknown.values()];
  }

  /** The words that have been read and are known, each once, in the order of their spelling. */
  get knownWords(): KnownWord[] {
    const words = new Map(
      [...this.seen].flatMap(([value, state]) =>
        state === "yes" || state === "no" ? [[plainText(String(value)), state] as const] : [],
      ),
    );
    return [...words].sort(([a], [b]) => (a < b ? -1 : 1)).map(([word, means]) => ({ field: this.field, word, means }));
  }

  private report(value: RawValue, address: () => string): void {
    const word = plainText(String(value));
    const before = this.unknown.get(word);
    this.unknown.set(
      word,
      before ? { ...before, rows: before.rows + 1 } : { field: this.field, word, rows: 1, address: address() },
    );
  }
}

function wordKey(word: string): string {
  return plainText(word).replace(/[\s"'“”‘’()（）、，,。.]/g, "");
}
