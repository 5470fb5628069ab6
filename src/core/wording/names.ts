/** Names of sheets or columns one after the other: “甲”、“乙”. */
export function quoted(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join("、");
}
