import type { Stopped } from "../src/actions";

/** The outcome of an action that has done its work; throws with its problems where it has not. */
export function done<T extends { done: boolean }>(outcome: T | Stopped | null): Extract<T, { done: true }> {
  if (!outcome?.done) throw new Error(JSON.stringify((outcome as Stopped | null)?.problems ?? outcome));
  return outcome as Extract<T, { done: true }>;
}

/** The codes of an outcome's problems, in their order; none where it has none. */
export const codes = (outcome: unknown): string[] => problemsOf(outcome).map(({ code }) => code);

/** "CODE A1" of an outcome's problems, the bare code where a problem has no address. */
export const codesAt = (outcome: unknown): string[] =>
  problemsOf(outcome).map(({ code, address }) => `${code} ${address}`.trim());

const problemsOf = (outcome: unknown) => (outcome as Partial<Stopped>).problems ?? [];
