import { checkBook, checkBookInSteps, readBook } from "../../../src/usecases";
import type { WorkbookPort } from "../../../src/workbook/port";
import { sourcesOf } from "../../../src/core/checks/examples";
import { exampleOf, LINEAR } from "../../../src/core/checks/examples";

const AGENTS = Array.from({ length: 60 }, (_, index) => ({
  "Agent ID": `A${index}`,
  Period: "2026-10",
  Test: index % 3 === 0 ? "good" : 60 + index / 2,
}));

const book = () => {
  const tables = sourcesOf(exampleOf([{ ...LINEAR, Points: 85 }], { Metrics: AGENTS }));
  return readBook({ read: async () => ({ tables, sheets: [], written: [] }) } as unknown as WorkbookPort);
};

/** A clock that advances so far with every look that each step yields. */
const slowClock = (): void => {
  let now = 0;
  jest.spyOn(performance, "now").mockImplementation(() => (now += 1000));
};

test("comes to what checking at once comes to, and tells how far it is", async () => {
  slowClock();
  const shares: number[] = [];
  const findings = await checkBookInSteps(await book(), {}, { onProgress: (share) => shares.push(share) });
  expect(findings).toEqual(checkBook(await book()));
  expect(findings.map(({ code }) => code)).toEqual(["points-add-up", "metric-is-number"]);
  expect(shares.length).toBeGreaterThan(40);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.at(-1)).toBeLessThanOrEqual(1);
});

test("stops where the person cancels", async () => {
  slowClock();
  const work = new AbortController();
  let told = 0;
  const checking = checkBookInSteps(
    await book(),
    {},
    {
      signal: work.signal,
      onProgress: () => {
        told += 1;
        if (told === 3) work.abort();
      },
    },
  );
  await expect(checking).rejects.toMatchObject({ kind: "cancelled" });
  expect(told).toBe(3);
});
