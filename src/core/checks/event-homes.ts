import { foldName } from "../cell/cell";
import { twoDigits } from "../cell/days";
import type { LedgerEvent } from "../metrics/ledger";
import type { Metrics } from "../metrics/metrics";
import { oncePerName } from "../text/once-per";
import { findMethod } from "../scoring/compile/registry";
import type { Severity } from "./finding";
import { nearAgent } from "./near-agent";
import { newestPeriod } from "./newest-period";
import type { RowProblem } from "./row-problems";
import type { CheckSubject } from "./subject";

/**
 * What an event does not find; `history` lies before the first period, `day` in the month of which Metrics has only one day, `column` is
 * counted in Metrics.
 */
export type Homeless =
  | "period"
  | "day"
  | "indicator"
  | "method"
  | "column"
  | "agent"
  | "near-agent"
  | "agent-period"
  | "agent-rubric"
  | "history";

/** Finds for each event of the Ledger whether it counts anywhere, and if not, why. */
export function homelessEvents(subject: CheckSubject): readonly RowProblem<Homeless>[] {
  const { ledger, metrics, calendar } = subject;
  const periods = metrics?.coded("period").texts ?? [];
  const spans = periods.flatMap((period) => calendar.daysOf(period) ?? []);
  // Periods without days have a finding of their own.
  if (!ledger || !metrics || spans.length === 0) return [];
  const first = Math.min(...spans.map((span) => span.first));
  const scored = subject.period ?? newestPeriod(subject) ?? "";
  const scoredDays = calendar.daysOf(scored);
  const month = monthOfLoneDay(subject, periods, scored);
  const dated = oncePerName((own: string) => {
    const days = calendar.daysOf(own);
    const isOfDay = month !== undefined && calendar.belongs(own, month);
    return {
      codes: periods.flatMap((period, code) => (period !== "" && calendar.belongs(own, period) ? [code] : [])),
      isOfDay,
      isHistory: !isOfDay && days !== undefined && days.last < first,
      severity: (days && scoredDays && days.first <= scoredDays.last && days.last >= scoredDays.first
        ? "error"
        : "warning") as Severity,
    };
  });
  const indicatorOf = oncePerName((name: string) => standingOf(name, subject));
  const rubricsOf = agentsByPeriod(metrics, ledger.events);
  const near = nearAgent(metrics.agentIds);
  const narrowed = subject.rubrics.length < subject.rubricNames.length;

  const problemOf = (event: LedgerEvent): RowProblem<Homeless> | undefined => {
    const { agentId, indicator, period, placeOf, faults, exempt } = event;
    // What cannot be read is told where it stands.
    if (exempt || period === "" || faults.includes("date")) return undefined;
    const { codes, isOfDay, isHistory, severity } = dated(period);
    if (isHistory) return { problem: "history", name: "", at: placeOf("date"), severity: "info" };
    const standing = indicatorOf(indicator);
    // Contents narrowed to one rubric do not show the indicators of the others.
    if (narrowed && standing.problem) return undefined;
    if (standing.problem === "column")
      return { problem: "column", name: indicator, at: placeOf("indicator"), severity: "warning" };
    if (codes.length === 0) {
      const at = placeOf("date");
      return isOfDay
        ? { problem: "day", name: "", other: scored, at, severity: "error" }
        : { problem: "period", name: "", at, severity };
    }
    if (standing.problem)
      return { problem: standing.problem, name: indicator, at: placeOf("indicator"), severity, names: standing.names };
    const known = rubricsOf(agentId);
    if (!known) {
      const other = near(agentId);
      return other === undefined
        ? { problem: "agent", name: "", at: placeOf("agentId"), severity }
        : { problem: "near-agent", name: agentId, other, at: placeOf("agentId"), severity, mends: [other] };
    }
    const there = codes.flatMap((code) => known.get(code) ?? []);
    if (there.length === 0) return { problem: "agent-period", name: "", at: placeOf("agentId"), severity };
    const counts = there.some((rubric) => standing.rubrics.has(rubric) || (rubric === "" && standing.rubrics.size > 0));
    return counts || narrowed
      ? undefined
      : { problem: "agent-rubric", name: indicator, at: placeOf("indicator"), severity };
  };
  return ledger.events.flatMap((event) => problemOf(event) ?? []);
}

/** The month of the day that is scored, if Metrics has no other period in it: the day may stand for the month. */
function monthOfLoneDay({ calendar }: CheckSubject, periods: readonly string[], scored: string): string | undefined {
  const day = calendar.read(scored);
  if (day?.unit !== "day" || day.year === undefined) return undefined;
  const month = `${day.year}-${twoDigits(day.part)}`;
  return periods.every((each) => each === scored || !calendar.belongs(each, month) || each === "") ? month : undefined;
}

/** Which rubrics count the events of an indicator, or why none does. */
function standingOf(name: string, { known, metrics, rubrics }: CheckSubject) {
  const folded = foldName(name);
  const named = rubrics.flatMap((rubric) =>
    rubric.indicators
      .filter((indicator) => foldName(indicator.name) === folded)
      .map((indicator) => ({ rubric, indicator })),
  );
  const counting = named.filter(({ indicator }) => findMethod(indicator.method)?.input === "events");
  const ofLedger = counting.filter(({ indicator }) => !metrics?.has(indicator.metric));
  const names = known
    .filter(({ method, indicator }) => method.input === "events" && !metrics?.has(indicator.metric))
    .map(({ indicator }) => indicator.name);
  const problem =
    ofLedger.length > 0
      ? undefined
      : counting.length > 0
        ? ("column" as const)
        : named.length > 0
          ? ("method" as const)
          : ("indicator" as const);
  return { problem, names, rubrics: new Set(ofLedger.map(({ rubric }) => foldName(rubric.name))) };
}

/** The rubrics by which each agent of the Ledger is scored, by the code of the period; undefined for an unknown agent. */
function agentsByPeriod(metrics: Metrics, events: readonly LedgerEvent[]) {
  const agents = new Map(events.map(({ agentId }) => [foldName(agentId), new Map<number, string[]>()]));
  const found = new Set<string>();
  const [periods, rubrics] = [metrics.coded("period"), metrics.coded("rubric")];
  const folded = rubrics.texts.map(foldName);
  for (let row = 0; row < metrics.rowCount; row += 1) {
    const name = foldName(metrics.agentIds[row]!);
    const own = name === "" ? undefined : agents.get(name);
    if (!own) continue;
    found.add(name);
    const rubric = folded[rubrics.codes[row]!]!;
    const known = own.get(periods.codes[row]!);
    if (known) known.push(rubric);
    else own.set(periods.codes[row]!, [rubric]);
  }
  return (agentId: string): ReadonlyMap<number, readonly string[]> | undefined => {
    const name = foldName(agentId);
    return found.has(name) ? agents.get(name) : undefined;
  };
}
