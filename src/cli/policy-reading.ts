import type { Policy, PolicyRow } from "../core/ruletext/policy";
import { writeRule } from "../core/ruletext/write-rule";
import type { Locale } from "../core/text/locale";
import { showPoints } from "../core/text/format";
import { counted } from "../core/text/plural";
import { readingDocument, readingText } from "./rule-reading";

/** The indicators of a policy with their rules, and every line that is none. */
export function policyDocument({ rows, unread }: Policy, locale: Locale): object {
  return {
    rows: rows.map(({ section, indicator, points, ruleText, span, reading }) => ({
      section,
      indicator,
      points: points ?? null,
      ruleText,
      span: { from: span.from, to: span.to },
      rule: reading.rule ?? null,
      text: reading.rule ? writeRule(reading.rule, locale) : "",
      findings: readingDocument(reading, [], [], locale).findings,
    })),
    unread: unread.map(({ text, span }) => ({ text, span: { from: span.from, to: span.to } })),
    findings: rows.length === 0 ? [noRows(locale)] : [],
  };
}

const noRows = (locale: Locale) => ({
  code: "no-indicators",
  severity: "error",
  message: locale === "en" ? "The text holds no indicator." : "文本中没有读到指标。",
  why: locale === "en" ? "An indicator has a name, mostly points, and a rule." : "指标应有名称、规则，通常还有分值。",
  fix: locale === "en" ? "Paste the lines or the table with the rules." : "请粘贴含评分规则的各行或表格。",
  sheet: null,
  address: null,
  data: {},
});

/** For people: each indicator with its reading, then what was not read. */
export function policyText({ rows, unread }: Policy, out: string | undefined, locale: Locale): string {
  const isEnglish = locale === "en";
  const blocks = rows.map((row) => `${titleOf(row, locale)}\n${readingText(row.reading, [], [], locale)}`);
  const left = unread.map(({ text }) => `  ${text.replace(/\s+/g, " ")}`);
  const parts = [
    ...(rows.length === 0 ? [`${noRows(locale).message}\n`] : blocks),
    ...(left.length === 0
      ? []
      : [
          `${isEnglish ? `Not read (${counted(String(left.length), "line", "lines")}):` : `未读取（${left.length} 行）：`}\n${left.join("\n")}\n`,
        ]),
    ...(out === undefined ? [] : [isEnglish ? `Written: ${out}\n` : `已写入：${out}\n`]),
  ];
  return parts.join("\n");
}

function titleOf({ section, indicator, points }: PolicyRow, locale: Locale): string {
  const name = [section, indicator].filter((part) => part !== "").join(" / ");
  if (points === undefined) return name;
  return locale === "en"
    ? `${name} (${counted(showPoints(points, locale), "point", "points")})`
    : `${name}（${showPoints(points, locale)} 分）`;
}
