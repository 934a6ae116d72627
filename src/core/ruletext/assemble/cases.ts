import type { Outcome, Part } from "../grammar/parts";
import { isKind } from "../grammar/parts";
import type { RuleInterval } from "../../scoring/model/sentence";
import type { Rule } from "../rule";
import { foldName } from "../../cell/cell";
import type { Context } from "./context";
import type { Statement } from "./said";
import pointsNotStated from "../doubts/points-not-stated";
import sameLabelTwice from "../doubts/same-label-twice";
import worthNotStated from "../doubts/worth-not-stated";

/** Reads grades with their points: `grade`. */
export function readGrades(context: Context): Rule | undefined {
  const named = namedIn(context);
  return named.length < 2 ? undefined : grades(context, named);
}

/** Reads a pass or a fail: `pass-fail`. */
export function readVerdict(context: Context): Rule | undefined {
  const named = namedIn(context);
  return named.length === 0 ? undefined : passFail(context, named);
}

const namedIn = (context: Context): readonly Statement[] =>
  context.said.statements.filter(({ who }) => isKind("label", "verdict")(who) && !context.isTaken(who));

const unitOf = ({ worth }: Statement): Outcome["worth"]["unit"] | "move" =>
  worth.kind === "outcome" ? worth.worth.unit : "move";

const isNothing = ({ worth }: Statement): boolean =>
  worth.kind === "outcome" && (worth.worth.unit === "zero" || ("value" in worth.worth && worth.worth.value === 0));

/** A pass earns all points, a fail earns nothing. */
function passFail(context: Context, named: readonly Statement[]): Rule | undefined {
  const { statements, left } = context.said;
  if (named.some(({ who }) => who.kind !== "verdict")) return undefined;
  const passed = named.filter(({ who }) => who.kind === "verdict" && who.passed);
  const failed = [
    ...named.filter(({ who }) => who.kind === "verdict" && !who.passed),
    ...statements.filter(({ who }) => who.kind === "otherwise"),
  ];
  if (passed.length !== 1 || failed.length > 1 || !failed.every(isNothing)) return undefined;
  const [pass] = passed as [Statement];
  if (unitOf(pass) !== "full" && unitOf(pass) !== "points") return undefined;
  const worth =
    pass.worth.kind === "outcome" && pass.worth.worth.unit === "points" ? pass.worth.worth.value : undefined;
  if (worth !== undefined && context.points !== undefined && worth !== context.points) return undefined;
  for (const { who, worth: what } of [pass, ...failed]) context.take(who, what);
  // A value beside the word for a pass states the value that passes.
  const beside = statements.find(
    ({ worth: what, who }) => what === pass.worth && who.kind === "condition" && who.of === "value",
  );
  const condition = beside?.who ?? left.find(isKind("condition"));
  const target = left.find(isKind("target"));
  let fullAt: number | undefined;
  if (
    isKind("condition")(condition) &&
    condition.of === "value" &&
    condition.low &&
    (!condition.high || condition.exact) &&
    condition.low.claim === "claimed"
  ) {
    fullAt = condition.low.amount.value;
    context.take(condition);
  } else if (isKind("target")(target)) {
    fullAt = target.amount.value;
    context.take(target);
  }
  if (failed.length === 0) context.raise(worthNotStated([pass], { what: context.words(pass.who) + " ✗" }));
  return {
    method: "pass-fail",
    ...(worth !== undefined && context.points === undefined ? { points: worth } : {}),
    ...(fullAt === undefined ? {} : { fullAt }),
  };
}

function grades(context: Context, named: readonly Statement[]): Rule | undefined {
  const rows: RuleInterval[] = [];
  const seen = new Map<string, Statement>();
  for (const statement of named) {
    const { who, worth } = statement;
    const grade = who.kind === "label" ? who.label : context.words(who);
    const row = worth.kind === "outcome" ? rowOf(grade, worth, context, named) : undefined;
    context.take(who, worth as Part);
    if (!row) {
      if (worth.kind === "move" || context.points === undefined) context.raise(pointsNotStated([statement], {}));
      continue;
    }
    const other = seen.get(foldName(grade));
    if (other) context.raise(sameLabelTwice([other, statement], { label: grade }));
    else rows.push(row);
    seen.set(foldName(grade), statement);
  }
  // A grade without a worth cannot be scored.
  for (const part of context.said.left.filter(isKind("label"))) {
    if (context.isTaken(part)) continue;
    context.take(part);
    context.raise(worthNotStated([part], { what: context.words(part) }));
  }
  const inPoints = rows.every(({ points, share }) => points !== undefined || share === 0);
  const most = Math.max(...rows.map(({ points = 0 }) => points));
  const points = context.points === undefined && inPoints && most > 0 ? { points: most } : {};
  return { method: "grade", ...points, scale: rows };
}

function rowOf(
  grade: string,
  { worth }: Outcome,
  context: Context,
  all: readonly Statement[],
): RuleInterval | undefined {
  const inPoints = all.some((each) => unitOf(each) === "points");
  if (worth.unit === "zero") return inPoints ? { grade, points: 0 } : { grade, share: 0 };
  if (worth.unit === "full") {
    if (!inPoints) return { grade, share: 1 };
    return context.points === undefined ? undefined : { grade, points: context.points };
  }
  const { unit, value } = worth as Extract<Outcome["worth"], { readonly value: number }>;
  return unit === "points" ? { grade, points: value } : { grade, share: value };
}
