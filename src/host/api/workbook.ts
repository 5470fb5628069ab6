import { HostObject } from "../protocol/members";
import { Application, Runtime } from "./application";
import { Functions } from "./functions";
import type { Context } from "./context";
import { insertWorksheets, type InsertWorksheetOptions } from "./insertion";
import { NamedItemCollection } from "./names";
import { SettingCollection } from "./settings";
import { WorksheetCollection } from "./worksheets";

export class Workbook extends HostObject {
  readonly #context: Context;

  constructor(context: Context) {
    super();
    this.#context = context;
  }

  get name(): string {
    return this.#context.model.fileName;
  }

  get readOnly(): boolean {
    return this.#context.readOnly;
  }

  get protection(): WorkbookProtection {
    return new WorkbookProtection(this.#context);
  }

  get application(): Application {
    return new Application(this.#context);
  }

  get functions(): Functions {
    return new Functions(this.#context);
  }

  get worksheets(): WorksheetCollection {
    return new WorksheetCollection(this.#context);
  }

  get names(): NamedItemCollection {
    return new NamedItemCollection(this.#context);
  }

  get settings(): SettingCollection {
    return new SettingCollection(this.#context);
  }

  /** context.runtime of office.js. */
  get _Runtime(): Runtime {
    return new Runtime(this.#context);
  }

  /** @returns the ids of the new sheets. The sheet that is open stays open. */
  insertWorksheetsFromBase64(base64File: string, options: InsertWorksheetOptions = {}): Promise<string[]> {
    return insertWorksheets(this.#context.model, base64File, options);
  }

  getSelectedRange(): HostObject {
    const { sheet, area } = this.#context.model.selection;
    return this.#context.range(sheet, area);
  }
}

export class WorkbookProtection extends HostObject {
  readonly #context: Context;

  constructor(context: Context) {
    super();
    this.#context = context;
  }

  get protected(): boolean {
    return this.#context.differences.structureProtected;
  }
}
