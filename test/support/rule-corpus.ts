import { readFileSync } from "node:fs";
import path from "node:path";

/** One sentence of the corpus, with its meaning determined by hand. */
export interface CorpusCase {
  readonly text: string;
  readonly points: number | undefined;
  /** Undefined if the sentence states no method. */
  readonly method: string | undefined;
  /** Typed cells and their points, which are undefined for cells that cannot be scored. */
  readonly scores: readonly (readonly [cell: string, points: number | undefined])[];
  /** Codes of its doubts, sorted. */
  readonly doubts: readonly string[];
}

const FOLDER = path.resolve(__dirname, "rules");

/** Reads a file of the corpus: `rule | points | method | value=points ... | doubts ...`. */
function readCorpus(file: string): readonly CorpusCase[] {
  const lines = readFileSync(path.join(FOLDER, file), "utf8").split("\n");
  return lines.flatMap((line, k): CorpusCase[] => {
    if (line.trim() === "" || line.startsWith("#")) return [];
    const cells = line.split("|").map((cell) => cell.trim());
    if (cells.length !== 5) throw new Error(`${file}:${k + 1} has ${cells.length} cells; it must have 5`);
    const [text, points, method, scores, doubts] = cells as [string, string, string, string, string];
    return [
      {
        text,
        points: points === "-" ? undefined : Number(points),
        method: method === "-" ? undefined : method,
        scores: words(scores).map((score) => {
          const at = score.lastIndexOf("=");
          const worth = score.slice(at + 1);
          return [score.slice(0, at).replace(/_/g, " "), worth === "!" ? undefined : Number(worth)];
        }),
        doubts: words(doubts).sort(),
      },
    ];
  });
}

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== "");

export const CHINESE_RULES = readCorpus("chinese.txt");
export const ENGLISH_RULES = readCorpus("english.txt");
