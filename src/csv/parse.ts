/** Rows of a text with delimiters, as RFC 4180 and Excel have it. All cells are text. */
export function parseDelimited(text: string): readonly (readonly string[])[] {
  // Excel itself writes and obeys such a first line.
  const stated = /^sep=(.)\r?\n/i.exec(text);
  const rest = stated ? text.slice(stated[0].length) : text;
  return rowsOf(rest, stated?.[1] ?? delimiterOf(rest));
}

const DELIMITERS = [",", ";", "\t"] as const;

/** The delimiter that splits most of the first rows into the same number of cells. */
function delimiterOf(text: string): string {
  const head = text.slice(0, 20_000);
  const scores = DELIMITERS.map((delimiter) => {
    const widths = rowsOf(head, delimiter)
      .slice(0, 50)
      .map((row) => row.length)
      .filter((width) => width > 1);
    const counts = new Map<number, number>();
    for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
    const [width, count] = [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0]);
    return { delimiter, width, count };
  });
  return scores.reduce((best, each) =>
    each.count > best.count || (each.count === best.count && each.width > best.width) ? each : best,
  ).delimiter;
}

function rowsOf(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const endRow = (): void => {
    rows.push(row);
    row = [];
  };
  while (at < text.length) {
    const { cell, end } = text[at] === '"' ? quoted(text, at, delimiter) : plain(text, at, delimiter);
    row.push(cell);
    at = end;
    if (text[at] === delimiter) {
      at += 1;
      if (at === text.length) row.push("");
      continue;
    }
    if (text[at] === "\r" && text[at + 1] === "\n") at += 1;
    at += 1;
    endRow();
  }
  if (row.length > 0) endRow();
  return rows;
}

interface Cell {
  readonly cell: string;
  readonly end: number;
}

function plain(text: string, from: number, delimiter: string): Cell {
  let end = from;
  while (end < text.length && text[end] !== delimiter && text[end] !== "\n" && text[end] !== "\r") end += 1;
  return { cell: text.slice(from, end), end };
}

/** A cell in quotation marks. What follows the closing mark up to the delimiter belongs to it, as Excel reads it. */
function quoted(text: string, from: number, delimiter: string): Cell {
  let cell = "";
  for (let at = from + 1; ;) {
    const mark = text.indexOf('"', at);
    if (mark < 0) return { cell: cell + text.slice(at), end: text.length };
    cell += text.slice(at, mark);
    if (text[mark + 1] !== '"') {
      const rest = plain(text, mark + 1, delimiter);
      return { cell: cell + rest.cell, end: rest.end };
    }
    cell += '"';
    at = mark + 2;
  }
}
