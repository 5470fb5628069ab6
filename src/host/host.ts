import type { Area } from "./workbook/data";
import type { Happening } from "./workbook/live/happenings";
import type { LiveSheet } from "./workbook/live/sheet";
import type { LiveWorkbook } from "./workbook/live/workbook";
import { process } from "./protocol/dispatcher";
import { cellBeingEdited, HostError, LONGEST_PAYLOAD, payloadTooLong } from "./protocol/errors";
import type { HostObject } from "./protocol/members";
import {
  ActionType,
  type Action,
  type EventEntry,
  type RequestBody,
  type ResponseBody,
  type WireError,
} from "./protocol/messages";
import { AppRuntimeService } from "./api/app-runtime";
import { Context } from "./api/context";
import type { Doer } from "./api/events";
import { Range } from "./api/range";
import { RangeAreas } from "./api/range-areas";
import { Workbook } from "./api/workbook";
import { Worksheet } from "./api/worksheets";
import type { Differences } from "./differences";

/** One request as it came over the wire. */
export interface LoggedRequest {
  readonly actions: readonly Action[];
  /** It only lets go of references, as office.js does after every Excel.run. */
  readonly cleanUp: boolean;
  /** Code of the error that it was answered with. */
  error?: string;
}

/** A failure to come, for tests: of the n-th request from now, at the n-th action or the first that fits. */
export interface Failure {
  /** Counting from 0, requests that only clean up left out; the next one where it is left out. */
  request?: number;
  /** Zero-based, or what the action must be; the first where it is left out. */
  action?: number | ((action: Action) => boolean);
  code: string;
  message?: string;
  /** All actions of the request are carried out and only then it fails: as where Excel did its work and the answer was lost. */
  applied?: boolean;
}

const factories = {
  range: (context: Context, sheet: LiveSheet, area: Area): HostObject => new Range(context, sheet, area),
  rangeAreas: (context: Context, sheet: LiveSheet, areas: readonly Area[]): HostObject =>
    new RangeAreas(context, sheet, areas),
  worksheet: (context: Context, sheet: LiveSheet): HostObject => new Worksheet(context, sheet),
};

/** An error that no action of the request has brought about. */
function wireError({ code, message, httpStatusCode }: HostError): WireError {
  return { Code: code, Message: message, HttpStatusCode: httpStatusCode, ActionIndex: -1, Location: "" };
}

/** Excel as an add-in sees it: answers requests on one live workbook. */
export class Host {
  /** All requests so far, oldest first. */
  readonly requests: LoggedRequest[] = [];
  /** As long as it is set every request fails, as while a person types into a cell. */
  cellBeingEdited = false;
  /** Shows or hides the add-in's pane when it asks for that; a host without a window has none. */
  showPane: ((visible: boolean) => void) | undefined;
  /** Takes the events that the add-in has registered for; the bridge sets it. */
  onEvents: ((entries: readonly EventEntry[]) => void) | undefined;
  /** Called before each request that carries work, for tests: what somebody else does meanwhile. */
  beforeRequest: (() => void) | undefined;
  /** Files that the add-in has had opened as new workbooks, oldest first; a host with a window opens them in `openNew`. */
  readonly opened: Uint8Array[] = [];
  openNew: ((file: Uint8Array) => void) | undefined;
  private readonly context: Context;
  private readonly root: Workbook;
  private readonly references = new Map<string, HostObject>();
  private readonly failures: Required<Failure>[] = [];
  private answering = 0;
  private remote = false;

  constructor(readonly workbook: LiveWorkbook) {
    this.context = new Context(workbook, factories);
    this.root = new Workbook(this.context);
    this.context.openNew = (file) => {
      this.opened.push(file);
      this.openNew?.(file);
    };
    workbook.happenings.listen((happening) => this.raise(happening));
  }

  get readOnly(): boolean {
    return this.context.readOnly;
  }

  get differences(): Differences {
    return this.context.differences;
  }

  /** Those that are left out stay as they are. */
  set differences(differences: Partial<Differences>) {
    this.context.differences = { ...this.context.differences, ...differences };
  }

  /** Whether the workbook says that it was opened read-only. */
  set readOnly(readOnly: boolean) {
    this.context.readOnly = readOnly;
  }

  /** Requests that carried work: the clean-up after each Excel.run left out. */
  get workRequests(): LoggedRequest[] {
    return this.requests.filter((request) => !request.cleanUp);
  }

  /** Lets an action of a request to come fail. */
  failNext(failure: Failure): void {
    this.failures.push({ request: 0, action: 0, message: "The request was made to fail.", applied: false, ...failure });
  }

  async answer(request: RequestBody): Promise<ResponseBody> {
    const cleanUp = request.Actions.every(
      (action) => action.Name === "_RemoveReference" || action.ActionType === ActionType.Instantiate,
    );
    const logged: LoggedRequest = { actions: request.Actions, cleanUp };
    this.requests.push(logged);
    if (!cleanUp) this.beforeRequest?.();
    const failure = cleanUp ? undefined : this.dueFailure();
    // Clean-up comes at any time and changes nothing.
    const working = cleanUp ? 0 : 1;
    this.answering += working;
    const tooLong = this.isTooLong(request);
    const answer = await process(request, {
      root: this.root,
      references: this.references,
      // office.js asks for more services of its own at the start; there are none here.
      createObject: (name) =>
        name === "Microsoft.AppRuntime.AppRuntimeService" && this.showPane
          ? new AppRuntimeService(this.showPane)
          : null,
      beforeAction: (action, index) => {
        if (tooLong) throw payloadTooLong("Request");
        if (this.cellBeingEdited && !cleanUp) throw cellBeingEdited();
        if (
          failure &&
          !failure.applied &&
          (typeof failure.action === "number" ? index === failure.action : failure.action(action))
        )
          throw new HostError(failure.code, failure.message, 500);
      },
    }).finally(() => (this.answering -= working));
    // What it asks for is done all the same.
    const response = this.isTooLong(answer)
      ? { Error: wireError(payloadTooLong("Response")), Results: [], TraceIds: [] }
      : answer;
    if (failure?.applied && !response.Error)
      response.Error = {
        Code: failure.code,
        Message: failure.message,
        HttpStatusCode: 500,
        ActionIndex: 0,
        Location: "",
      };
    if (response.Error && !this.differences.tellsErrorPlace)
      response.Error = { ...response.Error, ActionIndex: -1, Location: "" };
    if (!this.differences.tellsTraces) response.TraceIds = [];
    this.context.release(this.references.values());
    logged.error = response.Error?.Code;
    return response;
  }

  /** What `work` does to the live workbook is told as done by somebody else who has it open, as by co-authoring. */
  byCoAuthor(work: () => void): void {
    this.remote = true;
    try {
      work();
    } finally {
      this.remote = false;
    }
  }

  /** Lets go of the workbook. */
  close(): void {
    this.workbook.dispose();
  }

  /** Tells the add-in, where it has asked to hear of it. What changes while no request is answered is a person's doing. */
  private raise(happening: Happening): void {
    if (!this.context.enableEvents) return;
    const byAddIn = this.answering > 0 && !this.remote && !(happening.what === "edited" && happening.byHand);
    const doer: Doer = {
      source: this.remote ? "Remote" : "Local",
      ...(this.differences.tellsTrigger && { trigger: byAddIn ? ("ThisLocalAddin" as const) : ("Unknown" as const) }),
    };
    const entries = this.context.events.entries(happening, doer);
    if (entries.length > 0) this.onEvents?.(entries);
  }

  private isTooLong(message: object): boolean {
    return (
      !this.differences.takesAnyLength && new TextEncoder().encode(JSON.stringify(message)).length > LONGEST_PAYLOAD
    );
  }

  private dueFailure(): Required<Failure> | undefined {
    const due = this.failures.findIndex((failure) => failure.request === 0);
    const [failure] = due < 0 ? [] : this.failures.splice(due, 1);
    for (const later of this.failures) later.request = Math.max(0, later.request - 1);
    return failure;
  }
}
