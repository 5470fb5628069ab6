import { lifted, placed } from "../../../src/core/plan/movedFormulas";

test.each([
  ["=J5-TODAY()", "=J9-TODAY()"],
  ["=$F5*2+F$5+F6", "=$F9*2+F$5+F6"],
  ["=SUM(F5:G5)", "=SUM(F9:G9)"],
  ["=\"J5\"&附件2!J5&'附件 2'!J5", "=\"J5\"&附件2!J5&'附件 2'!J5"],
  ["=LOG5(J5)+XJ55+ABCD5", "=LOG5(J9)+XJ55+ABCD5"],
  ["J5", "J5"],
])("%s in row 5 becomes %s in row 9", (formula, moved) => {
  expect(placed(lifted([formula, 5], 4), 8)).toEqual([moved, 5]);
  expect(placed(lifted([formula, 5], 4), 4)).toEqual([formula, 5]);
});
