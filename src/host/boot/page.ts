import type { Host } from "../host";
import { HostBridge } from "../protocol/bridge";

/** The window of the frame that an add-in's page is loaded into. */
type FrameWindow = Window & { _richApiNativeBridge?: HostBridge };

const LOCALE = "zh-CN";
const VERSION = "16.0.15407.10000";

/** What Office.context.requirements answers from. */
const SUPPORTED = {
  ExcelApi: 1.15,
  RichApiRuntime: 1.2,
  SharedRuntime: 1.1,
  RibbonApi: 1.1,
  AddinCommands: 1.1,
  Settings: 1.1,
  DialogApi: 1.1,
};

/**
 * Gives a frame what desktop Excel gives to a task pane, so that the unmodified office.js in it finds its host.
 * It must be called before the frame's page runs office.js. The frame is of the same origin.
 */
export function connect(frame: Window, host: Host): RibbonCommands {
  const bridge = new HostBridge();
  bridge.host = host;
  const commands = new RibbonCommands();
  (frame as FrameWindow)._richApiNativeBridge = bridge;
  Object.defineProperty(frame, "external", { configurable: true, value: external(commands) });
  return commands;
}

/** A page that has an Excel for the frames in it. */
export type ExcelPage = Window & { connectExcel?: (frame: Window) => void };

/** Lets the frames of this page find the host by boot/frame.ts, each time they load. `connected` gets the way to their ribbon functions. */
export function offer(page: ExcelPage, host: Host, connected: (commands: RibbonCommands) => void = () => {}): void {
  page.connectExcel = (frame) => connected(connect(frame, host));
}

/** The common API's numbers of the event that a ribbon button was pressed and of the answer that its function is done. */
const COMMAND_INVOKED = 39;
const COMMAND_COMPLETED = 94;
/** office.js's status where a page has no function of the name. */
const INVALID_CALLBACK = 11101;

/** Runs the functions that a page associates with ribbon buttons (Office.actions.associate). */
export class RibbonCommands {
  private ready!: (handler: (id: number, payload: unknown) => void) => void;
  private readonly handler = new Promise<(id: number, payload: unknown) => void>((resolve) => (this.ready = resolve));
  private readonly waiting = new Map<string, (status: number) => void>();
  private last = 0;

  /** office.js takes the presses from now on. */
  listen(handler: (id: number, payload: unknown) => void): void {
    this.ready(handler);
  }

  /** Resolves when the function says that it is completed. @throws Error where the page has no such function */
  async run(functionName: string, controlId: string): Promise<void> {
    let status = await this.invoke(functionName, controlId);
    // A page that has just loaded associates its functions a moment after office.js is ready.
    for (let again = 0; status === INVALID_CALLBACK && again < 40; again++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      status = await this.invoke(functionName, controlId);
    }
    if (status !== 0) throw new Error(`The page has no function ${functionName} (status ${status})`);
  }

  /** @returns the status with which the function was completed; 0 is success */
  private async invoke(functionName: string, controlId: string): Promise<number> {
    const handler = await this.handler;
    const id = String(++this.last);
    return new Promise((resolve) => {
      this.waiting.set(id, resolve);
      // Excel hands arrays over in a wrapping of its own.
      handler(COMMAND_INVOKED, { toArray: () => [id, functionName, JSON.stringify({ source: { id: controlId } })] });
    });
  }

  complete(id: string, status: number): void {
    this.waiting.get(id)?.(status);
    this.waiting.delete(id);
  }
}

/** window.external as desktop Excel offers it; the rich API itself goes over the bridge. */
function external(commands: RibbonCommands): object {
  const registered = (
    id: number,
    _target: string,
    handler: (id: number, payload: unknown) => void,
    callback: (status: number) => void,
  ): void => {
    if (id === COMMAND_INVOKED) commands.listen(handler);
    callback(0);
  };
  return {
    // disableLogging keeps office.js from looking for its telemetry.
    GetHostInfo: () => `Excel|Win32|16.01|${LOCALE}|||disableLogging|`,
    GetContext: () => context(),
    GetLoggingAllowed: () => false,
    RegisterEvent: registered,
    UnregisterEvent: (_id: number, _target: string, callback: (status: number) => void): void => callback(0),
    Execute: (id: number, [command, status]: readonly [string, number], callback: (status: number) => void): void => {
      if (id !== COMMAND_COMPLETED) throw new Error(`The host does not answer call ${id} of the common API`);
      commands.complete(command, status);
      callback(0);
    },
  };
}

function context(): object {
  const facts: Readonly<Record<string, unknown>> = {
    GetAppType: 1,
    GetAppVersionMajor: 16,
    GetAppVersionMinor: 1,
    GetAppUILocale: LOCALE,
    GetAppDataLocale: LOCALE,
    GetDocUrl: "",
    GetAppCapabilities: 0,
    GetActivationMode: 1,
    GetControlIntegrationLevel: 1,
    GetSolutionRef: "",
    GetSolutionToken: "",
    GetCorrelationId: "",
    GetInstanceId: "preview",
    GetTouchEnabled: false,
    GetCommerceAllowed: false,
    GetHostFullVersion: VERSION,
    GetInitialDisplayMode: 0,
    GetHostCustomMessage: "",
    GetSupportedMatrix: JSON.stringify(SUPPORTED),
    GetOfficeThemeInfo: "{}",
  };
  const answers = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, () => value]));
  // The workbook's own settings go over the rich API.
  return { ...answers, GetSettings: () => ({ Read: () => undefined, Write: () => undefined }) };
}
