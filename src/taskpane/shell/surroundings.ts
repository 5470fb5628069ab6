import { ENVIRONMENT } from "../../core/wording/environment";

/** What the pane finds around it, as far as its working depends on it. */
export interface Surroundings {
  /** office.js is there. */
  readonly loaded: boolean;
  /** Office has said where the page is; until then nothing else of it is known. */
  readonly answered: boolean;
  /** It has had time enough to. */
  readonly waited: boolean;
  /** "Excel" in Excel; null in a browser. */
  readonly host: string | null;
  readonly wps: boolean;
  /** Members of Office.js that everything here needs and that are not there. */
  readonly absent: readonly string[];
  /** Excel's own version; "" where it tells none. */
  readonly version: string;
  /** Whether an API set is served, "ExcelApi 1.9". */
  readonly serves: (set: string) => boolean;
}

/** Something that is missing. With a `stop` among them nothing can be done here. */
export interface Missing {
  readonly what: keyof typeof ENVIRONMENT;
  readonly stop: boolean;
  readonly sentence: string;
}

const stop = (what: Missing["what"], sentence: string): readonly Missing[] => [{ what, stop: true, sentence }];

/** What is missing here, the gravest alone; empty where the pane works whole. */
export function missing({
  loaded,
  answered,
  waited,
  host,
  wps,
  absent,
  version,
  serves,
}: Surroundings): readonly Missing[] {
  // WPS has add-ins of a kind of its own: whatever it lends the page of Office's is not enough.
  if (wps) return stop("wps", ENVIRONMENT.wps);
  if (!loaded) return stop("notLoaded", ENVIRONMENT.notLoaded);
  if (!answered) return waited ? stop("silent", ENVIRONMENT.silent) : [];
  if (host !== "Excel") return stop("browser", ENVIRONMENT.browser);
  if (absent.length > 0) return stop("partial", ENVIRONMENT.partial(absent));
  if (!serves("ExcelApi 1.9")) return stop("oldExcel", ENVIRONMENT.oldExcel(version));
  const without = (set: string, what: "noSharedRuntime" | "noInsert" | "noTrigger"): Missing[] =>
    serves(set) ? [] : [{ what, stop: false, sentence: ENVIRONMENT[what] }];
  return [
    ...without("SharedRuntime 1.1", "noSharedRuntime"),
    ...without("ExcelApi 1.13", "noInsert"),
    ...without("ExcelApi 1.14", "noTrigger"),
  ];
}

/** What of Office.js there may be: another program than Excel may lend a part of it. */
interface Lent {
  readonly Office?: {
    readonly context?: {
      readonly requirements?: { readonly isSetSupported?: (name: string, version?: string) => boolean };
      readonly diagnostics?: { readonly version?: string };
    };
    readonly onReady?: unknown;
    readonly actions?: { readonly associate?: unknown };
  };
  readonly Excel?: { readonly run?: unknown };
  readonly OfficeExtension?: { readonly Error?: unknown };
  /** The root of WPS's own interface. */
  readonly wps?: unknown;
}

/** Looks around in the page. `answer` is what `Office.onReady` has said, null as long as it says nothing. */
export function surroundings(
  page: object,
  userAgent: string,
  answer: { readonly host: unknown } | null,
  waited: boolean,
): Surroundings {
  const { Office, Excel: excel, OfficeExtension, wps } = page as Lent;
  const requirements = Office?.context?.requirements;
  const needed: readonly (readonly [string, unknown])[] = [
    ["Excel.run", excel?.run],
    ["OfficeExtension.Error", OfficeExtension?.Error],
    ["Office.context.requirements", requirements?.isSetSupported],
  ];
  return {
    loaded: Office?.onReady !== undefined,
    answered: answer !== null,
    waited,
    host: typeof answer?.host === "string" ? answer.host : null,
    wps: wps !== undefined || /\bwps/i.test(userAgent),
    absent: needed.filter(([, member]) => member === undefined).map(([name]) => name),
    version: Office?.context?.diagnostics?.version ?? "",
    serves: (set) => {
      const [name = "", version] = set.split(" ");
      return requirements?.isSetSupported?.(name, version) === true;
    },
  };
}
