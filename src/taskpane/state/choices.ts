import { LOCALES } from "../../core/text/locale";
import type { WorkbookHost } from "../../workbook/host";
import type { PeriodChoice } from "./model";
import type { PaneEvent } from "./reducer";

/** Names under which the workbook keeps a person's choices. */
export const CHOICE = { language: "pane.language", rubric: "pane.rubric", period: "pane.period" } as const;

/** Earlier choices in this workbook, by any person. */
export async function loadChoices(port: WorkbookHost): Promise<readonly PaneEvent[]> {
  const [language, rubric, period] = await Promise.all(
    [CHOICE.language, CHOICE.rubric, CHOICE.period].map((key) => port.loadChoice(key)),
  );
  const locale = LOCALES.find((candidate) => candidate === language);
  return [
    ...(locale ? [{ type: "locale-chosen", locale } as const] : []),
    ...(rubric ? [{ type: "rubric-chosen", rubric } as const] : []),
    { type: "period-chosen", period: period === undefined ? undefined : periodChoice(period) },
  ];
}

/** Two lines: a period's name may hold anything but a line break. */
export const savedPeriod = ({ period, newest }: PeriodChoice): string => `${period}\n${newest}`;

function periodChoice(saved: string): PeriodChoice | undefined {
  const [period, newest] = saved.split("\n");
  return period && newest ? { period, newest } : undefined;
}
