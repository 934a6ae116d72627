import { foldName } from "../../cell/cell";
import type { LedgerEvent } from "../../metrics/ledger";
import { KIND } from "../../metrics/reading";
import { showNumber } from "../../text/format";
import type { Locale } from "../../text/locale";
import { localise } from "../../text/locale";
import { counted } from "../../text/plural";
import type { Gather } from "./request";

/** At most this many events are named; the others are counted. */
const MOST_NAMED = 5;

/**
 * Counts the Ledger's events of an indicator for each agent, if their dates lie in the period. An agent without events
 * has the value 0, because nothing happened. An event with points of its own counts like any other; its points take the
 * place of the price that it has by its number in the period. An exempt event counts for nothing and is named. An unreadable row leaves the agent without a value,
 * because its content is unknown.
 */
export const gatherEvents: Gather = ({ compiled, indicator, sources, period, rows }) => {
  const { name } = indicator.indicator;
  const { ledger, metrics } = sources;
  const price = indicator.method.priceOf?.(indicator.parameters);
  if (!ledger) throw new Error(`${compiled.rubric.name} / ${name}: neither a metric column nor a ledger`);
  const byAgent = ledger.of(name);
  const eventsOf = (agent: number): readonly LedgerEvent[] =>
    (byAgent.get(foldName(metrics.agentIds[rows[agent]!]!)) ?? []).filter((event) =>
      metrics.calendar.belongs(event.period, period),
    );
  const values = new Float64Array(rows.length);
  const kinds = new Uint8Array(rows.length);
  const given = new Float64Array(rows.length);
  for (let agent = 0; agent < rows.length; agent += 1) {
    const events = eventsOf(agent);
    for (const { count, points, faults, exempt } of price && hasOwnPoints(events) ? inOrder(events) : events) {
      if (exempt) continue;
      if (faults.length > 0) kinds[agent] = KIND.unreadable;
      const before = values[agent]!;
      values[agent] = before + count;
      if (points !== undefined && price) given[agent]! += count * points - (price(before + count) - price(before));
    }
    if (kinds[agent] === KIND.unreadable) values[agent] = NaN;
  }
  return {
    values,
    kinds,
    given,
    showAs: "number",
    column: undefined,
    describe: (agent) => {
      const events = eventsOf(agent);
      const exempted = events.filter(({ exempt }) => exempt).length;
      return {
        facts: { events: events.length - exempted, given: given[agent]!, ...(exempted > 0 ? { exempted } : {}) },
        sentence: localise((locale) => describe(events, locale)),
      };
    },
  };
};

const hasOwnPoints = (events: readonly LedgerEvent[]): boolean => events.some(({ points }) => points !== undefined);

/** Events as they happened; those of a day keep the order of the table. */
function inOrder(events: readonly LedgerEvent[]): readonly LedgerEvent[] {
  const dayOf = ({ date }: LedgerEvent): string =>
    (date.match(/\d+/g) ?? []).map((part) => part.padStart(4, "0")).join();
  return [...events].sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0));
}

function describe(events: readonly LedgerEvent[], locale: Locale): string {
  const en = locale === "en";
  if (events.length === 0) return en ? "The ledger holds no event." : "台账中没有记录。";
  const named = events.slice(0, MOST_NAMED).map((event) => nameOf(event, locale));
  const more = events.length - named.length;
  const list = named.join(en ? "; " : "；");
  if (en) return `From the ledger: ${list}${more > 0 ? `; and ${more} more` : ""}.`;
  return `台账记录：${list}${more > 0 ? `；另有 ${more} 条` : ""}。`;
}

function nameOf({ date, count, points, exempt, note, faults }: LedgerEvent, locale: Locale): string {
  const en = locale === "en";
  if (faults.length > 0) return en ? `${date || "?"} cannot be read` : `${date || "?"} 无法识别`;
  const times = count === 1 ? "" : en ? ` x ${showNumber(count, locale)}` : ` ${showNumber(count, locale)} 次`;
  const own =
    points === undefined
      ? ""
      : en
        ? ` (${counted(showNumber(points, locale), "point", "points")}${count === 1 ? "" : " each"})`
        : `（${count === 1 ? "" : "每次 "}${showNumber(points, locale)} 分）`;
  const state = exempt ? (en ? " exempted" : " 免计") : "";
  return `${date}${times}${own}${state}${note === "" ? "" : ` ${note}`}`;
}
