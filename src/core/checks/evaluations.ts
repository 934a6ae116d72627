import type { RawCell } from "../cell/cell";
import { cellText, foldName, parseCell } from "../cell/cell";
import type { CellPlace } from "../cell/place";
import { addressOf } from "../cell/place";
import type { SourceTable } from "../cell/table";
import { METRICS_COLUMNS } from "../metrics/headers";
import { SAME } from "../text/tolerance";
import { oncePer } from "../text/once-per";

/** What has changed since Fill wrote a sheet. */
export interface Staleness {
  readonly rubricChanged: boolean;
  readonly metricsChanged: boolean;
}

/** Results of all agents on a sheet, as Fill would write them now. */
export interface ExpectedResults {
  /** identity: names the agent; result: comes from the rubric; remark: words that people may add to. */
  readonly columns: readonly { readonly header: string; readonly holds: "identity" | "result" | "remark" }[];
  readonly rows: readonly (readonly RawCell[])[];
}

/** Facts about a sheet that Fill wrote, beside its present cells. */
interface EvaluationFacts {
  readonly period: string;
  /** Name of the rubric, if the sheet was filled for one of several. */
  readonly rubric: string | undefined;
  /** Addresses of cells with formulas. */
  readonly formulas: ReadonlySet<string>;
  /** Undefined as long as the rubric and the metrics are the ones that Fill used. */
  readonly stale: () => Staleness | undefined;
  /** Undefined for a stale sheet, which has no expected results. */
  readonly expected: () => ExpectedResults | undefined;
}

/** A sheet that Fill wrote, from A1 on. */
export interface EvaluationSource extends SourceTable {
  readonly values: readonly (readonly RawCell[])[];
  readonly evaluation: EvaluationFacts;
}

export const isEvaluation = (source: SourceTable): source is EvaluationSource => "evaluation" in source;

/** Whether a sheet is about this rubric and this period. */
export function concerns(
  { evaluation }: EvaluationSource,
  to: { readonly rubric?: string | undefined; readonly period?: string | undefined },
): boolean {
  const fits = (own: string | undefined, wanted: string | undefined): boolean =>
    own === undefined || wanted === undefined || foldName(own) === foldName(wanted);
  return fits(evaluation.rubric, to.rubric) && fits(evaluation.period, to.period);
}

/** A column of a filled sheet. Cells are read one by one, because there may be very many of them without any fault. */
export interface FilledColumn {
  readonly header: string;
  readonly isIdentity: boolean;
  /** Whether the column holds results, which people should not edit; undefined if unknown. */
  readonly isResult: boolean | undefined;
  /** Whether any of its cells holds a formula. */
  readonly hasFormulas: boolean;
  readonly raw: (agent: number) => RawCell;
  readonly isFormula: (agent: number) => boolean;
  /** The expected result, in an array of one; undefined if unknown. */
  readonly expected: (agent: number) => readonly [RawCell] | undefined;
  readonly at: (agent: number) => CellPlace;
}

interface FilledAgent {
  readonly key: string;
  readonly shown: string;
  readonly at: CellPlace;
}

/** A filled sheet as recognised: its agents, its columns, and its expected results. */
export interface FilledSheet {
  readonly agents: readonly FilledAgent[];
  readonly columns: readonly FilledColumn[];
  /** Agents that should be on the sheet; undefined if unknown. */
  readonly wanted: readonly { readonly key: string; readonly shown: string }[] | undefined;
  /** Place of the header of the agent IDs. */
  readonly at: CellPlace;
}

/** The headers are searched in this many rows, because people insert a line or two above. */
const MOST_HEAD_ROWS = 12;

const IDENTITY = (["agentId", "name", "rubric", "team"] as const).map(
  (id) => [id, new Set(Object.values(METRICS_COLUMNS[id].names).flat().map(foldName))] as const,
);

const identityOf = (header: string): (typeof IDENTITY)[number][0] | undefined =>
  IDENTITY.find(([, names]) => names.has(foldName(header)))?.[0];

/**
 * Recognises a filled sheet, even with sorted rows and with moved or deleted columns. Agents are below the headers,
 * down to the first row without an ID. Undefined if the headers cannot be found. The result is kept, because several
 * checks ask for the same sheet.
 */
export const readFilled = oncePer(makeOut);

function makeOut(source: EvaluationSource): FilledSheet | undefined {
  const { values, sheet, evaluation } = source;
  const head = values.findIndex(
    (row, index) => index < MOST_HEAD_ROWS && row.some((cell) => identityOf(cellText(cell)) === "agentId"),
  );
  if (head < 0) return undefined;
  const headers = values[head]!.map((cell) => cellText(cell));
  const columnOf: ColumnFinder = (id) => headers.findIndex((each) => identityOf(each) === id);
  const idColumn = columnOf("agentId");
  const first = head + 1;
  const end = values.findIndex((row, index) => index >= first && cellText(row[idColumn]) === "");
  const rows = values.slice(first, end < 0 ? undefined : end);
  const agentOf = agentReader(columnOf);
  const agents = rows.map((row, index) => ({ ...agentOf(row), at: { sheet, row: first + index, column: idColumn } }));
  const expected = readExpected(evaluation.expected());
  const wanted = expected && agents.map(({ key }) => expected.rows.get(key));
  const seen = new Map<string, number>();
  const columns = headers.flatMap((header, column): FilledColumn[] => {
    if (header === "") return [];
    const name = foldName(header);
    const nth = seen.get(name) ?? 0;
    seen.set(name, nth + 1);
    const planned = expected?.column(name, nth);
    const isFormula = (agent: number): boolean =>
      evaluation.formulas.size > 0 && evaluation.formulas.has(addressOf(first + agent, column));
    return [
      {
        header,
        isIdentity: identityOf(header) !== undefined,
        isResult: planned && planned.holds === "result",
        hasFormulas: rows.some((_, agent) => isFormula(agent)),
        raw: (agent) => rows[agent]![column],
        isFormula,
        expected: (agent) => {
          const row = planned && wanted?.[agent];
          return row && [row[planned.index]];
        },
        at: (agent) => ({ sheet, row: first + agent, column }),
      },
    ];
  });
  return { agents, columns, wanted: expected?.agents, at: { sheet, row: head, column: idColumn } };
}

type ColumnFinder = (id: (typeof IDENTITY)[number][0]) => number;

/** Reads the agent of a row: by the ID, and by the rubric if there are several. */
function agentReader(columnOf: ColumnFinder) {
  const [id, rubric, name] = [columnOf("agentId"), columnOf("rubric"), columnOf("name")];
  const text = (row: readonly RawCell[], column: number): string => (column < 0 ? "" : cellText(row[column]));
  return (row: readonly RawCell[]) => ({
    key: `${foldName(text(row, id))}\n${foldName(text(row, rubric))}`,
    shown: text(row, name) || text(row, id),
  });
}

function readExpected(results: ExpectedResults | undefined) {
  if (!results) return undefined;
  const { columns, rows } = results;
  const agentOf = agentReader((id) => columns.findIndex(({ header }) => identityOf(header) === id));
  const agents = rows.map(agentOf);
  return {
    agents,
    rows: new Map(agents.map(({ key }, index) => [key, rows[index]!])),
    column: (name: string, nth: number) =>
      columns.flatMap((each, index) => (foldName(each.header) === name ? [{ index, holds: each.holds }] : []))[nth],
  };
}

/**
 * Whether a cell still holds the written value. Only digits that people edit are compared: Excel may lose the last of
 * 15 digits of a large number.
 */
export function isAsWritten(found: RawCell, written: RawCell): boolean {
  if (typeof found === "number" && typeof written === "number")
    return Math.abs(found - written) <= SAME * Math.max(1, Math.abs(written));
  return typeof found === typeof written || cellText(found) === "" || cellText(written) === ""
    ? cellText(found) === cellText(written)
    : false;
}

/** Whether a cell holds a number stored as text. */
export function isNumberAsText(raw: RawCell): boolean {
  const cell = parseCell(raw);
  return cell.kind === "number" && cell.fromText;
}

/** A filled sheet for an example: its cells, and the expected results. Rows are agents, keys are the headers. */
export interface ExampleEvaluation {
  readonly agents: readonly Readonly<Record<string, RawCell>>[];
  /** Left out: the sheet is stale. */
  readonly expected?: readonly Readonly<Record<string, RawCell>>[];
  readonly stale?: Staleness;
  readonly formulas?: readonly string[];
}

/** Rows above the agents of a filled sheet: title, summary, points, headers. */
const TITLE = ["Evaluation 2026-10", "[QA 2026-10 R0123456789abcdef Mfedcba9876543210]", "Points"];

/** The example as a workbook hands it over: on the sheet `Evaluation`, with headers in row 4. */
export function exampleSheet({ agents, expected, stale, formulas = [] }: ExampleEvaluation): EvaluationSource {
  const headersOf = (rows: ExampleEvaluation["agents"]) => [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cellsOf = (rows: ExampleEvaluation["agents"], headers: readonly string[]) =>
    rows.map((row) => headers.map((header) => row[header] ?? null));
  const headers = headersOf(agents);
  const blank = headers.slice(1).map(() => null);
  const holds = (header: string) => (header === "Remarks" ? "remark" : identityOf(header) ? "identity" : "result");
  const wanted = expected && headersOf(expected);
  return {
    name: "Evaluation",
    sheet: "Evaluation",
    row: 0,
    column: 0,
    values: [...TITLE.map((text) => [text, ...blank]), headers, ...cellsOf(agents, headers)],
    formats: [],
    evaluation: {
      period: "2026-10",
      rubric: undefined,
      formulas: new Set(formulas),
      stale: () => stale,
      expected: () =>
        wanted && {
          columns: wanted.map((header) => ({ header, holds: holds(header) })),
          rows: cellsOf(expected, wanted),
        },
    },
  };
}
