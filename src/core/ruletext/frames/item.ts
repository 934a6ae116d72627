import type { Amount, Condition, Move, Outcome, Per } from "../grammar/parts";
import type { Span } from "../span";

/** What the chunks of a text say, one after the other. */
export type Item = Span &
  (
    | { readonly kind: "condition"; readonly condition: Condition; readonly basis: Basis }
    | { readonly kind: "worth"; readonly worth: Outcome }
    | { readonly kind: "move"; readonly move: Move; readonly isShare: boolean; readonly more: boolean }
    | { readonly kind: "per"; readonly per: Per; readonly words: string; readonly bare: boolean }
    | { readonly kind: "limit"; readonly sign: Move["sign"]; readonly amount: Amount }
    | { readonly kind: "floor" | "target" | "points" | "band"; readonly amount: Amount }
    | { readonly kind: "goal"; readonly condition: Condition }
    | { readonly kind: "number"; readonly amount: Amount }
    | {
        readonly kind:
          | "loss"
          | "gain"
          | "until"
          | "linear"
          | "mid"
          | "else"
          | "allow"
          | "after"
          | "onwards"
          | "or"
          | "started"
          | "fullOnly"
          | "none";
      }
    | { readonly kind: "comma" | "colon" | "stop" }
    | { readonly kind: "words"; readonly text: string }
    | { readonly kind: "block" }
  );

/** Whether the bounds of a condition are values, places in a ranking, or counts in the order of events. */
export type Basis = "value" | "rank";
