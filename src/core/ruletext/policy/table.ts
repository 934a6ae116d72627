import { cellText, foldName } from "../../cell/cell";
import { RUBRIC_COLUMNS } from "../../rubric/columns";
import type { Span } from "../span";
import type { CutRow } from "./names";
import { cleanName, pointsIn } from "./names";

type Column = "section" | "indicator" | "points" | "rule";

/** Headers of policies beside those of the contract. */
const HEADERS: Readonly<Record<Column, readonly string[]>> = {
  section: ["维度", "考核维度", "考核项目", "项目", "类别", "大类", "section", "category", "area", "dimension"],
  indicator: [
    "指标",
    "考核指标",
    "指标名称",
    "考核内容",
    "内容",
    "名称",
    "indicator",
    "kpi",
    "metric",
    "criterion",
    "item",
  ],
  points: ["分值", "权重", "满分", "标准分", "分数", "points", "weight", "max points", "score"],
  rule: [
    "评分细则",
    "评分标准",
    "考核标准",
    "计分规则",
    "计分方法",
    "计分办法",
    "评分办法",
    "标准",
    "细则",
    "规则",
    "说明",
    "rule",
    "rules",
    "scoring",
    "standard",
    "criteria",
    "how it is scored",
  ],
};

interface Cell extends Span {
  readonly text: string;
}

/** Cuts a table as spreadsheets copy it: tabs between cells, one row a line, and quoted cells with line ends inside. */
export function cutTable(text: string): readonly CutRow[] {
  const rows = cellsOf(text).filter((row) => row.some((cell) => cell.text !== ""));
  const [head = []] = rows;
  const headed = columnsOf(head);
  const body = headed ? rows.slice(1) : rows;
  const columns = headed ?? guess(body);
  if (!columns) return [];
  let section = "";
  return body.flatMap((row): CutRow[] => {
    const cell = (column: Column): Cell | undefined =>
      columns[column] === undefined ? undefined : row[columns[column]];
    section = cleanName(cell("section")?.text ?? "") || section;
    const rule = cell("rule");
    const indicator = cleanName(cell("indicator")?.text ?? "");
    if (!rule || (rule.text === "" && indicator === "")) return [];
    return [{ section, indicator, points: pointsIn(cell("points")?.text ?? ""), rule }];
  });
}

function columnsOf(head: readonly Cell[]): Partial<Record<Column, number>> | undefined {
  const columns: Partial<Record<Column, number>> = {};
  for (const column of Object.keys(HEADERS) as Column[]) {
    const names = [...HEADERS[column], ...Object.values(RUBRIC_COLUMNS[column].names).flat()].map(foldName);
    const at = head.findIndex(({ text }, k) => names.includes(foldName(text)) && !Object.values(columns).includes(k));
    if (at >= 0) columns[column] = at;
  }
  return columns.rule !== undefined || columns.indicator !== undefined
    ? { ...(columns.rule === undefined ? { rule: head.length - 1 } : {}), ...columns }
    : undefined;
}

/**
 * Guesses columns without headers. The points column is the one in which most cells hold only points. The rule is the
 * longest text, and the name comes before both.
 */
function guess(rows: readonly (readonly Cell[])[]): Partial<Record<Column, number>> | undefined {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const lengths = Array.from({ length: width }, (_, k) =>
    rows.reduce((sum, row) => sum + (row[k]?.text.length ?? 0), 0),
  );
  if (width === 0) return undefined;
  const points = Array.from({ length: width }, (_, k) => k).find(
    (k) => rows.filter((row) => pointsIn(row[k]?.text ?? "") !== undefined).length * 2 > rows.length,
  );
  const rule = lengths.reduce(
    (best, length, k) => (k !== points && length > (lengths[best] ?? -1) ? k : best),
    points === 0 ? 1 : 0,
  );
  const names = Array.from({ length: width }, (_, k) => k).filter((k) => k !== points && k < rule);
  const indicator = names[names.length - 1];
  const section = names.length > 1 ? names[0] : undefined;
  return {
    rule,
    ...(points === undefined ? {} : { points }),
    ...(indicator === undefined ? {} : { indicator }),
    ...(section === undefined ? {} : { section }),
  };
}

/** The cells of each row with their places, without the quotes of copied cells. */
function cellsOf(text: string): readonly (readonly Cell[])[] {
  const rows: Cell[][] = [[]];
  let at = 0;
  const push = (from: number, to: number): void => {
    rows[rows.length - 1]!.push({ from, to, text: cellText(text.slice(from, to)) });
  };
  while (at <= text.length) {
    const isQuoted = text[at] === '"' && text.indexOf('"', at + 1) > 0;
    const close = isQuoted ? closingQuote(text, at + 1) : -1;
    if (isQuoted && close > 0 && /^[\t\r\n]?$/.test(text[close + 1] ?? "")) {
      push(at + 1, close);
      at = close + 1;
    } else {
      let to = at;
      while (to < text.length && text[to] !== "\t" && text[to] !== "\n" && text[to] !== "\r") to += 1;
      push(at, to);
      at = to;
    }
    if (at >= text.length) break;
    if (text[at] !== "\t") rows.push([]);
    at += text.startsWith("\r\n", at) ? 2 : 1;
  }
  return rows;
}

/** End of a quoted cell. A doubled quote is one of its characters. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}
