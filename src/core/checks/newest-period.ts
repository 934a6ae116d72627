import { foldName } from "../cell/cell";
import type { BookContents } from "../book/contents";

/** The period that is scored unless another one is asked for. */
export function newestPeriod({ metrics, calendar }: Pick<BookContents, "metrics" | "calendar">): string | undefined {
  const { texts } = metrics?.coded("period") ?? { texts: [] };
  return texts.filter((text) => foldName(text) !== "").sort(calendar.newestFirst)[0];
}
