import type { Severity } from "../../core/checks/finding";
import type { Localised } from "../../core/text/locale";
import { counted, plural } from "../../core/text/plural";

const findings = (count: number): string => counted(count, "finding", "findings");

const en = {
  heading: "Findings",
  severity: { error: "Errors", warning: "Warnings", info: "Good to know" } satisfies Record<Severity, string>,
  severityMeaning: {
    error: "must be mended before anything can be scored",
    warning: "scoring goes on, but look at these first",
    info: "nothing to do",
  } satisfies Record<Severity, string>,
  groupTitle: (title: string, count: number) => `${title} (${count})`,
  how: (how: string) => `To mend: ${how}`,
  alsoAt: "See also",
  suggestion: (count: number): string =>
    plural(count, "A suggestion: apply it if this is what you mean.", "Suggestions: apply the one that you mean."),
  mendAll: (count: number) => `Mend all ${count} safe ones`,
  mending: "Mending…",
  mended: (count: number, left: number) =>
    `Mended${count === 1 ? "" : ` ${findings(count)}`}. ${left === 0 ? "No findings left." : `${findings(left)} left.`}`,
  newFromTemplate: "New from template",
  inserted: (name: string, count: number) => `${name} is inserted. ${count === 0 ? "No findings" : findings(count)}.`,
  inserting: (name: string) => `${name} is inserted. Reading the workbook…`,
  clean: "Nothing to mend",
  cleanWhy: "The rubric is complete and fits the metrics. You can score.",
  cleanWithNotes: "Nothing stands in the way of scoring.",
  toScore: "Go on to Score",
  refill: (period: string) => `Go to Fill for ${period}`,
  alike: (what: string, others: number) => `${what} ${counted(others, "more is like it.", "more are like it.")}`,
  moreCells: (count: number) => `and ${counted(count, "more cell", "more cells")}`,
  each: (count: number) => `Show each of the ${count}`,
  together: "Show them together",
  showMore: (count: number) => `Show ${count} more`,
  checked: (count: number) => (count === 0 ? "Checked. No findings." : `Checked. ${findings(count)}.`),
};

export type CheckText = typeof en;

export const CHECK_TEXT: Localised<CheckText> = {
  en,
  "zh-CN": {
    heading: "检查结果",
    severity: { error: "错误", warning: "警告", info: "提示" },
    severityMeaning: { error: "修正之后才能评分", warning: "可以继续评分，但请先核对", info: "无需处理" },
    groupTitle: (title, count) => `${title}（${count}）`,
    how: (how) => `如何修正：${how}`,
    alsoAt: "另见",
    suggestion: (count) => (count === 1 ? "这是建议：确认符合本意后再采用。" : "有多个建议：请选择符合本意的一个。"),
    mendAll: (count) => `修正全部 ${count} 处可安全修正的问题`,
    mending: "正在修正…",
    mended: (count, left) =>
      `已修正${count === 1 ? "" : ` ${count} 个问题`}。${left === 0 ? "没有剩余问题。" : `还剩 ${left} 个问题。`}`,
    newFromTemplate: "从模板新建",
    inserted: (name, count) => `已插入 ${name}。${count === 0 ? "没有问题" : `发现 ${count} 个问题`}。`,
    inserting: (name) => `已插入 ${name}。正在读取工作簿…`,
    clean: "没有需要修正的内容",
    cleanWhy: "评分标准完整，与指标数据相符，可以评分。",
    cleanWithNotes: "没有妨碍评分的问题。",
    toScore: "继续评分",
    refill: (period) => `去填写 ${period}`,
    alike: (what, others) => `${what}另有 ${others} 处同类问题。`,
    moreCells: (count) => `等另外 ${count} 个单元格`,
    each: (count) => `逐一显示 ${count} 处`,
    together: "合并显示",
    showMore: (count) => `再显示 ${count} 个`,
    checked: (count) => (count === 0 ? "检查完毕，没有问题。" : `检查完毕，${count} 个问题。`),
  },
};
