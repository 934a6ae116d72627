import { foldName } from "../cell/cell";
import { once } from "../text/once-per";

/** Leading zeros, width, blanks and casing left out: `0012`, ` 12` and `１２` are alike. */
const keyOf = (id: string): string => foldName(id).replace(/^0+(?=.)/, "");

/**
 * Finds the agent whose ID only differs by leading zeros, width or blanks. Where several do, none is found: it would be
 * luck.
 */
export function nearAgent(agentIds: readonly string[]): (id: string) => string | undefined {
  const byKey = once(() => {
    const found = new Map<string, string | undefined>();
    for (const id of agentIds) {
      const key = keyOf(id);
      const earlier = found.get(key);
      if (!found.has(key)) found.set(key, id);
      else if (earlier !== undefined && foldName(earlier) !== foldName(id)) found.set(key, undefined);
    }
    return found;
  });
  return (id) => (keyOf(id) === "" ? undefined : byKey().get(keyOf(id)));
}
