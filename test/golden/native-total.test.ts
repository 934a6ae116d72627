import { columnLetters } from "../../src/core/cell/place";
import type { RawCell } from "../../src/core/cell/cell";
import { parseCell } from "../../src/core/cell/cell";
import { readHeaders } from "../../src/core/cell/table";
import type { PlanCell } from "../../src/core/plan/plan";
import { readMetrics } from "../../src/core/metrics/metrics";
import { createCalendar } from "../../src/core/metrics/periods";
import { METRICS_COLUMNS } from "../../src/core/metrics/headers";
import { makeScale } from "../../src/core/rubric/make-scale";
import type { CriticalRule } from "../../src/core/rubric/critical";
import type { Indicator, MissingPolicy, Rubric } from "../../src/core/rubric/rubric";
import type { Scale } from "../../src/core/rubric/scale";
import type { RubricSettings } from "../../src/core/rubric/settings";
import { NO_SETTINGS } from "../../src/core/rubric/read-settings";
import { compileRubric } from "../../src/core/scoring/compile/compile";
import type { EvaluationSet } from "../../src/core/scoring/model/evaluation";
import { STATUS } from "../../src/core/scoring/model/status";
import { gatherInputs } from "../../src/core/scoring/gather/inputs";
import { isAdjustment } from "../../src/core/scoring/model/method";
import { indicatorFormula } from "../../src/core/scoring/native/indicator";
import type { TotalReferences } from "../../src/core/scoring/native/total";
import { totalFormulas } from "../../src/core/scoring/native/total";
import { createReader } from "../../src/core/scoring/compile/read-value";
import { ALL_METHODS } from "../../src/core/scoring/compile/registry";
import { rowsOf } from "../../src/core/scoring/gather/rows";
import { scoreRubric } from "../../src/core/scoring/total/score";
import { countedPoints } from "../../src/core/scoring/total/shift";
import { ROUNDINGS, type Rounding } from "../../src/core/text/round";
import { newXlsx } from "../../src/xlsx";
import { recalculate } from "../support/libreoffice";

const RUBRICS = 17;
/** Indicators of a rubric. The last rubric has many, and each redistributes its points when it leaves. */
const FEW = 9;
const MANY = 60;
const AGENTS = 30;
const PERIOD = "2026-10";
/** Excel's limit for one formula. */
const LONGEST_FORMULA = 8192;

let state = 20261124;
/** A generator with a fixed seed: whole numbers below `limit`. */
function below(limit: number): number {
  state = (Math.imul(state, 1664525) + 1013904223) | 0;
  return Math.floor(((state >>> 8) / 0x1000000) * limit);
}
const pick = <T>(from: readonly T[]): T => from[below(from.length)]!;

/** Every different use of a method in the examples. */
const USES = ALL_METHODS.flatMap((method) =>
  [...new Map(method.examples.map((each) => [JSON.stringify(each.parameters), each])).values()]
    // Amounts stated in the ledger and statistics of the group are tested with the single methods.
    .filter(({ given, parameters }) => given === undefined && parameters.settings === undefined)
    .map(({ parameters }) => ({ method, parameters })),
);
const used = new Set<string>();

const ALL_ROUNDINGS = Object.keys(ROUNDINGS) as readonly Rounding[];
const POLICIES: readonly MissingPolicy[] = ["pending", "exclude", "share", "zero", "full", "exclude", "share"];
const CRITICAL: readonly (CriticalRule | null)[] = [
  null,
  null,
  null,
  null,
  { effect: "zero" },
  { effect: "section" },
  { effect: "cap", cap: 60 },
  { effect: "times", factor: 0.8 },
  { effect: "times", factor: 0.5 },
  { effect: "grade", steps: 1 },
];

interface RandomRubric {
  readonly rubric: Rubric;
  readonly scales: readonly Scale[];
  readonly settings: RubricSettings;
  readonly uses: readonly (typeof USES)[number][];
}

function randomRubric(number: number): RandomRubric {
  const count = number === RUBRICS - 1 ? MANY : FEW;
  const scales: Scale[] = [];
  const uses = Array.from({ length: count }, (_, k) => USES[(number * 9 + k + below(3)) % USES.length]!);
  const policy = count === MANY ? "share" : number % 4 === 3 ? undefined : pick(POLICIES);
  const indicators = uses.map(({ method, parameters }, k): Indicator => {
    const own = parameters as unknown as Record<string, number | string | Scale | undefined>;
    const scale = own["scale"] as Scale | undefined;
    if (scale) scales.push({ ...scale, name: `scale ${k}` });
    const name = `indicator ${k}`;
    used.add(method.id);
    const critical = isAdjustment(method, parameters.points) ? null : pick(CRITICAL);
    return {
      name,
      section: `section ${k % 3}`,
      points: parameters.points,
      method: parameters.variant === undefined ? method.id : `${method.id} (${parameters.variant})`,
      metric: name,
      zeroAt: own["zeroAt"] as number | undefined,
      fullAt: own["fullAt"] as number | undefined,
      perEvent: own["perEvent"] as number | undefined,
      step: own["step"] as number | undefined,
      limit: own["limit"] as number | undefined,
      scale: scale ? `scale ${k}` : "",
      failAt: critical && method.valueKind !== "labels" && below(2) === 0 ? Number(own["zeroAt"] ?? 1) : undefined,
      ifMissing: policy ?? pick(POLICIES),
      critical,
      rule: "",
      cells: {},
      at: { sheet: "Rubric", row: k + 1, column: 0 },
    };
  });
  const sections = [0, 1, 2].map((section) => ({
    name: `section ${section}`,
    indicators: indicators.flatMap((_, k) => (k % 3 === section ? [k] : [])),
  }));
  const total =
    number % 5 === 4
      ? [
          ["A", 0.2],
          ["B", 0.5],
          ["C", 0.3],
        ]
      : undefined;
  scales.push(totalScale(total as readonly (readonly [string, number])[] | undefined));
  return {
    rubric: { name: `rubric ${number}`, indicators, sections },
    scales,
    uses,
    settings: {
      ...NO_SETTINGS.forRubric(""),
      decimals: below(4),
      // In turn, because by chance one of them may be left out.
      rounding: ALL_ROUNDINGS[number % ALL_ROUNDINGS.length]!,
      highestTotal: pick([undefined, 120, 40]),
      lowestTotal: pick([0, -20, 5]),
      coverage: pick([0, 0, 0.6]),
      quotaGroup: number % 2 === 0 ? "role" : "team",
      sections:
        below(2) === 0
          ? []
          : [
              { section: "section0", lowest: 2, highest: 20 },
              { section: "section1", deductions: 3, bonuses: 1 },
            ],
    },
  };
}

function totalScale(quotas: readonly (readonly [string, number])[] | undefined): Scale {
  if (quotas) {
    const rows = [...quotas].reverse();
    return makeScale(
      "Total",
      rows.map(([grade, share]) => ({ grade, worth: { unit: "share" as const, from: share, to: share } })),
    );
  }
  const worth = { unit: "points" as const, from: 0, to: 0 };
  const made = makeScale("Total", [
    { grade: 'C "low"', to: 30, worth },
    { grade: "B", from: 30, to: 50, worth },
    { grade: "A", from: 50, worth },
  ]);
  // 50 itself is a B.
  const ends = { B: { toBelongs: true }, A: { fromBelongs: false } } as Readonly<Record<string, object>>;
  return { ...made, intervals: made.intervals.map((each) => ({ ...each, ...ends[each.grade] })) };
}

/** A cell for an indicator: on, beside or between the values of its examples; sometimes blank, N/A or nonsense. */
function randomCell({ method, parameters }: (typeof USES)[number]): RawCell {
  const dice = below(40);
  if (dice < 3) return "";
  if (dice < 5) return pick(["N/A", "不适用", "-", " n/a "]);
  if (dice < 6 && below(3) === 0) return "nonsense";
  const example = parseCell(pick(method.examples).value);
  // A number typed as text is mended before formulas can read it.
  const value = example.kind === "number" ? example.value : example.kind === "text" ? example.text : 1;
  if (typeof value !== "number") return value;
  const near = pick([value, value, value + 1e-6, value - 1e-6, value * 1.05, value * 0.95]);
  const read = createReader(method, parameters);
  return method.valueKind !== "continuous" || Number.isNaN(read(parseCell(near)).value) ? value : near;
}

interface Block {
  readonly random: RandomRubric;
  readonly set: EvaluationSet;
  readonly cells: PlanCell[][];
}

/** One rubric's agents as rows of values and formulas, from line `first` of the sheet on. */
function blockOf(number: number, first: number): Block {
  const random = randomRubric(number);
  const count = random.uses.length;
  const values = Array.from({ length: AGENTS }, () => random.uses.map(randomCell));
  // Names that a criterion could misread, and an agent without a team.
  const teams = values.map(() => pick(["North", "N*", ">5", "N?rth~", ""]));
  const table = {
    name: "Metrics",
    sheet: "Metrics",
    row: 0,
    column: 0,
    values: [
      ["Agent ID", "Period", "Team", ...random.rubric.indicators.map(({ name }) => name)],
      ...values.map((row, agent) => [`A${agent}`, PERIOD, teams[agent]!, ...row]),
    ],
    formats: new Array<string>(count + 3).fill("General"),
  };
  const metrics = readMetrics(readHeaders(table, METRICS_COLUMNS), createCalendar());
  const compiled = compileRubric(random.rubric, random.scales, random.settings);
  const rows = rowsOf(metrics, random.rubric.name, PERIOD, true);
  const sources = { metrics, scales: random.scales };
  const standings = (): never => {
    throw new Error("nothing here depends on other results");
  };
  const inputs = gatherInputs({ compiled, sources, period: PERIOD, rows, standings });
  const set = scoreRubric(compiled, metrics, PERIOD, rows, inputs);
  const last = first + AGENTS - 1;
  const cells = values.map((row, agent): PlanCell[] => {
    const line = first + agent;
    const at = (column: number): string => `${columnLetters(column)}${line}`;
    const range = (column: number): string => `${columnLetters(column)}$${first}:${columnLetters(column)}$${last}`;
    const after = 2 * count;
    const references: TotalReferences = {
      indicators: random.uses.map((_, k) => ({ value: at(k), points: at(count + k), peers: range(k) })),
      present: at(after),
      sections: [1, 2, 3].map((offset) => at(after + offset)),
      deductions: at(after + 4),
      bonuses: at(after + 5),
      exact: at(after + 6),
      total: at(after + 7),
      rank: at(after + 8),
      teamRank: at(after + 9),
      team: at(after + 11),
      totals: range(after + 7),
      teams: range(after + 11),
    };
    const formulas = totalFormulas(compiled, references);
    const points = compiled.indicators.map((each, k) => indicatorFormula(each, compiled, references.indicators[k]!));
    const all = [...points, formulas.present, ...formulas.sections, formulas.deductions, formulas.bonuses];
    return [
      ...row.map((cell): PlanCell => (cell === "" ? null : (cell as PlanCell))),
      ...[...all, formulas.exact, formulas.total, formulas.rank, formulas.teamRank, formulas.grade].map((formula) => ({
        formula,
      })),
      teams[agent]! === "" ? null : teams[agent]!,
      ...formulas.counted.map((formula) => ({ formula })),
    ];
  });
  return { random, set, cells };
}

const close = (shown: string, expected: number): boolean =>
  shown !== "" && Math.abs(Number(shown) - expected) <= 1e-9 * Math.max(1, Math.abs(expected));

/** Columns from the counted points to the agent's team. */
const COLUMNS_OF_TOTAL = 12;

/** Differences between LibreOffice's results for one agent and the engine's, one sentence each. */
function differences({ set, random }: Block, agent: number, shown: readonly string[]): readonly string[] {
  const count = random.uses.length;
  const found: string[] = [];
  const expect = (what: string, text: string, right: boolean, wanted: unknown): void => {
    if (!right)
      found.push(`${random.rubric.name} agent ${agent} ${what}: LibreOffice “${text}”, engine ${String(wanted)}`);
  };
  random.uses.forEach(({ method }, k) => {
    const { earned, status } = set.indicators[k]!;
    const text = shown[count + k]!;
    const title = `${method.id} of “${shown[k]!}”`;
    if (status[agent] === STATUS.scored) expect(title, text, close(text, earned[agent]!), earned[agent]);
    else if (status[agent] === STATUS.pending) expect(title, text, text === "", "pending");
    else if (status[agent] === STATUS.notApplicable) expect(title, text, text === "N/A", "N/A");
    else expect(title, text, text.startsWith("#"), "failed");
  });
  const [, s0, s1, s2, deductions, bonuses, exact, total, rank, teamRank, grade] = shown.slice(2 * count) as string[];
  if (set.status[agent] === STATUS.failed) {
    expect("total", total!, total!.startsWith("#"), "failed");
    return found;
  }
  if (set.status[agent] === STATUS.pending) {
    expect("total", total!, total === "", "pending");
    return found;
  }
  [s0!, s1!, s2!].forEach((text, section) => {
    const own = set.sections[section]![agent]!;
    expect(`section ${section}`, text, close(text, own), own);
  });
  random.uses.forEach((_, k) => {
    const text = shown[2 * count + COLUMNS_OF_TOTAL + k]!;
    if (set.indicators[k]!.status[agent] !== STATUS.scored) return;
    const own = countedPoints(set, k, agent);
    expect(`counted points ${k}`, text, close(text, own), own);
  });
  expect("deductions", deductions!, close(deductions!, set.deductions[agent]!), set.deductions[agent]);
  expect("bonuses", bonuses!, close(bonuses!, set.bonuses[agent]!), set.bonuses[agent]);
  expect("exact total", exact!, close(exact!, set.totalExact[agent]!), set.totalExact[agent]);
  expect("total", total!, close(total!, set.total[agent]!), set.total[agent]);
  expect("rank", rank!, rank === String(set.rank[agent]), set.rank[agent]);
  const inTeam = set.teamRank[agent]!;
  expect("rank in team", teamRank!, teamRank === (inTeam > 0 ? String(inTeam) : ""), inTeam);
  const label = set.rubric.grades[set.grade[agent]!] ?? "";
  expect("grade", grade!, grade === label, label);
  return found;
}

test("native formulas of whole rubrics, recalculated by LibreOffice on random data, give what the engine gives", () => {
  const blocks = Array.from({ length: RUBRICS }, (_, number) => blockOf(number, 1 + number * AGENTS));
  const rows = blocks.flatMap(({ cells }) => cells);
  const width = Math.max(...rows.map((row) => row.length));
  const longest = Math.max(
    ...rows.flat().map((cell) => (typeof cell === "object" && cell !== null ? cell.formula.length : 0)),
  );
  expect(longest).toBeLessThan(LONGEST_FORMULA);
  const book = newXlsx();
  book.addSheet({
    name: "Formulas",
    rows: rows.map((row) => [...row, ...new Array<PlanCell>(width - row.length).fill(null)]),
    columnWidths: new Array<number>(width).fill(12),
    freeze: { rows: 0, columns: 0 },
    formats: [],
    highlights: [],
    print: { orientation: "portrait", titleRows: 0 },
  });
  const shown = recalculate(book.save(), 1, "exact");
  const wrong = blocks.flatMap((block, number) =>
    Array.from({ length: AGENTS }, (_, agent) => differences(block, agent, shown[number * AGENTS + agent]!)).flat(),
  );
  expect(wrong.slice(0, 20)).toEqual([]);
  const statuses = new Set(blocks.flatMap(({ set }) => [...set.status]));
  expect([...statuses].sort()).toEqual([STATUS.scored, STATUS.pending, STATUS.failed]);
  expect([...used].sort()).toEqual(ALL_METHODS.map(({ id }) => id).sort());
});
