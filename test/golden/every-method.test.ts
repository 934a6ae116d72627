import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { TableKind } from "../../src/core/book/find-tables";
import type { CriticalRule } from "../../src/core/rubric/critical";
import { readCriticalRule } from "../../src/core/rubric/critical";
import { readMissingPolicy } from "../../src/core/rubric/missing-policy";
import type { MissingPolicy } from "../../src/core/rubric/rubric";
import type { PeerStatistic } from "../../src/core/rubric/settings";
import { SETTING_NAMES } from "../../src/core/rubric/read-settings";
import { ALL_METHODS, findMethod, findVariant } from "../../src/core/scoring/compile/registry";
import { readBook } from "../../src/usecases";
import { openXlsx, xlsxPort } from "../../src/xlsx";
import { command, workFolder } from "../support/command";
import type { Grading } from "../support/every-method/workbook";
import { everyMethodWorkbook, tablesOf } from "../support/every-method/workbook";
import { recalculate } from "../support/libreoffice";
import type { Hand } from "./every-method.by-hand.october";
import { BY_HAND, BY_HAND_WITH_QUOTAS } from "./every-method.by-hand";

jest.setTimeout(240_000);

const folder = workFolder();
afterAll(folder.remove);

interface Evaluation {
  readonly agentId: string;
  readonly total: number | null;
  readonly totalExact: number | null;
  readonly grade: string | null;
  readonly rank: number | null;
  readonly teamRank: number | null;
  readonly centreRank: number | null;
  readonly status: string;
  readonly sections: Readonly<Record<string, number>>;
  readonly indicators: Readonly<Record<string, { readonly points: number | null; readonly status: string }>>;
}

const EXPECTED: Readonly<Record<Grading, typeof BY_HAND>> = { "cut-offs": BY_HAND, quotas: BY_HAND_WITH_QUOTAS };
const CASES = (Object.keys(EXPECTED) as Grading[]).flatMap((grading) =>
  Object.keys(EXPECTED[grading]).map((period) => [period, grading] as const),
);

/** The section's highest total and caps deliberately bind below the sum of its lines. */
const MEANT = "warning points-within-reach";
/** In November too few agents are left for the smallest group that the settings state, so that its rule applies. */
const MEANT_IN: Readonly<Record<string, readonly string[]>> = { "2026-11": ["warning group-within-agents", MEANT] };

interface Scored {
  readonly status: number;
  readonly json: string;
  /** The workbook that was written. */
  readonly out: string;
}

async function score(name: string, workbook: Uint8Array, period: string, lang = "en"): Promise<Scored> {
  const [book, out] = [folder.file(`${name}.xlsx`), folder.file(`${name} ${period} ${lang}.xlsx`)];
  writeFileSync(book, workbook);
  const { status, out: json } = await command(
    ["score", book, "--out", out, "--period", period, "--lang", lang, "--json"],
    "C",
  );
  return { status, json, out };
}

/** The shape of the hand calculation. */
const asHand = (evaluation: Evaluation): Hand => ({
  points: Object.fromEntries(
    Object.entries(evaluation.indicators).map(([name, { points, status }]): [string, Hand["points"][string]] => [
      name,
      points ?? (status as "pending"),
    ]),
  ),
  sections: evaluation.sections,
  exact: evaluation.totalExact ?? undefined,
  total: evaluation.total ?? undefined,
  grade: evaluation.grade ?? undefined,
  ranks: [evaluation.rank, evaluation.teamRank, evaluation.centreRank],
});

/** Sums in another order differ in their last digits. Rounded values, and those that are no sums, must be equal. */
const near = (value: unknown): unknown => (typeof value === "number" ? (expect.closeTo(value, 9) as unknown) : value);
const nearAll = (values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, near(value)]));

describe.each(CASES)("%s, grades by %s", (period, grading) => {
  const expected = EXPECTED[grading][period]!;
  let scored: Scored;
  beforeAll(async () => {
    scored = await score(grading, everyMethodWorkbook(grading), period);
  });

  test("points, sections, totals, grades and ranks are those of the hand calculation", () => {
    const { status, json } = scored;
    expect(status).toBe(0);
    const { evaluations, findings } = JSON.parse(json) as {
      evaluations: Evaluation[];
      findings: { code: string; severity: string }[];
    };
    // The check's warnings are meant here: rules that are never applied would prove little. There must be no other finding.
    expect([...new Set(findings.map(({ code, severity }) => `${severity} ${code}`))].sort()).toEqual(
      MEANT_IN[period] ?? [MEANT],
    );
    expect(evaluations.map(({ agentId }) => agentId).sort()).toEqual(Object.keys(expected).sort());
    for (const evaluation of evaluations) {
      const hand = expected[evaluation.agentId]!;
      expect({ agent: evaluation.agentId, ...asHand(evaluation) }).toEqual({
        agent: evaluation.agentId,
        ...hand,
        points: nearAll(hand.points),
        sections: nearAll(hand.sections),
        exact: near(hand.exact),
      });
      expect(evaluation.status).toBe(hand.total === undefined ? "pending" : "scored");
    }
  });

  test("a command in Chinese gives the same numbers", async () => {
    const numbers = (json: string): unknown[] =>
      (JSON.parse(json) as { evaluations: Evaluation[] }).evaluations.map((each) => [each.agentId, asHand(each)]);
    const chinese = await score(`${grading} again`, everyMethodWorkbook(grading), period, "zh-CN");
    expect(numbers(chinese.json)).toEqual(numbers(scored.json));
  });

  test("LibreOffice reads the same numbers from the written workbook", () => {
    const file = readFileSync(scored.out);
    const sheet = openXlsx(file).sheetNames().indexOf(`Evaluation ${period}`) + 1;
    const rows = recalculate(file, sheet, "exact");
    const head = rows.findIndex((row) => row[0] === "Agent ID");
    const written = new Map(rows.slice(head + 1).map((row) => [row[0], row]));
    const cellOf = (agent: string, header: string): string => {
      const column = rows[head]!.indexOf(header);
      if (column < 0) throw new Error(`The sheet has no column ${header} but ${rows[head]!.join(", ")}.`);
      return written.get(agent)![column]!;
    };
    let compared = 0;
    for (const [agent, { points, total, grade, ranks }] of Object.entries(expected)) {
      const ofTotal = ["Total", "Rank", ...(ranks[1] === null ? [] : ["Rank in team"])];
      const centre = rows[head]!.includes("Rank in centre");
      const numbers = { Total: total, Rank: ranks[0], "Rank in team": ranks[1], "Rank in centre": ranks[2] };
      for (const header of centre ? [...ofTotal, "Rank in centre"] : ofTotal) {
        const value = numbers[header as keyof typeof numbers];
        if (total === undefined) expect(Number.isFinite(Number.parseFloat(cellOf(agent, header)))).toBe(false);
        else expect([agent, header, Number(cellOf(agent, header))]).toEqual([agent, header, value]);
      }
      expect([agent, cellOf(agent, "Grade")]).toEqual([agent, expect.stringMatching(grade ? `^${grade}$` : /^\W?$/)]);
      for (const [name, value] of Object.entries(points)) {
        if (typeof value !== "number") continue;
        expect([agent, name, Number(cellOf(agent, name))]).toEqual([agent, name, near(value)]);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(7);
  });
});

test.each(["every-method.by-hand.ts", "every-method.by-hand.october.ts"])(
  "%s imports nothing of the product",
  (file) => {
    expect(readFileSync(path.join(__dirname, file), "utf8")).not.toMatch(
      /\bimport\b.*from (?!"\.\/every-method\.by-hand\.october")|require\(/,
    );
  },
);

/** Every word of a type. A new word does not compile until it stands here, and the test fails until the workbook uses it. */
const wordsOf = <Word extends string>(words: Readonly<Record<Word, true>>): readonly string[] =>
  Object.keys(words).sort();

const used = (words: Iterable<string | undefined>): readonly string[] =>
  [...new Set(words)].filter((word) => word !== undefined).sort();

describe("the workbook leaves nothing out:", () => {
  const { Rubric, Settings, Metrics } = tablesOf("cut-offs") as Readonly<
    Record<string, readonly Readonly<Record<string, string | number>>[]>
  >;
  const cells = (column: string): string[] => Rubric!.map((row) => String(row[column] ?? ""));
  const values = (setting: string): string[] =>
    Settings!.filter((row) => row["Setting"] === setting).map((row) => String(row["Value"]));

  test("every method", () => {
    expect(used(cells("Method").map((name) => findMethod(name)?.id))).toEqual(ALL_METHODS.map(({ id }) => id).sort());
  });

  test("every variant", () => {
    const all = ALL_METHODS.flatMap(({ variants = [] }) => variants.map(({ id }) => id));
    expect(used(cells("Method").map(findVariant))).toEqual(all.sort());
  });

  test("every policy for missing data, each with a value that is missing, and values that do not apply", () => {
    const policies = wordsOf<MissingPolicy>({ pending: true, exclude: true, share: true, zero: true, full: true });
    const missing = Rubric!.flatMap((row) => {
      const people = Metrics!.filter((each) => each["Rubric"] === row["Rubric"]);
      const column = String(row["Metric"] ?? row["Indicator"]);
      const stands = people.some((each) => column in each) && people.some((each) => !(column in each));
      return stands ? [readMissingPolicy(String(row["If missing"] ?? ""))] : [];
    });
    expect(used(missing)).toEqual(policies);
    expect(Metrics!.some((row) => Object.values(row).includes("N/A"))).toBe(true);
  });

  test("every effect of a critical item", () => {
    const effects = wordsOf<CriticalRule["effect"]>({ zero: true, section: true, cap: true, times: true, grade: true });
    expect(used(cells("Critical").map((text) => readCriticalRule(text)?.effect))).toEqual(effects);
  });

  test("every setting", () => {
    const names = Settings!.map((row) => String(row["Setting"]).replace(/:.*/, ": SECTION"));
    // They change years and ranks of the whole workbook, and are tried in tables of their own.
    const elsewhere = ["first month of the year", "ranks", "roll-up weights", "tie-break"];
    expect(used([...names, ...elsewhere])).toEqual(SETTING_NAMES.en.split(", ").sort());
    const statistics = wordsOf<PeerStatistic>({ mean: true, median: true, percentile: true });
    expect(used(["mean", ...values("peer statistic")])).toEqual(statistics);
  });

  test("every kind of table, and none that could be left away", async () => {
    const kinds: Readonly<Record<TableKind, string>> = {
      rubric: "Rubric",
      scales: "Scales",
      metrics: "Metrics",
      settings: "Settings",
      ledger: "Ledger",
      ratings: "Ratings",
      baseline: "Baseline",
    };
    const { subject } = await readBook(xlsxPort(openXlsx(everyMethodWorkbook("cut-offs"))));
    for (const [kind, name] of Object.entries(kinds)) {
      expect(subject.tables[kind as TableKind]?.source.name).toBe(name);
      const whole = await score("whole", everyMethodWorkbook("cut-offs"), "2026-10");
      const part = await score(`without ${name}`, everyMethodWorkbook("cut-offs", name), "2026-10");
      expect({ name, same: part.status === 0 && part.json === whole.json }).toEqual({ name, same: false });
    }
  });
});
