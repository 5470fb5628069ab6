import * as v from "valibot";
import { plainText } from "../cells/classify";
import type { RawValue } from "../cells/grid";
import type { StateField, UnknownWord } from "./findings";

/**
 * What the words of the state columns mean, for each column the words that mean yes and those that mean no.
 * directoryState: published, which presupposes claimed and edited (RULES: a main item is complete when claimed, edited and
 * published). implementationState: complete. certificateState: valid. postState: at a law-enforcement post of the department.
 * accountState: valid.
 */
export type StateWords = Readonly<Record<StateField, { readonly yes: readonly string[]; readonly no: readonly string[] }>>;

export const DEFAULT_STATE_WORDS: StateWords = {
  directoryState: {
    yes: ["已发布", "发布", "发布成功", "已完成", "完成", "认领编辑发布"],
    no: ["未认领", "待认领", "认领", "已认领", "认领中", "未编辑", "待编辑", "编辑", "编辑中", "已编辑", "未发布", "待发布", "已认领未编辑", "已认领未发布", "已编辑未发布", "退回", "已退回", "草稿", "暂存", "未完成"],
  },
  implementationState: {
    yes: ["完备", "已完备", "完整", "已完成", "完成", "已发布", "是"],
    no: ["不完备", "未完备", "待完备", "完善中", "待完善", "未完善", "未完成", "未编制", "未发布", "待发布", "草稿", "暂存", "否"],
  },
  certificateState: {
    yes: ["有效", "正常", "在用", "合法有效", "已发证", "启用"],
    no: ["注销", "已注销", "作废", "已作废", "吊销", "已吊销", "失效", "已失效", "过期", "已过期", "收回", "已收回", "撤销", "已撤销", "无效"],
  },
  postState: {
    yes: ["在岗", "在职", "在编在岗", "正常", "借入"],
    no: ["退休", "已退休", "调离", "已调离", "调出", "已调出", "离岗", "已离岗", "离职", "已离职", "辞职", "辞退", "开除", "去世", "死亡", "不在岗", "转岗", "借出"],
  },
  accountState: {
    yes: ["有效", "正常", "启用", "已启用", "激活", "已激活", "在用"],
    no: ["无效", "停用", "已停用", "禁用", "已禁用", "冻结", "已冻结", "锁定", "已锁定", "注销", "已注销", "未激活", "未启用", "失效", "删除", "已删除"],
  },
};

const words = v.object({ yes: v.array(v.string()), no: v.array(v.string()) });
export const STATE_WORDS_SCHEMA = v.object({ directoryState: words, implementationState: words, certificateState: words, postState: words, accountState: words });

/** yes, no, blank, or a word that no rule knows. */
export type State = "yes" | "no" | "blank" | "unknown";

/** Reads the words of one state column; each raw word is looked up once. */
export class StateReader {
  private readonly meaning = new Map<string, State>();
  private readonly seen = new Map<RawValue, State>();
  private readonly unknown = new Map<string, UnknownWord>();

  constructor(
    private readonly field: StateField,
    { yes, no }: StateWords[StateField],
  ) {
    for (const word of no) this.meaning.set(wordKey(word), "no");
    for (const word of yes) this.meaning.set(wordKey(word), "yes");
  }

  /** What the cell says. `address` tells where it stands and is asked for unknown words only. */
  read(value: RawValue, address: () => string): State {
    let state = this.seen.get(value);
    if (state === undefined) {
      const key = wordKey(String(value));
      state = key === "" || /^[-—–/\\]+$/.test(key) ? "blank" : (this.meaning.get(key) ?? "unknown");
      this.seen.set(value, state);
    }
    if (state === "unknown") this.report(value, address);
    return state;
  }

  get unknownWords(): UnknownWord[] {
    return [...this.unknown.values()];
  }

  private report(value: RawValue, address: () => string): void {
    const word = plainText(String(value));
    const before = this.unknown.get(word);
    this.unknown.set(word, before ? { ...before, rows: before.rows + 1 } : { field: this.field, word, rows: 1, address: address() });
  }
}

function wordKey(word: string): string {
  return plainText(word).replace(/[\s"'“”‘’()（）、，,。.]/g, "");
}
