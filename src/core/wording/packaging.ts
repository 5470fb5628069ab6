/** What a person reads who makes the release archive. */
export const PACKAGING = {
  usage: "用法：npm run package -- --baseUrl https://主机/路径/ [--officeJs self|cdn|china]",
  building: (baseUrl: string) => `正在为 ${baseUrl} 构建，约需半分钟…`,
  done: (path: string, megabytes: string, digest: string) => `已生成 ${path}（${megabytes} MB）。\nSHA-256：${digest}`,
} as const;
