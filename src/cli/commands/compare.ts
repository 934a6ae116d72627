import { foldName } from "../../core/cell/cell";
import { allFindings, compareRubrics, readBook, type Book, type RubricRef } from "../../usecases";
import { xlsxPort } from "../../xlsx";
import { periodOf, rubricOf } from "../book";
import { comparisonDocument, comparisonText } from "../comparison";
import { BOOK_OPERAND, defineCommand } from "../define";
import { openBook } from "../files";
import { UsageError } from "../usage-error";

export default defineCommand({
  id: "compare",
  text: {
    en: {
      summary:
        "Compares two rubrics, of one workbook or of two: what changed, and who of a period moves when the same metrics are scored by both.",
      details: "Nothing is written.",
    },
    "zh-CN": {
      summary: "比较同一工作簿或两个工作簿中的两个考核表：哪些规则变了，用同一份数据分别计分时谁的分数会变。",
      details: "不写入任何文件。",
    },
  },
  operands: {
    book: BOOK_OPERAND,
    other: {
      text: {
        en: { name: "OTHER.xlsx", help: "The workbook of the second rubric; else it is in the same one." },
        "zh-CN": { name: "另一个.xlsx", help: "第二个考核表所在的工作簿；未指明时为同一工作簿。" },
      },
    },
  },
  tooMany: {
    en: (more) => `takes two workbooks; ${more} is too much.`,
    "zh-CN": (more) => `只接受两个工作簿；多余的参数：${more}。`,
  },
  options: {
    rubric: {
      kind: "value",
      text: {
        en: { name: "NAME", help: "The first rubric." },
        "zh-CN": { name: "名称", help: "第一个考核表。" },
      },
    },
    with: {
      kind: "value",
      text: {
        en: { name: "NAME", help: "The second rubric; else the one of the same name, or the only other one." },
        "zh-CN": { name: "名称", help: "第二个考核表；未指明时取同名的，或仅有的另一个。" },
      },
    },
    period: {
      kind: "value",
      text: {
        en: { name: "P", help: "Period whose metrics are scored; else the newest one." },
        "zh-CN": { name: "期间", help: "用哪个期间的数据计分；未指明时为最新期间。" },
      },
    },
  },
  examples: [
    {
      line: ["hotline-agents.xlsx", "hotline-agents.xlsx"],
      status: 0,
      shows: { en: "The two rubrics do not differ.", "zh-CN": "两个考核表没有差别。" },
      note: {
        en: "Two copies that differ in nothing that is scored: nobody moves.",
        "zh-CN": "两份文件的规则完全一致：没有人的分数会变。",
      },
    },
    {
      line: ["hotline-agents.xlsx", "hotline-agents-draft.xlsx"],
      status: 1,
      shows: { en: "“Call volume”: Points 15 → 10.", "zh-CN": "“Call volume”：分值由 15 改为 10。" },
      note: {
        en: "The differences are told all the same when one of the rubrics has errors.",
        "zh-CN": "其中一个考核表有错误时，仍会列出差别。",
      },
    },
  ],
  run: async (given, console) => {
    const { locale } = given;
    const book = await readBook(xlsxPort(await openBook(given.book, console)));
    const other = given.other === undefined ? book : await readBook(xlsxPort(await openBook(given.other, console)));
    const before = firstRubric(book, given);
    const after = secondRubric(other, before, given);
    const period = given.period === undefined ? undefined : periodIn(book, other, given.period);
    const comparison = compareRubrics(before, after, { period });
    const files = { before: given.book, after: given.other ?? given.book };
    const metrics = comparison.agents && (comparison.agents.book === book ? files.before : files.after);
    if (given.json) {
      const document = comparisonDocument(comparison, { before, after }, { ...files, metrics }, locale);
      console.out(`${JSON.stringify(document, undefined, 2)}\n`);
    } else console.out(comparisonText(comparison, { ...files, metrics }, locale));
    return allFindings(comparison.findings).length > 0 ? 1 : 0;
  },
});

interface Wanted {
  readonly rubric: string | undefined;
  readonly with: string | undefined;
  readonly other: string | undefined;
}

const namesOf = (book: Book): readonly string[] => book.summary.rubrics.map(({ name }) => name);

function firstRubric(book: Book, { rubric, other }: Wanted): RubricRef {
  const names = namesOf(book);
  const stated = rubricOf(book, rubric);
  if (stated !== undefined) return { book, rubric: stated };
  // With two rubrics in one workbook, the first is compared with the second.
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

/** The name of the period whose metrics may be taken. */
function periodIn(book: Book, other: Book, wanted: string): string | undefined {
  const inBook = ({ summary, subject }: Book): string | undefined =>
    summary.periods.find((period) => subject.calendar.same(period, wanted));
  return inBook(book) ?? inBook(other) ?? periodOf(book, wanted);
}
