import type { CellPlace } from "../core/cell/place";
import type { WorkbookPlan } from "../core/plan/plan";
import { applyPlan } from "./office/apply";
import { OpenChanges } from "./office/changes";
import { withPlainFailures } from "./office/failures";
import { noNames, type KnownNames } from "./office/names";
import { hasNewNames, listen } from "./office/listen";
import { readWorkbook } from "./office/read";
import { countUndoCopies, removeUndoCopies } from "./office/undo-copies";
import type { ApplyOptions, ReadOptions } from "./port";
import type { WorkbookChange, WorkbookHost } from "./host";

/** The workbook in Excel, over Office.js. It needs ExcelApi 1.13, the version of `Table.resize`, and nothing later. */
export function officeWorkbook(): WorkbookHost {
  const changes = new OpenChanges();
  const names: KnownNames = noNames();
  return {
    read: (options?: ReadOptions) => withPlainFailures(() => readWorkbook(changes, names, options)),
    apply: (plan: WorkbookPlan, options: ApplyOptions) => withPlainFailures(() => applyPlan(plan, options, changes)),
    select: (place: CellPlace) => withPlainFailures(() => select(place)),
    loadChoice: (key: string) => withPlainFailures(() => loadChoice(key)),
    saveChoice: (key: string, value: string) => withPlainFailures(() => saveChoice(key, value)),
    onChange: (listener: (change: WorkbookChange) => void, onGlance?: () => void) =>
      withPlainFailures(() => listen(listener, onGlance, names)),
    countUndoCopies: () => withPlainFailures(countUndoCopies),
    removeUndoCopies: () => withPlainFailures(removeUndoCopies),
    hasNewNames: () => withPlainFailures(() => hasNewNames(names)),
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
