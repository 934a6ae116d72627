import { foldText } from "../cell/cell";
import { createCalendar } from "../metrics/periods";
import { canonicalName } from "../metrics/periods";

/** Stretches of a title that may be a period, the more exact ones first. */
const PIECES: readonly RegExp[] = [
  /\d{4} ?年 ?(?:第? ?[一二三四1-4] ?季度?|[上下]半年)/u,
  /\d{4} ?年 ?\d{1,2} ?月(?:份)?/u,
  /\d{4}[-_ ]?w\d{1,2}(?!\d)/iu,
  /\d{4}[-_ ]?q[1-4](?!\d)|q[1-4][-_ ']?\d{4}/iu,
  /\d{4}[-_ ]?h[12](?!\d)|h[12][-_ ']?\d{4}/iu,
  /(?<![a-z])(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*[-_ .,']*(?:\d{4}|\d{2})(?!\d)/iu,
  /(?<!\d)20\d{2}[-_ ]?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*/iu,
  /(?<!\d)20\d{2}[-_/.](?:0[1-9]|1[0-2]|[1-9])(?![\d])/u,
  /(?<!\d)20\d{2}(?:0[1-9]|1[0-2])(?!\d)/u,
  /(?<!\d)(?:0?[1-9]|1[0-2])[-_/]20\d{2}(?!\d)/u,
];

const calendar = createCalendar();

/** The period that a title, sheet name or file name states, in its canonical form; undefined where it states none. */
function periodIn(text: string): string | undefined {
  const plain = foldText(text);
  for (const piece of PIECES) {
    const found = piece.exec(plain)?.[0];
    if (found === undefined) continue;
    const name = calendar.read(found.replace(/份$/u, "").replace(/_/g, "-"));
    const canonical = name && canonicalName({ ...name, rest: "" });
    if (canonical !== undefined) return canonical;
  }
  return undefined;
}

/** The first of these texts that states a period. */
export function proposedPeriod(texts: readonly string[]): string | undefined {
  for (const text of texts) {
    const period = periodIn(text);
    if (period !== undefined) return period;
  }
  return undefined;
}
