/** cjk-regex without its thousand files, which every test file would load anew. Univer breaks lines on a canvas by it; no test in Node draws any. */
const letters = "\\p{Script=Han}\\p{Script=Katakana}\\p{Script=Hiragana}\\p{Script=Hangul}\\p{Script=Bopomofo}";
const punctuations = "\\u3000-\\u303F\\uFE10-\\uFE1F\\uFE30-\\uFE6F\\uFF00-\\uFFEF";
const matching = (characters) => ({ toRegExp: () => new RegExp(`[${characters}]`, "u") });

module.exports = {
  letters: () => matching(letters),
  punctuations: () => matching(punctuations),
  all: () => matching(letters + punctuations),
};
