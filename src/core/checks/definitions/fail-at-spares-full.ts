import { placeOf } from "../../rubric/rubric";
import { RUBRIC_COLUMNS } from "../../rubric/columns";
import { showMetric } from "../../text/format";
import type { ShowAs } from "../../text/format";
import { counted } from "../../text/plural";
import { directionOf } from "../directions";
import { isFailAtMisfit } from "../fail-at-unit";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";

const LATE = { Indicator: "Late", Points: "", Method: "deduct", Metric: "Late", "Per event": 2 };

type Problem = "fails-full" | "fails-everybody" | "not-critical";

export default defineCheck<{ indicator: string; failAt: number; problem: Problem; showAs: ShowAs }>()({
  id: "fail-at-spares-full",
  severity: "warning",
  title: {
    en: "Fail at belongs to a critical item and spares full points",
    "zh-CN": "否决值用于一票否决项，且不否决满分",
  },
  message: {
    en: ({ indicator, failAt, problem, showAs }) => ({
      what: {
        "fails-full": `“${indicator}” fails at ${showMetric(failAt, showAs, "en")}, where it earns all of its points.`,
        "fails-everybody": `“${indicator}” fails at ${counted(showMetric(failAt, showAs, "en"), "event", "events")}: also who had none fails.`,
        "not-critical": `“${indicator}” states a value to fail at, but is not critical.`,
      }[problem],
      why:
        problem === "not-critical"
          ? "Nothing happens when the value is crossed."
          : "Those who did best would fail the item, and with it their section or total.",
      how:
        problem === "not-critical"
          ? "State in Critical what failing does, or clear Fail at."
          : "Move Fail at to the side of zero at, or clear it: earning nothing fails anyway.",
    }),
    "zh-CN": ({ indicator, failAt, problem, showAs }) => ({
      what: {
        "fails-full": `“${indicator}”在 ${showMetric(failAt, showAs, "zh-CN")} 即否决，而该值可得满分。`,
        "fails-everybody": `“${indicator}”达到 ${showMetric(failAt, showAs, "zh-CN")} 次即否决：没有发生的人也会被否决。`,
        "not-critical": `“${indicator}”写了否决值，但没有设为一票否决。`,
      }[problem],
      why:
        problem === "not-critical"
          ? "达到该值时什么也不会发生。"
          : "表现最好的人反而会被否决，整个维度或总分随之归零。",
      how:
        problem === "not-critical"
          ? `在“${RUBRIC_COLUMNS.critical.names["zh-CN"][0]}”中写明否决的后果，或清除否决值。`
          : "把否决值移到零分值一侧，或清除：得零分本来就会否决。",
    }),
  },
  check: ({ known, metrics }, report) => {
    for (const each of known) {
      const { indicator, method } = each;
      const { failAt, fullAt, critical } = indicator;
      if (failAt === undefined || critical === undefined || method.valueKind === "labels") continue;
      const tell = (problem: Problem): void => {
        const showAs = metrics?.column(indicator.metric)?.showAs ?? "number";
        const related = problem === "fails-full" ? [placeOf(indicator, "fullAt")] : [placeOf(indicator, "critical")];
        report(placeOf(indicator, "failAt"), { indicator: indicator.name, failAt, problem, showAs }, { related });
      };
      const direction = method.parameters.fullAt?.unit === "metric" ? directionOf(each) : undefined;
      if (critical === null) tell("not-critical");
      else if (isFailAtMisfit(each, metrics)) continue;
      else if (direction && (direction === "up" ? failAt >= fullAt! : failAt <= fullAt!)) tell("fails-full");
      else if (method.input === "events" && method.monotone === "down" && failAt <= 0) tell("fails-everybody");
    }
  },
  valid: [
    exampleOf([{ ...LINEAR, Critical: "zero", "Fail at": 65 }]),
    exampleOf([{ ...LINEAR, "Zero at": 90, "Full at": 60, Critical: "section", "Fail at": 85 }]),
    exampleOf([LINEAR, { ...LATE, Critical: "cap 60", "Fail at": 3 }]),
  ],
  invalid: [
    { tables: exampleOf([{ ...LINEAR, Critical: "zero", "Fail at": 95 }]), at: ["Rubric!H2"] },
    { tables: exampleOf([{ ...LINEAR, Critical: "", "Fail at": 65 }]), at: ["Rubric!H2"] },
    { tables: exampleOf([LINEAR, { ...LATE, Critical: "cap 60", "Fail at": 0 }]), at: ["Rubric!I3"] },
  ],
});
