import type { Actions } from "./actions";

const loadActions = (): Promise<Actions> => import(/* webpackChunkName: "actions" */ "../actions");

/**
 * The actions as the pane needs them, their code loaded when the first is asked for: the pane stands before that.
 * `preload` brings it without asking for anything.
 */
export function deferredActions(load: () => Promise<Actions> = loadActions): {
  readonly actions: Actions;
  readonly preload: () => Promise<Actions>;
} {
  let loading: Promise<Actions> | undefined;
  let loaded: Actions | undefined;
  const preload = (): Promise<Actions> =>
    (loading ??= load().then(
      (actions) => (loaded = actions),
      (error: unknown) => {
        // The next one who asks tries again.
        loading = undefined;
        throw error;
      },
    ));
  const deferred = new Proxy({} as Actions, {
    get: (_, name: keyof Actions) =>
      name === "undoable"
        ? // Nothing can have been done before the actions were there.
          () => loaded?.undoable() ?? null
        : async (...given: unknown[]) => ((await preload())[name] as (...args: unknown[]) => unknown)(...given),
  });
  return { actions: deferred, preload };
}
