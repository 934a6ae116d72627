import { foldName } from "../cell/cell";
import type { CellPlace } from "../cell/place";
import type { SourceTable } from "../cell/table";
import type { Report } from "./check";
import { closestNameFix } from "./closest-name";
import type { Fix, MessageText, Severity } from "./finding";
import { FIRST_CELLS, MOST_EDITS } from "./finding";
import type { CommaCell } from "./number-cells";
import { commaAt, mendCommas } from "./number-cells";
import type { CheckSubject } from "./subject";
import type { InputKind } from "../scoring/model/method";
import { plural } from "../text/plural";

/** The problem of one row of a table. */
export interface RowProblem<P extends string> {
  readonly problem: P;
  /**
   * The text of the cell; rows with the same problem and text give one finding. "" to put all rows with the problem
   * together.
   */
  readonly name: string;
  readonly at: CellPlace;
  /** Names that may have been meant. */
  readonly names?: readonly string[];
  /** Left out: that of the check. */
  readonly severity?: Severity;
  /** Something else to say; it is the same for the same text. */
  readonly other?: string;
  /** What the cell may be meant to hold, one for each choice. */
  readonly mends?: readonly string[];
  /** The cell, if its comma may be a decimal comma. */
  readonly comma?: CommaCell;
}

type RowData<P extends string> = {
  readonly problem: P;
  readonly name: string;
  readonly other: string;
  readonly count: number;
};

/** Reports rows with the same problem as one finding, in the order of the table. */
export function reportAlike<P extends string>(problems: readonly RowProblem<P>[], report: Report<RowData<P>>): void {
  const groups = new Map<string, RowProblem<P>[]>();
  for (const each of problems) {
    const key = `${each.problem}\n${foldName(each.name)}\n${each.severity ?? ""}`;
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  for (const group of groups.values()) {
    const { problem, name, names, severity, other = "" } = group[0]!;
    const places = group.map(({ at }) => at);
    const commas = group.flatMap(({ comma }) => comma ?? []);
    report(
      places[0],
      { problem, name, other, count: places.length },
      {
        related: places.slice(1, FIRST_CELLS),
        ...(severity ? { severity } : {}),
        ...(names
          ? closestNameFix(name, names, places)
          : { fixes: commas.length > 0 ? mendCommas(commas) : mendsOf(group) }),
      },
    );
  }
}

/** Rows of a table with their verb, to begin a sentence: `A row of Ratings has`, `3 rows of Ratings have`. */
export const rowsOf = (table: string, count: number, verb: string, verbs: string): string =>
  plural(count, `A row of ${table} ${verb}`, `${count} rows of ${table} ${verbs}`);

/** A cell that is no number, or one whose comma may be a decimal comma. */
export function numberProblem<P extends string>(
  problem: P,
  source: SourceTable,
  at: CellPlace,
): RowProblem<P | "comma"> {
  const comma = commaAt(source, at);
  return comma ? { problem: "comma", name: "", other: String(comma.raw), at, comma } : { problem, name: "", at };
}

/** The message about numbers with a comma in rows of a table. */
export const commaMessage = {
  en: (table: string, count: number, text: string): MessageText => ({
    what: `${rowsOf(table, count, "has a number with", "have numbers with")} a comma that may be a decimal comma${plural(count, ": ", ", such as ")}“${text}”.`,
    why: "Read as thousands, it would be a thousand times too large or more; so it is not used.",
    how: "Say which number is meant.",
  }),
  "zh-CN": (table: string, count: number, text: string): MessageText => ({
    what: `${table}有 ${count} 行数字的逗号可能是小数点，如“${text}”。`,
    why: "若当作千位分隔，数值会大上千倍，因此不采用。",
    how: "请说明是哪个数。",
  }),
} as const;

/** The choices of mends; each mends all rows of the group. */
function mendsOf(group: readonly RowProblem<string>[]): readonly Fix[] {
  const choices = Math.max(...group.map(({ mends = [] }) => mends.length));
  if (group.length > MOST_EDITS) return [];
  return Array.from({ length: choices }, (_, choice): Fix => {
    const edits = group.flatMap(({ at, mends = [] }) =>
      mends[choice] === undefined ? [] : [{ ...at, value: mends[choice] }],
    );
    const value = String(edits[0]!.value);
    const many = edits.length > 1;
    return {
      kind: "suggestion",
      label: {
        en: many ? `Write “${value}” and the like` : `Write “${value}”`,
        "zh-CN": many ? `写成“${value}”等` : `写成“${value}”`,
      },
      edits,
    };
  });
}

/** Names that rows of the Ledger and of Ratings may use: agents of Metrics, and indicators that read the table. */
export function knownNames({ known, metrics, rubrics, rubricNames }: CheckSubject, input: InputKind) {
  const agents = new Set((metrics?.agentIds ?? []).map(foldName));
  const names = known
    .filter(({ method, indicator }) => method.input === input && !metrics?.has(indicator.metric))
    .map(({ indicator }) => indicator.name);
  const indicators = new Set(names.map(foldName));
  // Contents narrowed to one rubric do not show the indicators of the others.
  const narrowed = rubrics.length < rubricNames.length;
  return {
    names,
    isAgent: (id: string): boolean => id !== "" && agents.has(foldName(id)),
    isIndicator: (name: string): boolean => indicators.has(foldName(name)),
    narrowed,
  };
}
