import { foldName } from "../../cell/cell";
import type { Rating } from "../../metrics/ratings";
import { raterTypeKey } from "../../metrics/ratings";
import { namedScale } from "../../scoring/compile/parameters";
import { raterWeights } from "../../scoring/gather/ratings";
import { plural } from "../../text/plural";
import { defineCheck } from "../check";
import { exampleOf } from "../examples";
import { FIRST_CELLS } from "../finding";
import type { CheckSubject } from "../subject";

const RUBRIC = [{ Indicator: "Conduct", Points: 100, Method: "raters", "Zero at": 1, "Full at": 5 }];
const Metrics = [
  { "Agent ID": "1", Name: "Ann", Period: "2026-10" },
  { "Agent ID": "2", Name: "Ann", Period: "2026-10" },
  { "Agent ID": "3", Name: "Bo", Period: "2026-10" },
];
const Scales = ["peer", "self"].map((Grade) => ({ Scale: "Conduct", Grade, Share: 0.5 }));
const ROW = { "Agent ID": "3", Period: "2026-10", Indicator: "Conduct", Rater: "1", "Rater type": "peer", Rating: 4 };

/** The names by which an agent may stand as rater: his ID, and his name if nobody else has it. */
function ownNames({ metrics }: CheckSubject): (agentId: string) => ReadonlySet<string> {
  const byName = new Map<string, Set<string>>();
  const nameOf = new Map<string, string>();
  metrics?.agentIds.forEach((agentId, row) => {
    const [id, name] = [foldName(agentId), foldName(metrics.names[row] ?? "")];
    if (id === "" || name === "") return;
    nameOf.set(id, name);
    byName.set(name, (byName.get(name) ?? new Set()).add(id));
  });
  return (agentId) => {
    const id = foldName(agentId);
    const name = nameOf.get(id);
    return new Set(name !== undefined && byName.get(name)!.size === 1 ? [id, name] : [id]);
  };
}

/** Whether an indicator weighs ratings of oneself, so that the type can simply be corrected. */
function weighsSelf({ known, scales }: CheckSubject, name: string): boolean {
  const reader = known.find(({ indicator }) => foldName(indicator.name) === foldName(name));
  return !reader || (raterWeights(namedScale(reader.indicator, reader.method, scales))?.has("self") ?? true);
}

export default defineCheck<{ agent: string; type: string; count: number }>()({
  id: "rater-is-another",
  severity: "warning",
  title: { en: "Nobody rates himself as somebody else", "zh-CN": "没有人以他人身份评价自己" },
  message: {
    en: ({ agent, type, count }) => ({
      what: plural(
        count,
        `${agent} rates himself or herself, as “${type}”.`,
        `${count} ratings are agents' own ratings of themselves under another type, such as ${agent} as “${type}”.`,
      ),
      why: "The rating weighs as one by somebody else would.",
      how: "Correct the rater or the rater type, or delete the row.",
    }),
    "zh-CN": ({ agent, type, count }) => ({
      what:
        count === 1
          ? `${agent} 以“${type}”的身份评价了自己。`
          : `有 ${count} 个评分是本人以其他身份评价自己，如 ${agent} 以“${type}”的身份。`,
      why: "该评分会按他人评价的权重计入。",
      how: "更正评价人或评价人类型，或删除该行。",
    }),
  },
  check: (subject, report) => {
    const { ratings, period } = subject;
    if (!ratings) return;
    const names = ownNames(subject);
    const own = ratings.all.filter((rating: Rating) => {
      const type = raterTypeKey(rating.raterType);
      if (rating.rater === "" || rating.agentId === "" || type === "" || type === "self") return false;
      if (rating.kind !== "number" || (period !== undefined && !subject.calendar.belongs(rating.period, period)))
        return false;
      return names(rating.agentId).has(foldName(rating.rater));
    });
    const first = own[0];
    if (!first) return;
    const places = own.map(({ placeOf }) => placeOf("raterType"));
    const oneself = /\p{Script=Han}/u.test(first.raterType) ? "本人" : "self";
    report(
      places[0],
      { agent: first.agentId, type: first.raterType, count: own.length },
      {
        related: places.slice(1, FIRST_CELLS),
        fixes: own.every(({ indicator }) => weighsSelf(subject, indicator))
          ? [
              {
                kind: "suggestion",
                label: { en: "Let them count as ratings of oneself", "zh-CN": "改为本人自评" },
                edits: places.map((at) => ({ ...at, value: oneself })),
              },
            ]
          : [],
      },
    );
  },
  valid: [
    exampleOf(RUBRIC, { Metrics, Scales, Ratings: [ROW, { ...ROW, Rater: "3", "Rater type": "self" }] }),
    // Two agents have this name: the rater may be the other one.
    exampleOf(RUBRIC, { Metrics, Scales, Ratings: [{ ...ROW, "Agent ID": "1", Rater: "Ann" }] }),
  ],
  invalid: [
    {
      tables: exampleOf(RUBRIC, {
        Metrics,
        Scales,
        Ratings: [ROW, { ...ROW, Rater: " bo" }, { ...ROW, "Agent ID": "1", Rater: "１", "Rater type": "同事" }],
      }),
      at: ["Ratings!E3"],
    },
  ],
});
