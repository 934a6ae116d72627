import type { RuleChange } from "../../../../usecases/rules";
import type { RulesView } from "../../../state/model";
import { useSession } from "../../../state/use-session";

/** Keeps a person's changes of a rule. */
export function useRuleChange(rules: RulesView, key: string): (change: RuleChange) => void {
  const session = useSession();
  return (change) =>
    session.dispatch({
      type: "rules-changed",
      rules: { ...rules, changes: { ...rules.changes, [key]: { ...rules.changes[key], ...change } } },
    });
}
