import { parseCell } from "../../core/cell/cell";
import type { RuleReading } from "../../core/ruletext/read-rule";
import { plain } from "../../core/text/plain";
import type { RuleChanges, RuleReader } from "./rule-reader";

/** An indicator read from pasted text, with a person's changes. */
export interface PastedRule {
  readonly key: string;
  readonly section: string;
  readonly indicator: string;
  /** Typed or read points; "" if none are stated. */
  readonly pointsText: string;
  /** Undefined if no points are stated, or the typed text is no number of points. */
  readonly points: number | undefined;
  readonly pointsUnreadable: boolean;
  /** The pasted words. */
  readonly original: string;
  readonly reading: RuleReading;
  readonly leftOut: boolean;
}

/** Reads pasted text - a sentence, a paragraph, a table - into indicators. */
export function pastedRules(text: string, changes: RuleChanges, reader: RuleReader): readonly PastedRule[] {
  return reader.policy(text).map((row, index): PastedRule => {
    const key = `${index}\n${row.ruleText}`;
    const change = changes[key] ?? {};
    const pointsText = change.points ?? (row.points === undefined ? "" : plain(row.points));
    const cell = parseCell(pointsText);
    const points = cell.kind === "number" && cell.value >= 0 ? cell.value : undefined;
    return {
      key,
      section: change.section ?? row.section,
      indicator: change.indicator ?? row.indicator,
      pointsText,
      points,
      pointsUnreadable: points === undefined && cell.kind !== "blank",
      original: row.ruleText,
      reading: reader.rule(change.text ?? row.ruleText, points),
      leftOut: change.leftOut ?? false,
    };
  });
}
