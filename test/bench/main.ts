import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { metricsOf, tablesOf } from "./data";
import { copyIn, copyOut, handLoop } from "./hand-loop";
import { agree } from "./agree";
import { fileLine, MAKE_BOOK, type FileLine } from "./file";
import { fileBook } from "./file-book";
import { addedMegabytes, medianRatio } from "./measure";
import type { Ratio } from "./measure";
import { readIn, score, wholeWay } from "./product";
import { wideRatio } from "./wide";

interface Line {
  readonly agents: number;
  readonly scoring: Ratio;
  readonly wholeWay: Ratio;
  readonly memory: { readonly product: number; readonly hand: number };
}

const MEMORY = "--memory";
const ROUNDS = 15;
/** Below this many megabytes the operating system rounds too much for a ratio. */
const LEAST_MEMORY = 16;

/** The two ways from the cells that Excel gives to the cells that it takes. */
const WAYS = {
  product: (rows: ReturnType<typeof metricsOf>) => wholeWay(tablesOf(rows)),
  hand: (rows: ReturnType<typeof metricsOf>) => {
    const read = copyIn(rows);
    return copyOut(rows, read, handLoop(read));
  },
} as const;

/** Peak memory of one way, in a process of its own: remains of another job would hide it. */
function memoryOf(way: keyof typeof WAYS, agents: number): number {
  const flags = ["--expose-gc", __filename, MEMORY, way, String(agents)];
  return Number(execFileSync(process.execPath, flags, { encoding: "utf8" }));
}

/** The columns of both, which they score from. The cells are dropped, as the product drops them after reading. */
function readBoth(agents: number) {
  // A list that is emptied. A variable would keep the cells while the enclosing function runs.
  const cells = [metricsOf(agents)];
  const columns = copyIn(cells[0]!);
  const subject = readIn(tablesOf(cells[0]!));
  cells.length = 0;
  return { columns, subject };
}

function measureScoring(agents: number): Ratio {
  const { columns, subject } = readBoth(agents);
  agree(score(subject), handLoop(columns));
  return medianRatio(
    ROUNDS,
    () => score(subject),
    () => handLoop(columns),
  );
}

function measure(agents: number): Line {
  const scoring = measureScoring(agents);
  const rows = metricsOf(agents);
  const whole = medianRatio(
    ROUNDS,
    () => WAYS.product(rows),
    () => WAYS.hand(rows),
  );
  const memory = { product: memoryOf("product", agents), hand: memoryOf("hand", agents) };
  return { agents, scoring, wholeWay: whole, memory };
}

/** Agents of the workbook that is scored from file to file. */
const FILE_AGENTS = 40_000;

function fileText({ agents, processor, megabytes, bytes }: FileLine): string {
  const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(1);
  const million = (count: number): string => (count / 1e6).toFixed(1);
  return (
    `File to file, ${agents} agents, \`qa-scorecard score\` by a loop around SheetJS: processor time ${processor.ratio.toFixed(2)} ` +
    `(${seconds(processor.own)} s : ${seconds(processor.other)} s), peak memory ${megabytes.ratio.toFixed(2)} ` +
    `(${megabytes.own.toFixed(0)} MB : ${megabytes.other.toFixed(0)} MB); file of ${million(bytes.book)} MB, ` +
    `written ${million(bytes.own)} MB : ${million(bytes.other)} MB`
  );
}

function report(sizes: readonly number[], target: string): void {
  const file = fileLine(FILE_AGENTS);
  // Runs everything once before measuring, so that all sizes meet equally compiled code.
  measure(sizes[0]!);
  const lines = sizes.map(measure);
  const number = (value: number, decimals = 2): string => value.toFixed(decimals).padStart(9);
  console.log(
    "Ratios to a hand-written loop over typed arrays that knows the rubric (median of rounds taken in turn)\n",
  );
  console.log("            ------- scoring -------    ------ whole way ------    ------- memory -------");
  console.log("   agents    ratio  us/agent : hand     ratio  us/agent : hand     ratio     MB : hand");
  for (const { agents, scoring, wholeWay: whole, memory } of lines) {
    const perAgent = (milliseconds: number): string => number((milliseconds * 1000) / agents, 3);
    const way = ({ ratio, own, other }: Ratio): string =>
      `${number(ratio)} ${perAgent(own)} :${perAgent(other).slice(2)}`;
    const peak = memory.hand < LEAST_MEMORY ? "        -" : number(memory.product / memory.hand);
    console.log(
      `${String(agents).padStart(9)}${way(scoring)}  ${way(whole)}  ${peak} ${number(memory.product, 0).slice(2)} :${number(memory.hand, 0).slice(4)}`,
    );
  }
  const wide = wideRatio(ROUNDS);
  console.log(
    `\nCompiling and validating a rubric of 1,000 indicators with the data of 4,000 agents, by the time of scoring them by it: ${wide.toFixed(2)}`,
  );
  console.log(`\n${fileText(file)}`);
  mkdirSync(target.replace(/[^/]+$/, "") || ".", { recursive: true });
  writeFileSync(
    target,
    `${JSON.stringify({ node: process.version, lines, compileAndValidateByScoring: wide, fileToFile: file }, undefined, 2)}\n`,
  );
  console.log(`\nWritten: ${target}`);
}

const SIZES = [4000, 40_000];
const LARGE = 400_000;
const USAGE = `npm run bench -- [agents ...] [--large] [--to file]   sizes to measure, ${SIZES.join(" and ")} where none is named; --large adds ${LARGE}`;

function readArguments(): { readonly sizes: readonly number[]; readonly target: string } {
  const { values, positionals } = parseArgs({
    options: { large: { type: "boolean", default: false }, to: { type: "string", default: "dist/bench/result.json" } },
    allowPositionals: true,
  });
  const named = positionals.map(Number);
  if (!named.every((agents) => Number.isInteger(agents) && agents > 0)) throw new Error(USAGE);
  return { sizes: [...(named.length > 0 ? named : SIZES), ...(values.large ? [LARGE] : [])], target: values.to };
}

if (process.argv[2] === MEMORY) {
  const [way, agents] = process.argv.slice(3);
  const rows = metricsOf(Number(agents));
  console.log(addedMegabytes(() => WAYS[way as keyof typeof WAYS](rows)));
} else if (process.argv[2] === MAKE_BOOK) {
  const [agents, target] = process.argv.slice(3);
  writeFileSync(target!, fileBook(Number(agents)));
} else {
  const { sizes, target } = readArguments();
  report(sizes, target);
}
