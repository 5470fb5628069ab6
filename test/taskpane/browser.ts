import "@testing-library/jest-dom";

/** What jsdom lacks and Fluent or the theme asks for. */
class NoResizes implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
globalThis.ResizeObserver = NoResizes;

/** The system's colour scheme as the page sees it. */
export function setColourScheme(scheme: "light" | "dark"): void {
  window.matchMedia = (media) =>
    Object.assign(new EventTarget(), { media, matches: media.includes(scheme), onchange: null, addListener: () => {}, removeListener: () => {} }) as unknown as MediaQueryList;
}
setColourScheme("light");

Blob.prototype.arrayBuffer ??= function (this: Blob): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.onerror = () => reject(reader.error ?? new Error("unreadable"));
    reader.readAsArrayBuffer(this);
  });
};
