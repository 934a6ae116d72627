import { strToU8, zipSync } from "fflate";
import { columnLetters } from "../../src/core/cell/place";
import { INDICATORS, PERIOD, POINTS, randomOf } from "./data";

type Cell = string | number;

const FULL_AT = 0.9;
const ZERO_AT = 0.2;
const TEAMS = 200;
const NAMES = 5_000;

/** The rival reads no rubric, so it must know these. */
export const FILE_LINE = { zeroAt: ZERO_AT, fullAt: FULL_AT, points: POINTS } as const;
export const METRICS_SHEET = "Metrics";
/** Columns of Metrics in front of the data. */
export const ABOUT_AGENT = 4;

function rubricRows(): readonly Cell[][] {
  const head = ["Rubric", "Section", "Indicator", "Points", "Method", "Zero at", "Full at", "If missing"];
  const rows = Array.from({ length: INDICATORS }, (_, k) => [
    "Agents",
    `Section ${(k % 4) + 1}`,
    `M${k + 1}`,
    POINTS,
    "linear",
    ZERO_AT,
    FULL_AT,
    "exclude",
  ]);
  return [head, ...rows];
}

const SCALE_ROWS: readonly Cell[][] = [
  ["Scale", "Grade", "From"],
  ["Total", "A", 90],
  ["Total", "B", 75],
  ["Total", "C", 60],
  ["Total", "D", 0],
];

/** Shares with four decimals, as people see them. */
function metricsRows(agents: number): readonly Cell[][] {
  const random = randomOf(7);
  const head = ["Agent ID", "Name", "Team", "Period", ...Array.from({ length: INDICATORS }, (_, k) => `M${k + 1}`)];
  const rows = Array.from({ length: agents }, (_, agent) => [
    `A${agent}`,
    `Name ${agent % NAMES}`,
    `Team ${agent % TEAMS}`,
    PERIOD,
    ...Array.from({ length: INDICATORS }, () => Math.round(random() * 1e4) / 1e4),
  ]);
  return [head, ...rows];
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Texts of the workbook, each once, by the number in the cells that refer to it. */
class SharedStrings {
  readonly #numbers = new Map<string, number>();

  numberOf(text: string): number {
    let number = this.#numbers.get(text);
    if (number === undefined) this.#numbers.set(text, (number = this.#numbers.size));
    return number;
  }

  xml(): string {
    const items = [...this.#numbers.keys()].map((text) => `<si><t>${text}</t></si>`);
    return `${HEAD}<sst xmlns="${MAIN}" uniqueCount="${items.length}">${items.join("")}</sst>`;
  }
}

function sheetXml(rows: readonly Cell[][], strings: SharedStrings): string {
  const lines = rows.map((row, r) => {
    const cells = row.map((value, c) => {
      const start = `<c r="${columnLetters(c)}${r + 1}"`;
      return typeof value === "number"
        ? `${start}><v>${value}</v></c>`
        : `${start} t="s"><v>${strings.numberOf(value)}</v></c>`;
    });
    return `<row r="${r + 1}">${cells.join("")}</row>`;
  });
  const tables = '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>';
  return `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetData>${lines.join("")}</sheetData>${tables}</worksheet>`;
}

function tableXml(name: string, id: number, rows: readonly Cell[][]): string {
  const headers = rows[0]!;
  const ref = `A1:${columnLetters(headers.length - 1)}${rows.length}`;
  const columns = headers.map((header, k) => `<tableColumn id="${k + 1}" name="${header}"/>`);
  return (
    `${HEAD}<table xmlns="${MAIN}" id="${id}" name="${name}" displayName="${name}" ref="${ref}"><autoFilter ref="${ref}"/>` +
    `<tableColumns count="${columns.length}">${columns.join("")}</tableColumns></table>`
  );
}

const relations = (...lines: readonly string[]): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${lines.join("")}</Relationships>`;
const relation = (id: string, kind: string, target: string): string =>
  `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
const typed = (part: string, type: string): string =>
  `<Override PartName="/xl/${part}" ContentType="${TYPE}.${type}+xml"/>`;

/** A workbook of 20 linear indicators and this many agents, made without any measured code. */
export function fileBook(agents: number): Uint8Array {
  const sheets = [
    { name: "Rubric", rows: rubricRows() },
    { name: "Scales", rows: SCALE_ROWS },
    { name: METRICS_SHEET, rows: metricsRows(agents) },
  ];
  const strings = new SharedStrings();
  const parts: Record<string, string> = {};
  const types = [typed("workbook.xml", "sheet.main"), typed("sharedStrings.xml", "sharedStrings")];
  sheets.forEach(({ name, rows }, index) => {
    const sheet = `worksheets/sheet${index + 1}.xml`;
    const table = `tables/table${index + 1}.xml`;
    parts[`xl/${sheet}`] = sheetXml(rows, strings);
    parts[`xl/worksheets/_rels/sheet${index + 1}.xml.rels`] = relations(relation("rId1", "table", `../${table}`));
    parts[`xl/${table}`] = tableXml(name, index + 1, rows);
    types.push(typed(sheet, "worksheet"), typed(table, "table"));
  });
  const list = sheets.map(({ name }, k) => `<sheet name="${name}" sheetId="${k + 1}" r:id="rId${k + 1}"/>`);
  const targets = sheets.map((_, k) => relation(`rId${k + 1}`, "worksheet", `worksheets/sheet${k + 1}.xml`));
  parts["xl/workbook.xml"] =
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${list.join("")}</sheets></workbook>`;
  parts["xl/_rels/workbook.xml.rels"] = relations(...targets, relation("rId9", "sharedStrings", "sharedStrings.xml"));
  parts["xl/sharedStrings.xml"] = strings.xml();
  parts["_rels/.rels"] = relations(relation("rId1", "officeDocument", "xl/workbook.xml"));
  parts["[Content_Types].xml"] =
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>${types.join("")}</Types>`;
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}
