/** Put in by webpack when the add-in is built, and by Jest; the command line runs the sources and has none. */
declare const ADD_IN: AddIn | undefined;

/** Which add-in this is, for a report. */
export interface AddIn {
  /** That of package.json, three numbers; "" where nothing was built. */
  readonly version: string;
  /** Where the build takes office.js from: self, cdn or china. */
  readonly officeJs: string;
}

export const addIn: AddIn = typeof ADD_IN === "undefined" ? { version: "", officeJs: "" } : ADD_IN;
