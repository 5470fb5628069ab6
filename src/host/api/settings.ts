import { itemNotFound } from "../protocol/errors";
import { HostCollection, HostObject, identity } from "../protocol/members";
import type { Context } from "./context";

/** A setting of the add-in that is kept in the workbook; values are plain JSON. */
export class Setting extends HostObject {
  readonly #context: Context;
  readonly #key: string;

  constructor(context: Context, key: string) {
    super();
    this.#context = context;
    this.#key = key;
  }

  override get [identity](): Record<string, unknown> {
    return { _Id: this.#key };
  }

  get key(): string {
    return this.#key;
  }

  get value(): unknown {
    return structuredClone(this.#context.model.settings.get(this.#key));
  }

  set value(value: unknown) {
    this.#context.model.settings.set(this.#key, structuredClone(value));
  }

  delete(): void {
    this.#context.model.settings.delete(this.#key);
  }
}

export class SettingCollection extends HostCollection<Setting> {
  readonly #context: Context;

  constructor(context: Context) {
    super();
    this.#context = context;
  }

  get items(): Setting[] {
    return [...this.#context.model.settings.keys()].map((key) => new Setting(this.#context, key));
  }

  /** Sets the value of a key, whether or not it stood before. */
  add(key: string, value: unknown): Setting {
    this.#context.model.settings.set(key, structuredClone(value));
    return new Setting(this.#context, key);
  }

  getItem(key: string): Setting {
    const setting = this.getItemOrNullObject(key);
    if (!setting) throw itemNotFound();
    return setting;
  }

  getItemOrNullObject(key: string): Setting | null {
    return this.#context.model.settings.has(key) ? new Setting(this.#context, key) : null;
  }
}
