import type { MethodExplanation, ParametersOf, ParameterSpecs, ScoringMethod } from "../model/method";
import linear from "./linear";
import piecewise from "./piecewise";

/**
 * Parameters of a method that gathers a value and then scores it on a curve: the straight line from Zero at to Full at,
 * or the intervals of a scale. A stated scale alone decides.
 */
const CURVE_PARAMETERS = {
  zeroAt: {
    unit: "metric",
    required: false,
    neededWithout: "scale",
    domain: "any",
    text: {
      en: {
        name: "zero at",
        help: "Value at which nothing is earned. Below full at: higher is better; above it: lower is better. Not read where a scale is stated.",
      },
      "zh-CN": {
        name: "零分值",
        help: "得零分的值。小于满分值时越高越好，大于满分值时越低越好。写有等级表时不用此值。",
      },
    },
  },
  fullAt: {
    unit: "metric",
    required: false,
    neededWithout: "scale",
    domain: "any",
    text: {
      en: { name: "full at", help: "Value at which all points are earned. Not read where a scale is stated." },
      "zh-CN": { name: "满分值", help: "得满分的值。写有等级表时不用此值。" },
    },
  },
  scale: {
    unit: "scale",
    required: false,
    domain: "any",
    text: {
      en: {
        name: "scale",
        help: "Name of a scale whose intervals give the points, in the place of Zero at and Full at.",
      },
      "zh-CN": { name: "等级表", help: "以其区间给分的等级表名称，用来代替零分值与满分值。" },
    },
  },
} as const satisfies ParameterSpecs;

type CurveParameters = ParametersOf<typeof CURVE_PARAMETERS>;
type CurveMethod = ScoringMethod<typeof CURVE_PARAMETERS>;

/** The method of the curve, bound to its parameters. */
function drawn<T>(
  { points, zeroAt, fullAt, scale }: CurveParameters,
  apply: <S extends ParameterSpecs>(method: ScoringMethod<S>, parameters: ParametersOf<S>) => T,
): T {
  if (scale) return apply(piecewise, { points, scale });
  if (zeroAt === undefined || fullAt === undefined) throw new Error("a curve needs Zero at and Full at, or a scale");
  return apply(linear, { points, zeroAt, fullAt });
}

/** The shared members of methods on such a curve: scoring, landmarks, formula and explanation. */
export const VALUE_CURVE = {
  parameters: CURVE_PARAMETERS,
  points: "required",
  monotone: "by-parameters",
  valueKind: "continuous",
  compile: (parameters) => drawn(parameters, (method, own) => method.compile(own)),
  landmarks: (parameters, peers) => drawn(parameters, (method, own) => method.landmarks(own, peers)),
  nativeFormula: (parameters, references) => drawn(parameters, (method, own) => method.nativeFormula(own, references)),
  explain: (parameters, context) => drawn(parameters, (method, own): MethodExplanation => method.explain(own, context)),
} as const satisfies Pick<
  CurveMethod,
  "parameters" | "points" | "monotone" | "valueKind" | "compile" | "landmarks" | "nativeFormula" | "explain"
>;
