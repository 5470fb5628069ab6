import { PROBLEMS } from "../../src/core/wording/problems";

const BEGIN = "<!-- 提示一览：由 npm run manual 写入 -->";
const END = "<!-- 提示一览完 -->";

/** The manual with its list of messages as the catalogue has them. Throws where its two marks are missing. */
export function withMessages(manual: string): string {
  const [from, to] = [manual.indexOf(BEGIN), manual.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`The manual lacks ${BEGIN} … ${END}.`);
  return `${manual.slice(0, from)}${BEGIN}\n\n${messages()}\n\n${manual.slice(to)}`;
}

function messages(): string {
  const all = Object.entries(PROBLEMS);
  const table = (severity: "error" | "warning"): string =>
    [
      "| 提示 | 代码 |",
      "|---|---|",
      ...all
        .filter(([, problem]) => problem.severity === severity)
        .map(([code, { sentence }]) => `| ${plain(sentence)} | \`${code}\` |`),
    ].join("\n");
  return `**错误**（要先处理；没有写入，或这一行不计合计和排名）\n\n${table("error")}\n\n**提醒**（已照常测算，请核对）\n\n${table("warning")}`;
}

/** Where a sentence names a cell's own words there stands an ellipsis. */
function plain(sentence: string): string {
  return sentence.replace(/\{\w+\}/g, "…").replace(/\|/g, "\\|");
}
