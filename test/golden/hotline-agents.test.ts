import { readFileSync } from "node:fs";
import { join } from "node:path";
import { addressOf } from "../../src/core/cell/place";
import { STATUS } from "../../src/core/scoring/model/status";
import {
  checkBook,
  explainEvaluation,
  fillEvaluation,
  mend,
  planEvaluation,
  readBook,
  scoreBook,
  staleEvaluations,
} from "../../src/usecases";
import { fileHost } from "../support/file-host";

const openSample = (name: string) => {
  const file = join(__dirname, "../../assets/samples", `${name}.xlsx`);
  return { port: fileHost(new Uint8Array(readFileSync(file))) };
};

/** An unchanged sample for tests that do not write. It is read once. */
const books = new Map<string, ReturnType<typeof readBook>>();
const sampleBook = (name: string) => {
  const book = books.get(name) ?? readBook(openSample(name).port);
  books.set(name, book);
  return book;
};

describe.each([
  ["hotline-agents", "Rubric", "Scales"],
  ["hotline-agents", "评分标准", "等级表"],
] as const)("%s (%s)", (name, rubricSheet, scaleSheet) => {
  const suffix = rubricSheet === "Rubric" ? "" : ".zh-CN";

  test("the draft has exactly its three defects; its own fixes leave none, and they can be taken back", async () => {
    const { port } = openSample(`${name}-draft${suffix}`);
    const findings = checkBook(await readBook(port));
    expect(findings.map(({ code, at }) => `${code} ${at!.sheet}!${addressOf(at!.row, at!.column)}`)).toEqual([
      `points-add-up ${rubricSheet}!D2`,
      `threshold-stated ${rubricSheet}!G5`,
      `no-interval-gap ${scaleSheet}!C8`,
    ]);
    expect(findings[0]!.data).toMatchObject({ sum: 85, full: 100 });
    expect(findings[2]!.data).toMatchObject({ from: 0.008, to: 0.018 });
    expect(scoreBook(await readBook(port)).sets).toEqual([]);

    const change = await mend(port, findings);
    const mended = await readBook(port);
    expect(checkBook(mended)).toEqual([]);
    expect(mended.summary.rubrics[0]!.points).toBeCloseTo(100, 10);
    expect(scoreBook(mended).sets[0]!.count).toBe(300);

    await change.undo();
    expect(checkBook(await readBook(port)).map((finding) => finding.code)).toEqual(
      findings.map((finding) => finding.code),
    );
  });

  test("the mended rubric has no finding and scores three periods", async () => {
    const book = await sampleBook(`${name}${suffix}`);
    expect(checkBook(book)).toEqual([]);
    expect(book.summary).toMatchObject({ agentCount: 300, rowCount: 900, periods: ["2026-10", "2026-09", "2026-08"] });
    for (const period of book.summary.periods) {
      const [set] = scoreBook(book, { period }).sets;
      expect(set!.count).toBe(300);
      expect(set!.status.filter((status) => status === STATUS.scored).length).toBeGreaterThan(280);
      expect(new Set(set!.teams).size).toBe(12);
      expect([...set!.grade].every((grade, agent) => (set!.status[agent] === STATUS.scored) === grade >= 0)).toBe(true);
    }
  });

  test("Fill writes one sheet that knows where it came from, and a later edit makes it stale", async () => {
    const { port } = openSample(`${name}${suffix}`);
    const book = await readBook(port);
    const outcome = scoreBook(book);
    const plan = planEvaluation(book, outcome, "zh-CN");
    expect(plan).toMatchObject({ exists: false, sheet: { name: "Evaluation 2026-10" } });
    await fillEvaluation(port, plan, { replace: false });
    const filled = await readBook(port);
    expect(staleEvaluations(filled)).toEqual([]);
    expect(planEvaluation(filled, scoreBook(filled), "en").exists).toBe(true);
    await expect(fillEvaluation(port, plan, { replace: false })).rejects.toMatchObject({ kind: "exists" });

    const [line] = explainEvaluation(filled, outcome.sets[0]!, 0, "en").lines;
    const edit = (value: number) => port.apply({ sheets: [], edits: [{ ...line!.at, value }] }, { replace: [] });
    await edit(0.123);
    expect(staleEvaluations(await readBook(port))).toEqual([
      { sheet: "Evaluation 2026-10", rubricChanged: false, metricsChanged: true },
    ]);
    const points = filled.subject.rubrics[0]!.indicators[0]!.cells.zeroAt!;
    await port.apply({ sheets: [], edits: [{ ...points.at, value: 0.79 }] }, { replace: [] });
    expect(staleEvaluations(await readBook(port))).toEqual([
      { sheet: "Evaluation 2026-10", rubricChanged: true, metricsChanged: true },
    ]);
  });
});

test("the English and the Chinese sample give the same totals", async () => {
  const totals = await Promise.all(
    ["hotline-agents", "hotline-agents.zh-CN"].map(async (name) => {
      const set = scoreBook(await sampleBook(name)).sets[0]!;
      return set.agentIds.map((id, agent) => [id, set.status[agent], set.total[agent], set.rank[agent]]);
    }),
  );
  expect(totals[0]).toEqual(totals[1]);
});
