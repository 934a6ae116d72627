import type { EvaluationSet, StatusCode } from "../scoring/evaluation";
import { STATUS, STATUS_NAMES, STATUS_TEXT } from "../scoring/evaluation";
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
  const { status, incomplete, indicators } = set;
  const names = set.rubric.indicators.map(({ indicator }) => indicator.name);
  /** Names of an agent's indicators by status code, for `label: first, second`; used again for every agent. */
  const lacking: string[] = STATUS_NAMES.map(() => "");
  const gather = (agent: number): void => {
    lacking.fill("");
    for (let k = 0; k < names.length; k += 1) {
      const code = indicators[k]!.status[agent]!;
      if (code !== STATUS.scored) lacking[code] += lacking[code] === "" ? names[k]! : comma + names[k]!;
    }
  };
  const remarkOn = (agent: number): string => {
    let remark = "";
    if (incomplete[agent] !== 0) {
      gather(agent);
      for (const [code, label] of labels) {
        if (lacking[code] !== "") remark += (remark === "" ? "" : "; ") + label + colon + lacking[code]!;
      }
    }
    const critical = anyCritical ? criticalRemark(agent) : "";
    if (critical !== "") remark += (remark === "" ? "" : "; ") + critical;
    return remark === "" && status[agent] !== STATUS.scored ? TEXT.tooLittle[locale] : remark;
  };
  return (block, column, from) => {
    for (let row = 0; row < block.length; row += 1) {
      const agent = from + row;
      // Most agents need none: nothing is made for them that the garbage collector would have to take away.
      const none = incomplete[agent] === 0 && status[agent] === STATUS.scored && !anyCritical;
      block[row]![column] = (none ? "" : remarkOn(agent)) || null;
    }
  };
}
