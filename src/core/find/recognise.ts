import type { RawCell } from "../cell/cell";
import { cellText, foldName } from "../cell/cell";
import { cellOf, listRows, packTable } from "../cell/packed";
import type { CellPlace } from "../cell/place";
import type { SourceTable } from "../cell/table";
import { createCalendar } from "../metrics/periods";
import { readPeriodColumn } from "../metrics/period-column";
import { once, oncePer } from "../text/once-per";
import { isHeaderRow } from "./blocks";
import type { Context, Standing } from "./certainty";
import { standingOf } from "./certainty";
import { foldMetric } from "./fold-header";
import type { Meaning } from "./meaning";
import type { Role } from "./names";
import { ownHeader } from "./names";
import { proposedPeriod } from "./period";
import type { Records } from "./records";
import { recordsOf } from "./records";
import { roleOf } from "./roles";

/** A plain range as it was read: from its header row to its last record, or to the end of the sheet. */
export interface PlainRange {
  readonly source: SourceTable;
  /** Names of the columns, of which some may stand a row higher. */
  readonly headers: readonly string[];
  readonly above: readonly string[];
}

/** A table that was found, and what is open about it. */
export interface FoundTable {
  readonly role: Role;
  readonly standing: Exclude<Standing, "unknown">;
  readonly isPlain: boolean;
  /** Header row to last record. Where rows hold no record they are blank, and headers are the contract's. */
  readonly source: SourceTable;
  readonly meaning: Meaning;
  /** The headers as they stand in the sheet. */
  readonly headers: readonly string[];
  /** Number of records, and the row of the last one below the header. */
  readonly records: number;
  readonly lastRow: number;
  /** The only period of the records, else the one that title, sheet or file name state; undefined for several or none. */
  readonly period: string | undefined;
  readonly questions: readonly Question[];
}

/** What a person must say before a table is used. */
export interface Question {
  readonly kind: "role" | "column" | "period" | "no-period" | "no-id";
  readonly at: CellPlace;
  /** Headers or the period in question. */
  readonly words: readonly string[];
}

export interface Found {
  readonly tables: readonly FoundTable[];
  /** What scoring reads: all Excel tables, and the plain ranges that are certain. */
  readonly sources: readonly SourceTable[];
}

const SAMPLE = 40;

interface Read {
  readonly source: SourceTable;
  readonly isPlain: boolean;
  readonly headers: readonly string[];
  readonly above: readonly string[];
  readonly meaning: Meaning;
  /** Records of the whole table. They are counted when they are asked for: a table may have hundreds of thousands. */
  readonly records: () => Records;
  /** Records at the beginning, by which the table is judged. */
  readonly sample: readonly number[];
}

const readTable = oncePer((source: SourceTable): Read | undefined => {
  const headers = (source.values.at(0) ?? []).map(cellText);
  return readAs({ source, headers, above: [] }, false);
});

const readRange = oncePer((range: PlainRange): Read | undefined => {
  const read = readAs(range, true);
  return read && { ...read, source: cleaned(read) };
});

function readAs({ source, headers, above }: PlainRange, isPlain: boolean): Read | undefined {
  const sample = (rows: readonly number[]) => (column: number) => rows.map((row) => cellOf(source.values, row, column));
  const first = Array.from({ length: Math.min(SAMPLE, source.values.length - 1) }, (_, at) => at + 1);
  const isSame = (row: number): boolean =>
    headers.every((header, column) => cellText(cellOf(source.values, row, column)) === header);
  const rough = roleOf(headers, sample(first.filter((row) => !isSame(row))));
  if (!rough) return undefined;
  const startsAnother = isPlain ? isHeaderRow : undefined;
  const top = Array.from({ length: first.length + 1 }, (_, row) => source.values.at(row) ?? []);
  const { skipped, last } = recordsOf(top, headers, rough, startsAnother);
  const held = first.filter((row) => row <= last && !skipped.includes(row));
  const meaning = roleOf(headers, sample(held)) ?? rough;
  const records = once(() => recordsOf(source.values, headers, meaning, startsAnother));
  return { source, isPlain, headers, above, meaning, records, sample: held };
}

/** A range without the rows that hold no record. They stay as blank rows, so that every record keeps its place. */
function cleaned({ source, records: read, headers }: Read): SourceTable {
  const records = read();
  const blank = headers.map((): RawCell => null);
  const skipped = new Set(records.skipped);
  const rows = listRows(source.values)
    .slice(0, records.last + 1)
    .map((row, at) => (skipped.has(at) ? blank : row));
  const { rowFormats, formulas } = source;
  const within = ({ row }: { readonly row: number }): boolean => row < records.last && !skipped.has(row + 1);
  const missing = formulas?.missing.filter(within) ?? [];
  return packTable({
    ...source,
    values: rows,
    ...(rowFormats ? { rowFormats: rowFormats.slice(0, records.last) } : {}),
    ...(formulas ? { formulas: { ...formulas, missing } } : {}),
  });
}

/** Recognises the tables of a workbook by their headers and values. Nothing that is not certain is among the sources. */
export function recognise(tables: readonly SourceTable[], ranges: readonly PlainRange[] = [], file = ""): Found {
  const excel = tables.map((source) => ({ source, read: readTable(source) }));
  const plain = ranges.flatMap((range) => readRange(range) ?? []);
  const reads = [...excel.flatMap(({ read }) => read ?? []), ...plain];
  const context = contextOf(reads);
  const found = new Map<Read, FoundTable | undefined>(reads.map((read) => [read, foundTable(read, context, file)]));
  const owned = new Set<Role>();
  const sources = excel.map(({ source, read }) => {
    const table = read && found.get(read);
    if (table?.standing === "certain") owned.add(table.role);
    return table?.standing === "certain" ? table.source : source;
  });
  for (const read of plain) {
    const table = found.get(read);
    if (table?.standing === "certain" && READ.has(table.role) && !owned.has(table.role)) sources.push(table.source);
  }
  return { tables: [...found.values()].flatMap((table) => table ?? []), sources };
}

/** Roles that scoring reads. */
const READ: ReadonlySet<Role> = new Set<Role>([
  "rubric",
  "scales",
  "metrics",
  "settings",
  "ledger",
  "ratings",
  "baseline",
]);

function contextOf(reads: readonly Read[]): Context {
  const asked = new Map<string, string>();
  const agents = new Set<string>();
  // Only a roster is known by its agents, and a table of agents may be long.
  const needsAgents = reads.some(({ meaning }) => meaning.role === "roster");
  for (const { source, meaning, records } of reads) {
    const isRubric = meaning.role === "rubric";
    if (!isRubric && !(needsAgents && meaning.role === "metrics")) continue;
    const ids = isRubric ? ["metric", "indicator"] : ["agentId"];
    const { last } = records();
    for (const column of ids.flatMap((id) => meaning.columns[id] ?? [])) {
      for (let row = 1; row <= last; row += 1) {
        const text = cellText(cellOf(source.values, row, column));
        if (text === "") continue;
        if (!isRubric) agents.add(foldName(text));
        else if (!asked.has(foldMetric(text))) asked.set(foldMetric(text), text);
      }
    }
  }
  return { asked, agents };
}

function foundTable(read: Read, context: Context, file: string): FoundTable | undefined {
  const { source, isPlain, headers, records, sample } = read;
  const meaning = withoutAsked(read, context);
  const cells = (column: number) => sample.map((row) => cellOf(source.values, row, column));
  // An Excel table with the contract's own names was made for it.
  const isOwn = !isPlain && Object.values(meaning.kinds).every((kind) => kind === "own") && meaning.doubts.length === 0;
  const isWhole = isOwn && (meaning.role !== "metrics" || has(meaning, "agentId", "period")) && READ.has(meaning.role);
  const standing = isWhole ? "certain" : standingOf({ meaning, headers, cells }, context);
  if (standing === "unknown") return undefined;
  const period = once(() =>
    has(meaning, "period") || meaning.role !== "metrics"
      ? periodOf(read, meaning)
      : proposedPeriod([...read.above, source.sheet, file]),
  );
  return {
    role: meaning.role,
    standing,
    isPlain,
    source: standing === "certain" ? withHeaders(source, headers, meaning, context) : source,
    meaning,
    headers,
    get records() {
      return records().count;
    },
    get lastRow() {
      return records().last;
    },
    get period() {
      return period();
    },
    get questions() {
      return standing === "certain" ? [] : questionsOf({ source, headers, meaning, period: period() });
    },
  };
}

const has = ({ columns }: Meaning, ...ids: readonly string[]): boolean => ids.every((id) => columns[id] !== undefined);

/** A column that a rubric asks for by its name is a metric, whatever else the name could mean. */
function withoutAsked({ meaning, headers }: Read, { asked }: Context): Meaning {
  if (meaning.role !== "metrics") return meaning;
  const isAsked = (column: number): boolean => asked.has(foldMetric(headers[column]!));
  const kept = Object.entries(meaning.columns).filter(
    ([id, column]) => meaning.kinds[id] === "own" || !isAsked(column),
  );
  if (kept.length === Object.keys(meaning.columns).length) return meaning;
  const columns = Object.fromEntries(kept);
  const kinds = Object.fromEntries(kept.map(([id]) => [id, meaning.kinds[id]!]));
  const taken = new Set(Object.values(columns));
  const others = headers.flatMap((header, column) => (header === "" || taken.has(column) ? [] : [column]));
  return { ...meaning, columns, kinds, others };
}

/** The table with the headers that its readers know; the very table where it has them already. */
function withHeaders(source: SourceTable, headers: readonly string[], meaning: Meaning, context: Context): SourceTable {
  const named = [...headers];
  for (const [id, column] of Object.entries(meaning.columns)) {
    if (meaning.kinds[id] !== "own") named[column] = ownHeader(meaning.role, id);
  }
  if (meaning.role === "metrics") {
    const folded = meaning.others.map((column) => foldMetric(headers[column]!));
    meaning.others.forEach((column, at) => {
      const isOnly = folded.filter((each) => each === folded[at]).length === 1;
      const asked = isOnly ? context.asked.get(folded[at]!) : undefined;
      if (asked !== undefined && foldName(headers[column]!) !== foldName(asked)) named[column] = asked;
    });
  }
  const isSame = named.every((header, column) => header === cellText(source.values.at(0)?.[column]));
  return isSame ? source : { ...source, headers: named };
}

const calendar = createCalendar();

/** The only period of a column of periods. */
function periodOf({ source, records }: Read, { columns }: Meaning): string | undefined {
  const column = columns["period"];
  if (column === undefined) return undefined;
  const raws = new Set<RawCell>();
  const { last } = records();
  for (let row = 1; row <= last && raws.size < 400; row += 1) {
    const raw = cellOf(source.values, row, column);
    if (cellText(raw) !== "") raws.add(raw);
  }
  const read = readPeriodColumn([...raws], { format: source.formats[column] ?? "", repeatsInMonth: () => false });
  const names = new Set(read.map(({ name }) => calendar.nameOf(name)));
  const [only] = names;
  return names.size === 1 && only !== "" ? only : undefined;
}

function questionsOf({
  source,
  headers,
  meaning,
  period,
}: Pick<FoundTable, "source" | "headers" | "meaning" | "period">): readonly Question[] {
  const at = (column: number): CellPlace => ({ sheet: source.sheet, row: source.row, column: source.column + column });
  const doubts = meaning.doubts.map(({ id, columns }): Question => ({
    kind: "column",
    at: at(columns[0]!),
    words: [ownHeader(meaning.role, id), ...columns.map((column) => headers[column]!)],
  }));
  const isMetrics = meaning.role === "metrics";
  const lacking: Question[] = [];
  if (isMetrics && !has(meaning, "agentId"))
    lacking.push({ kind: "no-id", at: at(meaning.columns["name"] ?? 0), words: [] });
  if (isMetrics && !has(meaning, "period"))
    lacking.push({
      kind: period === undefined ? "no-period" : "period",
      at: at(0),
      words: period === undefined ? [] : [period],
    });
  const questions = [...doubts, ...lacking];
  return questions.length > 0 ? questions : [{ kind: "role", at: at(0), words: [meaning.role] }];
}

/** Headers of a table by what they mean: identities by their ids, metrics by the names that rubrics know. */
export function tableColumns({ meaning, headers, source }: FoundTable): Readonly<Record<string, string>> {
  const known = Object.entries(meaning.columns)
    .sort(([, one], [, other]) => one - other)
    .map(([id, column]): [string, string] => [id, headers[column]!]);
  const others = meaning.others.map((column): [string, string] => [
    source.headers?.[column] ?? headers[column]!,
    headers[column]!,
  ]);
  return Object.fromEntries([...known, ...others]);
}
