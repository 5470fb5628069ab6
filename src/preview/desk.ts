import type { IDisposable, Univer } from "@univerjs/core";
import { FILE_SENTENCES } from "../core/wording/file";
import { PREVIEW } from "../core/wording/preview";
import { Host } from "../host/host";
import type { SheetData } from "../host/workbook/data";
import { FileError } from "../host/workbook/file/file-error";
import { openWorkbook, type OpenedFile } from "../host/workbook/file/open";
import { saveWorkbook } from "../host/workbook/file/save";
import { LiveWorkbook } from "../host/workbook/live/workbook";
import { keepNumbersWhole } from "./grid";
import { Marks } from "./marks";
import type { Marks as CellMarks } from "./print/picture";

/** Excel's answers, after each of which the grid shows the rules that the answer changed. */
class ShownHost extends Host {
  constructor(
    workbook: LiveWorkbook,
    private readonly marks: Marks,
    openBook: (file: Uint8Array) => void,
  ) {
    super(workbook);
    this.openNew = (file) => (this.asked = () => openBook(file));
  }

  /** A workbook to open in place of this one, once the request that asked for it is answered. */
  private asked: (() => void) | undefined;

  override async answer(...request: Parameters<Host["answer"]>): ReturnType<Host["answer"]> {
    const response = await super.answer(...request);
    await this.marks.show();
    if (this.asked) setTimeout(this.asked);
    this.asked = undefined;
    return response;
  }
}

/** A workbook on the desk: the model, the file that it came from, and Excel's answers about it. */
export interface OpenBook {
  readonly fileName: string;
  readonly workbook: LiveWorkbook;
  readonly host: Host;
  readonly marks: Marks;
  readonly origin: OpenedFile;
}

export interface DeskState {
  readonly book: OpenBook | null;
  /** Name of the file being opened. */
  readonly opening: string | null;
  /** What went wrong last, until it is dismissed or something goes right. */
  readonly error: string | null;
  readonly paneOpen: boolean;
  /** The sheet shown as pages. */
  readonly printing: { readonly sheet: SheetData; readonly marks: CellMarks } | null;
}

/** What a person does with files: one workbook is open at a time. */
export class Desk {
  private state: DeskState = { book: null, opening: null, error: null, paneOpen: true, printing: null };
  private numbers: IDisposable | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly univer: Univer) {}

  readonly getState = (): DeskState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Opens a file in place of the open one, which stays where the file cannot be read. */
  readonly open = (fileName: string, read: () => Promise<ArrayBuffer | Uint8Array>): Promise<void> =>
    this.guard(async () => {
      this.change({ opening: fileName });
      try {
        const { data, origin } = await openWorkbook(await read(), fileName);
        const before = this.state.book;
        // Nothing on the page may look at a workbook that is closed.
        this.change({ book: null, printing: null });
        before?.host.close();
        const workbook = new LiveWorkbook(this.univer, data, fileName);
        this.numbers ??= keepNumbersWhole(this.univer);
        const marks = new Marks(workbook);
        await marks.show();
        const host = new ShownHost(
          workbook,
          marks,
          (file) => void this.open(PREVIEW.newBook, () => Promise.resolve(file)),
        );
        host.showPane = this.showPane;
        this.change({ book: { fileName, workbook, host, marks, origin } });
      } catch (error) {
        if (!(error instanceof FileError)) throw error;
        this.change({ error: FILE_SENTENCES[error.code](fileName) });
      } finally {
        this.change({ opening: null });
      }
    });

  readonly openSample = (fileName: string): Promise<void> =>
    this.open(fileName, async () => {
      const answer = await fetch(`samples/${encodeURIComponent(fileName)}`);
      if (!answer.ok) throw new Shown(PREVIEW.noSample(fileName, answer.status));
      return answer.arrayBuffer();
    });

  /** The workbook as it stands, as the bytes of an .xlsx file. */
  async bytes({ workbook, origin }: OpenBook): Promise<Uint8Array> {
    return saveWorkbook(await workbook.toData(), origin);
  }

  readonly save = (book: OpenBook): Promise<void> =>
    this.guard(async () => {
      const file = new Blob([new Uint8Array(await this.bytes(book))], {
        type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      });
      const link = document.createElement("a");
      link.href = URL.createObjectURL(file);
      link.download = book.fileName;
      link.click();
      URL.revokeObjectURL(link.href);
    });

  readonly print = ({ workbook, marks }: OpenBook): Promise<void> =>
    this.guard(async () => {
      const sheet = workbook.activeSheet;
      const ofSheet = await marks.ofSheet(sheet);
      this.change({ printing: { sheet: sheet.toData(), marks: ofSheet } });
    });

  readonly showPane = (paneOpen: boolean): void => this.change({ paneOpen });

  readonly closePrint = (): void => this.change({ printing: null });

  readonly dismiss = (): void => this.change({ error: null });

  /** Says what went wrong. */
  readonly fail = (error: unknown): void => {
    if (!(error instanceof Shown)) console.error(error);
    this.change({ error: error instanceof Shown ? error.message : PREVIEW.failed });
  };

  private async guard(work: () => Promise<void>): Promise<void> {
    this.change({ error: null });
    try {
      await work();
    } catch (error) {
      this.fail(error);
    }
  }

  private change(part: Partial<DeskState>): void {
    this.state = { ...this.state, ...part };
    for (const listener of this.listeners) listener();
  }
}

/** A failure whose message is a sentence for the person. */
export class Shown extends Error {}
