import type { EvaluationSet, StatusCode } from "../scoring/evaluation";
import { STATUS, STATUS_TEXT } from "../scoring/evaluation";
import { failedCriticals } from "../scoring/explain-total";
import type { Locale, Localised } from "../text/locale";
import type { CellWriter } from "./cell-writers";

export const NOT_COUNTED: Localised = { en: "not counted", "zh-CN": "不计" };

const TEXT: Readonly<Record<"critical" | "without" | "tooLittle", Localised>> = {
  critical: { en: "critical item failed", "zh-CN": "触发一票否决" },
  without: { en: "without it", "zh-CN": "否则" },
  tooLittle: { en: "too little data for a total", "zh-CN": "数据太少，无法得出总分" },
};

/**
 * Writes what a reader of a row must know beyond the numbers: what is pending, cannot be scored, does not count; a failed critical item.
 * Names are gathered indicator by indicator, because most agents lack nothing.
 */
export function writeRemarks(set: EvaluationSet, locale: Locale): CellWriter {
  const [comma, colon] = locale === "en" ? [", ", ": "] : ["、", "："];
  const labels: readonly (readonly [StatusCode, string])[] = [
    [STATUS.failed, STATUS_TEXT.failed[locale]],
    [STATUS.pending, STATUS_TEXT.pending[locale]],
    [STATUS.notApplicable, NOT_COUNTED[locale]],
  ];
  const anyCritical = set.criticalFailed.some((failed) => failed !== undefined);
  const criticalRemark = (agent: number): string => {
    const failed = failedCriticals(set, agent);
    if (failed.length === 0) return "";
    const isScored = set.status[agent] === STATUS.scored;
    const without = isScored ? ` (${TEXT.without[locale]} ${set.totalWithoutCritical[agent]!})` : "";
    return `${TEXT.critical[locale]}${colon}${failed.join(comma)}${without}`;
  };
  return (block, column, from) => {
    const size = block.length;
    /** Names of what an agent lacks, by status. */
    const lacking = labels.map(() => new Array<string>(size).fill(""));
    const bySlot = new Int8Array(4).fill(-1);
    labels.forEach(([code], slot) => (bySlot[code] = slot));
    set.indicators.forEach(({ status }, k) => {
      const { name } = set.rubric.indicators[k]!.indicator;
      for (let row = 0; row < size; row += 1) {
        const code = status[from + row]!;
        if (code === STATUS.scored) continue;
        const names = lacking[bySlot[code]!]!;
        names[row] = names[row] === "" ? name : names[row]! + comma + name;
      }
    });
    for (let row = 0; row < size; row += 1) {
      const agent = from + row;
      let remark = "";
      const add = (text: string): void => void (remark = remark === "" ? text : `${remark}; ${text}`);
      if (set.incomplete[agent] !== 0) {
        labels.forEach(([, label], slot) => {
          if (lacking[slot]![row] !== "") add(`${label}${colon}${lacking[slot]![row]!}`);
        });
      }
      const critical = anyCritical ? criticalRemark(agent) : "";
      if (critical !== "") add(critical);
      if (remark === "" && set.status[agent] !== STATUS.scored) remark = TEXT.tooLittle[locale];
      block[row]![column] = remark === "" ? null : remark;
    }
  };
}
