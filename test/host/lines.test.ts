import fc from "fast-check";
import type { StructuralChange } from "../../src/host/workbook/data";
import { lineThrough } from "../../src/host/workbook/file/follow";
import { gathered } from "../../src/host/workbook/live/lines";

const changes: fc.Arbitrary<StructuralChange[]> = fc.array(
  fc.record({
    kind: fc.constantFrom("insert", "delete"),
    axis: fc.constantFrom("row", "column"),
    at: fc.nat(12),
    count: fc.integer({ min: 1, max: 4 }),
  }),
  { maxLength: 8 },
);

test("changes that are gathered bring each row and column to where they bring it one by one", () => {
  fc.assert(
    fc.property(changes, fc.nat(20), fc.constantFrom("row" as const, "column" as const), (all, line, axis) => {
      expect(lineThrough(line, axis, gathered(all))).toBe(lineThrough(line, axis, all));
    }),
    { numRuns: 2000 },
  );
});

test("what has come and gone again is no change", () => {
  const insert = (at: number, count: number): StructuralChange => ({ kind: "insert", axis: "column", at, count });
  const remove = (at: number, count: number): StructuralChange => ({ kind: "delete", axis: "column", at, count });
  expect(gathered([insert(10, 5), insert(4, 3), remove(13, 5), remove(4, 3)])).toEqual([]);
  expect(gathered([insert(10, 5), insert(12, 3)])).toEqual([insert(10, 8)]);
  expect(gathered([remove(3, 1), remove(3, 1), insert(3, 2)])).toEqual([remove(3, 2), insert(3, 2)]);
});
