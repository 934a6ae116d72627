import { foldName } from "../../cell/cell";
import { labelKey } from "../../rubric/labels";
import type { WordCell } from "../model/method";

/**
 * Words for met and for not met; the contract's word comes first. A plain letter x is in neither list: it ticks a box
 * in one country and crosses it out in another.
 */
export const PASS_WORDS = [
  "达标",
  "合格",
  "通过",
  "是",
  "符合",
  "pass",
  "passed",
  "yes",
  "y",
  "met",
  "TRUE",
  "1",
  "√",
  "✓",
  "✔",
];
export const FAIL_WORDS = [
  ...[
    "不达标",
    "未达标",
    "不合格",
    "不通过",
    "未通过",
    "否",
    "不符合",
    "fail",
    "failed",
    "no",
    "n",
    "not met",
    "FALSE",
    "0",
  ],
  ...["×", "✗", "✘"],
];

const PASSES = new Map([
  ...PASS_WORDS.map((word) => [foldName(word), true] as const),
  ...FAIL_WORDS.map((word) => [foldName(word), false] as const),
]);

/** Whether a cell says met or not met; undefined if it says neither. */
export const readPassWord = (cell: WordCell): boolean | undefined => PASSES.get(labelKey(cell));
