import { mkdirSync, writeFileSync } from "node:fs";
import { metricsOf, tablesOf } from "./data";
import { copyIn, copyOut, handLoop } from "./hand-loop";
import { agree } from "./agree";
import { medianRatio, peakMegabytes } from "./measure";
import type { Ratio } from "./measure";
import { readIn, score, wholeWay } from "./product";

interface Line {
  readonly agents: number;
  readonly scoring: Ratio;
  readonly wholeWay: Ratio;
  readonly memory: { readonly product: number; readonly hand: number };
}

const SIZES = (process.argv[2] ?? "4000,40000,400000").split(",").map(Number);
const ROUNDS = 9;
const TARGET = process.argv[3] ?? "dist/bench/result.json";

function measure(agents: number): Line {
  const rows = metricsOf(agents);
  const tables = tablesOf(rows);
  const columns = copyIn(rows);
  const subject = readIn(tables);
  agree(score(subject), handLoop(columns));
  const scoring = medianRatio(
    ROUNDS,
    () => score(subject),
    () => handLoop(columns),
  );
  const handWay = () => {
    const read = copyIn(rows);
    return copyOut(rows, read, handLoop(read));
  };
  const whole = medianRatio(ROUNDS, () => wholeWay(tables), handWay);
  const memory = { product: peakMegabytes(() => wholeWay(tables)), hand: peakMegabytes(handWay) };
  return { agents, scoring, wholeWay: whole, memory };
}

// Once over everything before anything is measured, so that all sizes meet code that is compiled alike.
measure(SIZES[0]!);
const lines = SIZES.map(measure);
const number = (value: number, decimals = 2): string => value.toFixed(decimals).padStart(9);
console.log("Ratios to a hand-written loop over typed arrays that knows the rubric (median of rounds taken in turn)\n");
console.log("   agents   scoring  us/agent  whole way us/agent    memory   (MB : MB by hand)");
for (const { agents, scoring, wholeWay: whole, memory } of lines) {
  console.log(
    `${String(agents).padStart(9)}${number(scoring.ratio)}${number((scoring.own * 1000) / agents, 3)}` +
      `${number(whole.ratio)}${number((whole.own * 1000) / agents, 3)}${number(memory.product / memory.hand)}` +
      `   (${memory.product.toFixed(0)} : ${memory.hand.toFixed(0)})`,
  );
}
mkdirSync(TARGET.replace(/[^/]+$/, "") || ".", { recursive: true });
writeFileSync(TARGET, `${JSON.stringify({ node: process.version, lines }, undefined, 2)}\n`);
console.log(`\nWritten: ${TARGET}`);
