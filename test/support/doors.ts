import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { RawCell } from "../../src/core/cell/cell";
import { parseCell } from "../../src/core/cell/cell";
import type { ExampleTables } from "../../src/core/checks/check";
import { exampleOf } from "../../src/core/checks/examples";
import { RUBRIC_COLUMNS } from "../../src/core/rubric/columns";
import type { Interval, Scale } from "../../src/core/rubric/scale";
import type {
  MethodExample,
  ParameterColumn,
  ParameterSpecs,
  ScoringMethod,
} from "../../src/core/scoring/model/method";
import { createReader } from "../../src/core/scoring/compile/read-value";
import { ALL_METHODS } from "../../src/core/scoring/compile/registry";
import type { FunctionDefinition } from "../../src/functions/define";
import { FUNCTIONS } from "../../src/functions/definitions";

type Row = Readonly<Record<string, RawCell>>;

/** A worked example of a method for all doors to the engine: its rubric's name, its indicator, and the scored agent. */
export interface ExampleCase {
  readonly name: string;
  readonly method: ScoringMethod;
  readonly example: MethodExample<ParameterSpecs>;
  readonly agent: string;
}

export const EXAMPLE_CASES: readonly ExampleCase[] = ALL_METHODS.flatMap((method) =>
  method.examples.map((example, index): ExampleCase => {
    const name = `${method.id} ${index + 1}`;
    const own = example.peers?.findIndex((peer) => peer === numberOf(method, example)) ?? 0;
    if (own < 0) throw new Error(`${name}: the agent's own value is not among the peers`);
    return { name, method, example, agent: `${name}/${own}` };
  }),
);

/** The number in an example's cell. NaN for a cell that cannot be read. */
function numberOf(method: ScoringMethod, { parameters, value }: MethodExample<ParameterSpecs>): number {
  return createReader(method, parameters)(parseCell(value)).value;
}

const PERIOD = "2026-10";

/** A parameter's value for any method. A column without a value is undefined. */
function parameterOf({ example }: ExampleCase, column: string): unknown {
  return (example.parameters as unknown as Readonly<Record<string, unknown>>)[column];
}

function rubricRows(each: ExampleCase): readonly Row[] {
  const { name, method, example } = each;
  const { points, variant } = example.parameters;
  const stated = Object.keys(method.parameters).map((column): [string, RawCell] => {
    const value = parameterOf(each, column);
    const cell = column === "scale" && value !== undefined ? `scale of ${name}` : (value as RawCell);
    return [RUBRIC_COLUMNS[column as ParameterColumn].names.en[0]!, cell];
  });
  return [
    {
      Rubric: name,
      Indicator: name,
      Points: points === 0 ? "" : points,
      Method: variant === undefined ? method.id : `${method.id} (${variant})`,
      ...Object.fromEntries(stated),
    },
    // A rubric must add up to 100.
    { Rubric: name, Indicator: "Rest", Points: 100 - points, Method: "manual" },
  ];
}

const END_WORDS = { from: { true: "[", false: "(" }, to: { true: "]", false: ")" } } as const;

function scaleRows(each: ExampleCase): readonly Row[] {
  const scale = parameterOf(each, "scale") as Scale | undefined;
  return (scale?.intervals ?? []).map(({ grade, from, to, fromBelongs, toBelongs, worth }: Interval): Row => ({
    Scale: `scale of ${each.name}`,
    Grade: grade,
    From: Number.isFinite(from) ? from : "",
    To: Number.isFinite(to) ? to : "",
    Ends: scale!.bare ? "" : END_WORDS.from[`${fromBelongs}`] + END_WORDS.to[`${toBelongs}`],
    Points: worth?.unit === "points" ? worth.from : "",
    "Points to": worth?.unit === "points" && worth.to !== worth.from ? worth.to : "",
    Share: worth?.unit === "share" ? worth.from : "",
    "Share to": worth?.unit === "share" && worth.to !== worth.from ? worth.to : "",
  }));
}

/** One row for each peer, the agent included. A value counted from the ledger has no column. */
function metricRows({ name, example }: ExampleCase): readonly Row[] {
  return (example.peers ?? [example.value]).map((value, peer): Row => ({
    "Agent ID": `${name}/${peer}`,
    Rubric: name,
    Period: PERIOD,
    Rest: 0,
    ...(example.given === undefined ? { [name]: value } : {}),
  }));
}

function ledgerRows({ name, example, agent }: ExampleCase): readonly Row[] {
  if (example.given === undefined) return [];
  const event = { Date: `${PERIOD}-05`, "Agent ID": agent, Indicator: name };
  return [
    { ...event, Count: example.value, Points: "" },
    { ...event, Count: 1, Points: example.given },
  ];
}

function settingRows({ name, example }: ExampleCase): readonly Row[] {
  return Object.entries(example.parameters.settings ?? {}).map(([setting, value]): Row => {
    if (setting !== "peerStatistic") throw new Error(`${name}: no row of Settings is known here for ${setting}`);
    return { Rubric: name, Setting: "peer statistic", Value: value };
  });
}

/** One workbook with a rubric of its own for each example. */
export function tablesOf(cases: readonly ExampleCase[]): ExampleTables {
  const [Scales, Settings, Ledger] = [scaleRows, settingRows, ledgerRows].map((rows) => cases.flatMap(rows));
  return exampleOf(cases.flatMap(rubricRows), {
    Metrics: cases.flatMap(metricRows),
    ...(Scales!.length > 0 ? { Scales } : {}),
    ...(Settings!.length > 0 ? { Settings } : {}),
    ...(Ledger!.length > 0 ? { Ledger } : {}),
  });
}

const DEFINITIONS = path.resolve(__dirname, "../../src/functions/definitions");

/** Custom functions that score by one method, found through the method that their file imports. */
export const METHOD_FUNCTIONS: readonly (readonly [FunctionDefinition, ScoringMethod])[] = readdirSync(DEFINITIONS)
  .filter((file) => file.endsWith(".ts") && file !== "index.ts")
  .flatMap((file) => {
    const text = readFileSync(path.join(DEFINITIONS, file), "utf8");
    const [, id] = /from "\.\.\/\.\.\/core\/scoring\/methods\/([^"]+)"/.exec(text) ?? [];
    if (id === undefined) return [];
    const method = ALL_METHODS.find((each) => each.id === id);
    const definition = FUNCTIONS.find((each) => each.id.toLowerCase() === path.basename(file, ".ts"));
    if (!method || !definition) throw new Error(`${file}: no method ${id}, or no function of that name`);
    return [[definition, method] as const];
  });

type Argument = RawCell | readonly (readonly RawCell[])[];

/** Four items of a checklist met in this share. Undefined if four items cannot give it. */
function itemsOf(share: number): Argument | undefined {
  const met = share * 4;
  if (!Number.isInteger(met) || met < 0 || met > 4) return undefined;
  return [Array.from({ length: 4 }, (_, item) => (item < met ? "yes" : "no"))];
}

/** Arguments for a scale: one range holds what is looked up, others hold what it is worth. */
function scaleArguments({ bare, intervals }: Scale): Readonly<Record<string, Argument>> | undefined {
  const column = (cell: (interval: Interval) => RawCell): Argument => intervals.map((each) => [cell(each)]);
  const isChained = intervals.every(({ to }, k) => to === (intervals[k + 1]?.from ?? Infinity));
  if (!bare && !isChained) return undefined;
  return {
    ...(bare ? { grades: column(({ grade }) => grade) } : {}),
    from: column(({ from }) => (Number.isFinite(from) ? from : "")),
    worth: column(({ worth }) => worth?.from),
    worthTo: column(({ worth }) => (worth && worth.to !== worth.from ? worth.to : "")),
    unit: intervals[0]!.worth!.unit,
  };
}

/**
 * The arguments of a custom function for an example. Undefined if the function cannot compute the example: it lacks a parameter for a
 * stated value, or the example lacks a value that it needs.
 */
export function argumentsOf(definition: FunctionDefinition, each: ExampleCase): readonly Argument[] | undefined {
  const { method, example } = each;
  const { settings, variant, points } = example.parameters;
  const scale = parameterOf(each, "scale") as Scale | undefined;
  const numbers = Object.keys(method.parameters).filter((column) => column !== "scale");
  const stated: Readonly<Record<string, Argument | undefined>> = {
    ...Object.fromEntries(numbers.map((column) => [column, parameterOf(each, column) as RawCell])),
    variant,
    statistic: settings?.peerStatistic,
    given: example.given,
    peers: example.peers?.map((peer) => [peer]),
    worth: scale && scaleArguments(scale)?.["worth"],
  };
  const known: Readonly<Record<string, Argument | undefined>> = {
    ...(scale && scaleArguments(scale)),
    ...stated,
    value: example.value,
    count: example.value,
    items: itemsOf(numberOf(method, example)),
    points,
  };
  const names = definition.parameters.map(({ name }) => name);
  const isLost = Object.keys(stated).some((key) => stated[key] !== undefined && !names.includes(key));
  const isOpen = definition.parameters.some(({ name, optional }) => !optional && known[name] === undefined);
  return isLost || isOpen || (scale && !known["worth"]) ? undefined : names.map((name) => known[name]);
}
