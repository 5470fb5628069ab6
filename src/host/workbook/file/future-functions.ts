/**
 * Functions younger than the file format stand in files with a prefix that Excel never shows. The list is Microsoft's
 * "Issue: An _xlfn. prefix is displayed in front of a formula", cut to the functions of Excel 2010 to 2021.
 * LET and LAMBDA are not among them: their parameters bear a prefix too, so that their formulas stay as the file has them.
 */
const NAMES =
  "ACOT ACOTH AGGREGATE ARABIC BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT BITOR BITRSHIFT BITXOR CEILING.MATH CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P COVARIANCE.S CSC CSCH DAYS DECIMAL ENCODEURL EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT F.TEST FILTERXML FLOOR.MATH FORECAST.ETS FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV GAUSS HYPGEOM.DIST IFNA IFS ISFORMULA ISOWEEKNUM LOGNORM.DIST LOGNORM.INV MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT NEGBINOM.DIST NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI POISSON.DIST QUARTILE.EXC QUARTILE.INC RANDARRAY RANK.AVG RANK.EQ RRI SEC SECH SEQUENCE SHEET SHEETS SKEW.P SORTBY STDEV.P STDEV.S SWITCH T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T T.TEST TEXTJOIN UNICHAR UNICODE UNIQUE VAR.P VAR.S WEBSERVICE WEIBULL.DIST XLOOKUP XMATCH XOR Z.TEST";

const YOUNG = new Set(NAMES.split(" "));
/** Quoted text and quoted sheet names are passed over; the last group is a function's name before its bracket. */
const PARTS = /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\w.])([A-Z][A-Z0-9.]*)(?=\()/g;
const PREFIXED = /"(?:[^"]|"")*"|'(?:[^']|'')*'|_xlfn\.(?:_xlws\.)?([A-Z][A-Z0-9.]*)(?=\()/g;
/** Functions of sheets bear a second prefix. */
const OF_SHEETS = new Set(["FILTER", "SORT"]);

/** A formula as files hold it. */
export function withPrefixes(formula: string): string {
  return formula.replace(PARTS, (part, name?: string) => {
    if (name === undefined) return part;
    return OF_SHEETS.has(name) ? `_xlfn._xlws.${name}` : YOUNG.has(name) ? `_xlfn.${name}` : part;
  });
}

/** A formula as people and Office.js see it. */
export function withoutPrefixes(formula: string): string {
  return formula.includes("_xlfn.")
    ? formula.replace(PREFIXED, (part, name?: string) =>
        name !== undefined && (YOUNG.has(name) || OF_SHEETS.has(name)) ? name : part,
      )
    : formula;
}
