import { withPrefixes, withoutPrefixes } from "../../../src/host/workbook/file/future-functions";

test.each([
  ['TEXTJOIN("、",TRUE,IF(A1="TEXTJOIN(",1,2))', '_xlfn.TEXTJOIN("、",TRUE,IF(A1="TEXTJOIN(",1,2))'],
  ["SUM(A1:A3)", "SUM(A1:A3)"],
  ["'CONCAT(1)'!A1&CONCAT(A1)", "'CONCAT(1)'!A1&_xlfn.CONCAT(A1)"],
  ["STDEV.S(A:A)+MYCONCAT(1)", "_xlfn.STDEV.S(A:A)+MYCONCAT(1)"],
  ["FILTER(A:A,A:A>1)", "_xlfn._xlws.FILTER(A:A,A:A>1)"],
  ["_xlfn.LET(_xlpm.x,1,_xlpm.x)", "_xlfn.LET(_xlpm.x,1,_xlpm.x)"],
])("%s stands in a file as %s", (shown, filed) => {
  expect(withPrefixes(shown)).toBe(filed);
  expect(withoutPrefixes(filed)).toBe(shown);
});
