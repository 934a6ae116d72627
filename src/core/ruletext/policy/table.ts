import { cellText, foldName } from "../../cell/cell";
import { RUBRIC_COLUMNS } from "../../rubric/columns";
import type { Span } from "../span";
import { around } from "../span";
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
    "measure",
    "指标项",
    "考核项",
    "二级指标",
    "评分项",
  ],
  points: [
    "分值",
    "权重",
    "满分",
    "pts",
    "weighting",
    "weightage",
    "max score",
    "权重分",
    "配分",
    "标准分",
    "分数",
    "points",
    "weight",
    "max points",
    "score",
  ],
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
    "计分标准",
    "考核办法",
    "考核细则",
    "评分说明",
    "扣分标准",
    "scoring rule",
    "scoring rules",
    "how scored",
    "method",
    "description",
  ],
};

interface Cell extends Span {
  readonly text: string;
}

/** What is between the cells of a table: tabs as spreadsheets copy them, bars of markdown, or commas; undefined: no table. */
export function delimiterOf(text: string): string | undefined {
  if (text.includes("\t")) return "\t";
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== "");
  const barred = lines.filter((line) => (line.match(/\|/g) ?? []).length >= 2);
  if (barred.length >= 2 && barred.length * 2 > lines.length) return "|";
  const head = lines.findIndex((line) => /^[^,]{1,20}(?:,[^,]{0,20}){2,}$/.test(line));
  return head >= 0 && head <= 2 && knownNames(lines[head]!.split(",")) >= 2 ? "," : undefined;
}

/** What a cut policy is made of, so that no line is lost. */
export interface Cut {
  readonly rows: readonly CutRow[];
  /** Lines that are no indicator and no heading. */
  readonly unread: readonly Span[];
}

const RULER = /^[\s|:-]+$/;
const TOTAL = /^(?:小计|合计|总计|总分|满分|total|subtotal|sum)/i;
/** Columns of other things: numbers, sources, room for results. */
const ASIDE =
  /^(?:序号|编号|no\.?|#|数据来源|来源|data source|source|得分|自评|备注|备考|note|notes|remarks|考核人|周期|frequency|owner|责任人)$/i;
const TARGET = /^(?:目标值?|满分值|指标值|标准值|考核目标|target|goal|full at|target value)$/i;
const MINIMUM = /^(?:零分值|底线值?|最低值|下限|minimum|min|floor|zero at|threshold)$/i;

/** A column for each rating, with its points or its place among the ratings: `Exceeds (10 pts)`, `5 (Outstanding)`, `4分`. */
interface RatingColumn {
  readonly at: number;
  readonly value: number;
  readonly inPoints: boolean;
}

function ratingColumns(head: readonly Cell[]): readonly RatingColumn[] {
  const found = head.flatMap(({ text }, at): RatingColumn[] => {
    const points =
      /[(（]\s*(\d+(?:\.\d+)?)\s*(?:pts?|points?|marks?|分)\s*[)）]/i.exec(text) ??
      /^(?:得)?(\d+(?:\.\d+)?)\s*(?:分|pts?|points?)$/i.exec(text);
    if (points) return [{ at, value: Number(points[1]), inPoints: true }];
    const place = /^(\d)\s*(?:$|[(（:=-])/.exec(text) ?? /[(（](\d)[)）]$/.exec(text);
    return place ? [{ at, value: Number(place[1]), inPoints: false }] : [];
  });
  const isOne =
    found.every(({ inPoints }) => inPoints === found[0]?.inPoints) &&
    new Set(found.map(({ value }) => value)).size === found.length;
  return found.length >= 2 && isOne ? found : [];
}

/** Cuts a table: one row a line, and quoted cells with line ends inside. */
export function cutTable(text: string, delimiter: string): Cut {
  const all = cellsOf(text, delimiter).filter((row) => row.some((cell) => cell.text !== ""));
  const width = Math.max(...all.map((row) => row.length));
  const first = all.findIndex((row) => knownNames(row.map((cell) => cell.text)) + ratingColumns(row).length >= 2);
  const rows = first > 0 ? all.slice(first) : all;
  // Lines around a table, of one cell: a title, a note.
  const isLine = (row: readonly Cell[]): boolean => row.filter((cell) => cell.text !== "").length === 1 && width > 2;
  const unread: Span[] = (first > 0 ? all.slice(0, first) : []).map((row) => around(row));
  const [head = []] = rows;
  const headed = columnsOf(head);
  const ratings = headed ? ratingColumns(head) : [];
  const body = headed
    ? rows.slice(1).filter((row) => !row.every((cell) => cell.text === "" || RULER.test(cell.text)))
    : rows;
  const columns = headed ?? guess(body);
  if (!columns) return { rows: [], unread: all.map((row) => around(row)) };
  const named = (pattern: RegExp): number => (headed ? head.findIndex(({ text: name }) => pattern.test(name)) : -1);
  const [target, minimum] = [named(TARGET), named(MINIMUM)];
  let section = "";
  const cut = body.flatMap((row): CutRow[] => {
    const cell = (column: Column): Cell | undefined =>
      columns[column] === undefined ? undefined : row[columns[column]];
    if (headed && isLine(row) && (row[0]!.text !== "" || row.length === 1)) {
      const only = row.find((each) => each.text !== "")!;
      if (/^[^\d。.;；]{1,20}$/.test(only.text) && columns.section === undefined && !TOTAL.test(only.text))
        section = cleanName(only.text);
      unread.push(only);
      return [];
    }
    section = cleanName(cell("section")?.text ?? "") || section;
    const indicator = cleanName(cell("indicator")?.text ?? "");
    const isTotal =
      TOTAL.test(indicator) || (indicator === "" && TOTAL.test(row.find((each) => each.text !== "")?.text ?? ""));
    const rule = ratings.length > 0 ? undefined : cell("rule");
    const points = pointsIn(cell("points")?.text ?? "");
    if (ratings.length > 0 && !isTotal) {
      const bands = ratings.flatMap((rating) => (row[rating.at]?.text ? [{ cell: row[rating.at]!, rating }] : []));
      if (bands.length < 2) {
        unread.push(around(row));
        return [];
      }
      const most = Math.max(...ratings.map(({ value }) => value));
      const own = points ?? (ratings[0]!.inPoints ? most : undefined);
      const worth = ({ value, inPoints }: RatingColumn): number | undefined =>
        inPoints ? value : own === undefined ? undefined : Number(((own * value) / most).toPrecision(15));
      const said = bands.map(({ cell: each, rating }) => `${each.text}: ${worth(rating) ?? 0} points`).join("; ");
      if (own !== undefined)
        return [{ section, indicator, points: own, rule: around(bands.map(({ cell: each }) => each)), said: [said] }];
    }
    if (isTotal || !rule || (rule.text === "" && indicator === "")) {
      unread.push(around(row.filter((each) => each.text !== "")));
      return [];
    }
    const [full, zero] = [target, minimum].map((at) => (at >= 0 && at !== columns.rule ? (row[at]?.text ?? "") : ""));
    return [{ section, indicator, points, rule, said: saidWith(rule.text, full!, zero!) }];
  });
  return { rows: cut, unread };
}

/** The rule with the target of its own column, in the order of trying; the rule alone comes last. */
function saidWith(rule: string, full: string, zero: string): readonly string[] {
  if (full === "" && zero === "") return [];
  const isLine = /线性|插值|按比例|linear|straight line|pro.?rata/i.test(rule);
  if (isLine && full !== "" && zero !== "" && !/\d/.test(rule.replace(/\(\d\)/g, "")))
    return [`${full}得满分，${zero}不得分，之间线性`];
  if (full === "") return [];
  const isCompared = /^[<>≤≥]|^(?:不|at |no |up |below|above|under|over)/i.test(full) || /以[上下内]|[+]$/.test(full);
  return [isCompared ? `${full}得满分，${rule}` : `目标值${full}，${rule}`, rule];
}

const knownNames = (names: readonly string[]): number => {
  const known = Object.values(HEADERS).flat();
  return names.filter((name) => {
    const folded = foldName(name);
    return (
      known.some((each) => foldName(each) === folded) ||
      TARGET.test(name.trim()) ||
      MINIMUM.test(name.trim()) ||
      ASIDE.test(name.trim())
    );
  }).length;
};

function columnsOf(head: readonly Cell[]): Partial<Record<Column, number>> | undefined {
  const columns: Partial<Record<Column, number>> = {};
  for (const column of Object.keys(HEADERS) as Column[]) {
    const names = [...HEADERS[column], ...Object.values(RUBRIC_COLUMNS[column].names).flat()].map(foldName);
    const at = head.findIndex(
      ({ text }, k) => names.includes(foldName(text)) && !TARGET.test(text) && !Object.values(columns).includes(k),
    );
    if (at >= 0) columns[column] = at;
  }
  // 考核项目 alone names the indicators.
  if (columns.indicator === undefined && columns.section !== undefined) {
    columns.indicator = columns.section;
    delete columns.section;
  }
  return columns.rule !== undefined || columns.indicator !== undefined
    ? { ...(columns.rule === undefined ? { rule: lastOf(head) } : {}), ...columns }
    : undefined;
}

/**
 * Guesses columns without headers. The points column is the one in which most cells hold only points. The rule is the
 * longest text, and the name comes before both.
 */
const lastOf = (head: readonly Cell[]): number => {
  let at = head.length - 1;
  while (at > 0 && (ASIDE.test(head[at]!.text) || head[at]!.text === "")) at -= 1;
  return at;
};

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

/** The cells of each row with their places, without the quotes of copied cells and the bars around a line. */
function cellsOf(text: string, delimiter: string): readonly (readonly Cell[])[] {
  const rows: Cell[][] = [[]];
  let at = 0;
  const push = (from: number, to: number): void => {
    rows[rows.length - 1]!.push({ from, to, text: cellText(text.slice(from, to)) });
  };
  const isEnd = (character: string | undefined): boolean =>
    character === undefined || character === delimiter || character === "\n" || character === "\r";
  while (at <= text.length) {
    const close = text[at] === '"' ? closingQuote(text, at + 1) : -1;
    if (close > 0 && isEnd(text[close + 1])) {
      push(at + 1, close);
      at = close + 1;
    } else {
      let to = at;
      while (to < text.length && !isEnd(text[to])) to += 1;
      push(at, to);
      at = to;
    }
    if (at >= text.length) break;
    if (text[at] !== delimiter) rows.push([]);
    at += text.startsWith("\r\n", at) ? 2 : 1;
  }
  if (delimiter !== "|") return rows;
  return rows.map((row) => {
    const inner = row.length > 1 && row[0]!.text === "" ? row.slice(1) : row;
    return inner.length > 1 && inner[inner.length - 1]!.text === "" && row.length > inner.length
      ? inner.slice(0, -1)
      : inner;
  });
}

/** End of a quoted cell. A doubled quote is one of its characters. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}
