import type { Finding, Fix } from "./finding";
import { MOST_EDITS } from "./finding";

/** Findings of one kind: the same fault in several cells of a column. */
export interface FindingGroup {
  readonly first: Finding;
  /** All of them, the first included, in their order. */
  readonly findings: readonly Finding[];
}

/** Two alike are still read faster one by one. */
const FEWEST_ALIKE = 3;

/**
 * Puts findings of one kind together for people, who mend a kind and not a cell. Programs get them one by one. A group
 * stands where its first finding stood.
 */
export function groupFindings(findings: readonly Finding[]): readonly FindingGroup[] {
  const byKind = new Map<string, Finding[]>();
  const kindOf = ({ code, severity, at, data }: Finding): string =>
    [code, severity, at?.sheet, at?.column, data["problem"], data["reason"]].join("\n");
  for (const finding of findings) {
    const alike = byKind.get(kindOf(finding));
    if (alike) alike.push(finding);
    else byKind.set(kindOf(finding), [finding]);
  }
  return findings.flatMap((finding): readonly FindingGroup[] => {
    const alike = byKind.get(kindOf(finding))!;
    // Without a cell, nothing says that they are about the same.
    if (!finding.at || alike.length < FEWEST_ALIKE) return [{ first: finding, findings: [finding] }];
    return alike[0] === finding ? [{ first: finding, findings: alike }] : [];
  });
}

/**
 * One mend for a whole group, if each of its findings has exactly one; undefined if a person must choose, or if there
 * would be too many cells to review.
 */
export function mendOfGroup({ findings }: FindingGroup): Fix | undefined {
  if (findings.some(({ fixes }) => fixes.length !== 1)) return undefined;
  const edits = findings.flatMap(({ fixes }) => fixes[0]!.edits);
  const kind = findings.every(({ fixes }) => fixes[0]!.kind === "safe") ? "safe" : "suggestion";
  const { label } = findings[0]!.fixes[0]!;
  const isSame = findings.every(({ fixes }) => fixes[0]!.label.en === label.en);
  if (edits.length > MOST_EDITS) return undefined;
  const count = findings.length;
  const all = { en: `Mend all ${count} of them`, "zh-CN": `修正全部 ${count} 处` };
  return {
    kind,
    label: isSame ? { en: `${label.en} (all ${count})`, "zh-CN": `${label["zh-CN"]}（全部 ${count} 处）` } : all,
    edits,
  };
}
