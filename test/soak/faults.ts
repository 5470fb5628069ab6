import type { Host, LoggedRequest } from "../../src/host/host";
import { ActionType } from "../../src/host/protocol/messages";
import type { Random } from "./random";

/** How a request ends badly: refused at an action, those before it stay applied; or carried out whole and its answer lost. */
export interface Blow {
  readonly code: string;
  /** Zero-based action at which it is refused; "lost" where all are carried out. */
  readonly at: number | "lost";
}

/** What goes wrong while an action runs. Requests are counted from 0, those that only clean up left out. */
export interface Fault {
  readonly request: number;
  readonly blow: Blow;
  /** What goes wrong with taking it back: another blow so many requests later, or nothing is answered any more; or both, one after the other. */
  readonly then?: { readonly after: number; readonly blow: Blow; readonly dead?: string } | { readonly dead: string };
}

const CODES = ["AccessDenied", "GeneralException", "RequestAborted"] as const;
/** Excel refuses a request whole while a person types, never in its middle. */
const AT_ONCE = [...CODES, "InvalidOperationInCellEditMode"] as const;
const LOST = ["GeneralException", "RequestAborted"] as const;

const changes = ({ ActionType: type, Name }: LoggedRequest["actions"][number]) =>
  type !== ActionType.Query && type !== ActionType.Trace && Name !== "_KeepReference";

/** Before which actions of a request it makes a difference to fail: the first, and those behind one that may have changed something. */
export function places(request: LoggedRequest): number[] {
  return request.actions.flatMap((_, index) => (index === 0 || changes(request.actions[index - 1]!) ? [index] : []));
}

export function blowAt(request: LoggedRequest, random: Random): Blow {
  const where = random.next();
  if (where < 0.25) return { code: random.one(LOST), at: "lost" };
  if (where < 0.4) return { code: random.one(AT_ONCE), at: 0 };
  const at = random.one(places(request));
  return { code: random.one(at === 0 ? AT_ONCE : CODES), at };
}

/** A fault of an action that takes these requests. */
export function arbitraryFault(requests: readonly LoggedRequest[], random: Random): Fault {
  const largest = requests.reduce(
    (most, one, index) => (one.actions.length > requests[most]!.actions.length ? index : most),
    0,
  );
  const request = random.next() < 0.4 ? largest : random.below(requests.length);
  const blow = blowAt(requests[request]!, random);
  const more = random.next();
  if (more < 0.6) return { request, blow };
  if (more < 0.75) return { request, blow, then: { dead: random.one(AT_ONCE) } };
  const second: Blow =
    random.next() < 0.3 ? { code: random.one(LOST), at: "lost" } : { code: random.one(CODES), at: random.below(12) };
  return { request, blow, then: { after: 1 + random.below(3), blow: second } };
}

/** The program's end: while an action runs, in a request or behind it, or while what has come through of it is taken back. */
export function arbitraryDeath(requests: readonly LoggedRequest[], random: Random): Fault {
  const largest = requests.reduce(
    (most, one, index) => (one.actions.length > requests[most]!.actions.length ? index : most),
    0,
  );
  const request = random.next() < 0.6 ? largest : random.below(requests.length);
  const blow = blowAt(requests[request]!, random);
  const dead = random.one(CODES);
  if (random.next() < 0.7) return { request, blow, then: { dead } };
  return { request, blow, then: { after: 2, blow: { code: random.one(CODES), at: random.below(60) }, dead } };
}

/** Every single fault of an action that takes these requests. */
export function everyFault(requests: readonly LoggedRequest[]): Fault[] {
  return requests.flatMap((one, request) => [
    ...AT_ONCE.map((code): Fault => ({ request, blow: { code, at: 0 } })),
    ...places(one)
      .filter((at) => at > 0)
      .map((at): Fault => ({ request, blow: { code: CODES[at % CODES.length]!, at } })),
    ...LOST.map((code): Fault => ({ request, blow: { code, at: "lost" } })),
    { request, blow: { code: "GeneralException", at: "lost" }, then: { dead: "GeneralException" } },
  ]);
}

/** Lets it happen to what is asked from now on, until the answer is called. Tells how many of its blows fell. */
export function inflict(host: Host, { request, blow, then }: Fault): () => number {
  let asked = 0;
  let fallen = 0;
  const strike = ({ code, at }: Blow) => {
    fallen++;
    host.failNext(at === "lost" ? { code, applied: true } : { code, action: at });
  };
  host.beforeRequest = () => {
    const now = asked++;
    if (now === request) strike(blow);
    else if (now > request && then && !("after" in then)) strike({ code: then.dead, at: 0 });
    else if (then && "after" in then && now === request + then.after) strike(then.blow);
    else if (then && "after" in then && then.dead !== undefined && now > request + then.after)
      strike({ code: then.dead, at: 0 });
  };
  return () => {
    host.beforeRequest = undefined;
    return fallen;
  };
}
