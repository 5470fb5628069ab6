import type { RequestBody, ResponseBody } from "./messages";

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

/** Answers requests one after the other, as Excel does. */
export interface Answering {
  answer(request: RequestBody): Promise<ResponseBody>;
}

/** A bridge to whichever host is connected at the time. */
export class HostBridge implements Bridge {
  onMessageFromHost?: (text: string) => void;
  host: Answering | undefined;
  private last: Promise<unknown> = Promise.resolve();

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

async function respond(host: Answering | undefined, message: BridgeMessage["message"]): Promise<{ statusCode: number; headers: object; body: string }> {
  if (!host) return { statusCode: 503, headers: {}, body: "" };
  try {
    return { statusCode: 200, headers: {}, body: JSON.stringify(await host.answer(message.body)) };
  } catch (error) {
    // A fault of the host itself, not one that Excel would answer: it must be seen.
    console.error(error);
    return { statusCode: 500, headers: {}, body: "" };
  }
}
