import type { EvaluationSet, JoinedParts } from "../scoring/model/evaluation";
import type { StatusCode } from "../scoring/model/status";
import { STATUS, STATUS_NAMES, STATUS_TEXT } from "../scoring/model/status";
import { vetoesOf } from "../scoring/explain/vetoes";
import { showNumber, showTotal } from "../text/format";
import { counted } from "../text/plural";
import type { Locale, Localised } from "../text/locale";
import type { CellWriter } from "./cell-writers";
import { writeEach } from "./cell-writers";

export const NOT_COUNTED: Localised = { en: "not counted", "zh-CN": "不计" };

const TEXT: Readonly<Record<"critical" | "without" | "tooLittle" | "parts", Localised>> = {
  critical: { en: "critical item failed", "zh-CN": "触发一票否决" },
  without: { en: "without it", "zh-CN": "否则" },
  parts: { en: "mean of parts by days", "zh-CN": "各部分按天数平均" },
  tooLittle: { en: "too little data for a total", "zh-CN": "数据太少，无法得出总分" },
};

/**
 * Writes the facts of a row beyond its numbers: pending indicators, indicators that cannot be scored or do not count,
 * and failed critical items.
 */
export function writeRemarks(set: EvaluationSet, locale: Locale): CellWriter {
  const remarks = new Remarks(set, locale);
  return writeEach((agent) => remarks.of(agent));
}

class Remarks {
  private readonly comma: string;
  private readonly colon: string;
  private readonly labels: readonly (readonly [StatusCode, string])[];
  private readonly names: readonly string[];
  private readonly states: readonly Uint8Array[];
  private readonly anyCritical: boolean;
  /** Names of an agent's indicators by status code, for `label: first, second`. The array is reused for every agent. */
  private readonly lacking: string[] = STATUS_NAMES.map(() => "");

  constructor(
    private readonly set: EvaluationSet,
    private readonly locale: Locale,
  ) {
    [this.comma, this.colon] = locale === "en" ? [", ", ": "] : ["、", "："];
    this.labels = [
      [STATUS.failed, STATUS_TEXT.failed[locale]],
      [STATUS.pending, STATUS_TEXT.pending[locale]],
      [STATUS.notApplicable, NOT_COUNTED[locale]],
    ];
    this.names = set.rubric.indicators.map(({ indicator }) => indicator.name);
    this.states = set.indicators.map(({ status }) => status);
    this.anyCritical = set.criticalFailed.some((failed) => failed !== undefined);
  }

  /** Null for most agents: they need no remark. */
  of(agent: number): string | null {
    const { status, incomplete } = this.set;
    const parts = this.set.parts?.get(agent);
    const needed = incomplete[agent] !== 0 || status[agent] !== STATUS.scored || this.anyCritical;
    const remark = needed && !parts ? this.remarkOn(agent) : "";
    return (parts ? this.partsRemark(parts) : remark) || null;
  }

  /** The parts with their totals, and what is to say of each. */
  private partsRemark({ all }: JoinedParts): string {
    const { locale, colon } = this;
    const told = all.map(({ set, agent, days }) => {
      const name = [set.rubric.rubric.name, set.teams[agent]].filter(Boolean).join(" / ");
      const long = showNumber(days, locale);
      const result =
        set.status[agent] === STATUS.scored
          ? showTotal(set.total[agent]!, set.rubric.settings.decimals, locale)
          : STATUS_TEXT[STATUS_NAMES[set.status[agent]!]!][locale];
      const more = new Remarks(set, locale).of(agent);
      const about =
        locale === "en"
          ? `${counted(long, "day", "days")}${more ? `; ${more}` : ""}`
          : `${long} 天${more ? `；${more}` : ""}`;
      return locale === "en" ? `${name} ${result} (${about})` : `${name} ${result}（${about}）`;
    });
    return TEXT.parts[locale] + colon + told.join(this.comma);
  }

  private remarkOn(agent: number): string {
    const { lacking, colon, locale, names, states, comma } = this;
    const { incomplete, status } = this.set;
    let remark = "";
    if (incomplete[agent] !== 0) {
      lacking.fill("");
      for (let k = 0; k < names.length; k += 1) {
        const code = states[k]![agent]!;
        if (code !== STATUS.scored) lacking[code] += lacking[code] === "" ? names[k]! : comma + names[k]!;
      }
      for (const [code, label] of this.labels) {
        if (lacking[code] !== "") remark += (remark === "" ? "" : "; ") + label + colon + lacking[code]!;
      }
    }
    const critical = this.anyCritical ? this.criticalRemark(agent) : "";
    if (critical !== "") remark += (remark === "" ? "" : "; ") + critical;
    return remark === "" && status[agent] !== STATUS.scored ? TEXT.tooLittle[locale] : remark;
  }

  private criticalRemark(agent: number): string {
    const { set, locale, colon, comma } = this;
    const failed = vetoesOf(set, agent).map(({ indicator }) => indicator);
    if (failed.length === 0) return "";
    const isScored = set.status[agent] === STATUS.scored;
    const without = isScored ? ` (${TEXT.without[locale]} ${set.totalWithoutCritical[agent]!})` : "";
    return `${TEXT.critical[locale]}${colon}${failed.join(comma)}${without}`;
  }
}
