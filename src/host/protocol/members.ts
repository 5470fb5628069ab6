import { apiNotFound } from "./errors";

/** What identifies an object to office.js after a sync: an id, a name or a reference. */
export const identity = Symbol("identity");

/**
 * An object that office.js can hold. Its public members are named as in the Excel API and are all that the wire reaches;
 * whatever else a class needs is keyed by symbols or private.
 */
export abstract class HostObject {
  /** The fields by which office.js addresses the object later; none for objects that are always reached by their path. */
  get [identity](): Record<string, unknown> {
    return {};
  }
}

/** A collection: `items` is loaded as a list, `getItem` answers the indexer. */
export abstract class HostCollection<T extends HostObject> extends HostObject {
  abstract get items(): readonly T[];
}

/** The API's name of a wire name: "GetRange" is getRange. Names that begin with "_" are office.js's own and stay. */
export const memberName = (wireName: string): string =>
  wireName.startsWith("_") ? wireName : wireName.charAt(0).toLowerCase() + wireName.slice(1);

const wireName = (member: string): string => member.charAt(0).toUpperCase() + member.slice(1);

export const typeName = (target: object): string => target.constructor.name;

function descriptorOf(target: object, member: string): PropertyDescriptor | undefined {
  for (
    let prototype = Object.getPrototypeOf(target);
    prototype && prototype !== HostObject.prototype;
    prototype = Object.getPrototypeOf(prototype)
  ) {
    const descriptor = Object.getOwnPropertyDescriptor(prototype, member);
    if (descriptor && member !== "constructor") return descriptor;
  }
  return undefined;
}

/** Calls a method by its API name. @throws HostError ApiNotFound where the class has none. */
export function callMethod(target: HostObject, member: string, args: readonly unknown[]): unknown {
  const method: unknown = descriptorOf(target, member)?.value;
  if (typeof method !== "function") throw apiNotFound(`${typeName(target)}.${member}()`);
  // Omitted optional arguments arrive as null; the api classes know them as undefined.
  return method.apply(
    target,
    args.map((value) => value ?? undefined),
  ) as unknown;
}

/** Reads a property by its API name. @throws HostError ApiNotFound where the class has none. */
export function readProperty(target: HostObject, member: string): unknown {
  const getter = descriptorOf(target, member)?.get;
  if (!getter) throw apiNotFound(`${typeName(target)}.${member}`);
  return getter.call(target) as unknown;
}

/** Sets a property by its API name. @throws HostError ApiNotFound where the class has none that can be set. */
export function writeProperty(target: HostObject, member: string, value: unknown): void {
  const descriptor = descriptorOf(target, member);
  if (!descriptor?.set) {
    const child = descriptor?.get ? (descriptor.get.call(target) as unknown) : undefined;
    if (!(child instanceof HostObject) || typeof value !== "object" || value === null)
      throw apiNotFound(`${typeName(target)}.${member} (set)`);
    for (const [name, inner] of Object.entries(value)) writeProperty(child, memberName(name), inner);
    return;
  }
  descriptor.set.call(target, value);
}

/** Names of the properties that hold plain values, the objects behind navigation left out. */
function scalarNames(target: HostObject): string[] {
  const names = new Set<string>();
  for (
    let prototype = Object.getPrototypeOf(target) as object;
    prototype !== HostObject.prototype;
    prototype = Object.getPrototypeOf(prototype) as object
  ) {
    for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(prototype)))
      if (descriptor.get) names.add(name);
  }
  return [...names];
}

export interface Wanted {
  select: readonly string[];
  expand?: readonly string[];
  skip?: number;
  top?: number;
}

/** What office.js makes of a load of "items" alone: every plain property. */
const ALL = "*";

/**
 * What a load answers: the wanted properties under their wire names, nested where a path leads through objects
 * ("format/fill/color"), every plain property where nothing is named.
 */
export async function answerOf(target: HostObject, wanted: Wanted): Promise<Record<string, unknown>> {
  if (target instanceof HostCollection) return answerOfCollection(target as HostCollection<HostObject>, wanted);
  const answer: Record<string, unknown> = { ...target[identity] };
  const nested = new Map<string, string[]>();
  const all = wanted.select.includes(ALL) || (wanted.select.length === 0 && !wanted.expand?.length);
  const names = all ? [...scalarNames(target), ...wanted.select.filter((path) => path !== ALL)] : wanted.select;
  for (const path of [...names, ...(wanted.expand ?? [])]) {
    const [head = "", ...rest] = path.split("/");
    const member = memberName(head);
    if (rest.length > 0) {
      nested.set(member, [...(nested.get(member) ?? []), rest.join("/")]);
      continue;
    }
    const value = await readProperty(target, member);
    if (!(value instanceof HostObject)) answer[wireName(member)] = value;
    else if (wanted.select.includes(path) || wanted.expand?.includes(path))
      nested.set(member, nested.get(member) ?? []);
  }
  for (const [member, select] of nested) {
    const value = await readProperty(target, member);
    answer[wireName(member)] = value instanceof HostObject ? await answerOf(value, { select }) : null;
  }
  return answer;
}

async function answerOfCollection(
  collection: HostCollection<HostObject>,
  wanted: Wanted,
): Promise<Record<string, unknown>> {
  const select = wanted.select
    .map((path) => path.replace(/^items\//i, ""))
    .filter((path) => path.toLowerCase() !== "items");
  const expand = wanted.expand
    ?.map((path) => path.replace(/^items\//i, ""))
    .filter((path) => path.toLowerCase() !== "items");
  const skip = wanted.skip ?? 0;
  const items = collection.items.slice(skip, wanted.top === undefined ? undefined : skip + wanted.top);
  const answers: unknown[] = [];
  for (const item of items) answers.push(await answerOf(item, { select, expand }));
  return { ...collection[identity], _Items: answers };
}
