import fc from "fast-check";
import type { CellInput } from "./sheet";
import { percent } from "./sheet";

const fullWidth = (text: string) =>
  text.replace(/[0-9%.]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0));

/** A count as staff might write it: mostly a number, sometimes digits as text, sometimes nothing, a dash or nonsense. */
function count(value: number): fc.Arbitrary<CellInput> {
  return fc.oneof(
    { weight: 30, arbitrary: fc.constant<CellInput>(value) },
    { weight: 2, arbitrary: fc.constant<CellInput>({ value: String(value), format: "@" }) },
    { weight: 1, arbitrary: fc.constant<CellInput>({ value: fullWidth(String(value)), format: "@" }) },
    { weight: 1, arbitrary: fc.constant<CellInput>({ value: ` ${value}\u00a0`, format: "@" }) },
    { weight: 3, arbitrary: fc.constant<CellInput>("") },
    { weight: 1, arbitrary: fc.constantFrom<CellInput>("—", "／", "--", " ", "不涉及") },
    { weight: 1, arbitrary: fc.constantFrom<CellInput>("若干", -1, 2.5, "#N/A", 100_000) },
  );
}

function target(percents: number): fc.Arbitrary<CellInput> {
  return fc.oneof(
    { weight: 12, arbitrary: fc.constant<CellInput>(percent(percents / 100)) },
    { weight: 2, arbitrary: fc.constant<CellInput>(percents / 100) },
    { weight: 2, arbitrary: fc.constant<CellInput>({ value: `${percents}%`, format: "@" }) },
    { weight: 1, arbitrary: fc.constant<CellInput>({ value: fullWidth(`${percents}.00%`), format: "@" }) },
    { weight: 1, arbitrary: fc.constant<CellInput>(percents > 1 ? percents : percents / 100) },
    {
      weight: 1,
      arbitrary: fc.constant<CellInput>({ value: String(percents > 1 ? percents : percents / 100), format: "@" }),
    },
    { weight: 2, arbitrary: fc.constantFrom<CellInput>("—", "", "－", " ", { value: 0, format: '0%;-0%;"—"' }) },
    { weight: 1, arbitrary: fc.constantFrom<CellInput>("达到", percent(1.2), -0.1, "#DIV/0!") },
  );
}

/** One department's cells after 序号: name, claimed, four targets, six actuals. Most are sound, some are not. */
export function departmentCells(name: string): fc.Arbitrary<CellInput[]> {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  return fc
    .record({
      claimed: fc.oneof(
        { weight: 4, arbitrary: fc.integer({ min: 1, max: 250 }) },
        { weight: 1, arbitrary: fc.constant(0) },
        { weight: 1, arbitrary: fc.integer({ min: 251, max: 5000 }) },
      ),
      surplus: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat(5) }),
      shares: fc.array(fc.oneof(fc.constant(1), share), { minLength: 4, maxLength: 4 }),
      officers: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 80 })),
      targets: fc.array(
        fc.oneof(
          { weight: 3, arbitrary: fc.constantFrom(35, 40, 50, 100) },
          { weight: 1, arbitrary: fc.integer({ min: 0, max: 10_000 }).map((bp) => bp / 100) },
        ),
        { minLength: 4, maxLength: 4 },
      ),
    })
    .chain(({ claimed, surplus, shares, officers, targets }) => {
      const due = claimed + (surplus ?? 0);
      const part = (index: number, of: number) => count(Math.floor(shares[index]! * of));
      return fc.tuple(
        fc.constant<CellInput>(name),
        count(claimed),
        target(targets[0]!),
        target(targets[1]!),
        target(targets[2]!),
        target(targets[3]!),
        surplus === null ? fc.constant<CellInput>("") : count(due),
        part(0, due),
        part(1, claimed),
        part(2, claimed),
        count(officers),
        fc.oneof({ weight: 8, arbitrary: part(3, officers) }, { weight: 1, arbitrary: count(officers + 2) }),
      );
    });
}

/** The rows of a random table, for `tableSheet`. */
export const tableRows: fc.Arbitrary<CellInput[][]> = fc
  .integer({ min: 1, max: 12 })
  .chain((length) => fc.tuple(...Array.from({ length }, (_, index) => departmentCells(`示例部门${index + 1}`))));
