import { foldName } from "../../cell/cell";
import type { ScoringMethod } from "../model/method";
import { METHODS } from "../methods/index";

/** All methods in the type of the engine. Only the file of a method knows its parameters. */
export const ALL_METHODS: readonly ScoringMethod[] = METHODS as readonly unknown[] as readonly ScoringMethod[];

type AnyMethod = (typeof METHODS)[number];

/** Id of a method; an unknown id does not compile. */
export type MethodId = AnyMethod["id"];

/** The name of a method in a rule in words: the id, or the name of a special case such as `bands` of `piecewise`. */
export type MethodName = MethodId | NonNullable<AnyMethod["cases"]>[number]["en"];

const byName = new Map<string, ScoringMethod>();
for (const method of ALL_METHODS) {
  for (const name of [method.id, ...Object.values(method.names).flat()]) {
    const key = foldName(name);
    const other = byName.get(key);
    if (other && other !== method) throw new Error(`the name “${name}” stands for both ${other.id} and ${method.id}`);
    byName.set(key, method);
  }
}

/** Splits `step (started)` into the name of the method and the text in its brackets, both folded. */
function splitName(text: string): { readonly name: string; readonly variant: string | undefined } {
  const folded = foldName(text);
  const match = /^(.+?)\((.+)\)$/.exec(folded);
  return match && !byName.has(folded) ? { name: match[1]!, variant: match[2]! } : { name: folded, variant: undefined };
}

/**
 * The method of a Method cell, in English or Chinese; undefined for a name or a variant outside the contract.
 *
 * @example findMethod("步长（不足一步按一步）") // the method step
 */
export function findMethod(text: string): ScoringMethod | undefined {
  const { name, variant } = splitName(text);
  const method = byName.get(name);
  return variant === undefined || (method && variantNamed(method, variant)) ? method : undefined;
}

/** The method of a known name. */
export function methodNamed(name: MethodName): ScoringMethod {
  const method = byName.get(foldName(name));
  if (!method) throw new Error(`there is no method ${name}`);
  return method;
}

/** Id of the variant in the brackets of a Method cell; undefined if it has none. */
export function findVariant(text: string): string | undefined {
  const { name, variant } = splitName(text);
  const method = byName.get(name);
  return method && variant !== undefined ? variantNamed(method, variant) : undefined;
}

function variantNamed(method: ScoringMethod, folded: string): string | undefined {
  return method.variants?.find(({ id, names }) =>
    [id, ...names.en, ...names["zh-CN"]].some((known) => foldName(known) === folded),
  )?.id;
}
