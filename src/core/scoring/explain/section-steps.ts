import { showNumber } from "../../text/format";
import type { Locale } from "../../text/locale";
import { localise } from "../../text/locale";
import type { EvaluationSet } from "../model/evaluation";
import { STATUS } from "../model/status";
import type { TotalStep } from "./explanation";
import { showPointsOf } from "../curves/points-in-words";
import { counted } from "../../text/plural";
import { countedPoints } from "../total/shift";
import { isSame, SAME } from "../../text/tolerance";

const list = (parts: readonly string[], locale: Locale): string => parts.join(locale === "en" ? "; " : "；");

/** The points of a section, and what became of them. */
interface SectionPoints {
  readonly name: string;
  /** Whether any of its indicators earns points. */
  readonly earns: boolean;
  /** The counted points of its indicators together. */
  readonly raw: number;
  /** The same points within the section's lowest and highest. */
  readonly held: number;
  /** The points in the total: 0 if a failed critical item takes the section. */
  readonly counts: number;
}

function sectionsOf(set: EvaluationSet, agent: number): readonly SectionPoints[] {
  const { indicators, rubric, bounds } = set.rubric;
  return rubric.sections.map(({ name, indicators: own }, s): SectionPoints => {
    const counts = set.sections[s]![agent]!;
    const earning = own.filter((k) => !indicators[k]!.adjusts);
    const sum = earning.reduce((points, k) => points + countedPoints(set, k, agent), 0);
    // A sum that differs from the counted points only in the last digit takes their value. The difference then does not
    // look like a step.
    const raw = isSame(sum, counts) ? counts : sum;
    const { lowest = -Infinity, highest = Infinity } = bounds[s] ?? {};
    return { name, earns: earning.length > 0, raw, held: Math.min(highest, Math.max(lowest, raw)), counts };
  });
}

/**
 * The points of the sections, their bounds, and the critical items that take a section. Deductions and bonuses come
 * later.
 */
export function explainSections(
  set: EvaluationSet,
  agent: number,
): { readonly steps: readonly TotalStep[]; readonly earned: number } {
  const sections = sectionsOf(set, agent);
  const earning = sections.filter(({ earns }) => earns);
  const sumOf = (what: "raw" | "held" | "counts"): number => sections.reduce((sum, each) => sum + each[what], 0);
  const raw = sumOf("raw");
  const steps: TotalStep[] = [
    {
      id: "sections",
      facts: { earned: raw, ...Object.fromEntries(earning.map((section) => [`section ${section.name}`, section.raw])) },
      sentence: localise((locale) => {
        const parts = earning.map(({ name, raw: own }) => `${name} ${showNumber(own, locale)}`.trim()).join(" + ");
        const sum = showNumber(raw, locale);
        const points = showPointsOf(set.rubric.points, locale);
        return locale === "en"
          ? `Earned: ${parts} = ${sum} of ${points}.`
          : `得分：${parts} = ${sum}（满分 ${points}）。`;
      }),
    },
  ];
  const bent = sections.filter((each) => !isSame(each.held, each.raw));
  if (bent.length > 0) {
    steps.push({
      id: "bounds",
      facts: { earned: sumOf("held"), ...Object.fromEntries(bent.map(({ name, held }) => [`section ${name}`, held])) },
      sentence: localise((locale) => {
        const parts = bent.map(({ name, raw: own, held }) => {
          const [from, to] = [own, held].map((n) => showNumber(n, locale));
          return locale === "en"
            ? `${name} is held at its ${own > held ? "highest" : "lowest"} of ${to} instead of ${from}`
            : `${name}按维度${own > held ? "最高" : "最低"}分计为 ${to}（原为 ${from}）`;
        });
        const sum = showNumber(sumOf("held"), locale);
        return locale === "en" ? `${list(parts, locale)}: ${sum}.` : `${list(parts, locale)}：${sum}。`;
      }),
    });
  }
  const taken = set.rubric.indicators.flatMap(({ indicator, section }, k) =>
    set.criticalFailed[k]?.[agent] === 1 && indicator.critical?.effect === "section"
      ? [{ indicator: indicator.name, ...sections[section]! }]
      : [],
  );
  if (taken.length > 0) {
    steps.push({
      id: "critical-section",
      facts: { earned: sumOf("counts"), indicators: taken.map(({ indicator }) => indicator).join(", ") },
      sentence: localise((locale) => {
        const parts = taken.map(({ indicator, name, held, counts }) => {
          const [points, left] = [held, counts].map((n) => showNumber(n, locale));
          return locale === "en"
            ? `${indicator}, so that ${name} counts ${left} instead of ${points}`
            : `${indicator}，${name}计 ${left} 分（原为 ${points}）`;
        });
        const sum = showNumber(sumOf("counts"), locale);
        return locale === "en"
          ? `Critical item failed: ${list(parts, locale)}: ${sum}.`
          : `触发一票否决：${list(parts, locale)}：${sum}。`;
      }),
    });
  }
  return { steps, earned: sumOf("counts") };
}

/** The deductions or bonuses of one section, and their cap. */
interface Capped {
  readonly name: string;
  readonly kind: "deductions" | "bonuses";
  readonly sum: number;
  readonly cap: number;
}

/** Caps that change a section's deductions and bonuses; undefined if none does. */
export function explainCaps(set: EvaluationSet, agent: number): TotalStep | undefined {
  const { indicators, rubric, bounds } = set.rubric;
  const capped = rubric.sections.flatMap(({ name, indicators: own }, s): Capped[] => {
    const points = own.flatMap((k) =>
      indicators[k]!.adjusts && set.indicators[k]!.status[agent] === STATUS.scored
        ? [set.indicators[k]!.earned[agent]!]
        : [],
    );
    const total = (sign: 1 | -1): number => points.reduce((sum, each) => sum + Math.max(0, sign * each), 0);
    return (["deductions", "bonuses"] as const).flatMap((kind): Capped[] => {
      const cap = bounds[s]?.[kind] ?? Infinity;
      const sum = total(kind === "deductions" ? -1 : 1);
      return sum > cap + SAME ? [{ name, kind, sum, cap }] : [];
    });
  });
  if (capped.length === 0) return undefined;
  return {
    id: "caps",
    facts: Object.fromEntries(capped.map(({ name, kind, cap }) => [`${kind} ${name}`, cap])),
    sentence: localise((locale) => {
      const parts = capped.map(({ name, kind, sum, cap }) => {
        const [all, most] = [sum, cap].map((n) => showNumber(n, locale)) as [string, string];
        if (locale === "en")
          return `${name} has ${counted(all, "point", "points")} of ${kind}, of which ${most} at most are ${kind === "deductions" ? "taken away" : "added"}`;
        return `${name}共${kind === "deductions" ? "扣" : "加"} ${all} 分，最多${kind === "deductions" ? "扣" : "加"} ${most} 分`;
      });
      return `${list(parts, locale)}${locale === "en" ? "." : "。"}`;
    }),
  };
}
