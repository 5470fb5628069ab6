import { HostObject, identity } from "../protocol/members";
import type { Context } from "./context";
import { readableFile } from "./insertion";

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

  /**
   * Excel.createWorkbook() takes a file in here and opens it by the object that comes back.
   * @host office.js's own call; its typings name only the function that makes it
   */
  async createWorkbook(base64File?: string): Promise<WorkbookCreated> {
    return new WorkbookCreated(this.#context, await readableFile(base64File));
  }

  /** The host draws nothing while a request runs. */
  suspendScreenUpdatingUntilNextSync(): void {}
}

let created = 0;

/** @host a type of office.js's own, which its typings do not name */
export class WorkbookCreated extends HostObject {
  readonly #context: Context;
  readonly #file: Uint8Array;
  readonly #id = `{created-${++created}}`;

  constructor(context: Context, file: Uint8Array) {
    super();
    this.#context = context;
    this.#file = file;
  }

  override get [identity](): Record<string, unknown> {
    return { Id: this.#id };
  }

  open(): void {
    this.#context.openNew(this.#file);
  }
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
