import { apiNotFound, generalException, HostError } from "./errors";
import {
  answerOf,
  callMethod,
  HostObject,
  identity,
  memberName,
  readProperty,
  typeName,
  writeProperty,
} from "./members";
import { ActionType, PathType } from "./messages";
import type { Action, ActionResult, ArgumentInfo, ObjectPath, RequestBody, ResponseBody } from "./messages";

/** What the dispatcher needs of the host it serves. */
export interface Served {
  /** The object at the root of every path: the workbook. */
  readonly root: HostObject;
  /** A service that office.js creates by its wire name, such as the runtime; undefined where there is none. */
  createObject(name: string): HostObject | null | undefined;
  /** Objects that office.js asked to keep, by reference id. */
  readonly references: Map<string, HostObject>;
  /** Called before each action; throws to let it fail. */
  beforeAction(action: Action, index: number): void;
}

/** Stands for an object that does not exist, below which everything is null too. */
const NONE = null;

/** Where an error arose, for debugInfo.errorLocation. */
interface Place {
  location: string;
}

/**
 * Answers one ProcessQuery request. Actions run in order; the first that fails ends the request, those before it stay applied.
 * Paths are resolved when they are first needed and mean the same object for the rest of the request.
 */
export async function process(request: RequestBody, served: Served): Promise<ResponseBody> {
  const results: ActionResult[] = [];
  const traceIds: number[] = [];
  const batch = new Batch(request.ObjectPaths, served);
  for (const [index, action] of request.Actions.entries()) {
    const place: Place = { location: "" };
    try {
      served.beforeAction(action, index);
      const value = await batch.run(action, place);
      if (action.ActionType === ActionType.Trace) traceIds.push(action.Id);
      results.push({ ActionId: action.Id, Value: value });
    } catch (error) {
      if (!(error instanceof HostError))
        throw new Error(`The host failed at ${place.location || action.Name}`, { cause: error });
      return {
        Error: {
          Code: error.code,
          Message: error.message,
          HttpStatusCode: error.httpStatusCode,
          ActionIndex: index,
          Location: place.location,
        },
        Results: results,
        TraceIds: traceIds,
      };
    }
  }
  return { Results: results, TraceIds: traceIds };
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

class Batch {
  private readonly resolved = new Map<number, HostObject | null>();

  constructor(
    private readonly paths: Record<string, ObjectPath>,
    private readonly served: Served,
  ) {}

  async run(action: Action, place: Place): Promise<unknown> {
    if (action.ActionType === ActionType.Trace || action.ActionType === ActionType.EnsureUnchanged) return null;
    const target = await this.resolve(action.ObjectPathId, place);
    switch (action.ActionType) {
      case ActionType.Instantiate:
        return target && { ...target[identity] };
      case ActionType.Query: {
        const query = action.QueryInfo ?? {};
        if (!target) return null;
        place.location = typeName(target);
        return answerOf(target, { select: query.Select ?? [], expand: query.Expand, skip: query.Skip, top: query.Top });
      }
      case ActionType.Method:
        return target ? this.call(target, action, place) : { _IsNull: true };
      case ActionType.SetProperty: {
        if (!target) return null;
        const [value] = await this.argumentsOf(action.ArgumentInfo, place);
        place.location = `${typeName(target)}.${memberName(action.Name)}`;
        writeProperty(target, memberName(action.Name), value);
        return null;
      }
      case ActionType.Update:
        if (!target) return null;
        for (const [name, value] of Object.entries(action.ObjectState ?? {})) {
          place.location = `${typeName(target)}.${name}`;
          writeProperty(target, memberName(name), value);
        }
        return null;
      default:
        throw apiNotFound(`Action type ${action.ActionType}`);
    }
  }

  private async call(target: HostObject, action: Action, place: Place): Promise<unknown> {
    const reference = target[identity]["_ReferenceId"];
    if (action.Name === "_KeepReference" && typeof reference === "string") {
      this.served.references.set(reference, target);
      return null;
    }
    const args = await this.argumentsOf(action.ArgumentInfo, place);
    if (action.Name === "_RemoveReference") {
      this.served.references.delete(String(args[0]));
      return null;
    }
    place.location = `${typeName(target)}.${memberName(action.Name)}`;
    const value = await callMethod(target, memberName(action.Name), args);
    return value instanceof HostObject ? { ...value[identity] } : (value ?? null);
  }

  private async argumentsOf(info: ArgumentInfo | undefined, place: Place): Promise<unknown[]> {
    const args = info?.Arguments ?? [];
    const references = info?.ReferencedObjectPathIds ?? [];
    return Promise.all(
      args.map((value, index) => {
        const path = references[index];
        if (typeof path === "number" && path > 0) return this.resolve(path, place);
        return isPlain(value) ? this.withObjects(value, place) : value;
      }),
    );
  }

  /** An argument with options, in which objects of the API stand as {"_ObjectPathId": n}. */
  private async withObjects(options: Record<string, unknown>, place: Place): Promise<Record<string, unknown>> {
    const given: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(options)) {
      const path = isPlain(value) ? value["_ObjectPathId"] : undefined;
      given[name] =
        typeof path === "number"
          ? await this.resolve(path, place)
          : isPlain(value)
            ? await this.withObjects(value, place)
            : value;
    }
    return given;
  }

  /** @returns null for a null object. */
  private async resolve(id: number, place: Place): Promise<HostObject | null> {
    const known = this.resolved.get(id);
    if (known !== undefined) return known;
    const path = this.paths[String(id)];
    if (!path) throw generalException();
    const target = await this.follow(path, place);
    this.resolved.set(id, target);
    return target;
  }

  private async follow(path: ObjectPath, place: Place): Promise<HostObject | null> {
    switch (path.ObjectPathType) {
      case PathType.GlobalObject:
        return this.served.root;
      case PathType.NullObject:
        return NONE;
      case PathType.NewObject: {
        const created = this.served.createObject(path.Name);
        if (created === undefined) throw apiNotFound(path.Name);
        return created;
      }
      case PathType.ReferenceId: {
        const kept = this.served.references.get(path.Name);
        if (!kept) throw generalException();
        return kept;
      }
    }
    const parent = await this.resolve(path.ParentObjectPathId ?? 0, place);
    if (!parent) return NONE;
    const args = await this.argumentsOf(path.ArgumentInfo, place);
    const member = path.ObjectPathType === PathType.Indexer ? "getItem" : memberName(path.Name);
    place.location = `${typeName(parent)}.${member}`;
    const value =
      path.ObjectPathType === PathType.Property
        ? await readProperty(parent, member)
        : await callMethod(parent, member, args);
    if (value === null || value === undefined) return NONE;
    if (!(value instanceof HostObject)) throw apiNotFound(`${typeName(parent)}.${member}`);
    return value;
  }
}
