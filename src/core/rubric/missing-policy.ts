import { foldName } from "../cell/cell";
import type { MissingPolicy } from "./rubric";

const MISSING_POLICIES = new Map<string, MissingPolicy>([
  ["", "pending"],
  ["-", "pending"],
  ["pending", "pending"],
  ["待定", "pending"],
  ["exclude", "exclude"],
  ["剔除", "exclude"],
  ["share", "share"],
  ["均摊", "share"],
  ["zero", "zero"],
  ["零分", "zero"],
  ["记0分", "zero"],
  ["记零", "zero"],
  ["full", "full"],
  ["满分", "full"],
]);

/** Reads an If missing cell; undefined for a word outside the contract. */
export function readMissingPolicy(text: string): MissingPolicy | undefined {
  return MISSING_POLICIES.get(foldName(text));
}
