import type { CellPlace } from "../../core/cell/place";
import type { Question } from "../../core/find/recognise";
import type { Localised } from "../../core/text/locale";

/** What stays open after an adoption: a question for a person, with the cell that it is about. */
export interface OpenQuestion {
  readonly text: Localised;
  readonly at: CellPlace;
}

const list = (words: readonly string[]): Localised => ({ en: words.join(", "), "zh-CN": words.join("、") });

const ROLES: Readonly<Record<string, Localised>> = {
  rubric: { en: "a rubric", "zh-CN": "评分标准" },
  scales: { en: "scales", "zh-CN": "等级表" },
  metrics: { en: "metrics of agents", "zh-CN": "人员的指标数据" },
  settings: { en: "settings", "zh-CN": "设置" },
  ledger: { en: "a ledger", "zh-CN": "奖惩台账" },
  ratings: { en: "ratings", "zh-CN": "评价" },
  baseline: { en: "a baseline", "zh-CN": "同岗位基准" },
  roster: { en: "a roster", "zh-CN": "花名册" },
  reviews: { en: "reviews of single contacts", "zh-CN": "质检记录" },
};

const TEXTS: Readonly<Record<Question["kind"], (words: readonly string[]) => Localised>> = {
  role: ([role]) => ({
    en: `Is this table ${ROLES[role!]!.en}?`,
    "zh-CN": `这张表是${ROLES[role!]!["zh-CN"]}吗？`,
  }),
  column: ([id, ...headers]) => ({
    en: `Which of these columns is the ${id}: ${list(headers).en}?`,
    "zh-CN": `以下哪一列是 ${id}：${list(headers)["zh-CN"]}？`,
  }),
  period: ([period]) => ({
    en: `Are these the metrics of ${period}? The title or the name of the sheet or file says so; no column does.`,
    "zh-CN": `这些是 ${period} 的数据吗？标题、工作表名或文件名如此写明，但没有期间列。`,
  }),
  "no-period": () => ({ en: "Which period are these metrics of?", "zh-CN": "这些数据属于哪个期间？" }),
  "no-id": () => ({
    en: "There is no column of agent IDs. Are agents known by their names?",
    "zh-CN": "没有工号列。是否以姓名识别人员？",
  }),
};

export const openQuestion = ({ kind, at, words }: Question): OpenQuestion => ({ text: TEXTS[kind](words), at });
