/** What the command line says. */
export const COMMAND_LINE = {
  usage: `用法：npm run recalculate -- 输入.xlsx [--out 输出.xlsx] [--sheet 工作表] [--values] [--json]
  --out     把结果（含打印设置）存为这个文件；不写则只报告，不存文件
  --sheet   要计算的工作表；不写则先看打开时的工作表，再看其他工作表
  --values  写入数值，不写公式
  --keep-typed  明细与已填的数不同时保留已填的数；不写则改用明细的数，并逐项列出原数
  --json    标准输出只有一个 JSON 对象
退出码：0 完成；1 因问题停止，没有写入；2 用法不对`,
  summary: (complete: number, departments: number, below: number, missing: number, points: string) =>
    `已填 ${complete}/${departments}，覆盖率未达标 ${below} 个部门，有人员未入驻 ${missing} 个部门，测算扣分合计 ${points}。`,
  agree: "核对一致：Excel 公式的结果与测算相同。",
  differ: (count: number) => `有 ${count} 个单元格的公式结果与测算不同：`,
  saved: (path: string) => `已存为 ${path}。`,
} as const;
