import { foldName } from "../core/cell/cell";
import type { Book } from "../usecases";
import { UsageError } from "./usage-error";

/** The rubric's name in the workbook's spelling. */
export function rubricOf(book: Book, wanted: string | undefined): string | undefined {
  if (wanted === undefined) return undefined;
  const names = book.summary.rubrics.map((rubric) => rubric.name);
  const found = names.find((name) => foldName(name) === foldName(wanted));
  if (found !== undefined) return found;
  throw new UsageError(
    `There is no rubric ${wanted} in the workbook. It holds: ${names.join(", ") || "none"}.`,
    `工作簿中没有考核表 ${wanted}。现有：${names.join("、") || "无"}。`,
  );
}

/** The period's canonical name, for any spelling. */
export function periodOf(book: Book, wanted: string | undefined): string | undefined {
  if (wanted === undefined) return undefined;
  const { periods } = book.summary;
  const found = periods.find((period) => book.subject.calendar.same(period, wanted));
  // Without any period, the checks tell better what is missing.
  if (found !== undefined || periods.length === 0) return found;
  throw new UsageError(
    `There is no period ${wanted} in the workbook. It holds: ${periods.join(", ")}.`,
    `工作簿中没有期间 ${wanted}。现有：${periods.join("、")}。`,
  );
}
