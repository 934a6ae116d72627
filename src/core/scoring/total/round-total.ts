import { roundTo } from "../../text/round";
import type { CompiledRubric } from "../model/compiled";

/** Rounds a total as its rubric says. One that lies on an edge in decimals is not below it for what a sum of doubles has lost. */
export function roundTotal({ settings: { decimals, rounding }, slack }: CompiledRubric, exact: number): number {
  return roundTo(exact < 0 ? exact - slack : exact + slack, decimals, rounding);
}
