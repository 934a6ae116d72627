import type { CellPlace } from "../../cell/place";
import { showNumber } from "../../text/format";
import { counted, plural } from "../../text/plural";
import { defineCheck } from "../check";
import { readFilled } from "../evaluations";
import { exampleOf, LINEAR } from "../examples";

const FIRST_CELLS = 20;
const MOST_NAMED = 5;

type Data = {
  readonly sheet: string;
  readonly problem: "twice" | "missing" | "unknown";
  readonly count: number;
  /** The first few of them. */
  readonly agents: string;
  readonly agentsZh: string;
};

const ANN = { "Agent ID": "1001", Name: "Ann", Total: 50 };
const BOB = { "Agent ID": "1002", Name: "Bob", Total: 80 };

export default defineCheck<Data>()({
  id: "every-agent-once",
  severity: "warning",
  title: { en: "A filled sheet has every agent of the period once", "zh-CN": "结果表中每名人员恰好出现一次" },
  message: {
    en: ({ sheet, problem, count, agents }) => {
      const many = counted(showNumber(count, "en"), "agent", "agents");
      const what = {
        twice: `On “${sheet}” ${many} ${plural(count, "stands", "stand")} more than once: ${agents}.`,
        missing: `On “${sheet}” ${many} of the period ${plural(count, "is", "are")} missing: ${agents}.`,
        unknown: `On “${sheet}” ${many} ${plural(count, "stands", "stand")} who ${plural(count, "is", "are")} not in Metrics for the period: ${agents}.`,
      }[problem];
      return {
        what,
        why: "Means, shares of grades and ranks taken from the sheet are wrong, and somebody may get no result or two.",
        how: "Fill the sheet again, or mend the rows by hand.",
      };
    },
    "zh-CN": ({ sheet, problem, count, agentsZh }) => {
      const many = `${showNumber(count, "zh-CN")} 名人员`;
      const what = {
        twice: `工作表“${sheet}”中有 ${many}重复出现：${agentsZh}。`,
        missing: `工作表“${sheet}”中缺少本期的 ${many}：${agentsZh}。`,
        unknown: `工作表“${sheet}”中有 ${many}不在本期的指标数据中：${agentsZh}。`,
      }[problem];
      return {
        what,
        why: "据此计算的平均分、等级占比和排名都不准确，还可能有人没有结果或有两个结果。",
        how: "请重新填写该工作表，或手工修正这些行。",
      };
    },
  },
  check: ({ evaluations }, report) => {
    for (const source of evaluations) {
      const filled = readFilled(source);
      if (!filled) continue;
      const { agents, wanted, at } = filled;
      const tell = (problem: Data["problem"], who: readonly { shown: string; at?: CellPlace }[]): void => {
        if (who.length === 0) return;
        const places = who.flatMap((agent) => agent.at ?? []);
        const names = [...new Set(who.map(({ shown }) => shown))].slice(0, MOST_NAMED);
        const data = { sheet: source.sheet, problem, count: new Set(who).size };
        report(
          places[0] ?? at,
          { ...data, agents: names.join(", "), agentsZh: names.join("、") },
          { related: places.slice(1, FIRST_CELLS) },
        );
      };
      const seen = new Set<string>();
      tell(
        "twice",
        agents.filter(({ key }) => seen.size === seen.add(key).size),
      );
      // A stale sheet has a finding of its own. New and departed agents are one of its reasons.
      if (!wanted) continue;
      const known = new Set(wanted.map(({ key }) => key));
      tell(
        "unknown",
        agents.filter(({ key }) => !known.has(key)),
      );
      tell(
        "missing",
        wanted.filter(({ key }) => !seen.has(key)),
      );
    }
  },
  valid: [exampleOf([LINEAR], { Evaluation: { agents: [BOB, ANN], expected: [ANN, BOB] } })],
  invalid: [
    {
      tables: exampleOf([LINEAR], { Evaluation: { agents: [ANN, BOB, { ...ANN }], expected: [ANN, BOB] } }),
      at: ["Evaluation!A7"],
    },
    { tables: exampleOf([LINEAR], { Evaluation: { agents: [BOB], expected: [ANN, BOB] } }), at: ["Evaluation!A4"] },
    {
      tables: exampleOf([LINEAR], {
        Evaluation: { agents: [ANN, BOB, { "Agent ID": "1003", Name: "Cy", Total: 1 }], expected: [ANN, BOB] },
      }),
      at: ["Evaluation!A7"],
    },
  ],
});
