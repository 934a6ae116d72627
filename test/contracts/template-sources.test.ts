import { ALL_METHODS } from "../../src/core/scoring/compile/registry";
import { ALL_TEMPLATES } from "../../src/core/templates/make/registry";
import { sheetsOf, type TemplateSheet } from "../../src/core/templates/make/sheets";
import type { Template } from "../../src/core/templates/template";
import { LOCALES } from "../../src/core/text/locale";
import { mendsOf } from "../support/template-findings";

/** Sheets of sample data, which no scheme states. */
const SAMPLES: readonly TemplateSheet["kind"][] = ["metrics", "ratings", "ledger"];

interface Stated {
  /** Every figure in a cell of its own, sheet by sheet and row by row. */
  readonly figures: readonly number[];
  /** How many indicators have a method that the scheme names. */
  readonly methods: Readonly<Record<string, number>>;
  /** Figures within texts, each once. */
  readonly inTexts?: readonly string[];
}

const HOTLINE = [10, 60, 90, 0.2, 0.97, 0.99, 0.25, 0.34];
const EXPERTS = [5, 0.008, 1, 0.018, 0.02, 1, 0, 0.02, 0];
const hotline = (zeroAt: number, fullAt: number): readonly number[] => [...HOTLINE, 5, zeroAt, fullAt, 5];
const SCALE = EXPERTS.slice(1);
const HOTLINE_METHODS = { linear: 4, peer: 1, piecewise: 1, deduct: 2 };
const HOTLINE_TEXTS = ["30", "10", "45", "60", "90", "20", "97", "99", "25", "34", "1.9", "3.1", "0.8", "2", "1.8"];

/** What the schemes state, taken from their sources by hand. A template of a form of ours has no source. */
const STATED: Readonly<Record<string, Stated>> = {
  T1: { figures: [5, 3, 0.7, 0.7, 0.85, 0.2], methods: { rating: 3 }, inTexts: ["5", "3", "70"] },
  T2: { figures: [], methods: {} },
  T3: { figures: [0.496, 1000, 0.8627, 0.9183, 0.0486, 0.028], methods: { checklist: 26 }, inTexts: ["99"] },
  T4: { figures: [40, 0.75, 0.9, -0.2], methods: { raters: 2 }, inTexts: ["40"] },
  T5: {
    figures: [40, 20, 10, 5, 70, 90, 5, 5, 2, 5, 1, 10, 2, 1, 2, ...hotline(0.031, 0.019), ...SCALE],
    methods: { team: 3, linear: 5, deduct: 8, peer: 1, piecewise: 1 },
    inTexts: [...HOTLINE_TEXTS, "70", "1", "2"],
  },
  T6: {
    figures: [70, 5, 70, 90, ...hotline(0.031, 0.019), ...SCALE],
    methods: { team: 1, linear: 5, peer: 1, piecewise: 1, deduct: 2 },
    inTexts: [...HOTLINE_TEXTS, "70"],
  },
  T7: {
    figures: [...hotline(0.031, 0.019), ...hotline(0.042, 0.023), ...SCALE],
    methods: Object.fromEntries(Object.entries(HOTLINE_METHODS).map(([method, count]) => [method, 2 * count])),
    inTexts: [...HOTLINE_TEXTS, "2.3", "4.2"],
  },
  T8: { figures: [], methods: { raters: 10 }, inTexts: ["1", "3", "4"] },
  T9: { figures: [], methods: {} },
  T10: { figures: [], methods: {} },
  T11: { figures: [], methods: {} },
  T12: { figures: [10, 10, 10, 5, 10, 5, 5, 10, 10, 5, 5, 10, 5], methods: {}, inTexts: ["65", "35"] },
  T13: { figures: [10, 10, 10, 5, 10, 5, 5, 10, 5, 10, 10, 5, 5], methods: {}, inTexts: ["65", "35"] },
  T14: {
    figures: [
      ...[18, 18, 9, 9, 6],
      ...[18, 15, 12, 10.5, 9, 6, 3],
      ...[9, 7.5, 6, 5, 4.5, 3, 1.5],
      ...[6, 5, 4, 3.5, 3, 2, 1],
      60,
    ],
    methods: { grade: 5, deduct: 4, bonus: 1 },
    inTexts: ["60", "18", "9", "6"],
  },
  T15: { figures: [], methods: {}, inTexts: ["2", "3", "4", "5"] },
  T16: { figures: [], methods: {} },
};

const CASES = ALL_TEMPLATES.map((template): [string, Template] => [template.number, template]);

/** Numbers of lines and categories that a source counts, but does not name. */
const isCount = (header: unknown, text: string): boolean => header === "Line" || /^(?:Category|Cause) \d+$/.test(text);

describe.each(CASES.filter(([number]) => STATED[number]))("the draft of %s", (number, template) => {
  const sheets = sheetsOf(template, "draft", "en").filter(({ kind }) => !SAMPLES.includes(kind));
  const cells = sheets.flatMap(({ plan: { rows } }) =>
    rows.slice(1).flatMap((row) =>
      row.flatMap((cell, column) => {
        const header = rows[0]![column];
        return cell === null || isCount(header, String(cell)) ? [] : [{ header, cell }];
      }),
    ),
  );
  const stated = STATED[number]!;

  test("holds the figures of its scheme and no other", () => {
    const figures = cells.flatMap(({ cell }) => (typeof cell === "number" ? [cell] : []));
    expect([...figures].sort()).toEqual([...stated.figures].sort());
    const texts = cells.flatMap(({ cell }) => (typeof cell === "string" ? (cell.match(/\d+(?:\.\d+)?/g) ?? []) : []));
    expect([...new Set(texts)].sort()).toEqual([...new Set(stated.inTexts ?? [])].sort());
  });

  test("names the methods that its scheme names", () => {
    const methods: Record<string, number> = {};
    for (const { header, cell } of cells) {
      if (header !== "Method") continue;
      const { id } = ALL_METHODS.find(({ names }) => names.en[0] === cell)!;
      methods[id] = (methods[id] ?? 0) + 1;
    }
    expect(methods).toEqual(stated.methods);
  });
});

test.each(CASES)("%s: every value of ours is coloured and listed in its row", (_number, template) => {
  for (const locale of LOCALES) {
    const mended = sheetsOf(template, "mended", locale);
    for (const { plan } of mended) {
      const { name, rows, formats } = plan;
      const ours = mendsOf(template, locale).filter(({ sheet }) => sheet === name);
      const coloured = formats.filter(({ fill }) => fill === "#FFF2CC").map(({ range }) => [range.row, range.column]);
      expect(coloured).toEqual(ours.map(({ row, column }) => [row, column]));
      const notes = rows[0]!.indexOf(locale === "en" ? "Added" : "补充");
      for (const { row, column } of ours) {
        const header = String(rows[0]![column]);
        expect([header, String(rows[row]![notes])]).toEqual([header, expect.stringContaining(header)]);
      }
    }
  }
});
