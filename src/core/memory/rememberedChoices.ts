import { readRules } from "../assess/rules";
import type { StateField, StateWords } from "../assess/stateWords";
import { plainText } from "../cells/classify";
import { readChoices } from "../detail/choices";
import type { DetailChoices } from "../detail/choices";
import type { Memory } from "./memory";

/** What a person says of the detail sheets: what is absent stays as it was said before. */
export interface NewChoices extends Partial<DetailChoices> {
  /** What words of the state columns mean. */
  readonly words?: readonly { readonly field: StateField; readonly word: string; readonly means: "yes" | "no" }[];
}

/** The memory with these choices beside those made before; a word means one thing only. */
export function withChoices(memory: Memory | null, { aliases = {}, columns = {}, words = [] }: NewChoices): Memory {
  const before = readChoices(memory?.detail).choices;
  const stored = typeof memory?.rules === "object" && memory.rules !== null ? memory.rules : {};
  const stateWords = words.reduce<StateWords>(meaning, readRules(memory?.rules).rules.stateWords);
  return {
    ...(memory ?? { version: 1, pages: {} }),
    ...(words.length > 0 ? { rules: { ...stored, stateWords } } : {}),
    detail: {
      aliases: { ...before.aliases, ...aliases },
      columns: { ...before.columns, ...columns },
    } satisfies DetailChoices,
  };
}

function meaning(known: StateWords, { field, word, means }: NonNullable<NewChoices["words"]>[number]): StateWords {
  const others = (words: readonly string[]) => words.filter((other) => other !== plainText(word));
  const { yes, no } = known[field];
  return {
    ...known,
    [field]: {
      yes: [...others(yes), ...(means === "yes" ? [plainText(word)] : [])],
      no: [...others(no), ...(means === "no" ? [plainText(word)] : [])],
    },
  };
}
