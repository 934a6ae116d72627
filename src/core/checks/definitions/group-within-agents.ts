import { foldName } from "../../cell/cell";
import { showNumber } from "../../text/format";
import { counted } from "../../text/plural";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";
import { settingCell } from "../setting-cell";
import type { CheckSubject } from "../subject";

const PEER = { ...LINEAR, Method: "peer", "Zero at": -0.2, "Full at": 0.2 };
const agents = (count: number, Period = "2026-10") =>
  Array.from({ length: count }, (_, index) => ({ "Agent ID": String(index + 1), Period, Test: 70 + index }));
const size = (Value: number) => [{ Setting: "Minimum group size", Value }];

/** The most agents of a rubric in one period, or those of the requested period. */
function largestGroup({ metrics, rubricNames, period }: CheckSubject, rubric: string): number {
  if (!metrics) return 0;
  const [rubrics, periods] = [metrics.coded("rubric"), metrics.coded("period")];
  const isOfRubric = rubrics.texts.map(
    (text) => foldName(text) === foldName(rubric) || (text === "" && rubricNames.length === 1),
  );
  const counts = new Map<string, number>();
  const names = periods.texts.map(foldName);
  for (let row = 0; row < metrics.rowCount; row += 1) {
    if (!isOfRubric[rubrics.codes[row]!] || metrics.anonymous.has(row)) continue;
    const name = names[periods.codes[row]!]!;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return period === undefined ? Math.max(0, ...counts.values()) : (counts.get(foldName(period)) ?? 0);
}

export default defineCheck<{ rubric: string; indicator: string; size: number; agents: number }>()({
  id: "group-within-agents",
  severity: "warning",
  title: { en: "The smallest group is no larger than all agents", "zh-CN": "最小组人数不超过总人数" },
  message: {
    en: ({ rubric, indicator, size: least, agents: all }) => ({
      what: `Comparisons ask for a group of ${showNumber(least, "en")}, but “${rubric}” has ${counted(showNumber(all, "en"), "agent", "agents")} in a period at most.`,
      why: `“${indicator}” would never apply, and its points would be scaled onto the others for everybody.`,
      how: `State a group of ${showNumber(all, "en")} or fewer, or take the comparison out of the rubric.`,
    }),
    "zh-CN": ({ rubric, indicator, size: least, agents: all }) => ({
      what: `比较要求一组至少 ${showNumber(least, "zh-CN")} 人，而“${rubric}”一个期间最多只有 ${showNumber(all, "zh-CN")} 人。`,
      why: `“${indicator}”永远不会适用，其分值会对所有人折算到其他指标上。`,
      how: `把最小组人数改为不超过 ${showNumber(all, "zh-CN")}，或从评分标准中去掉这项比较。`,
    }),
  },
  check: (subject, report) => {
    const { rubrics, known, settings } = subject;
    for (const rubric of rubrics) {
      const compared = known.find((each) => each.rubric === rubric && each.method.comparesPeers);
      const { minimumGroup } = settings.forRubric(rubric.name);
      const at = compared && settingCell(subject, "minimumGroup", rubric.name);
      const all = at ? largestGroup(subject, rubric.name) : 0;
      if (!at || all === 0 || minimumGroup <= all) continue;
      report(at, { rubric: rubric.name, indicator: compared.indicator.name, size: minimumGroup, agents: all });
    }
  },
  valid: [
    exampleOf([PEER], { Metrics: agents(5), Settings: size(5) }),
    exampleOf([LINEAR], { Metrics: agents(5), Settings: size(30) }),
    exampleOf([PEER], { Metrics: [...agents(2, "2026-09"), ...agents(5)], Settings: size(5) }),
  ],
  invalid: [{ tables: exampleOf([PEER], { Metrics: agents(20), Settings: size(30) }), at: ["Settings!B2"] }],
});
