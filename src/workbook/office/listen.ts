import type { WorkbookChange } from "../host";
import { withPlainFailures } from "./failures";
import { askNames, sameNames, type KnownNames } from "./names";

/**
 * Reports changed cells, and sheets and tables that come and go. Excel tells of a renamed sheet only from ExcelApi 1.17 on, and of a renamed
 * table never; the manifest asks for no more than 1.13. So a person's next step is reported as a glance.
 */
export async function listen(
  listener: (change: WorkbookChange) => void,
  onGlance: (() => void) | undefined,
  names: KnownNames,
): Promise<() => Promise<void>> {
  const tell = async (): Promise<void> => listener({ sheet: undefined });
  const tellWhere = async ({ worksheetId }: Excel.WorksheetChangedEventArgs): Promise<void> =>
    listener({ sheet: names.sheets.get(worksheetId) });
  const glance = async (): Promise<void> => onGlance?.();
  const handlers = await Excel.run(async (context) => {
    const { worksheets, tables } = context.workbook;
    const added: OfficeExtension.EventHandlerResult<unknown>[] = [
      worksheets.onChanged.add(tellWhere),
      worksheets.onAdded.add(tell),
      worksheets.onDeleted.add(tell),
      tables.onAdded.add(tell),
      tables.onDeleted.add(tell),
    ];
    if (onGlance) added.push(worksheets.onActivated.add(glance), worksheets.onSelectionChanged.add(glance));
    await context.sync();
    return added;
  });
  return () =>
    withPlainFailures(async () => {
      // Office.js removes a handler only in the context that added it.
      await Excel.run(handlers[0]!.context, async (context) => {
        for (const handler of handlers) handler.remove();
        await context.sync();
      });
    });
}

export async function hasNewNames(known: KnownNames): Promise<boolean> {
  // Before the first reading there is nothing to compare with.
  if (known.sheets.size === 0) return false;
  return Excel.run(async (context) => {
    const asked = askNames(context);
    await context.sync();
    return !sameNames(known, asked.take());
  });
}
