import { useEffect, type RefObject } from "react";

/**
 * Within a dialog: gives the focus back to the button that opened it, once the dialog has gone.
 * Fluent's own way (useRestoreFocusTarget) would bring its focus library, 11 kB, into what the pane loads first.
 */
export function FocusBack({ to }: { readonly to: RefObject<HTMLButtonElement> }): null {
  useEffect(() => {
    const opener = to.current;
    return () => {
      // What the first dialog led to may have opened another while it was leaving: that one keeps the focus.
      if (!document.activeElement?.closest("[role=dialog], [role=alertdialog]")) opener?.focus();
    };
  }, [to]);
  return null;
}
