import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { median, type Ratio } from "./measure";

/** The cost of one run of a program. */
interface Usage {
  /** Processor time of all threads, the system's share included. */
  readonly seconds: number;
  /** Peak memory. */
  readonly megabytes: number;
}

export interface FileLine {
  readonly agents: number;
  /** In milliseconds, like all times of the bench. */
  readonly processor: Ratio;
  readonly megabytes: Ratio;
  /** Sizes of the files read and written. */
  readonly bytes: { readonly book: number; readonly own: number; readonly other: number };
}

const ROUNDS = 5;
export const MAKE_BOOK = "--book";

const USAGE = path.join(__dirname, "usage.js");
const COMMAND = path.resolve(__dirname, "../../src/cli/qa-scorecard.cjs");
const RIVAL = path.join(__dirname, "rival.js");

function run(...program: readonly string[]): Usage {
  const { status, stderr, output } = spawnSync(process.execPath, ["--require", USAGE, ...program], {
    stdio: ["ignore", "ignore", "pipe", "pipe"],
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${program.join(" ")} ended with ${status}: ${stderr}`);
  return JSON.parse(output[3]!) as Usage;
}

function ratioOf(rounds: readonly { readonly own: number; readonly other: number }[]): Ratio {
  return {
    ratio: median(rounds.map(({ own, other }) => own / other)),
    own: median(rounds.map(({ own }) => own)),
    other: median(rounds.map(({ other }) => other)),
  };
}

/**
 * Runs the command `score` from file to file beside the rival, in turn, each run in a process of its own. Call it while this process is
 * still small: on Linux the peak memory of a process begins with its parent's size.
 */
export function fileLine(agents: number): FileLine {
  const folder = mkdtempSync(path.join(tmpdir(), "qa-bench-"));
  try {
    const [book, own, other] = ["book.xlsx", "own.xlsx", "other.xlsx"].map((name) => path.join(folder, name));
    execFileSync(process.execPath, [__filename, MAKE_BOOK, String(agents), book!]);
    const rounds = Array.from({ length: ROUNDS }, (_, round) => {
      const first = round % 2 === 0 ? run(COMMAND, "score", book!, "--out", own!) : undefined;
      const rival = run(RIVAL, book!, other!);
      return { own: first ?? run(COMMAND, "score", book!, "--out", own!), other: rival };
    });
    const sizeOf = (file: string): number => statSync(file).size;
    return {
      agents,
      processor: ratioOf(rounds.map((each) => ({ own: each.own.seconds * 1e3, other: each.other.seconds * 1e3 }))),
      megabytes: ratioOf(rounds.map((each) => ({ own: each.own.megabytes, other: each.other.megabytes }))),
      bytes: { book: sizeOf(book!), own: sizeOf(own!), other: sizeOf(other!) },
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
