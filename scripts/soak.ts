import { CASES, LONG } from "../test/soak/cases";
import { playFile } from "../test/soak/fileRound";
import { playRound } from "../test/soak/round";
import type { Effort, Figures } from "../test/soak/round";

/**
 * The long run of the fault tests: random workbooks, actions and failures over the host on the real office.js, and the same workbooks as files.
 * SOAK_RUNS workbooks (1,000), from seed SOAK_SEED (1000) on, after the seeds that once failed; on every SOAK_EVERY-th (50) each
 * action of each request fails once.
 */
const number = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise);

const EXHAUSTIVE: Effort = { actions: 0, faults: "every", undoFaults: 4, deaths: 3 };

async function soak(): Promise<void> {
  const runs = number("SOAK_RUNS", 1000);
  const from = number("SOAK_SEED", 1000);
  const every = number("SOAK_EVERY", 50);
  const figures: Figures = { workbooks: 0, actions: 0, faults: 0 };
  const failed: number[] = [];
  const began = performance.now();
  const tell = (): void => {
    const minutes = (performance.now() - began) / 60_000;
    console.log(
      `${figures.workbooks + failed.length} workbooks, ${figures.actions} actions, ${figures.faults} failures injected, ${minutes.toFixed(1)} minutes, seeds failed: ${failed.length > 0 ? failed.join(", ") : "none"}`,
    );
  };
  const random = Array.from({ length: runs }, (_, index): [number, Effort] => [
    from + index,
    every > 0 && (index + 1) % every === 0 ? EXHAUSTIVE : LONG,
  ]);
  for (const [seed, effort] of [...CASES.map(({ seed }): [number, Effort] => [seed, LONG]), ...random]) {
    try {
      await playRound(seed, effort, figures);
      await playFile(seed);
    } catch (error) {
      failed.push(seed);
      console.error(error instanceof Error ? error.message : error);
    }
    if ((figures.workbooks + failed.length) % 50 === 0) tell();
  }
  tell();
  process.exit(failed.length > 0 ? 1 : 0);
}

void soak();
