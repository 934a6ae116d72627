import type { ConditionalFormat, HostModel, ModelRect } from "../model";
import { intersect, subtract } from "../rects";
import type { RangeSelf } from "./arguments";

/** Takes a rectangle out of the conditional formats of a sheet. */
export function cutConditionalFormats(model: HostModel, sheetId: string, rect: ModelRect): void {
  const before = model.conditionalFormats(sheetId);
  if (before.length === 0) return;
  const after = before.flatMap((format): ConditionalFormat[] => {
    const ranges = format.ranges.flatMap((range) => subtract(range, rect));
    return ranges.length === 0 ? [] : [{ ...format, ranges }];
  });
  model.setConditionalFormats(sheetId, after);
}

/** Copied cells bring their conditional formats along, as in Excel. The source keeps its rules. */
export function copyConditionalFormats(model: HostModel, source: RangeSelf, target: RangeSelf): void {
  const down = target.rect.row - source.rect.row;
  const right = target.rect.column - source.rect.column;
  const brought = model.conditionalFormats(source.sheetId).flatMap((format): ConditionalFormat[] => {
    const ranges = format.ranges
      .flatMap((range) => intersect(range, source.rect) ?? [])
      .map((range) => ({ ...range, row: range.row + down, column: range.column + right }));
    return ranges.length === 0 ? [] : [{ ...format, ranges, id: newConditionalId(model) }];
  });
  cutConditionalFormats(model, target.sheetId, target.rect);
  if (brought.length > 0)
    model.setConditionalFormats(target.sheetId, [...model.conditionalFormats(target.sheetId), ...brought]);
}

let lastId = 0;

/** Unique for the life of the page. Files keep no ids of conditional formats. */
export function newConditionalId(model: HostModel): string {
  const used = new Set(
    model.sheets().flatMap((sheet) => model.conditionalFormats(sheet.id).map((format) => format.id)),
  );
  do lastId++;
  while (used.has(conditionalId(lastId)));
  return conditionalId(lastId);
}

function conditionalId(number: number): string {
  return `{00000000-0000-0000-0001-${String(number).padStart(12, "0")}}`;
}
