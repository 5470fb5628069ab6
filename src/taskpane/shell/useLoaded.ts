import { useEffect, useState } from "react";

/** A part of the pane that is loaded when it is first wanted; null until it is there. `load` and `onFailure` must stay the same. */
export function useLoaded<Module>(
  load: () => Promise<Module>,
  wanted: boolean,
  onFailure: (error: unknown) => void,
): Module | null {
  const [loaded, setLoaded] = useState<Module | null>(null);
  useEffect(() => {
    if (!wanted) return;
    let gone = false;
    load().then(
      (module) => {
        if (!gone) setLoaded(() => module);
      },
      (error: unknown) => onFailure(error),
    );
    return () => {
      gone = true;
    };
  }, [load, wanted, onFailure]);
  return loaded;
}
