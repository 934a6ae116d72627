import fc from "fast-check";
import { readRule } from "../../src/core/ruletext/read-rule";
import type { Rule } from "../../src/core/ruletext/rule";
import { writeRule } from "../../src/core/ruletext/write-rule";
import type { RuleInterval } from "../../src/core/scoring/model/sentence";
import { LOCALES } from "../../src/core/text/locale";
import { runs, same } from "../support/property";

const OPTIONS = { seed: 20261124, numRuns: runs(400) };

/** Values of a metric: whole numbers, numbers with a decimal, or percentages. A rule has only one kind of them. */
const metrics = (count: number): fc.Arbitrary<readonly number[]> =>
  fc.oneof(
    fc.uniqueArray(fc.integer({ min: -50, max: 2500 }), { minLength: count, maxLength: count }),
    fc
      .uniqueArray(fc.integer({ min: 16, max: 30000 }), { minLength: count, maxLength: count })
      .map((values) => values.map((value) => Number(`${value}e-1`))),
    fc
      .uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: count, maxLength: count })
      .map((values) => values.map((value) => Number(`${value}e-3`))),
  );

const worth = fc.integer({ min: 1, max: 200 }).map((value) => value / 2);
const points = fc.option(fc.integer({ min: 1, max: 100 }), { nil: undefined });

/** Omits undefined fields, as a reading does. */
const clean = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;

const linear = fc
  .record({ ends: metrics(2), points })
  .map(({ ends: [zeroAt, fullAt], points: own }): Rule => ({ method: "linear", points: own, zeroAt, fullAt }) as Rule);

const peer = fc
  .record({ ends: fc.uniqueArray(fc.integer({ min: -90, max: 90 }), { minLength: 2, maxLength: 2 }), points })
  .map(({ ends, points: own }): Rule => {
    const [zeroAt, fullAt] = ends.map((value) => Number(`${value}e-2`) + 0);
    return { method: "peer", points: own, zeroAt, fullAt } as Rule;
  });

/** Intervals one after the other. Each bound belongs to one of its neighbours, which are worth different things. */
const intervals = fc
  .record({
    cuts: fc.integer({ min: 1, max: 5 }).chain(metrics),
    up: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
    worths: fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { minLength: 12, maxLength: 12 }),
    sloped: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
    inPoints: fc.boolean(),
    points,
  })
  .map(({ cuts, up, worths, sloped, inPoints, points: own }): Rule => {
    const bounds = [...cuts].sort((a, b) => a - b);
    const rows = Array.from({ length: bounds.length + 1 }, (_, k): RuleInterval => {
      const [from, to] = [bounds[k - 1], bounds[k]];
      const [open, close] = [
        from === undefined ? undefined : up[k - 1] ? "[" : "(",
        to === undefined || up[k] ? ")" : "]",
      ];
      const ends = `${open ?? (close === "]" ? "(" : "[")}${close}` as "[)";
      const scaled = (value: number): number => (inPoints ? value / 2 : Number(`${value * 25}e-3`));
      const [start, end] = [scaled(worths[2 * k]!), scaled(worths[2 * k + 1]!)];
      const isSloped = sloped[k]! && from !== undefined && to !== undefined;
      const [key, keyTo] = inPoints ? (["points", "pointsTo"] as const) : (["share", "shareTo"] as const);
      const row = { from, to, ends, [key]: start, [keyTo]: isSloped ? end : undefined };
      return clean(row) as RuleInterval;
    });
    const isPiecewise = rows.some((row) => row.pointsTo !== undefined || row.shareTo !== undefined);
    const most = Math.max(...rows.flatMap((row) => [row.points ?? 0, row.pointsTo ?? 0]));
    return {
      method: isPiecewise ? "piecewise" : "bands",
      points: inPoints ? Math.max(most, own ?? 1) : own,
      scale: rows,
    } as Rule;
  });

const LABELS = ["S", "A", "B+", "B", "B-", "C", "D", "E"] as const;
const CHINESE_LABELS = ["优秀", "良好", "一般", "合格", "较差"] as const;

const grade = fc
  .record({
    labels: fc.oneof<[fc.Arbitrary<readonly string[]>, fc.Arbitrary<readonly string[]>]>(
      fc.subarray([...LABELS], { minLength: 2 }),
      fc.subarray([...CHINESE_LABELS], { minLength: 3 }),
    ),
    worths: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 8, maxLength: 8 }),
    inPoints: fc.boolean(),
    points,
  })
  .map(({ labels, worths, inPoints, points: own }): Rule => {
    const scale = labels.map((label, k) => {
      const value = worths[k]!;
      return { grade: label, ...(inPoints ? { points: value / 2 } : { share: Number(`${value * 25}e-3`) }) };
    });
    const most = Math.max(...scale.map((row) => ("points" in row ? row.points : 0)));
    return { method: "grade", points: inPoints ? Math.max(most, own ?? 1) : own, scale } as Rule;
  });

const limit = fc.option(worth, { nil: undefined });

const deduct = fc
  .record({ costs: fc.array(worth, { minLength: 1, maxLength: 4 }), limit, points, repeats: fc.boolean() })
  .map(({ costs, limit: most, points: own, repeats }): Rule =>
    repeats
      ? ({
          method: "deduct",
          points: own,
          limit: most,
          scale: costs.map((cost, k) => ({ from: k + 1, points: cost })),
        } as Rule)
      : ({ method: "deduct", points: own, perEvent: costs[0], limit: most } as Rule),
  );

const bonus = fc
  .record({ perEvent: worth, limit })
  .map(({ perEvent, limit: most }): Rule => ({ method: "bonus", perEvent, limit: most }) as Rule);

const step = fc
  .record({
    values: metrics(2),
    falls: fc.boolean(),
    adds: fc.boolean(),
    perEvent: worth,
    limit,
    points,
    variant: fc.constantFrom(undefined, "full", "started", "proportional"),
  })
  .map(({ values, falls, adds, perEvent, limit: most, points: own, variant }): Rule => {
    const [fullAt, size] = values as [number, number];
    const step = (falls ? -1 : 1) * (Math.abs(size) || 1);
    return {
      method: "step",
      variant,
      points: adds ? undefined : own,
      fullAt,
      step,
      perEvent: adds || own !== undefined ? perEvent : -perEvent,
      limit: most,
    } as Rule;
  });

const rating = fc
  .record({
    low: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
    high: fc.integer({ min: 4, max: 100 }),
    points,
  })
  .map(({ low, high, points: own }): Rule => ({ method: "rating", points: own, zeroAt: low, fullAt: high }) as Rule);

const positive = metrics(1).map(([value = 1]) => Math.abs(value) || 1);

const attainment = fc
  .record({ fullAt: positive, limit: fc.option(fc.integer({ min: 50, max: 200 }), { nil: undefined }), points })
  .map(
    ({ fullAt, limit: most, points: own }): Rule =>
      ({
        method: "attainment",
        points: own,
        fullAt,
        limit: most === undefined ? undefined : Number(`${most}e-2`),
      }) as Rule,
  );

const passFail = fc
  .record({ fullAt: fc.option(positive, { nil: undefined }), points })
  .map(({ fullAt, points: own }): Rule => ({ method: "pass-fail", points: own, fullAt }) as Rule);

const centred = fc
  .record({ values: metrics(3), band: fc.boolean(), points })
  .map(({ values, band, points: own }): Rule => {
    const [target = 1, ...sizes] = values.map((value) => Math.abs(value) || 1);
    const [size, reach] = sizes.sort((a, b) => a - b);
    return {
      method: "target-centred",
      points: own,
      fullAt: target,
      zeroAt: Number((target + reach!).toPrecision(15)),
      step: band && size! < reach! ? size : undefined,
    } as Rule;
  });

const plainMethods = fc
  .record({ method: fc.constantFrom("checklist" as const, "manual" as const), points })
  .map((rule) => rule as Rule);

const critical = fc
  .record({
    rule: fc.oneof(linear, deduct, passFail),
    effect: fc.constantFrom(
      { effect: "zero" as const },
      { effect: "section" as const },
      { effect: "cap" as const, cap: 60 },
    ),
    failAt: fc.option(fc.integer({ min: 1, max: 50 }), { nil: undefined }),
  })
  .map(({ rule, effect, failAt }): Rule => {
    const isFraction = [rule.zeroAt, rule.fullAt].some((value) => value !== undefined && !Number.isInteger(value));
    return { ...rule, critical: effect, failAt: isFraction ? undefined : failAt } as Rule;
  });

const RULES: readonly (readonly [string, fc.Arbitrary<Rule>])[] = [
  ["linear", linear],
  ["peer", peer],
  ["bands and piecewise", intervals],
  ["grade", grade],
  ["deduct", deduct],
  ["bonus", bonus],
  ["step", step],
  ["rating", rating],
  ["attainment", attainment],
  ["pass-fail", passFail],
  ["target-centred", centred],
  ["checklist and manual", plainMethods],
  ["critical items", critical],
];

describe.each(RULES)("%s", (_name, rules) => {
  test.each(LOCALES)("put into words (%s) and read again is the same rule", (locale) => {
    fc.assert(
      fc.property(
        rules.map((rule) => clean(rule) as Rule),
        (rule) => {
          const words = writeRule(rule, locale);
          const { rule: again, doubts } = readRule(words);
          same([words, again], [words, rule]);
          same([words, doubts.filter(({ code }) => code.includes("understood"))], [words, []]);
        },
      ),
      OPTIONS,
    );
  });
});
