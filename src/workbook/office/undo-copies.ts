import { BACKUP_PREFIX } from "../temporary-sheets";
import { remove } from "./temporary";

/**
 * Copies of replaced sheets for undo. They are saved with the file, so a person must know of them and can remove them. A backup that is only
 * hidden may be the one whole copy of a sheet whose replacement broke off: it does not count and stays.
 */
const isUndoCopy = ({ name, visibility }: Excel.Worksheet): boolean =>
  name.startsWith(BACKUP_PREFIX) && visibility === "VeryHidden";

export async function countUndoCopies(): Promise<number> {
  return Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/name, items/visibility");
    await context.sync();
    return worksheets.items.filter(isUndoCopy).length;
  });
}

export async function removeUndoCopies(): Promise<void> {
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/name, items/visibility");
    await context.sync();
    for (const sheet of worksheets.items.filter(isUndoCopy)) remove(sheet);
    await context.sync();
  });
}
