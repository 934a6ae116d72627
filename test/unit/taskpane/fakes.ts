import type { CellEdit } from "../../../src/core/cell/edit";
import type { CellPlace } from "../../../src/core/cell/place";
import type { Finding, Fix, Severity } from "../../../src/core/checks/finding";
import type { EvaluationSet } from "../../../src/core/scoring/model/evaluation";
import type { StatusCode } from "../../../src/core/scoring/model/status";
import { STATUS } from "../../../src/core/scoring/model/status";
import { rankByTotal } from "../../../src/core/scoring/total/rank";
import type { PaneUseCases } from "../../../src/taskpane/state/answers";
import type { TemplateUseCases } from "../../../src/taskpane/state/late";
import type { Book, BookSummary, TemplateEntry } from "../../../src/usecases";
import { summarise } from "../../../src/usecases/summary";
import type { SourceTable } from "../../../src/core/cell/table";
import type { AppliedChange, WorkbookChange, WorkbookHost } from "../../../src/workbook/host";
import { WorkbookFailure } from "../../../src/workbook/failure";
import type { AppliedPlan } from "../../../src/workbook/port";

/** The content of a test's workbook, in the pane's terms. */
export interface World {
  summary: BookSummary;
  findings: Finding[];
  sets: EvaluationSet[];
  sheets: string[];
  /** Tables in the way of a template, and whether the workbook has data of its own. */
  obstacles: { name: string; sheet: string }[];
  hasData: boolean;
  /** Filled sheets by name, with their periods. */
  evaluations: { sheet: string; evaluation: { period: string; rubric: string | undefined } }[];
  stale: { sheet: string; rubricChanged: boolean; metricsChanged: boolean }[];
  /** The check lasts until this promise is settled. */
  checking?: Promise<void>;
}

export const RUBRIC_CELL: CellPlace = { sheet: "Rubric", row: 6, column: 5 };

export const FULL_SUMMARY: BookSummary = {
  rubrics: [{ name: "Hotline agent", indicatorCount: 3, points: 100 }],
  periods: ["2026-10", "2026-09"],
  agentCount: 4,
  rowCount: 8,
  tables: { rubric: "Rubric", scales: "Scales", metrics: "Metrics" },
};

export function finding(code: string, severity: Severity, fix?: Fix["kind"]): Finding {
  return {
    code,
    severity,
    text: {
      en: { what: `What of ${code}`, why: `Why of ${code}`, how: `How of ${code}` },
      "zh-CN": { what: `问题 ${code}`, why: `原因 ${code}`, how: `办法 ${code}` },
    },
    at: RUBRIC_CELL,
    related: [],
    fixes: fix
      ? [
          {
            kind: fix,
            label: { en: `Mend ${code}`, "zh-CN": `修正 ${code}` },
            edits: [{ ...RUBRIC_CELL, value: code }],
          },
        ]
      : [],
    data: {},
  };
}

const entry = (number: string, en: string, zh: string): TemplateEntry => ({
  id: en.toLowerCase(),
  number,
  name: { en, "zh-CN": zh },
  summary: { en: `What ${en} is for`, "zh-CN": `${zh}的用途` },
});

const TEMPLATE_ENTRIES = [entry("T1", "Hotline", "热线"), entry("T2", "Desk", "柜台")] as const;

export interface AgentSeed {
  readonly id: string;
  readonly name: string;
  readonly team: string;
  readonly total: number;
  readonly grade: number;
  readonly status?: StatusCode;
}

export const AGENTS: readonly AgentSeed[] = [
  { id: "1001", name: "Chen Jing", team: "North", total: 91.5, grade: 1 },
  { id: "1002", name: "Ada Park", team: "South", total: 74.25, grade: 0 },
  { id: "1003", name: "Wang Lei", team: "North", total: 0, grade: -1, status: STATUS.pending },
  { id: "1004", name: "Bo Berg", team: "South", total: 88, grade: 1 },
];

/** A set from the core, with the parts of its rubric that the pane reads. */
export function evaluationSet(seeds: readonly AgentSeed[] = AGENTS, rubricName = "Hotline agent"): EvaluationSet {
  const names = ["Test", "Transfers", "Resolution"];
  const status = Uint8Array.from(seeds, (seed) => seed.status ?? STATUS.scored);
  const total = Float64Array.from(seeds, (seed) => seed.total);
  const zeros = (): Float64Array => new Float64Array(seeds.length);
  const set = {
    rubric: {
      rubric: { name: rubricName, indicators: names.map((name) => ({ name, section: "Service" })) },
      settings: { decimals: 2 },
      grades: ["Fair", "Good"],
    },
    period: "2026-10",
    count: seeds.length,
    rows: Int32Array.from(seeds, (_, index) => index),
    agentIds: seeds.map((seed) => seed.id),
    names: seeds.map((seed) => seed.name),
    teams: seeds.map((seed) => seed.team),
    indicators: names.map((_, index) => ({
      earned: zeros(),
      counted: zeros(),
      status: index === 1 ? status : new Uint8Array(seeds.length),
    })),
    sections: [],
    deductions: zeros(),
    bonuses: zeros(),
    status,
    totalExact: total,
    total,
    totalWithoutCritical: total,
    grade: Int16Array.from(seeds, (seed) => seed.grade),
    rank: rankByTotal(total, status, 2),
    teamRank: new Int32Array(seeds.length),
  };
  return set as unknown as EvaluationSet;
}

export function world(parts: Partial<World> = {}): World {
  return {
    summary: FULL_SUMMARY,
    findings: [],
    sets: [evaluationSet()],
    sheets: [],
    evaluations: [],
    stale: [],
    obstacles: [],
    hasData: false,
    ...parts,
  };
}

/** A port that records its requests. The fake use cases below keep their world in it. */
export class FakePort implements WorkbookHost {
  readonly selected: CellPlace[] = [];
  readonly choices = new Map<string, string>();
  /** Edits of each mend, one list for each. */
  readonly mended: (readonly CellEdit[])[] = [];
  readonly filled: { sheet: string; replace: boolean }[] = [];
  readonly inserted: { id: string; form: string; locale: string }[] = [];
  /** For each requested undo, whether it may overwrite. */
  readonly undos: boolean[] = [];
  listener: ((change?: WorkbookChange) => void) | undefined;
  reads = 0;
  /** Whether a full reading takes longer than the pane accepts without a request. */
  slow = false;
  /** For each reading, the sheets that it kept. Undefined for a full reading. */
  readonly kept: (readonly string[] | undefined)[] = [];
  /** Thrown by the next call of that name. */
  readonly failing: Partial<
    Record<
      "read" | "mend" | "fill" | "insert" | "undo" | "select" | "save" | "listen" | "names" | "remove",
      WorkbookFailure
    >
  > = {};
  /** Holds a fill until the test lets it go on. */
  gate: Promise<void> = Promise.resolve();

  constructor(public world: World) {}

  failOnce(what: keyof FakePort["failing"]): void {
    const failure = this.failing[what];
    delete this.failing[what];
    if (failure) throw failure;
  }

  /** A use case returns its port's kind of result, and this port's changes can be undone. */
  changeFrom<Applied extends AppliedPlan>(before: World): Applied {
    const change: AppliedChange = {
      sheets: [],
      undo: async ({ overwrite = false } = {}) => {
        this.undos.push(overwrite);
        this.failOnce("undo");
        this.world = before;
      },
    };
    return change as unknown as Applied;
  }

  read = async (): Promise<never> => {
    throw new Error("the fake use cases read the world, not the port");
  };
  apply = async (): Promise<never> => {
    throw new Error("the fake use cases change the world, not the port");
  };
  select = async (place: CellPlace): Promise<void> => {
    this.failOnce("select");
    this.selected.push(place);
  };
  loadChoice = async (key: string): Promise<string | undefined> => this.choices.get(key);
  saveChoice = async (key: string, value: string): Promise<void> => {
    this.failOnce("save");
    this.choices.set(key, value);
  };
  copies = 0;
  countUndoCopies = async (): Promise<number> => this.copies;
  removeUndoCopies = async (): Promise<void> => {
    this.failOnce("remove");
    this.copies = 0;
  };
  /** The person goes to another cell. */
  glance: (() => void) | undefined;
  newNames = false;
  asksForNames = 0;
  hasNewNames = async (): Promise<boolean> => {
    this.asksForNames += 1;
    this.failOnce("names");
    return this.newNames;
  };
  onChange = async (
    listener: (change: WorkbookChange) => void,
    onGlance?: () => void,
  ): Promise<() => Promise<void>> => {
    this.failOnce("listen");
    this.listener = (change = { sheet: undefined }) => listener(change);
    this.glance = onGlance;
    return async () => {
      this.listener = undefined;
    };
  };
}

/** Advances the page's clock without waiting. */
function passMinute(): void {
  const now = performance.now.bind(performance);
  jest.spyOn(performance, "now").mockImplementation(() => now() + 60_000);
}

type FakeBook = Book & { readonly world: World };

const worldOf = (book: Book): World => (book as FakeBook).world;

type UsedByThePane =
  | "readBook"
  | "rulesOf"
  | "sheetsByThemselves"
  | "checkBook"
  | "checkBookInSteps"
  | "mend"
  | "scoreBook"
  | "planEvaluation"
  | "fillEvaluation"
  | "staleEvaluations"
  | "explainEvaluation"
  | "improvementOf"
  | "nearGradeLines"
  | "summarise";

const fakes: Pick<PaneUseCases, UsedByThePane> = {
  rulesOf: () => ({ rubricNames: [] }) as unknown as ReturnType<PaneUseCases["rulesOf"]>,
  sheetsByThemselves: () => new Set(["Rubric", "Scales"]),
  readBook: async (port, { earlier } = {}) => {
    const fake = port as FakePort;
    fake.reads += 1;
    fake.kept.push(earlier && ["Rubric", "Scales", "Metrics"].filter(earlier.keeps));
    fake.failOnce("read");
    if (fake.slow && !earlier) passMinute();
    const { summary, evaluations } = fake.world;
    return { summary, subject: { evaluations }, world: fake.world } as unknown as FakeBook;
  },
  checkBook: (book) => worldOf(book).findings,
  checkBookInSteps: async (book, _options, { onProgress, signal } = {}) => {
    onProgress?.(0.5);
    await worldOf(book).checking;
    if (signal?.aborted) throw new WorkbookFailure("cancelled", "the person stopped it");
    return worldOf(book).findings;
  },
  mend: async (port, findings) => {
    const fake = port as FakePort;
    fake.failOnce("mend");
    fake.mended.push(findings.flatMap(({ fixes }) => fixes[0]?.edits ?? []));
    const before = fake.world;
    fake.world = {
      ...before,
      findings: before.findings.filter(({ code }) => !findings.some((mended) => mended.code === code)),
    };
    return fake.changeFrom(before);
  },
  scoreBook: (book, { period, rubric } = {}) => {
    const { findings, sets } = worldOf(book);
    const blocked = findings.some((each) => each.severity === "error");
    const wanted = sets.filter((set) => rubric === undefined || set.rubric.rubric.name === rubric);
    return { period: period ?? "", rubric, findings, sets: blocked ? [] : wanted };
  },
  planEvaluation: (book, outcome) => {
    const name = `Evaluation ${outcome.period}`;
    const sheet = { name, rows: [["Agent ID", "Total"]] } as unknown as ReturnType<
      PaneUseCases["planEvaluation"]
    >["sheet"];
    const mark = { period: outcome.period, rubric: "r1", metrics: "m1" };
    return { sheet, beside: [], exists: worldOf(book).sheets.includes(name), mark, onlyRubric: outcome.rubric };
  },
  fillEvaluation: async (port, plan, { replace, onProgress, signal }) => {
    const fake = port as FakePort;
    onProgress?.(0.5);
    await fake.gate;
    if (signal?.aborted) throw new WorkbookFailure("cancelled", "the person stopped it");
    fake.failOnce("fill");
    const before = fake.world;
    if (before.sheets.includes(plan.sheet.name) && !replace) throw new WorkbookFailure("exists", plan.sheet.name);
    fake.filled.push({ sheet: plan.sheet.name, replace });
    fake.world = { ...before, sheets: [...new Set([...before.sheets, plan.sheet.name])] };
    return fake.changeFrom(before);
  },
  staleEvaluations: (book) => worldOf(book).stale,
  explainEvaluation: (_book, set, agent, locale) => ({
    lines: [
      {
        indicator: "Transfers",
        section: "Service",
        value: "1.4%",
        points: "4.17 / 5",
        status: "scored",
        short: locale === "en" ? `Why ${set.names[agent]} earned this` : `${set.names[agent]} 得分原因`,
        why: "",
        steps: () => [
          locale === "en" ? "First the value" : "先看数值",
          locale === "en" ? "Then the points" : "再看得分",
        ],
        at: { sheet: "Metrics", row: 3, column: 9 },
      },
    ],
    total: [locale === "en" ? "Service gives 91.5" : "服务得 91.5 分"],
  }),
  improvementOf: (set, agent) => ({
    next:
      set.grade[agent] === 0
        ? { grade: "Good", from: "80.00", belongs: true, missing: "5.75", byQuota: false }
        : undefined,
    changes:
      set.grade[agent] === 0
        ? [
            { indicator: "Transfers", from: "1.4%", to: "0.9%", total: "80.00" },
            { indicator: "Test", from: "", to: "88", total: "80.01" },
          ]
        : [],
    rooms:
      set.grade[agent] === 0
        ? [
            { indicator: "Test", points: "12" },
            { indicator: "Praise", points: undefined },
          ]
        : [],
  }),
  nearGradeLines: (set, margin) =>
    set.agentIds
      .map((agentId, agent) => ({ agentId, agent, distance: set.total[agent]! - 88.3 }))
      .filter(({ distance }) => Math.abs(distance) <= margin)
      .map(({ agentId, agent, distance }) => ({
        agentId,
        name: set.names[agent]!,
        total: String(set.total[agent]),
        grade: "Good",
        distance: Math.abs(distance).toFixed(2),
        side: distance < 0 ? ("below" as const) : ("above" as const),
      })),
  summarise,
};

export const fakeUseCases = fakes as PaneUseCases;

export const fakeTemplates: TemplateUseCases = {
  templateChoice: (book) => {
    const { obstacles, hasData } = worldOf(book);
    return { entries: TEMPLATE_ENTRIES, obstacles: obstacles as unknown as SourceTable[], hasData };
  },
  insertTemplate: async (port, id, { form, locale }) => {
    const fake = port as FakePort;
    await fake.gate;
    fake.failOnce("insert");
    const before = fake.world;
    if (before.obstacles.length > 0) return { kind: "refused", tables: before.obstacles as unknown as SourceTable[] };
    fake.inserted.push({ id, form, locale });
    const findings = form === "draft" ? [finding("hole", "error")] : [];
    fake.world = { ...before, findings, summary: FULL_SUMMARY };
    return { kind: "inserted", change: fake.changeFrom(before), leftOut: [] };
  },
};
