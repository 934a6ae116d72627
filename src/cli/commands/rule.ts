import { parseCell } from "../../core/cell/cell";
import { readRule } from "../../core/ruletext/read-rule";
import { scoreByRule } from "../../core/ruletext/score-rule";
import { defineCommand } from "../define";
import { readingDocument, readingText } from "../rule-reading";

export default defineCommand({
  id: "rule",
  text: {
    en: {
      summary:
        "Reads a rule sentence, Chinese or English, says how it is understood and what it leaves open, and scores values by it.",
      details: "A rule that compares with peers takes the values stated as the group.",
    },
    "zh-CN": {
      summary: "读取一条中文或英文的评分规则，说明理解的结果和没有写明之处，并按它给出各值的得分。",
      details: "与均值比较的规则以所给的各个值为同岗位人员。",
    },
  },
  operands: {
    text: {
      missing: { en: "state the rule.", "zh-CN": "请写明规则。" },
      text: {
        en: { name: '"RULE TEXT"', help: "The rule, in quotation marks." },
        "zh-CN": { name: '"规则原文"', help: "规则，须加引号。" },
      },
    },
  },
  tooMany: {
    en: (more) => `takes one text; put it in quotation marks. ${more} is too much.`,
    "zh-CN": (more) => `只接受一段文字，请加引号。多余的参数：${more}。`,
  },
  options: {
    points: {
      kind: "value",
      refuse: (stated: string) => {
        const cell = parseCell(stated);
        return cell.kind === "number" && cell.value >= 0
          ? undefined
          : { en: `--points ${stated} is no number of points.`, "zh-CN": `--points ${stated} 不是有效的分值。` };
      },
      text: {
        en: { name: "P", help: "Points of the indicator, where the rule does not state them." },
        "zh-CN": { name: "分值", help: "规则未写明时，指标的分值。" },
      },
    },
    value: {
      kind: "values",
      text: {
        en: { name: "V", help: "Values to score, all words up to the next option: a number, a percentage, a grade." },
        "zh-CN": { name: "值", help: "要计分的值，直到下一个选项为止：数值、百分比或等级。" },
      },
    },
  },
  examples: [
    {
      line: [
        "60 or less earns nothing, 90 or more earns all points, linear in between",
        "--points",
        "10",
        "--value",
        "75",
      ],
      status: 0,
      shows: { en: "75  5 points", "zh-CN": "75  5 分" },
      note: { en: "A rule in English.", "zh-CN": "英文规则。" },
    },
    {
      line: ["高于均值 20% 得满分", "--points", "15", "--json"],
      status: 1,
      shows: { en: '"code": "zero-at-not-stated"', "zh-CN": "规则写明了满分的条件，却没有写明从哪里起不得分。" },
      note: { en: "A rule in Chinese that leaves something open.", "zh-CN": "没有写明全部条件的中文规则。" },
    },
  ],
  run: async ({ text, points: stated, value: values, locale, json }, console) => {
    const cell = stated === undefined ? undefined : parseCell(stated);
    const points = cell?.kind === "number" ? cell.value : undefined;
    const reading = readRule(text, { points });
    const scores = scoreByRule(reading, points, values.map(parseCell));
    console.out(
      json
        ? `${JSON.stringify(readingDocument(reading, values, scores, locale), undefined, 2)}\n`
        : readingText(reading, values, scores, locale),
    );
    return reading.doubts.some(({ severity }) => severity === "error") ? 1 : 0;
  },
});
