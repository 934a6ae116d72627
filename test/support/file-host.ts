import type { WorkbookHost } from "../../src/workbook/host";
import { openXlsx, xlsxPort } from "../../src/xlsx";

/** A file in the place of Excel. A change can be undone until the next one. There is no person to show cells to. */
export function fileHost(bytes: Uint8Array): WorkbookHost {
  const file = openXlsx(bytes);
  const port = xlsxPort(file);
  return {
    read: (options) => port.read(options),
    async apply(plan, options) {
      const before = file.copy();
      const applied = await port.apply(plan, options);
      return { ...applied, undo: async () => file.adopt(before) };
    },
    select: async () => {},
    loadChoice: async (key) => file.getChoice(key),
    saveChoice: async (key, value) => file.setChoice(key, value),
    countUndoCopies: async () => 0,
    removeUndoCopies: async () => {},
    hasNewNames: async () => false,
    onChange: async () => async () => {},
  };
}
