import type { CellEdit } from "../cell/edit";
import type { Finding, Fix } from "./finding";
import { FIRST_CELLS, MOST_EDITS } from "./finding";

/**
 * At most this many findings of one kind in one column are listed. With more, one mistake runs through the table and
 * gives one finding.
 */
const MOST_ALIKE = 50;

/**
 * Combines the findings of one check about very many cells of one column, so that they do not bury all other findings.
 */
export function foldMany(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= MOST_ALIKE) return findings;
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { severity, at } = finding;
    const key = `${severity}\n${at?.sheet}\n${at?.column}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()].flatMap((group) => (group.length > MOST_ALIKE ? [together(group)] : group));
}

function together(group: readonly Finding[]): Finding {
  const first = group[0]!;
  const others = group.length - 1;
  const { en, "zh-CN": zh } = first.text;
  return {
    ...first,
    text: {
      en: { ...en, what: `${en.what} The same holds for ${others} more cells of this column.` },
      "zh-CN": { ...zh, what: `${zh.what}该列另有 ${others} 个单元格也是如此。` },
    },
    related: [...first.related, ...group.slice(1).flatMap(({ at }) => (at ? [at] : []))].slice(0, FIRST_CELLS - 1),
    fixes: mendAll(group),
    data: { ...first.data, cells: group.length },
  };
}

/** All edits together if each finding has one obvious mend. Nothing if a person must choose cell by cell. */
function mendAll(group: readonly Finding[]): readonly Fix[] {
  const edits: CellEdit[] = [];
  for (const { fixes } of group) {
    if (fixes.length !== 1 || fixes[0]!.kind !== "safe") return [];
    edits.push(...fixes[0]!.edits);
  }
  if (edits.length > MOST_EDITS) return [];
  const label = { en: `Mend all ${group.length} of them`, "zh-CN": `修正全部 ${group.length} 处` };
  return [{ kind: "safe", label, edits }];
}
