import "@testing-library/jest-dom";
import { configure } from "@testing-library/react";

// A machine that is busy with other suites is slow, not wrong.
configure({ asyncUtilTimeout: 15_000 });

/** What jsdom lacks and Fluent or the theme asks for. */
class NoResizes implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
globalThis.ResizeObserver = NoResizes;

// jsdom lays nothing out, so that Fluent's focus library takes all for hidden: it would give the focus to a dialog's frame,
// which it may then hide from screen readers as if it were behind a dialog.
Object.defineProperty(HTMLElement.prototype, "offsetParent", {
  configurable: true,
  get(this: HTMLElement) {
    return this === document.body || getComputedStyle(this).display === "none" ? null : this.parentElement;
  },
});
document.body.getBoundingClientRect = () => new DOMRect(0, 0, 320, 640);

/** The system's colour scheme as the page sees it. */
export function setColourScheme(scheme: "light" | "dark"): void {
  window.matchMedia = (media) =>
    Object.assign(new EventTarget(), {
      media,
      matches: media.includes(scheme),
      onchange: null,
      addListener: () => {},
      removeListener: () => {},
    }) as unknown as MediaQueryList;
}
setColourScheme("light");

const TIMERS = [
  "hrtime",
  "nextTick",
  "performance",
  "queueMicrotask",
  "requestAnimationFrame",
  "cancelAnimationFrame",
  "requestIdleCallback",
  "cancelIdleCallback",
  "setImmediate",
  "clearImmediate",
  "setInterval",
  "clearInterval",
  "setTimeout",
  "clearTimeout",
] as const;

/** The day on which the tests of this file take place; time itself runs on. For a `beforeEach`; undone by `jest.useRealTimers`. */
export function setToday(now: Date): void {
  jest.useFakeTimers({ now, doNotFake: [...TIMERS] });
}

Blob.prototype.arrayBuffer ??= function (this: Blob): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.onerror = () => reject(reader.error ?? new Error("unreadable"));
    reader.readAsArrayBuffer(this);
  });
};
