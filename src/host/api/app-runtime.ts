import { HostObject } from "../protocol/members";

/**
 * What Office.addin.showAsTaskpane() and hide() speak to: the page runs on, seen or not.
 * @host office.js's own service, which its typings do not name
 */
export class AppRuntimeService extends HostObject {
  readonly #show: (visible: boolean) => void;

  constructor(show: (visible: boolean) => void) {
    super();
    this.#show = show;
  }

  setAppRuntimeState(state: "Inactive" | "Background" | "Visible"): void {
    this.#show(state === "Visible");
  }
}
