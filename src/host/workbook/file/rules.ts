import type { ConditionalFormatData } from "../data";
import { areaList, parseAreaList } from "./address";
import type { SheetContext } from "./cells";
import { BarWriter, extendedBars, readDataBar } from "./data-bars";
import { same } from "./same";
import type { Styles } from "./styles";
import {
  child,
  element,
  elements,
  flagOf,
  numberOf,
  replaceChildren,
  setAttribute,
  textOf,
  type XmlElement,
} from "./xml";
import { WORKSHEET_ORDER } from "./worksheet-order";

/** What `keep` holds of a rule that is not modelled: its place among the sheet's rules of its sort in the opened file. */
export interface KeptRule {
  rule: number;
}

export const keptRule = (keep: unknown) => (keep as KeptRule).rule;

/** A conditional format of the file with the element around it, whose other attributes (pivot) belong to it. */
interface StandingRule {
  rule: XmlElement;
  around: XmlElement;
}

const standingRules = (worksheet: XmlElement): StandingRule[] =>
  elements(worksheet, "conditionalFormatting").flatMap((around) =>
    elements(around, "cfRule").map((rule) => ({ rule, around })),
  );

type Looks = Pick<SheetContext, "styles" | "palette">;

/** Conditional formats, highest priority first. Those that only newer files hold (in the extension list) stay there and are not listed. */
export function readConditionalFormats(worksheet: XmlElement, looks: Looks): ConditionalFormatData[] {
  const extended = extendedBars(worksheet);
  return standingRules(worksheet)
    .map((standing, index) => ({
      priority: numberOf(standing.rule, "priority") ?? Infinity,
      made: conditionalFormat(standing, index, looks, extended),
    }))
    .sort((one, other) => (one.priority === other.priority ? 0 : one.priority - other.priority))
    .map(({ made }) => made);
}

function conditionalFormat(
  { rule, around }: StandingRule,
  index: number,
  { styles, palette }: Looks,
  extended: ReadonlyMap<string, XmlElement>,
): ConditionalFormatData {
  const areas = parseAreaList(around.attributes.sqref ?? "");
  const stopIfTrue = flagOf(rule, "stopIfTrue");
  const dataBar = rule.attributes.type === "dataBar" ? readDataBar(rule, extended, palette) : undefined;
  if (dataBar) return { areas, dataBar, stopIfTrue };
  if (rule.attributes.type !== "expression") return { areas, stopIfTrue, keep: { rule: index } satisfies KeptRule };
  return {
    areas,
    formula: `=${textOf(child(rule, "formula"))}`,
    format: styles.difference(numberOf(rule, "dxfId")),
    stopIfTrue,
  };
}

/**
 * Writes all conditional formats in the order given. A rule that stood in the file with the same formula and look, or the same
 * bar, is that rule's own element again.
 */
export function writeConditionalFormats(
  worksheet: XmlElement,
  formats: readonly ConditionalFormatData[],
  looks: Looks,
  ofOrigin: boolean,
): void {
  const standing = standingRules(worksheet);
  const bars = new BarWriter(worksheet);
  const known = standing.map((one, index) => conditionalFormat(one, index, looks, bars.extended));
  const takenBars = new Set<StandingRule>();
  const stood = ({ areas: _, ...rest }: ConditionalFormatData): StandingRule | undefined => {
    if (!ofOrigin) return undefined;
    if (rest.keep !== undefined) return standing[keptRule(rest.keep)];
    // Each bar has an entry of its own in the extension list, so that no two can share an element.
    const found = standing.find((one, index) => !takenBars.has(one) && isLike(rest, known[index]!));
    if (found && rest.dataBar) takenBars.add(found);
    return found;
  };
  const made = formats.flatMap((format, index) => {
    const found = stood(format);
    const rule = found
      ? element("cfRule", found.rule.attributes, found.rule.children)
      : newRule(format, looks.styles, bars);
    if (!rule) return [];
    if (format.dataBar) bars.place(rule, format.areas);
    setAttribute(rule, "priority", index + 1);
    setAttribute(rule, "stopIfTrue", format.stopIfTrue ? 1 : undefined);
    return [{ around: { ...found?.around.attributes, sqref: areaList(format.areas) }, rule }];
  });
  replaceChildren(worksheet, "conditionalFormatting", together(made), WORKSHEET_ORDER);
  bars.finish();
}

/** Rules over the same cells in one element, as Excel writes them: of several elements over a cell LibreOffice shows one only. */
function together(
  rules: readonly { readonly around: XmlElement["attributes"]; readonly rule: XmlElement }[],
): XmlElement[] {
  const made: XmlElement[] = [];
  for (const { around, rule } of rules) {
    const standing = made.find(({ attributes }) => same(attributes, around));
    if (standing) standing.children.push(rule);
    else made.push(element("conditionalFormatting", around, [rule]));
  }
  return made;
}

const isLike = (rest: Omit<ConditionalFormatData, "areas">, { areas: _, ...other }: ConditionalFormatData): boolean =>
  same(rest, other);

function newRule(
  { formula, format, dataBar }: ConditionalFormatData,
  styles: Styles,
  bars: BarWriter,
): XmlElement | undefined {
  if (dataBar) return bars.made(dataBar);
  if (formula === undefined) return undefined;
  return element("cfRule", { type: "expression", dxfId: styles.differenceId(format ?? {}) }, [
    element("formula", {}, [formula.replace(/^=/, "")]),
  ]);
}
