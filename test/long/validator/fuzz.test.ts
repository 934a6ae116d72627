import type { RawCell } from "../../../src/core/cell/cell";
import type { SourceTable } from "../../../src/core/cell/table";
import type { Finding } from "../../../src/core/checks/finding";
import { readSubject } from "../../../src/core/checks/subject";
import { validate } from "../../../src/core/checks/validate";
import { scorePeriod } from "../../../src/core/scoring/period/score-period";
import { ALL_METHODS } from "../../../src/core/scoring/compile/registry";
import { LOCALES } from "../../../src/core/text/locale";
import { randomOf } from "../../bench/data";
import { gradedBook, hotlineBook, severalBook } from "../../support/clean-books";

jest.setTimeout(600_000);

const TABLES = 100_000;
const MOST_ROWS = 5;
const SENTENCE_FLAWS = /undefined|\[object|\{\{/;

/** Cells that people, imports and broken formulas leave behind. */
const ODD: readonly RawCell[] = [
  ..."|  |0|-1|1|0.5|97|97%|９８．２％|1,234|1e308|-1e308|1e-300|5e-324|#N/A|#DIV/0!|#REF!|N/A|不适用|-|——|TRUE|六十|ａｂｃ".split(
    "|",
  ),
  ..."２０２６－１０|2026-10|2026年10月|2026-Q4|2026|A|S|优|total|总分|cap 60|cap|zero|section|[)|(]|[[|pending|exclude|share|full".split(
    "|",
  ),
  ..."=1+1|'|\u0000|\u200b|\ud83d\ude00|1. a|1.2|2.9|（30分）|a (40 points)|低于 1.9% 得满分|section highest: a|__proto__|constructor".split(
    "|",
  ),
  ...ALL_METHODS.flatMap(({ names }) => [names.en[0]!, names["zh-CN"][0]!]),
  null,
  undefined,
  true,
  false,
  0,
  -0,
  1,
  -1,
  0.5,
  60,
  100,
  46300,
  1e15,
  -1e15,
  Number.MAX_VALUE,
  Number.MIN_VALUE,
  NaN,
  Infinity,
  "x".repeat(5000),
];

/** Header words of one table that belong into another. */
const HEADERS = [
  "Points",
  "分值",
  "Metric",
  "Role",
  "岗位",
  "From",
  "Share",
  "Leads",
  "Ratng",
  "Agent",
  "",
  "Note",
  "Step ",
  "ＬＩＭＩＴ",
];

const BASES = [hotlineBook, gradedBook, severalBook].map((make) => make());

type Random = () => number;
const pick = <T>(random: Random, all: readonly T[]): T => all[Math.floor(random() * all.length)]!;

function shuffled<T>(random: Random, all: readonly T[]): T[] {
  const result = [...all];
  for (let i = result.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [result[i], result[j]] = [result[j]!, result[i]!];
  }
  return result;
}

/** A slip in a header: a letter dropped or doubled, full-width, or another word altogether. */
function misspelt(random: Random, header: string): string {
  const at = Math.floor(random() * header.length);
  switch (Math.floor(random() * 4)) {
    case 0:
      return header.slice(0, at) + header.slice(at + 1);
    case 1:
      return header.slice(0, at) + header.charAt(at) + header.slice(at);
    case 2:
      return [...header]
        .map((letter) =>
          letter > " " && letter < "\u007f" ? String.fromCharCode(letter.charCodeAt(0) + 0xfee0) : letter,
        )
        .join("");
    default:
      return pick(random, HEADERS);
  }
}

/** A few rows and columns of a sound table, more or less spoilt. */
function tableFrom(random: Random, name: string, sound: readonly (readonly RawCell[])[], spoilt: number): SourceTable {
  const [headers, ...rows] = sound;
  let columns = headers!.map((_, column) => column).filter(() => random() > spoilt / 4);
  if (random() < 0.5) columns = shuffled(random, columns);
  if (random() < spoilt) columns.push(...shuffled(random, columns).slice(0, 2));
  const isData = rows.length > 20;
  const kept = !isData && random() > spoilt;
  const chosen = kept ? rows : Array.from({ length: 1 + Math.floor(random() * MOST_ROWS) }, () => pick(random, rows));
  const cell = (value: RawCell): RawCell => (random() < spoilt / 2 ? pick(random, ODD) : value);
  const values = [
    columns.map((column) => (random() < spoilt / 3 ? misspelt(random, String(headers![column])) : headers![column])),
    ...chosen.map((row) => {
      const cells = columns.map((column) => cell(row[column]));
      // Ports give whole rectangles. A short row must still break nothing.
      return random() < 0.02 ? cells.slice(0, Math.floor(random() * cells.length)) : cells;
    }),
  ];
  const formats = columns.map(() => pick(random, ["General", "0%", "@", "", "yyyy-mm"]));
  return {
    name: random() < 0.1 ? pick(random, ["", "Rubric", "指标数据", "x"]) : name,
    sheet: name,
    row: pick(random, [0, 7]),
    column: pick(random, [0, 3]),
    values,
    formats,
  };
}

function workbook(random: Random): readonly SourceTable[] {
  const { tables } = pick(random, BASES);
  // Nearly sound tables get far through the checks. Spoilt ones take unusual ways.
  const spoilt = pick(random, [0, 0.005, 0.02, 0.1, 0.5, 1]);
  const chosen = Object.entries(tables).filter(() => random() > spoilt / 10);
  const other = random() < 0.1 ? Object.entries(pick(random, BASES).tables).slice(0, 2) : [];
  return shuffled(random, [...chosen, ...other]).map(([name, rows]) => tableFrom(random, name, rows, spoilt));
}

/** The laws of every finding in any workbook. */
function flawOf(finding: Finding, tables: readonly SourceTable[]): string | undefined {
  for (const locale of LOCALES) {
    const { what, why, how } = finding.text[locale];
    const texts = [what, why, how, ...finding.fixes.map(({ label }) => label[locale])];
    const flaw = texts.find((text) => text.trim() === "" || SENTENCE_FLAWS.test(text));
    if (flaw !== undefined) return `${finding.code}: ${flaw}`;
  }
  const cells = [
    ...(finding.at ? [finding.at] : []),
    ...finding.related,
    ...finding.fixes.flatMap(({ edits }) => edits),
  ];
  const outside = cells.find(
    ({ sheet, row, column }) =>
      !tables.some((table) => {
        const [down, right] = [row - table.row, column - table.column];
        return (
          table.sheet === sheet &&
          down >= 0 &&
          right >= 0 &&
          down < table.values.length &&
          right < Math.max(1, table.values.at(0)!.length)
        );
      }),
  );
  return outside && `${finding.code}: ${outside.sheet} ${outside.row},${outside.column} lies in no table`;
}

test("100,000 small tables, more or less spoilt, are read, checked and scored without an exception", () => {
  const random = randomOf(20261124);
  const counts = { tables: 0, clean: 0, warned: 0, faulty: 0, scored: 0 };
  const codes = new Set<string>();
  while (counts.tables < TABLES) {
    const tables = workbook(random);
    counts.tables += tables.length;
    try {
      const subject = readSubject(tables);
      const findings = validate(subject);
      for (const finding of findings) {
        codes.add(finding.code);
        const flaw = flawOf(finding, tables);
        if (flaw) throw new Error(flaw);
      }
      const faulty = findings.some(({ severity }) => severity === "error");
      counts[faulty ? "faulty" : findings.length > 0 ? "warned" : "clean"] += 1;
      if (faulty) continue;
      const { metrics } = subject;
      for (const period of new Set(metrics!.periods)) {
        for (const { total, status } of scorePeriod({ ...subject, metrics: metrics! }, period)) {
          counts.scored += total.length;
          if (total.some((each, agent) => status[agent] === 0 && !Number.isFinite(each)))
            throw new Error(`a total of ${period} is no number`);
        }
      }
    } catch (error) {
      throw new Error(`the workbook after ${counts.tables} tables: ${JSON.stringify(tables)}`, { cause: error });
    }
  }
  // The workbooks must reach all parts, or the test shows nothing.
  expect(counts.faulty).toBeGreaterThan(10_000);
  expect(counts.warned).toBeGreaterThan(500);
  expect(counts.scored).toBeGreaterThan(10_000);
  expect(codes.size).toBeGreaterThan(55);
});
