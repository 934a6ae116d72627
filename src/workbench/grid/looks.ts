import type { Border, BorderSide, CellFormat, CellFormatPatch, ConditionalFormat, ModelRect } from "../host/model";
import { rectangle, rectOf, type GridCommands, type Zone } from "./commands";
import { gridRule, hostRule } from "./conditional";
import { cellFormat, gridBorder, gridStyle } from "./formatting";
import type { NumberFormats } from "./number-format";

/** The look of cells: formats, borders, number formats, conditional formats. */
export class GridLooks {
  readonly #grid: GridCommands;
  readonly #numberFormats: NumberFormats;
  readonly #unfinished = new Map<string, readonly ConditionalFormat[]>();
  /** Ids of a sheet's conditional formats, highest priority first. */
  readonly #order = new Map<string, readonly string[]>();

  constructor(grid: GridCommands, numberFormats: NumberFormats) {
    this.#grid = grid;
    this.#numberFormats = numberFormats;
  }

  clearFormats(sheetId: string, rect: ModelRect): void {
    const zone = this.#grid.inside(sheetId, rect);
    if (zone !== undefined) this.#grid.run("CLEAR_FORMATTING", { sheetId, target: [zone] });
  }

  format(sheetId: string, rect: ModelRect, patch: CellFormatPatch): void {
    this.#grid.growUnlessWhole(sheetId, rect);
    const zone = this.#grid.inside(sheetId, rect);
    if (zone === undefined) return;
    const style = gridStyle(patch);
    const numberFormat = patch.numberFormat === undefined ? {} : { format: this.#gridFormat(patch.numberFormat) };
    if (Object.keys(style).length > 0 || patch.numberFormat !== undefined) {
      this.#grid.run("SET_FORMATTING", { sheetId, target: [zone], style, ...numberFormat });
    }
    if (patch.borders !== undefined) this.#setBorders(sheetId, zone, patch.borders);
  }

  /** Works by zones, because a command for each cell would take minutes for a filled sheet. Two neighbouring rows share one line. */
  #setBorders(sheetId: string, zone: Zone, patch: NonNullable<CellFormatPatch["borders"]>): void {
    for (const [side, wanted] of Object.entries(patch) as [BorderSide, Border | null | undefined][]) {
      if (wanted === undefined) continue;
      const border = gridBorder(wanted);
      const between = side === "top" || side === "bottom" ? "h" : "v";
      for (const position of [side, between]) {
        this.#grid.run("SET_ZONE_BORDERS", { sheetId, target: [zone], border: { position, ...border } });
      }
    }
  }

  /** An empty text removes a number format from the grid. */
  #gridFormat(excel: string): string {
    return this.#numberFormats.toGrid(excel) ?? "";
  }

  /** Sends one command for each format, not for each cell. A filled column costs one. */
  setNumberFormats(sheetId: string, row: number, column: number, formats: readonly (readonly string[])[]): void {
    const columns = Math.max(0, ...formats.map((line) => line.length));
    this.#grid.grow(sheetId, { row, column, rows: formats.length, columns });
    const zones = new Map<string, Zone[]>();
    for (let right = 0; right < columns; right += 1) {
      for (let down = 0; down < formats.length;) {
        const format = formats[down]?.[right];
        let end = down + 1;
        while (end < formats.length && formats[end]?.[right] === format) end += 1;
        const zone = { top: row + down, bottom: row + end - 1, left: column + right, right: column + right };
        if (format !== undefined) zones.set(format, [...(zones.get(format) ?? []), zone]);
        down = end;
      }
    }
    for (const [format, target] of zones) {
      this.#grid.run("SET_FORMATTING", { sheetId, target, format: this.#gridFormat(format) });
    }
  }

  formats(sheetId: string, rect: ModelRect): CellFormat[][] {
    return rectangle(rect, (row, col) => {
      const position = { sheetId, row, col };
      const numberFormat = this.#numberFormats.toExcel(this.#grid.getters.getCell(position)?.format);
      return cellFormat(
        this.#grid.getters.getCellStyle(position),
        this.#grid.getters.getCellBorder(position),
        numberFormat,
      );
    });
  }

  conditionalFormats(sheetId: string): readonly ConditionalFormat[] {
    const shown = this.#grid.getters.getConditionalFormats(sheetId).flatMap(({ id, rule, ranges, stopIfTrue }) => {
      const known = hostRule(rule);
      if (known === undefined) return [];
      const rects = ranges.map((xc) => rectOf(this.#grid.getters.getRangeFromSheetXC(sheetId, xc).zone));
      return [{ id, ranges: rects, stopIfTrue: stopIfTrue === true, ...known }];
    });
    const order = this.#order.get(sheetId) ?? [];
    const rank = ({ id }: ConditionalFormat) => (order.includes(id) ? order.indexOf(id) : order.length);
    return [...shown, ...(this.#unfinished.get(sheetId) ?? [])].sort((a, b) => rank(a) - rank(b));
  }

  setConditionalFormats(sheetId: string, formats: readonly ConditionalFormat[]): void {
    const ready = formats.filter(isFinished).map((format) => ({ format, rule: gridRule(format) }));
    for (const { id, rule } of [...this.#grid.getters.getConditionalFormats(sheetId)]) {
      if (hostRule(rule) !== undefined) this.#grid.run("REMOVE_CONDITIONAL_FORMAT", { sheetId, id });
    }
    for (const { format, rule } of ready) {
      format.ranges.forEach((rect) => this.#grid.growUnlessWhole(sheetId, rect));
      const zones = format.ranges.flatMap((rect) => this.#grid.inside(sheetId, rect) ?? []);
      const ranges = zones.map((zone) => this.#grid.getters.getRangeDataFromZone(sheetId, zone));
      const cf = { id: format.id, rule, stopIfTrue: format.stopIfTrue };
      this.#grid.run("ADD_CONDITIONAL_FORMAT", { sheetId, cf, ranges });
    }
    const unfinished = formats.filter((format) => !isFinished(format));
    this.#unfinished.set(sheetId, unfinished);
    this.#order.set(
      sheetId,
      formats.map(({ id }) => id),
    );
  }
}

/** Excel's API makes a conditional format before its rule. The grid needs both at once. */
function isFinished({ rule }: ConditionalFormat): boolean {
  if (rule.kind === "custom") return rule.formula !== "";
  return (rule.kind === "cellValue" ? rule.formula1 : rule.text) !== "";
}
