import type { Doubt } from "./doubt";
import type { Chunk } from "./frames/chunks";
import type { Item } from "./frames/item";
import { methodNamed } from "../scoring/compile/registry";
import type { RuleReading } from "./reading";
import type { Span } from "./span";
import exceptionNotUnderstood from "./doubts/exception-not-understood";
import numberNotUnderstood from "./doubts/number-not-understood";
import signNotStated from "./doubts/sign-not-stated";
import targetNotStated from "./doubts/target-not-stated";
import worthNotStated from "./doubts/worth-not-stated";

/**
 * What a reading by phrases must not leave out. A cue or a number that it does not use may turn the rule into another
 * one, so it blocks: nobody is scored by half a rule.
 */
export function guard(
  reading: RuleReading,
  chunks: readonly Chunk[],
  items: readonly Item[],
  given: number | undefined,
): readonly Doubt[] {
  const { rule, text } = reading;
  if (!rule) return [];
  const words = ({ from, to }: Span): string => text.slice(from, to);
  const points = given ?? rule.points;
  const first = (...kinds: readonly Item["kind"][]): Item | undefined => items.find(({ kind }) => kinds.includes(kind));
  const { parameters, monotone } = methodNamed(rule.method);
  const charges = parameters.perEvent !== undefined;
  const isStep = charges && parameters.step !== undefined;
  const takesEvents = charges && !isStep && monotone === "down";
  const doubts: Doubt[] = [];
  const isTold = ({ from, to }: Span): boolean =>
    reading.doubts.some(
      ({ code, spans }) =>
        code === "exception-not-understood" && spans.some((each) => each.from < to && each.to > from),
    );
  const unread = (span: Span): void =>
    void (isTold(span) || doubts.push(exceptionNotUnderstood([span], { words: words(span) })));
  const gain = items.find((item) => (item.kind === "move" && item.move.sign > 0) || item.kind === "gain");
  if (isStep && (points ?? 0) > 0 && gain)
    doubts.push(worthNotStated([gain], { what: rule.fullAt === undefined ? words(gain) : String(rule.fullAt) }));
  const short = items.find((item) => item.kind === "per" && item.bare && item.per.direction === "lower");
  if (takesEvents && short)
    doubts.push(targetNotStated([short], {}), signNotStated([short], { amount: rule.perEvent ?? 0 }));
  const floor = first("floor");
  if (floor && "amount" in floor && floor.amount.value !== 0 && charges && rule.limit === undefined) unread(floor);
  const allow = first("allow", "after");
  if (allow && charges && !isStep && (allow.kind === "allow" || !rule.scale)) unread(allow);
  const other = charges ? reading.doubts.find(({ code }) => code === "points-differ") : undefined;
  const charged = items.find(({ kind }) => kind === "per" || kind === "move");
  // Points named behind the charge are a floor or a limit, not what the item is worth.
  if (other && charged && other.spans[0]!.from > charged.from) unread(other.spans[0]!);
  const either = charges ? first("or") : undefined;
  if (either && items.some(({ kind }) => kind === "condition") && isStep) unread(either);
  const odd = chunks.find(({ kind, text: word }) => kind === "cue" && STRICT.test(word));
  if (odd) unread(odd);
  const known = numbersOf(reading, points);
  for (const { amount, text: word } of chunks) {
    if (
      !amount ||
      known.has(key(amount.value)) ||
      reading.doubts.some(({ spans }) => spans.some(({ from, to }) => from <= amount.from && to >= amount.to))
    )
      continue;
    if (/[a-z]{3}/.test(word) && amount.unit === "none")
      doubts.push(numberNotUnderstood([amount], { number: words(amount) }));
  }
  return doubts;
}

/** Cues that change what a rule means, and that no reader understands. */
const STRICT =
  /^(?:the next|另扣|再扣|又扣|加倍|翻倍|双倍|除外|除非|连续|加重|排名|名次|double|doubled|doubles|unless|except|consecutive|repeatedly|if repeatedly|triple|偏离)$/;

const key = (value: number): string => Math.abs(value).toPrecision(12);

/** All numbers that a reading holds, and those that they come from. */
function numbersOf({ rule }: RuleReading, points: number | undefined): ReadonlySet<string> {
  const found = new Set<string>([0, 1, 100].map(key));
  const add = (value: number | undefined): void => {
    if (value === undefined) return;
    for (const each of [value, value * 100, value / 100]) found.add(key(each));
    if (points !== undefined) found.add(key(points - value));
  };
  const { zeroAt, fullAt, perEvent, step, limit, failAt, scale = [] } = rule!;
  [zeroAt, fullAt, perEvent, step, limit, failAt, points, rule!.points].forEach(add);
  if (zeroAt !== undefined && fullAt !== undefined) add(zeroAt - fullAt);
  for (const row of scale) for (const value of Object.values(row)) if (typeof value === "number") add(value);
  return found;
}
