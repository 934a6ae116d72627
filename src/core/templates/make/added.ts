import type { PlanCell, RangeFormat } from "../../plan/plan";
import type { TableColumn } from "../../plan/table-sheet";
import { RUBRIC_COLUMNS } from "../../rubric/columns";
import { showNumber, showPercent } from "../../text/format";
import { LOCALES, type Locale, type Localised } from "../../text/locale";
import { both, type Both, type Form } from "../template";
import { headerOf } from "./words";

/** Behind every value that the scheme does not state. */
const ADDED_FILL = "#FFF2CC";

/** A cell of the mended form that the draft does not have so. */
interface AddedCell<Row> {
  readonly row: number;
  readonly column: number;
  readonly of: TableColumn<Row>;
  /** What the scheme states in its place; null if nothing. */
  readonly scheme: PlanCell;
}

/** A table in one form. The mended form colours what is ours, and lists it by rows in a last column. */
export interface FormTable<Row> {
  readonly columns: readonly TableColumn<Row>[];
  readonly fills: readonly RangeFormat[];
}

export function formTable<Row>(
  columnsIn: (form: Form) => readonly TableColumn<Row>[],
  rows: readonly Row[],
  meant: (row: Row) => Both | undefined,
  form: Form,
  locale: Locale,
): FormTable<Row> {
  const columns = columnsIn(form);
  if (form === "draft") return { columns, fills: [] };
  const stated = columnsIn("draft");
  const cells = rows.flatMap((line, row) =>
    columns.flatMap((of, column): AddedCell<Row>[] => {
      const scheme = stated[column]!.cell(line);
      return of.cell(line) === scheme ? [] : [{ row: row + 1, column, of, scheme }];
    }),
  );
  if (cells.length === 0) return { columns, fills: [] };
  const texts = new Map(
    rows.flatMap((line, row): [Row, string][] => {
      const own = cells.filter((cell) => cell.row === row + 1);
      return own.length > 0 ? [[line, addedText(own, line, meant(line), locale)]] : [];
    }),
  );
  const added: TableColumn<Row> = {
    header: ADDED_HEADER,
    width: 44,
    wrap: true,
    muted: true,
    cell: (line) => texts.get(line) ?? null,
  };
  const fills = cells.map(({ row, column }) => ({ range: { row, column, rows: 1, columns: 1 }, fill: ADDED_FILL }));
  return { columns: [...columns, added], fills };
}

const ADDED_HEADER = Object.fromEntries(
  LOCALES.map((locale) => [locale, headerOf(RUBRIC_COLUMNS.added, locale)]),
) as Localised;

function addedText<Row>(cells: readonly AddedCell<Row>[], line: Row, meant: Both | undefined, locale: Locale): string {
  const named = cells.map(({ of, scheme }) => {
    const header = of.header[locale];
    if (scheme === null || typeof scheme === "object") return header;
    const shown = typeof scheme === "number" ? numberText(scheme, of.format?.(line) ?? "", locale) : String(scheme);
    return locale === "en" ? `${header} (the scheme states ${shown})` : `${header}（原文为 ${shown}）`;
  });
  const more = meant ? both(meant)[locale] : undefined;
  if (locale === "en") return more ? `${named.join(", ")}. ${more}` : named.join(", ");
  return more ? `${named.join("、")}。${more}` : named.join("、");
}

const numberText = (value: number, format: string, locale: Locale): string =>
  format.includes("%") ? showPercent(value, locale) : showNumber(value, locale);
