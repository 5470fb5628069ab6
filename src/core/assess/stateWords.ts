import * as v from "valibot";

/** The columns of the detail sheets whose words are explained by the rules. */
export const STATE_FIELDS = [
  "directoryState",
  "implementationState",
  "certificateState",
  "postState",
  "accountState",
] as const;
export type StateField = (typeof STATE_FIELDS)[number];

/**
 * What the words of the state columns mean, for each column the words that mean yes and those that mean no.
 * directoryState: published, which presupposes claimed and edited (RULES: a main item is complete when claimed, edited and
 * published). implementationState: complete. certificateState: valid. postState: at a law-enforcement post of the department.
 * accountState: valid.
 */
export type StateWords = Readonly<
  Record<StateField, { readonly yes: readonly string[]; readonly no: readonly string[] }>
>;

export const DEFAULT_STATE_WORDS: StateWords = {
  directoryState: {
    yes: ["已发布", "发布", "发布成功", "已完成", "完成", "认领编辑发布"],
    no: [
      "未认领",
      "待认领",
      "认领",
      "已认领",
      "认领中",
      "未编辑",
      "待编辑",
      "编辑",
      "编辑中",
      "已编辑",
      "未发布",
      "待发布",
      "已认领未编辑",
      "已认领未发布",
      "已编辑未发布",
      "退回",
      "已退回",
      "草稿",
      "暂存",
      "未完成",
    ],
  },
  implementationState: {
    yes: ["完备", "已完备", "完整", "已完成", "完成", "已发布", "是"],
    no: [
      "不完备",
      "未完备",
      "待完备",
      "完善中",
      "待完善",
      "未完善",
      "未完成",
      "未编制",
      "未发布",
      "待发布",
      "草稿",
      "暂存",
      "否",
    ],
  },
  certificateState: {
    yes: ["有效", "正常", "在用", "合法有效", "已发证", "启用"],
    no: [
      "注销",
      "已注销",
      "作废",
      "已作废",
      "吊销",
      "已吊销",
      "失效",
      "已失效",
      "过期",
      "已过期",
      "收回",
      "已收回",
      "撤销",
      "已撤销",
      "无效",
    ],
  },
  postState: {
    yes: ["在岗", "在职", "在编在岗", "正常", "借入"],
    no: [
      "退休",
      "已退休",
      "调离",
      "已调离",
      "调出",
      "已调出",
      "离岗",
      "已离岗",
      "离职",
      "已离职",
      "辞职",
      "辞退",
      "开除",
      "去世",
      "死亡",
      "不在岗",
      "转岗",
      "借出",
    ],
  },
  accountState: {
    yes: ["有效", "正常", "启用", "已启用", "激活", "已激活", "在用"],
    no: [
      "无效",
      "停用",
      "已停用",
      "禁用",
      "已禁用",
      "冻结",
      "已冻结",
      "锁定",
      "已锁定",
      "注销",
      "已注销",
      "未激活",
      "未启用",
      "失效",
      "删除",
      "已删除",
    ],
  },
};

const words = v.object({ yes: v.array(v.string()), no: v.array(v.string()) });
export const STATE_WORDS_SCHEMA = v.object({
  directoryState: words,
  implementationState: words,
  certificateState: words,
  postState: words,
  accountState: words,
});
