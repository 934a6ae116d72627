import type { Locale } from "../text/locale";
import type { Rule, RuleInterval } from "./rule";
import { looksLikePercent, percent, plain } from "./write/numbers";
import type { RuleWords } from "./write/words";
import { HOLE, WORDS } from "./write/words";

export interface WriteOptions {
  /** Whether the metric is shown in per cent; left out: as the thresholds look. */
  readonly asPercent?: boolean;
}

/**
 * Puts a rule into words. Reading them gives the same rule, for every rule that was read from words; what a rule leaves out is not said, or shows as a
 * blank where its method needs it.
 *
 * @example writeRule({ method: "linear", zeroAt: 0.97, fullAt: 0.99 }, "en") // 99% or more earns all points, 97% or less earns nothing, ...
 */
export function writeRule(rule: Rule, locale: Locale, options: WriteOptions = {}): string {
  const words = WORDS[locale];
  const asPercent = options.asPercent ?? looksLikePercent(rule);
  const metric = asPercent ? percent : plain;
  const clauses = [
    ...SENTENCES[rule.method](rule, words, metric, asPercent),
    ...criticalOf(rule, words, metric),
  ].filter((clause) => clause !== "");
  const points = rule.points === undefined ? "" : words.points(plain(rule.points));
  const text = `${points}${clauses.join(words.comma)}${words.end}`.replace(/ (?=[，。：；（])/g, "");
  return locale === "en" ? text.charAt(0).toUpperCase() + text.slice(1) : text.replace(/([）]) /g, "$1");
}

type Show = (value: number) => string;
type Sentence = (rule: Rule, words: RuleWords, metric: Show, asPercent: boolean) => readonly string[];

const LINE: Sentence = ({ zeroAt, fullAt }, words, metric) => {
  const isFalling = zeroAt !== undefined && fullAt !== undefined && fullAt < zeroAt;
  const [full, zero] = isFalling ? [words.orLess, words.orMore] : [words.orMore, words.orLess];
  return [
    fullAt === undefined ? "" : full(metric(fullAt)) + words.full,
    zeroAt === undefined ? "" : zero(metric(zeroAt)) + words.zero,
    words.linear,
  ];
};

const PEER: Sentence = ({ zeroAt, fullAt }, words) => {
  const at = (deviation: number): string =>
    deviation === 0 ? words.atMean : (deviation > 0 ? words.aboveMean : words.belowMean)(percent(Math.abs(deviation)));
  const [full, zero] = [fullAt, zeroAt].map((value) => (value === undefined ? undefined : at(value)));
  return [
    words.peers + (full === undefined ? "" : full + words.full),
    zero === undefined ? "" : zero + words.zero,
    words.linear,
  ];
};

const SCALE: Sentence = ({ scale = [] }, words, metric) => scale.map((row) => rowWords(row, words, metric));

function rowWords(row: RuleInterval, words: RuleWords, metric: Show): string {
  const condition = conditionOf(row, words, metric);
  const who =
    row.grade === undefined
      ? condition || words.any
      : condition === ""
        ? row.grade
        : words.graded(row.grade, condition);
  return who + (worthOf(row, words) || words.onLine);
}

function conditionOf({ from, to, ends = "[)" }: RuleInterval, words: RuleWords, metric: Show): string {
  const [has, hasTo] = [ends.startsWith("["), ends.endsWith("]")];
  if (from !== undefined && from === to) return words.exactly(metric(from));
  if (from !== undefined && to !== undefined) return words.between(metric(from), has, metric(to), hasTo);
  if (from !== undefined) return (has ? words.orMore : words.above)(metric(from));
  return to === undefined ? "" : (hasTo ? words.orLess : words.below)(metric(to));
}

function worthOf({ points, pointsTo, share, shareTo }: RuleInterval, words: RuleWords): string {
  const isSloped = pointsTo !== undefined || shareTo !== undefined;
  const line = isSloped ? words.onLine : "";
  if (share !== undefined) {
    if (!isSloped && share === 1) return words.full;
    if (!isSloped && share === 0) return words.zero;
    return words.share(percent(share), shareTo === undefined ? undefined : percent(shareTo)) + line;
  }
  return points === undefined
    ? ""
    : words.earns(plain(points), pointsTo === undefined ? undefined : plain(pointsTo)) + line;
}

const DEDUCT: Sentence = ({ perEvent, limit, scale = [] }, words) => [
  perEvent === undefined ? (scale.length > 0 ? "" : words.eachCosts(HOLE)) : words.eachCosts(plain(perEvent)),
  ...scale.map(({ from = 1, points = 0 }, k) => words.nthCosts(from, plain(points), k === scale.length - 1)),
  limit === undefined ? "" : words.mostOff(plain(limit)),
];

const BONUS: Sentence = ({ perEvent, limit }, words) => [
  words.eachAdds(perEvent === undefined ? HOLE : plain(perEvent)),
  limit === undefined ? "" : words.mostAdded(plain(limit)),
];

const STEP: Sentence = (rule, words, metric, asPercent) => {
  const { points = 0, fullAt, perEvent = 0, step, variant, limit } = rule;
  const target = words.target(fullAt === undefined ? HOLE : metric(fullAt));
  const each = rule.perEvent === undefined ? HOLE : plain(Math.abs(perEvent));
  if (step === undefined) return [target, words.stepAway(HOLE, each)];
  const adds = points <= 0 && perEvent > 0;
  const isHigherBetter = step > 0;
  const magnitude = Math.abs(step);
  const size = asPercent ? words.percentagePoints(percent(magnitude).slice(0, -1)) : words.stepSize(plain(magnitude));
  return [
    target,
    adds ? words.stepUp(size, each, isHigherBetter) : words.stepDown(size, each, isHigherBetter),
    (variant && words.part[variant]?.(size)) ?? "",
    limit === undefined ? "" : (adds ? words.mostAdded : words.mostOff)(plain(limit)),
  ];
};

const CENTRED: Sentence = ({ zeroAt, fullAt, step }, words, metric) => {
  const reach =
    zeroAt === undefined || fullAt === undefined ? undefined : Number(Math.abs(zeroAt - fullAt).toPrecision(15));
  return [
    fullAt === undefined ? "" : words.closer(metric(fullAt)),
    step === undefined ? "" : words.offBy(metric(step), false) + words.full,
    reach === undefined ? "" : words.offBy(metric(reach), true) + words.zero,
    words.linear,
  ];
};

const PASS_FAIL: Sentence = ({ zeroAt, fullAt }, words, metric) => {
  if (fullAt === undefined) return [words.passed + words.full, words.failed + words.zero];
  const isLower = zeroAt !== undefined && zeroAt > fullAt;
  return [(isLower ? words.orLess : words.orMore)(metric(fullAt)) + words.full, words.otherwise + words.zero];
};

const SENTENCES: Readonly<Record<Rule["method"], Sentence>> = {
  linear: LINE,
  peer: PEER,
  bands: SCALE,
  piecewise: SCALE,
  grade: SCALE,
  deduct: DEDUCT,
  bonus: BONUS,
  step: STEP,
  "target-centred": CENTRED,
  "pass-fail": PASS_FAIL,
  rating: ({ zeroAt, fullAt = 0 }, words) => [
    words.rating(zeroAt === undefined ? undefined : plain(zeroAt), plain(fullAt)),
  ],
  attainment: ({ fullAt, limit }, words, metric) => [
    words.attainment,
    words.target(fullAt === undefined ? HOLE : metric(fullAt)),
    limit === undefined ? "" : words.ceiling(percent(limit)),
  ],
  checklist: (_, words) => [words.checklist],
  manual: ({ limit }, words) => [words.byHand, limit === undefined ? "" : words.most(plain(limit))],
};

/** What fails a critical item: at or below Fail at where higher is better, else at or above it. */
function criticalOf(rule: Rule, words: RuleWords, metric: Show): readonly string[] {
  const { critical, failAt } = rule;
  if (!critical) return [];
  const effect = critical.effect === "cap" ? words.critical.cap(plain(critical.cap)) : words.critical[critical.effect];
  if (failAt !== undefined) return [(isLowerBetter(rule) ? words.orMore : words.orLess)(metric(failAt)) + effect];
  return critical.effect === "zero" ? [words.criticalItem] : [words.criticalItem, effect.trim()];
}

function isLowerBetter({ method, zeroAt, fullAt, step, scale = [] }: Rule): boolean {
  if (method === "deduct") return true;
  if (zeroAt !== undefined && fullAt !== undefined && method !== "target-centred") return fullAt < zeroAt;
  if (step !== undefined && method === "step") return step < 0;
  const worths = scale.map(({ points, share }) => points ?? share ?? 0);
  return worths.length > 1 && worths[0]! > worths[worths.length - 1]!;
}
