import { foldName } from "../../cell/cell";
import type { MetricColumn } from "../../metrics/columns";
import { KIND, readerOf, readNumber } from "../../metrics/reading";
import { inputOf } from "../../scoring/gather/other-results";
import { showPercent } from "../../text/format";
import { counted } from "../../text/plural";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";
import { FIRST_CELLS } from "../finding";
import type { CheckSubject } from "../subject";
import type { KnownIndicator } from "../../book/contents";

/** Fewer missing cells than this are normal in every month. */
const LEAST_CELLS = 5;

const agents = (...values: readonly (number | string)[]) =>
  values.map((Test, index) => ({ "Agent ID": `${index}`, Period: "2026-10", Test, Other: 61 + index }));
const someBlank = (filled: number) =>
  agents(...new Array<string>(5).fill(""), ...Array.from({ length: filled }, (_, index) => 61 + index));
const OTHER = { ...LINEAR, Indicator: "Other", Metric: "Other", Points: 50 };

/** Distinguishes blank cells from filled ones, whatever a method makes of their words. */
const readAnything = readerOf(() => 0);

function blanksOf(column: MetricColumn): number {
  if (column.complete) return 0;
  const { kinds } = column;
  let count = 0;
  for (let row = 0; row < kinds.length; row += 1) count += +(kinds[row] === KIND.blank);
  return count;
}

/** Rows of Metrics that one rubric reads, in the requested period. */
function rowsOfRubric({ metrics, rubricNames, period }: CheckSubject, rubric: string): readonly number[] {
  const [rubrics, periods] = [metrics!.coded("rubric"), metrics!.coded("period")];
  const [wanted, wantedPeriod] = [foldName(rubric), period === undefined ? undefined : foldName(period)];
  const fits = rubrics.texts.map(foldName).map((name) => name === wanted || (name === "" && rubricNames.length === 1));
  const inPeriod = periods.texts.map((text) => wantedPeriod === undefined || foldName(text) === wantedPeriod);
  const { anonymous, rowCount } = metrics!;
  const rows: number[] = [];
  for (let row = 0; row < rowCount; row += 1)
    if (fits[rubrics.codes[row]!] && inPeriod[periods.codes[row]!] && !anonymous.has(row)) rows.push(row);
  return rows;
}

export default defineCheck<{ metric: string; rubric: string; count: number; of: number; share: number }>()({
  id: "metric-is-there",
  severity: "warning",
  title: { en: "Metrics that a total waits for are there", "zh-CN": "总分所需的数据已填写" },
  message: {
    en: ({ metric, rubric, count, of, share }) => ({
      what:
        count === of
          ? `Nobody of “${rubric}” has a value in “${metric}”.`
          : `“${metric}” is empty for ${count} of ${counted(of, "agent", "agents")} of “${rubric}” (${showPercent(share, "en")}).`,
      why: "They get no total until the value is there.",
      how: "Fill in the values, write N/A where it does not apply, or state in If missing what holds without it.",
    }),
    "zh-CN": ({ metric, rubric, count, of, share }) => ({
      what:
        count === of
          ? `“${rubric}”没有任何人填写“${metric}”。`
          : `“${rubric}”的 ${of} 名人员中有 ${count} 名（${showPercent(share, "zh-CN")}）的“${metric}”为空。`,
      why: "在填写之前，他们没有总分。",
      how: "请填写数据；不适用的写“不适用”；或在“缺失处理”中写明没有数据时如何计分。",
    }),
  },
  // With this share of missing cells, a column was forgotten, or the data were not pasted.
  limits: { leastShare: 0.2 },
  check: (subject, report, { leastShare }) => {
    const { metrics, known } = subject;
    if (!metrics) return;
    // Formulas without results are no blanks, and have a finding of their own.
    const uncalculated = new Set(metrics.source.formulas?.missing.map(({ column }) => column));
    const byRubric = new Map<string, KnownIndicator[]>();
    for (const each of known) {
      const { indicator, method, rubric } = each;
      const waits = indicator.ifMissing === "pending" && inputOf(indicator, method, metrics) === "metric";
      if (!waits || method.input === "periods" || !metrics.has(indicator.metric)) continue;
      const group = byRubric.get(rubric.name);
      if (group) group.push(each);
      else byRubric.set(rubric.name, [each]);
    }
    for (const [rubric, indicators] of byRubric) {
      let rows: readonly number[] | undefined;
      const seen = new Set(uncalculated);
      for (const { indicator, method } of indicators) {
        const column = metrics.column(indicator.metric, method.words ? readAnything : readNumber)!;
        const blanks = seen.has(column.column) ? 0 : blanksOf(column);
        seen.add(column.column);
        if (blanks < LEAST_CELLS) continue;
        rows ??= rowsOfRubric(subject, rubric);
        if (blanks < rows.length * leastShare) continue;
        const empty = rows.filter((row) => column.kinds[row] === KIND.blank);
        const share = empty.length / rows.length;
        if (empty.length < LEAST_CELLS || share < leastShare) continue;
        const [first, ...related] = empty.slice(0, FIRST_CELLS).map((row) => metrics.placeAt(row, column.column));
        report(first, { metric: column.header, rubric, count: empty.length, of: rows.length, share }, { related });
      }
    }
  },
  valid: [
    exampleOf([{ ...LINEAR, Points: 50 }, OTHER], { Metrics: agents(75, 80, "", 90, "N/A", 60) }),
    exampleOf([{ ...LINEAR, Points: 50 }, OTHER], { Metrics: someBlank(23) }),
    exampleOf([{ ...LINEAR, Points: 50, "If missing": "exclude" }, OTHER], { Metrics: agents("", "", "", "", "", "") }),
  ],
  invalid: [
    {
      tables: exampleOf([{ ...LINEAR, Points: 50 }, OTHER], { Metrics: agents(75, "", "", "", "", "", 80) }),
      at: ["Metrics!C3"],
    },
    {
      tables: exampleOf([{ ...LINEAR, Points: 50 }, OTHER], { Metrics: agents("", "", "", "", "") }),
      at: ["Metrics!C2"],
    },
    { tables: exampleOf([{ ...LINEAR, Points: 50 }, OTHER], { Metrics: someBlank(18) }), at: ["Metrics!C2"] },
  ],
});
