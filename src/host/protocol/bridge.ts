import type { EventEntry, RequestBody, ResponseBody } from "./messages";

/** The seam at which office.js talks to a native host: JSON text both ways. office.js sets `onMessageFromHost`. */
export interface Bridge {
  sendMessageToHost(text: string): void;
  onMessageFromHost?: (text: string) => void;
}

interface BridgeMessage {
  id: number;
  type: number;
  message: { url: string; method: string; body: RequestBody };
}

const RESPONSE = 2;
const EVENT = 3;

/** Answers requests one after the other, as Excel does. */
export interface Answering {
  answer(request: RequestBody): Promise<ResponseBody>;
  /** Set by the bridge: takes events for the add-in. */
  onEvents?: ((entries: readonly EventEntry[]) => void) | undefined;
}

/** A bridge to whichever host is connected at the time. */
export class HostBridge implements Bridge {
  onMessageFromHost?: (text: string) => void;
  private connected: Answering | undefined;
  private last: Promise<unknown> = Promise.resolve();

  get host(): Answering | undefined {
    return this.connected;
  }

  /** Events of the host go to office.js from now on: as in Excel after the answer in the middle of which they arose. */
  set host(host: Answering | undefined) {
    if (this.connected) this.connected.onEvents = undefined;
    this.connected = host;
    if (!host) return;
    host.onEvents = (entries) => {
      this.last = this.last.then(() => {
        if (this.connected === host) this.send({ type: EVENT, message: { entries } });
      });
    };
  }

  sendMessageToHost(text: string): void {
    const { id, message } = JSON.parse(text) as BridgeMessage;
    const host = this.host;
    this.last = this.last.then(async () => {
      this.send({ id, type: RESPONSE, message: await respond(host, message) });
    });
  }

  private send(message: unknown): void {
    this.onMessageFromHost?.(JSON.stringify(message));
  }
}

async function respond(
  host: Answering | undefined,
  message: BridgeMessage["message"],
): Promise<{ statusCode: number; headers: object; body: string }> {
  if (!host) return { statusCode: 503, headers: {}, body: "" };
  try {
    return { statusCode: 200, headers: {}, body: JSON.stringify(await host.answer(message.body)) };
  } catch (error) {
    // A fault of the host itself, not one that Excel would answer: it must be seen.
    console.error(error);
    return { statusCode: 500, headers: {}, body: "" };
  }
}
