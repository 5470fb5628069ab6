import { useEffect, type RefObject } from "react";

/**
 * Within a dialog: gives the focus back to the button that opened it, once the dialog has gone.
 * Fluent's own way (useRestoreFocusTarget) would bring its focus library, 11 kB, into what the pane loads first.
 */
export function FocusBack({ to }: { readonly to: RefObject<HTMLButtonElement> }): null {
  useEffect(() => {
    const opener = to.current;
    return () => opener?.focus();
  }, [to]);
  return null;
}
