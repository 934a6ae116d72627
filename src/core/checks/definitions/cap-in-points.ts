import { placeOf } from "../../rubric/rubric";
import { showNumber, showPercent } from "../../text/format";
import { counted } from "../../text/plural";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";

/** The text of a Critical cell with another number: `cap 0.6` becomes `cap 60`. */
const withNumber = (text: string, value: number): string => text.replace(/[\d０-９][\d０-９.．]*/u, String(value));

export default defineCheck<{ indicator: string; cap: number; full: number; meant: number }>()({
  id: "cap-in-points",
  severity: "error",
  title: { en: "The cap of a critical item is in points", "zh-CN": "一票否决的封顶分按分数填写" },
  message: {
    en: ({ indicator, cap, full, meant }) => ({
      what: `Failing “${indicator}” caps the total at ${showNumber(cap, "en")} of ${counted(showNumber(full, "en"), "point", "points")}.`,
      why: `A cap is in points of the total. Where ${showPercent(cap, "en")} of it are meant, whoever fails the item would lose nearly everything.`,
      how: `Write “cap ${showNumber(meant, "en")}”; write “zero” if nothing is to be left.`,
    }),
    "zh-CN": ({ indicator, cap, full, meant }) => ({
      what: `“${indicator}”否决后总分封顶 ${showNumber(cap, "zh-CN")} 分，而满分为 ${showNumber(full, "zh-CN")} 分。`,
      why: `封顶分按总分的分数填写。若本意是 ${showPercent(cap, "zh-CN")}，被否决的人会几乎失去全部得分。`,
      how: `请写“封顶 ${showNumber(meant, "zh-CN")}”；若应一分不留，请写“总分零分”。`,
    }),
  },
  // A full score of fewer points than this may well have a cap of one point.
  limits: { leastFullScore: 10 },
  check: ({ known, settings }, report, { leastFullScore }) => {
    for (const { indicator, rubric } of known) {
      const { critical, name, cells } = indicator;
      const { fullScore } = settings.forRubric(rubric.name);
      if (critical?.effect !== "cap" || !(critical.cap > 0 && critical.cap <= 1) || fullScore < leastFullScore)
        continue;
      const at = placeOf(indicator, "critical");
      const meant = Number((critical.cap * fullScore).toPrecision(12));
      report(
        at,
        { indicator: name, cap: critical.cap, full: fullScore, meant },
        {
          fix: {
            kind: "suggestion",
            label: {
              en: `Cap at ${counted(showNumber(meant, "en"), "point", "points")}`,
              "zh-CN": `封顶 ${showNumber(meant, "zh-CN")} 分`,
            },
            edits: [{ ...at, value: withNumber(String(cells.critical?.raw ?? ""), meant) }],
          },
        },
      );
    }
  },
  valid: [
    exampleOf([{ ...LINEAR, Critical: "cap 60" }]),
    exampleOf([{ ...LINEAR, Points: 9, Critical: "cap 0.6" }], { Settings: [{ Setting: "Full score", Value: 9 }] }),
  ],
  invalid: [
    { tables: exampleOf([{ ...LINEAR, Critical: "cap 0.6" }]), at: ["Rubric!G2"] },
    {
      tables: exampleOf([{ ...LINEAR, Points: 10, Critical: "封顶 0.6" }], {
        Settings: [{ Setting: "Full score", Value: 10 }],
      }),
      at: ["Rubric!G2"],
    },
  ],
});
