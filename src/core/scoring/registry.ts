import { foldName } from "../cell/cell";
import type { ScoringMethod } from "./method";
import { METHODS } from "./methods";

/** All methods, as the engine sees them: which parameters one takes is known to its own file only. */
export const ALL_METHODS: readonly ScoringMethod[] = METHODS as readonly unknown[] as readonly ScoringMethod[];

const byName = new Map<string, ScoringMethod>();
for (const method of ALL_METHODS) {
  for (const name of [method.id, ...Object.values(method.names).flat()]) {
    const key = foldName(name);
    const other = byName.get(key);
    if (other && other !== method) throw new Error(`the name “${name}” stands for both ${other.id} and ${method.id}`);
    byName.set(key, method);
  }
}

/** The method of a Method cell, in English or Chinese; undefined when the contract knows no such name. */
export function findMethod(name: string): ScoringMethod | undefined {
  return byName.get(foldName(name));
}
