import { foldName } from "../../cell/cell";
import type { LedgerEvent } from "../../metrics/ledger";
import { plural } from "../../text/plural";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";
import { FIRST_CELLS } from "../finding";

const RUBRIC = [LINEAR, { Indicator: "Late", Method: "deduct", "Per event": 1 }];
const Metrics = [{ "Agent ID": "1", Period: "2026-10", Test: 75 }];
const ROW = { Date: "2026-10-05", "Agent ID": "1", Indicator: "Late", Count: 1, Points: "", Note: "gate 3" };

/** A written date as its numbers: 2026/10/5, 2026-10-05 and 2026年10月5日 are one day. */
function dayOf(date: string): string {
  const numbers = date.normalize("NFKC").match(/\d+/gu) ?? [];
  return numbers.length >= 3 ? numbers.slice(0, 3).map(Number).join("-") : foldName(date);
}

const keyOf = ({ date, agentId, indicator, count, points, note }: LedgerEvent): string =>
  [dayOf(date), foldName(agentId), foldName(indicator), count, points ?? "", foldName(note)].join("\n");

export default defineCheck<{ indicator: string; agent: string; date: string; count: number }>()({
  id: "event-stands-once",
  severity: "warning",
  title: { en: "No row of the Ledger stands twice", "zh-CN": "奖惩台账没有重复的行" },
  message: {
    en: ({ indicator, agent, date, count }) => ({
      what: plural(
        count,
        `A row of the Ledger stands twice: “${indicator}” of ${agent} on ${date}, with the same count, points and note.`,
        `${count} rows of the Ledger stand there already, such as “${indicator}” of ${agent} on ${date}, with the same count, points and note.`,
      ),
      why: "Both count: the same event is charged or rewarded twice.",
      how: "Delete the row that was entered twice; if it did happen twice, write 2 as Count, or a Note that tells them apart.",
    }),
    "zh-CN": ({ indicator, agent, date, count }) => ({
      what:
        count === 1
          ? `奖惩台账有一行重复：${agent} 在 ${date} 的“${indicator}”，次数、分值和备注都相同。`
          : `奖惩台账有 ${count} 行与前面的行重复，如 ${agent} 在 ${date} 的“${indicator}”，次数、分值和备注都相同。`,
      why: "两行都会计入：同一件事被扣分或加分两次。",
      how: "删除重复录入的行；若确实发生两次，请把次数写成 2，或用备注加以区分。",
    }),
  },
  check: ({ ledger, period, calendar }, report) => {
    const seen = new Set<string>();
    const again: LedgerEvent[] = [];
    for (const event of ledger?.events ?? []) {
      if (event.agentId === "" || event.indicator === "" || event.exempt || event.faults.length > 0) continue;
      if (period !== undefined && !calendar.belongs(event.period, period)) continue;
      const key = keyOf(event);
      if (seen.has(key)) again.push(event);
      seen.add(key);
    }
    const first = again[0];
    if (!first) return;
    const [at, ...related] = again.slice(0, FIRST_CELLS).map(({ placeOf }) => placeOf("agentId"));
    const { indicator, agentId: agent, date } = first;
    report(at, { indicator, agent, date, count: again.length }, { related });
  },
  valid: [
    exampleOf(RUBRIC, { Metrics, Ledger: [ROW, { ...ROW, Note: "gate 4" }, { ...ROW, Date: "2026-10-06" }] }),
    exampleOf(RUBRIC, { Metrics, Ledger: [ROW, { ...ROW, Count: 2 }, { ...ROW, Points: 3 }] }),
  ],
  invalid: [
    {
      tables: exampleOf(RUBRIC, { Metrics, Ledger: [ROW, { ...ROW, Note: "" }, { ...ROW, Date: "2026/10/5" }, ROW] }),
      at: ["Ledger!B4"],
    },
  ],
});
