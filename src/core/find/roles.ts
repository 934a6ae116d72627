import type { RawCell } from "../cell/cell";
import { areAnswers, areNumbers } from "./values";
import type { Meaning } from "./meaning";
import { readMeaning } from "./meaning";
import type { Role } from "./names";

/** Columns that a table of each role must have: one of the lists. */
const NEEDS: readonly (readonly [role: Role, lists: readonly (readonly string[])[]])[] = [
  ["baseline", [["period", "indicator", "statistic", "value"]]],
  ["ratings", [["agentId", "indicator", "rating"]]],
  ["ledger", [["date", "agentId", "indicator"]]],
  [
    "reviews",
    ["agentId", "name"].flatMap((who) => ["reviewer", "contact", "form", "review"].map((what) => [who, what])),
  ],
  ["roster", ["agentId", "name"].flatMap((who) => ["from", "to", "payBase"].map((what) => [who, what]))],
  [
    "rubric",
    [
      ["indicator", "method"],
      ["indicator", "points"],
    ],
  ],
  [
    "scales",
    [
      ["scale", "from"],
      ["scale", "grade"],
    ],
  ],
  ["settings", [["setting", "value"]]],
  ["metrics", [["agentId"], ["name"]]],
];

/** Columns that no table of the role has. */
const EXCLUDES: Readonly<Partial<Record<Role, readonly string[]>>> = { metrics: ["indicator"] };

export type Samples = (column: number) => readonly RawCell[];

/** The role that the headers of a table suit, with the meaning of its columns; undefined where they suit none. */
export function roleOf(headers: readonly string[], sample: Samples): Meaning | undefined {
  for (const [role, lists] of NEEDS) {
    const meaning = readMeaning(role, headers, sample);
    const { columns } = meaning;
    const has = (id: string): boolean => columns[id] !== undefined;
    if (!lists.some((list) => list.every(has))) continue;
    if (role === "rubric" && readMeaning("metrics", headers, sample).columns["agentId"] !== undefined) continue;
    if ((EXCLUDES[role] ?? []).some((id) => meaningHas("rubric", id, headers, sample))) continue;
    if (role === "metrics" && !hasMetrics(meaning, sample)) continue;
    if (role === "reviews" && meaning.others.filter((column) => areAnswers(sample(column))).length === 0) continue;
    return meaning;
  }
  return undefined;
}

const meaningHas = (role: Role, id: string, headers: readonly string[], sample: Samples): boolean =>
  readMeaning(role, headers, sample).columns[id] !== undefined;

/** Metrics have columns of numbers. A table that has a period and rubrics besides may still be empty. */
const hasMetrics = ({ columns, others }: Meaning, sample: Samples): boolean =>
  others.some((column) => areNumbers(sample(column))) ||
  (columns["agentId"] !== undefined && columns["period"] !== undefined);

/** The column by which a row is a record. */
export function keyColumn({ role, columns }: Meaning): number | undefined {
  if (role === "rubric") return columns["indicator"];
  if (role === "scales") return columns["from"] ?? columns["grade"];
  if (role === "settings") return columns["setting"];
  return columns["agentId"] ?? columns["name"] ?? columns["period"];
}

export const isOfAgents = (role: Role): boolean =>
  role === "metrics" || role === "reviews" || role === "roster" || role === "ledger" || role === "ratings";
