import { foldName } from "../core/cell/cell";
import { allFindings, compareRubrics, readBook, type Book, type RubricRef } from "../usecases";
import { xlsxPort } from "../xlsx";
import { UsageError, type Command } from "./arguments";
import { comparisonDocument, comparisonText } from "./comparison";
import { openBook } from "./files";
import type { Console, ExitStatus } from "./run";
import { periodOf } from "./score";
import { rubricOf } from "./validate";

export async function compare(command: Extract<Command, { kind: "compare" }>, console: Console): Promise<ExitStatus> {
  const { locale } = command;
  const book = await readBook(xlsxPort(await openBook(command.book)));
  const other = command.other === undefined ? book : await readBook(xlsxPort(await openBook(command.other)));
  const before = firstRubric(book, command);
  const after = secondRubric(other, before, command);
  const period = command.period === undefined ? undefined : periodIn(book, other, command.period);
  const comparison = compareRubrics(before, after, { period });
  const files = { before: command.book, after: command.other ?? command.book };
  const metrics = comparison.agents && (comparison.agents.book === book ? files.before : files.after);
  if (command.json) {
    const document = comparisonDocument(comparison, { before, after }, { ...files, metrics }, locale);
    console.out(`${JSON.stringify(document, undefined, 2)}\n`);
  } else console.out(comparisonText(comparison, { ...files, metrics }, locale));
  return allFindings(comparison.findings).length > 0 ? 1 : 0;
}

type Wanted = Pick<Extract<Command, { kind: "compare" }>, "rubric" | "with" | "other">;

const namesOf = (book: Book): readonly string[] => book.summary.rubrics.map(({ name }) => name);

function firstRubric(book: Book, { rubric, other }: Wanted): RubricRef {
  const names = namesOf(book);
  const stated = rubricOf(book, rubric);
  if (stated !== undefined) return { book, rubric: stated };
  // Of two rubrics in one workbook the first is compared with the second.
  if (names.length === 1 || (names.length === 2 && other === undefined)) return { book, rubric: names[0]! };
  throw unstated("--rubric", names);
}

function secondRubric(book: Book, before: RubricRef, wanted: Wanted): RubricRef {
  const names = namesOf(book);
  const stated = rubricOf(book, wanted.with);
  if (stated !== undefined) return { book, rubric: stated };
  const same = names.find((name) => foldName(name) === foldName(before.rubric));
  if (book !== before.book && same !== undefined) return { book, rubric: same };
  const others = names.filter((name) => book !== before.book || name !== before.rubric);
  if (others.length === 1) return { book, rubric: others[0]! };
  throw unstated("--with", others);
}

function unstated(option: string, names: readonly string[]): UsageError {
  return names.length === 0
    ? new UsageError("There is no rubric to compare with in the workbook.", "工作簿中没有可比较的考核表。")
    : new UsageError(
        `compare: state with ${option} which rubric is meant: ${names.join(", ")}.`,
        `compare：请用 ${option} 指明考核表：${names.join("、")}。`,
      );
}

/** The period as the workbook spells it whose metrics may be taken. */
function periodIn(book: Book, other: Book, wanted: string): string | undefined {
  const inOther = other.summary.periods.find((period) => foldName(period) === foldName(wanted));
  const inFirst = book.summary.periods.find((period) => foldName(period) === foldName(wanted));
  return inFirst ?? inOther ?? periodOf(book, wanted);
}
