import { cellText, foldName } from "../core/cell/cell";
import { readMark } from "../core/evaluation/mark";
import { showNumber, showPercent } from "../core/text/format";
import type { Locale } from "../core/text/locale";
import {
  fillEvaluation,
  planEvaluation,
  readBook,
  scoreBook,
  summarise,
  type Book,
  type ScoreOutcome,
} from "../usecases";
import { xlsxPort } from "../xlsx";
import { UsageError, type Command } from "./arguments";
import { scoreDocument } from "./evaluations";
import { checkTarget, openBook, writeBook } from "./files";
import { findingsText, hasErrors } from "./findings";
import type { Console, ExitStatus } from "./run";
import { rubricOf } from "./validate";

export async function score(command: Extract<Command, { kind: "score" }>, console: Console): Promise<ExitStatus> {
  const { locale, out } = command;
  await checkTarget(command.book, out);
  const workbook = await openBook(command.book);
  const port = xlsxPort(workbook);
  const book = await readBook(port);
  const outcome = scoreBook(book, { period: periodOf(book, command.period), rubric: rubricOf(book, command.rubric) });
  const isWrong = hasErrors(outcome.findings);
  if (!isWrong) {
    if (outcome.sets.length === 0) throw nothingToScore(outcome.period);
    const plan = planEvaluation(book, outcome, locale);
    await fillEvaluation(port, plan, { replace: isOurs(book, plan.sheet.name) });
    await writeBook(out, workbook.save());
  }
  if (command.json) console.out(`${JSON.stringify(scoreDocument(book, outcome, locale), undefined, 2)}\n`);
  else {
    // Warnings and hints go along with the result; errors take its place.
    if (outcome.findings.length > 0) console.out(`${findingsText(outcome.findings, locale)}\n`);
    console.out(isWrong ? refusalText(locale) : outcomeText(outcome, out, locale));
  }
  return isWrong ? 1 : 0;
}

export function periodOf(book: Book, wanted: string | undefined): string | undefined {
  if (wanted === undefined) return undefined;
  const { periods } = book.summary;
  const found = periods.find((period) => foldName(period) === foldName(wanted));
  // With no period at all the checks say what is missing, and better.
  if (found !== undefined || periods.length === 0) return found;
  throw new UsageError(
    `There is no period ${wanted} in the workbook. It holds: ${periods.join(", ")}.`,
    `工作簿中没有期间 ${wanted}。现有：${periods.join("、")}。`,
  );
}

function nothingToScore(period: string): UsageError {
  return period === ""
    ? new UsageError("Metrics holds no agent, so there is nothing to score.", "指标数据中没有人员，无可计分。")
    : new UsageError(`In ${period} there is no agent to score.`, `期间 ${period} 没有可计分的人员。`);
}

/** A sheet that the product wrote may be written anew; one of that name that a person made may not. */
function isOurs(book: Book, sheet: string): boolean {
  const found = book.snapshot.sheets.find(({ name }) => name.toLowerCase() === sheet.toLowerCase());
  return found !== undefined && readMark(found.head.map(cellText).join(" ")) !== undefined;
}

function refusalText(locale: Locale): string {
  return locale === "en"
    ? "Nothing was scored or written: mend the errors first.\n"
    : "未计分，也未写入任何文件：请先修正错误。\n";
}

function outcomeText(outcome: ScoreOutcome, out: string, locale: Locale): string {
  const lines = outcome.sets.flatMap((set) => {
    const { agents, scored, pending, failed, mean, grades } = summarise(set);
    const name = set.rubric.rubric.name;
    const shown = mean === undefined ? "-" : showNumber(mean, locale);
    const head =
      locale === "en"
        ? `${name}, ${outcome.period}: ${agents} agents, ${scored} scored, ${pending} pending, ${failed} failed; mean ${shown}`
        : `${name}，${outcome.period}：${agents} 人，已评分 ${scored}，待定 ${pending}，无法评分 ${failed}；平均 ${shown}`;
    const shares = grades.map(({ grade, count, share }) => `${grade} ${count} (${showPercent(share, locale)})`);
    return shares.length > 0 ? [head, `  ${shares.join("  ")}`] : [head];
  });
  lines.push(locale === "en" ? `Written: ${out}` : `已写入：${out}`);
  return `${lines.join("\n")}\n`;
}
