import { NO_CHOICES } from "../../../../src/core/detail/choices";
import { recogniseDetail } from "../../../../src/core/detail/header";
import { DETAIL_FIELDS, DETAIL_KINDS } from "../../../../src/core/detail/kinds";
import { DEFAULT_STATE_WORDS } from "../../../../src/core/detail/stateWords";
import { OFFERED_WORDS, TEMPLATE_HEADER_ROW, planTemplates } from "../../../../src/core/ownSheets/details/templates";
import { recognise } from "../../../../src/core/table/recognise";
import { cellsOf } from "../../written";

test.each(DETAIL_KINDS.map((kind, index) => ({ kind, index })))(
  "the template of $kind is recognised, column for column",
  ({ kind, index }) => {
    const { plan } = planTemplates(DETAIL_KINDS)[index]!;
    const grid = cellsOf(plan);
    const recognised = recogniseDetail(
      { sheet: plan.sheet, firstRow: 0, firstColumn: 0, values: grid.values, lastRow: TEMPLATE_HEADER_ROW },
      NO_CHOICES,
    );
    expect(recognised).toMatchObject({ kind, headerRow: TEMPLATE_HEADER_ROW, problems: [] });
    expect(
      Object.entries(recognised!.sheet!.columns)
        .sort((a, b) => a[1]! - b[1]!)
        .map(([field]) => field),
    ).toEqual(DETAIL_FIELDS[kind]);
    expect(recognise(grid)).toBeNull();
  },
);

test("the words offered are words that the rules know, and short enough for Excel", () => {
  for (const [field, words] of Object.entries(OFFERED_WORDS)) {
    const { yes, no } = DEFAULT_STATE_WORDS[field as keyof typeof DEFAULT_STATE_WORDS];
    expect([...yes, ...no]).toEqual(expect.arrayContaining([...words]));
    expect(words.join(",").length).toBeLessThanOrEqual(255);
  }
});

test("only the kinds asked for are planned, each as a sheet of its own", () => {
  expect(planTemplates(["accounts", "items"]).map(({ plan }) => [plan.sheet, plan.create])).toEqual([
    ["监管事项明细", true],
    ["监管平台账号", true],
  ]);
});
