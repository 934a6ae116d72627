import type { Finding } from "../core/checks/finding";
import type { AppliedPlan, WorkbookPort } from "../workbook/port";

/**
 * Applies the fix of each of these findings in one change that can be taken back: the first where there are several to choose from. Findings
 * without a fix are passed over.
 */
export function mend<Applied extends AppliedPlan>(
  port: WorkbookPort<Applied>,
  findings: readonly Finding[],
): Promise<Applied> {
  return port.apply({ sheets: [], edits: findings.flatMap(({ fixes }) => fixes[0]?.edits ?? []) }, { replace: [] });
}
