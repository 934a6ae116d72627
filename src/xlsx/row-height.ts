import type { RangeFormat } from "../core/plan/plan";

/**
 * Height of a row with wrapped text. Excel fits such rows when it opens a file, but other programs do not, so the height is estimated. It
 * is not fixed: Excel fits the row again after an edit.
 */

const STANDARD_SIZE = 11;
/** Points of one line of text of the standard size. */
const LINE_HEIGHT = 15;
const BOLD_FACTOR = 1.1;
/** Excel has no higher rows. */
const MOST_HEIGHT = 409;

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;

/** Number of lines that a text takes in a column of this width in characters. Words stay whole; Chinese breaks anywhere. */
function lineCount(text: string, width: number): number {
  let lines = 0;
  for (const paragraph of text.split("\n")) {
    lines++;
    let used = 0;
    for (const piece of paragraph.match(/\s+|[\u2e80-\uffff]|[^\s\u2e80-\uffff]+?(?:-|(?=[\s\u2e80-\uffff]|$))/g) ??
      []) {
      const length = widthOf(piece);
      const isSpace = piece.trim() === "";
      if (used > 0 && used + length > width && !isSpace) {
        lines++;
        used = 0;
      }
      // A word longer than the line breaks inside. White space at the end of a line overhangs.
      if (length > width && !isSpace) {
        lines += Math.ceil(length / width) - 1;
        used = length % width;
      } else used = Math.min(width, used + length);
    }
  }
  return lines;
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 2 : 1;
  return width;
}

/** Height for the wrapped texts of a row. Undefined if one line is enough. */
export function wrappedHeight(
  cells: readonly {
    readonly text: string;
    readonly look: Omit<RangeFormat, "range">;
    readonly width: number;
  }[],
): number | undefined {
  let height = 0;
  for (const { text, look, width } of cells) {
    const scale = (look.fontSize ?? STANDARD_SIZE) / STANDARD_SIZE;
    const characters = Math.max(1, width / (scale * (look.bold ? BOLD_FACTOR : 1)));
    const lines = lineCount(text, characters);
    if (lines > 1) height = Math.max(height, lines * LINE_HEIGHT * scale);
  }
  return height > 0 ? Math.min(MOST_HEIGHT, Math.ceil(height)) : undefined;
}
