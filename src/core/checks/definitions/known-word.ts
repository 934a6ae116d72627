import { foldName } from "../../cell/cell";
import { cellIn, textIn } from "../../cell/table";
import type { CellPlace } from "../../cell/place";
import { placeOf } from "../../rubric/rubric";
import { readEnds } from "../../rubric/read-scales";
import { SETTING_NAMES } from "../../rubric/read-settings";
import { closestNameFix } from "../closest-name";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";
import { mendCommas } from "../number-cells";

const CHOICES = {
  ifMissing: { en: "pending, exclude, share, zero, full", zh: "待定、剔除、均摊、零分、满分" },
  critical: {
    en: "blank, zero, section, cap 60, x 0.8, grade -1",
    zh: "空白、总分零分、维度零分、封顶 60、×0.8、降1级",
  },
  ends: { en: "[), (], [], ()", zh: "[)、(]、[]、()" },
  setting: { en: SETTING_NAMES.en, zh: SETTING_NAMES["zh-CN"] },
  rubric: {
    en: "the name of a rubric of this workbook, or blank for all",
    zh: "本工作簿中某个考核表的名称，或空白表示全部",
  },
} as const;

export default defineCheck<{ text: string; choices: string; choicesZh: string }>()({
  id: "known-word",
  severity: "error",
  title: { en: "Words with a fixed meaning are known", "zh-CN": "固定用词可识别" },
  message: {
    en: ({ text, choices }) => ({
      what: `“${text}” is not understood here.`,
      why: "Taken for something else, or passed over, it would change scores without anybody noticing.",
      how: `Write ${choices}.`,
    }),
    "zh-CN": ({ text, choicesZh }) => ({
      what: `此处无法理解“${text}”。`,
      why: "若被误读或忽略，会在无人察觉的情况下改变得分。",
      how: `可填写：${choicesZh}。`,
    }),
  },
  check: ({ rubrics, rubricNames, tables: { scales: scaleTable }, settings }, report) => {
    const tell = (at: CellPlace, text: string, kind: keyof typeof CHOICES): void => {
      const { en, zh } = CHOICES[kind];
      const words = kind === "rubric" ? rubricNames : `${en}, ${zh.replace(/、/g, ", ")}`.split(", ");
      report(at, { text, choices: en, choicesZh: zh }, closestNameFix(text, words, [at]));
    };
    for (const { indicators } of rubrics) {
      for (const indicator of indicators) {
        for (const column of ["ifMissing", "critical"] as const) {
          if (indicator[column] === undefined)
            tell(placeOf(indicator, column), String(indicator.cells[column]!.raw), column);
        }
      }
    }
    for (let row = 0; scaleTable && row < scaleTable.rowCount; row += 1) {
      const text = textIn(scaleTable, row, "ends");
      if (readEnds(text) === undefined) tell(cellIn(scaleTable, row, "ends")!.at, text, "ends");
    }
    const names = new Set(rubricNames.map(foldName));
    for (const { cell, name } of settings.rubrics) if (!names.has(foldName(name))) tell(cell.at, name, "rubric");
    for (const { cell, choices } of settings.faults) {
      const text = String(cell.raw ?? "");
      const comma = cell.value.kind === "text" ? cell.value.comma : undefined;
      const fixes = comma ? mendCommas([{ ...cell, comma }]) : [];
      if (choices) report(cell.at, { text, choices: choices.en, choicesZh: choices["zh-CN"] }, { fixes });
      else tell(cell.at, text, "setting");
    }
  },
  valid: [
    exampleOf([{ ...LINEAR, "If missing": "Exclude", Critical: "cap 60" }]),
    exampleOf([{ ...LINEAR, Critical: "是" }]),
    exampleOf([{ ...LINEAR, Critical: "×0.8" }]),
    exampleOf([LINEAR], { Settings: [{ Setting: "满分", Value: 100 }] }),
  ],
  invalid: [
    { tables: exampleOf([{ ...LINEAR, "If missing": "skip" }]), at: ["Rubric!G2"] },
    { tables: exampleOf([{ ...LINEAR, "If missing": "exlude" }]), at: ["Rubric!G2"] },
    { tables: exampleOf([{ ...LINEAR, Critical: "maybe" }]), at: ["Rubric!G2"] },
    { tables: exampleOf([{ ...LINEAR, Critical: "x 1.2" }]), at: ["Rubric!G2"] },
    { tables: exampleOf([LINEAR], { Settings: [{ Setting: "Full score", Value: -1 }] }), at: ["Settings!B2"] },
    { tables: exampleOf([LINEAR], { Settings: [{ Setting: "Lowest total", Value: 101 }] }), at: ["Settings!B2"] },
    { tables: exampleOf([LINEAR], { Settings: [{ Setting: "Ful score", Value: 100 }] }), at: ["Settings!A2"] },
    {
      tables: exampleOf([LINEAR], { Settings: [{ Setting: "Decimals", Value: 1, Rubric: "Agnt" }] }),
      at: ["Settings!C2"],
    },
    {
      tables: exampleOf([{ Indicator: "Transfers", Points: 100, Method: "piecewise", Scale: "R" }], {
        Scales: [{ Scale: "R", From: 0, Ends: "[[", Share: 1 }],
      }),
      at: ["Scales!C2"],
    },
  ],
});
