import { addressOf } from "../core/cell/place";
import type { Finding, Severity } from "../core/checks/finding";
import type { FindingGroup } from "../core/checks/group-findings";
import { groupFindings } from "../core/checks/group-findings";
import type { Locale, Localised } from "../core/text/locale";
import { counted } from "../core/text/plural";

export interface FindingDocument {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly why: string;
  readonly fix: string;
  /** Null for a finding without a cell. */
  readonly sheet: string | null;
  readonly address: string | null;
  readonly data: Readonly<Record<string, string | number>>;
}

export function findingDocument(finding: Finding, locale: Locale): FindingDocument {
  const { what, why, how } = finding.text[locale];
  const { code, severity, at, data } = finding;
  const address = at ? addressOf(at.row, at.column) : null;
  return { code, severity, message: what, why, fix: how, sheet: at?.sheet ?? null, address, data };
}

export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity === "error");
}

export const SEVERITY_TEXT: Readonly<Record<Severity, Localised>> = {
  error: { en: "error", "zh-CN": "错误" },
  warning: { en: "warning", "zh-CN": "警告" },
  info: { en: "info", "zh-CN": "提示" },
};

/** Longer lists are hard to read in a terminal. `--json` has all findings. */
const MOST_SHOWN = 100;

/** Cells of a group that are named one by one. */
const MOST_NAMED = 20;

const placeText = ({ at }: Finding): string => (at ? `${at.sheet}!${addressOf(at.row, at.column)}` : "");

/** The other cells of a group in a line: `25 more like it: Rubric!D3, Rubric!D4 ...`. */
function othersText({ findings }: FindingGroup, locale: Locale): readonly string[] {
  const others = findings.slice(1);
  if (others.length === 0) return [];
  const named = others
    .slice(0, MOST_NAMED)
    .map(placeText)
    .join(locale === "en" ? ", " : "、");
  const more = others.length > MOST_NAMED ? (locale === "en" ? ", ..." : "……") : "";
  return [
    locale === "en"
      ? `    ${others.length} more like it: ${named}${more}`
      : `    另有 ${others.length} 处同类：${named}${more}`,
  ];
}

/** The findings for a person, those of one kind together: place, what, others, why, how; then the number of each kind. */
export function findingsText(findings: readonly Finding[], locale: Locale): string {
  const groups = groupFindings(findings);
  const lines = groups.slice(0, MOST_SHOWN).flatMap((group) => {
    const { severity, text } = group.first;
    const { what, why, how } = text[locale];
    const place = group.first.at ? `${placeText(group.first)}  ` : "";
    const head = `${SEVERITY_TEXT[severity][locale]}  ${place}${what}`;
    return [head, ...othersText(group, locale), `    ${why}`, `    -> ${how}`, ""];
  });
  const rest = groups.slice(MOST_SHOWN).reduce((sum, group) => sum + group.findings.length, 0);
  if (rest > 0)
    lines.push(
      locale === "en" ? `... and ${rest} more; --json lists them all.` : `……另有 ${rest} 项；--json 可列出全部。`,
      "",
    );
  return `${lines.join("\n")}${lines.length > 0 ? "\n" : ""}${countText(findings, locale)}\n`;
}

/** The number of findings of each kind. */
export function countText(findings: readonly Pick<Finding, "severity">[], locale: Locale): string {
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  const [errors, warnings, infos] = [count("error"), count("warning"), count("info")];
  if (findings.length === 0) return locale === "en" ? "No findings." : "没有发现问题。";
  if (locale === "zh-CN") return `共 ${findings.length} 项：错误 ${errors}，警告 ${warnings}，提示 ${infos}。`;
  const all = counted(findings.length, "finding", "findings");
  return `${all}: ${counted(errors, "error", "errors")}, ${counted(warnings, "warning", "warnings")}, ${infos} info.`;
}
