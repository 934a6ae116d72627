import type { CellPlace } from "../core/cell/place";
import type { WorkbookPlan } from "../core/plan/plan";
import { applyPlan } from "./office/apply";
import { OpenChanges } from "./office/changes";
import { withPlainFailures } from "./office/failures";
import { readWorkbook, type SheetNames } from "./office/read";
import type { ApplyOptions, ReadOptions } from "./port";
import type { WorkbookChange, WorkbookHost } from "./host";

/** The workbook in Excel, over Office.js. It needs ExcelApi 1.13, the version of `Table.resize`, and nothing later. */
export function officeWorkbook(): WorkbookHost {
  const changes = new OpenChanges();
  const names: SheetNames = new Map();
  return {
    read: (options?: ReadOptions) => withPlainFailures(() => readWorkbook(changes, names, options)),
    apply: (plan: WorkbookPlan, options: ApplyOptions) => withPlainFailures(() => applyPlan(plan, options, changes)),
    select: (place: CellPlace) => withPlainFailures(() => select(place)),
    loadChoice: (key: string) => withPlainFailures(() => loadChoice(key)),
    saveChoice: (key: string, value: string) => withPlainFailures(() => saveChoice(key, value)),
    onChange: (listener: (change: WorkbookChange) => void) => withPlainFailures(() => onChange(listener, names)),
  };
}

async function select({ sheet, row, column }: CellPlace): Promise<void> {
  await Excel.run(async (context) => {
    const worksheet = context.workbook.worksheets.getItem(sheet);
    worksheet.activate();
    worksheet.getRangeByIndexes(row, column, 1, 1).select();
    await context.sync();
  });
}

async function loadChoice(key: string): Promise<string | undefined> {
  return Excel.run(async (context) => {
    const setting = context.workbook.settings.getItemOrNullObject(key);
    setting.load("value");
    await context.sync();
    if (setting.isNullObject) return undefined;
    // Another add-in may use our key: its value is no choice of ours.
    return typeof setting.value === "string" ? setting.value : undefined;
  });
}

async function saveChoice(key: string, value: string): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.settings.add(key, value);
    await context.sync();
  });
}

/**
 * Also reports sheets that come and go with their tables. A renamed sheet (event of ExcelApi 1.17) shows only with the next change, because
 * the manifest asks for no more than 1.13.
 */
async function onChange(listener: (change: WorkbookChange) => void, names: SheetNames): Promise<() => Promise<void>> {
  const tell = async (): Promise<void> => listener({ sheet: undefined });
  const tellWhere = async ({ worksheetId }: Excel.WorksheetChangedEventArgs): Promise<void> =>
    listener({ sheet: names.get(worksheetId) });
  const handlers = await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const added: OfficeExtension.EventHandlerResult<unknown>[] = [
      worksheets.onChanged.add(tellWhere),
      worksheets.onAdded.add(tell),
      worksheets.onDeleted.add(tell),
    ];
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
