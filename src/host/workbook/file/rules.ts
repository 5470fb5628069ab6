import type { ConditionalFormatData } from "../data";
import { areaList, parseAreaList } from "./address";
import { same } from "./same";
import type { Styles } from "./styles";
import { child, element, elements, flagOf, numberOf, replaceChildren, setAttribute, textOf, type XmlElement } from "./xml";
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
  elements(worksheet, "conditionalFormatting").flatMap((around) => elements(around, "cfRule").map((rule) => ({ rule, around })));

/** Conditional formats, highest priority first. Those that only newer files hold (in the extension list) stay there and are not listed. */
export function readConditionalFormats(worksheet: XmlElement, styles: Styles): ConditionalFormatData[] {
  return standingRules(worksheet)
    .map((standing, index) => ({ priority: numberOf(standing.rule, "priority") ?? Infinity, made: conditionalFormat(standing, index, styles) }))
    .sort((one, other) => (one.priority === other.priority ? 0 : one.priority - other.priority))
    .map(({ made }) => made);
}

function conditionalFormat({ rule, around }: StandingRule, index: number, styles: Styles): ConditionalFormatData {
  const areas = parseAreaList(around.attributes.sqref ?? "");
  const stopIfTrue = flagOf(rule, "stopIfTrue");
  if (rule.attributes.type !== "expression") return { areas, stopIfTrue, keep: { rule: index } satisfies KeptRule };
  return { areas, formula: `=${textOf(child(rule, "formula"))}`, format: styles.difference(numberOf(rule, "dxfId")), stopIfTrue };
}

/** Writes all conditional formats in the order given. A rule that stood in the file with the same formula and look is that rule's own element again. */
export function writeConditionalFormats(worksheet: XmlElement, formats: readonly ConditionalFormatData[], styles: Styles, ofOrigin: boolean): void {
  const standing = standingRules(worksheet);
  const known = standing.map((one, index) => conditionalFormat(one, index, styles));
  const made = formats.flatMap((format, index) => {
    const { areas: _, ...rest } = format;
    const found = ofOrigin
      ? format.formula === undefined
        ? standing[keptRule(format.keep)]
        : standing[known.findIndex(({ areas: __, ...other }) => same(rest, other))]
      : undefined;
    if (!found && format.formula === undefined) return [];
    const rule = element(
      "cfRule",
      found?.rule.attributes ?? { type: "expression", dxfId: styles.differenceId(format.format ?? {}) },
      found?.rule.children ?? [element("formula", {}, [format.formula!.replace(/^=/, "")])],
    );
    setAttribute(rule, "priority", index + 1);
    setAttribute(rule, "stopIfTrue", format.stopIfTrue ? 1 : undefined);
    return [element("conditionalFormatting", { ...found?.around.attributes, sqref: areaList(format.areas) }, [rule])];
  });
  replaceChildren(worksheet, "conditionalFormatting", made, WORKSHEET_ORDER);
}
