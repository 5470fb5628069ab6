import { HostObject } from "../protocol/members";
import type { Context } from "./context";

export class Application extends HostObject {
  readonly #context: Context;

  constructor(context: Context) {
    super();
    this.#context = context;
  }

  /** Formulas are always up to date when they are read. */
  get calculationMode(): "Automatic" {
    return "Automatic";
  }

  /** Computes all formulas anew, whatever kind of calculation is asked for. */
  calculate(): Promise<void> {
    this.#context.model.calculation.invalidate();
    return this.#context.settled();
  }

  /** The host draws nothing while a request runs. */
  suspendScreenUpdatingUntilNextSync(): void {}

  /** The host computes only when results are read. */
  suspendApiCalculationUntilNextSync(): void {}
}

export class Runtime extends HostObject {
  readonly #context: Context;

  constructor(context: Context) {
    super();
    this.#context = context;
  }

  get enableEvents(): boolean {
    return this.#context.enableEvents;
  }

  set enableEvents(enable: boolean) {
    this.#context.enableEvents = enable;
  }
}
