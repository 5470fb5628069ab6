/** Which add-in this is, for a report. */
export interface AddIn {
  /** That of package.json, three numbers; "" where there is no page: at the command line and in tests. */
  readonly version: string;
  /** Where the build takes office.js from: self, cdn or china; "" as above. */
  readonly officeJs: string;
}

/** As the build has written it into its page. Not into the scripts, whose names would change with it and which it would keep from webpack's cache. */
export function addIn(): AddIn {
  const { version = "", officeJs = "" } = typeof document === "undefined" ? {} : document.documentElement.dataset;
  return { version, officeJs };
}
