import type { TimeUnit } from "../../cell/duration";
import type { Doubt } from "../doubt";
import type { Amount, Condition, Move, Outcome, StepPartWord } from "../grammar/parts";
import type { Rule } from "../rule";
import type { Frames, Said, SaidCharge } from "./frame";

export interface Lowered {
  readonly rule: Rule;
  readonly doubts: readonly Doubt[];
  readonly timeUnit?: TimeUnit;
}

/** People mean at most fifteen digits. */
export const neat = (value: number): number => Number(value.toPrecision(15)) + 0;

export const isCount = ({ unit }: Amount): boolean => unit === "count";
export const isLoss = ({ worth }: Said): boolean => worth.kind === "move" && worth.sign < 0;
export const isFull = (worth: Outcome | Move, points: number | undefined): boolean =>
  worth.kind === "outcome" &&
  (worth.worth.unit === "full" ||
    ("value" in worth.worth &&
      (worth.worth.unit === "points" ? worth.worth.value === points : worth.worth.value === 1)));
export const worthValue = ({ worth }: Outcome, points: number | undefined): number => {
  if (worth.unit === "zero") return 0;
  if (worth.unit === "full") return points ?? NaN;
  const { unit, value } = worth as Extract<Outcome["worth"], { readonly value: number }>;
  return unit === "points" ? value : neat(value * (points ?? NaN));
};
export const isZero = (worth: Outcome | Move): boolean =>
  worth.kind === "outcome" && (worth.worth.unit === "zero" || ("value" in worth.worth && worth.worth.value === 0));
export const amountOf = ({ low, high }: Condition): Amount => (low ?? high)!.amount;

export const partOf = ({ part, linear }: Frames, { per }: SaidCharge): StepPartWord | undefined =>
  part ?? (linear ? "proportional" : per.part);
