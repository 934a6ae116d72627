import type { CellInput } from "../../src/workbench/host/model";
import { MemoryModel } from "./memory-model";
import type { MemorySeed } from "./memory-workbook";
import { officeWorkbook } from "../../src/workbook/office";
import { isTemporary } from "../../src/workbook/temporary-sheets";
import { loadOffice, type OfficeNode, type OfficeNodeOptions } from "./office-node";
import type { HostBook } from "./host-contract";

export interface OfficeBook extends HostBook {
  readonly office: OfficeNode;
  readonly model: MemoryModel;
  idOf(sheet: string): string;
}

let installed: OfficeNode | undefined;

afterAll(() => installed?.uninstall());

/** A workbook from a seed behind the genuine office.js. It sets the library's globals. */
export function officeBook(seed: MemorySeed, options: OfficeNodeOptions = {}): OfficeBook {
  const model = new MemoryModel();
  fill(model, seed);
  const office = loadOffice(model, options);
  office.install();
  installed = office;
  const idOf = (name: string) => {
    const sheet = model.sheets().find((each) => each.name.toLowerCase() === name.toLowerCase());
    if (!sheet) throw new Error(`no sheet ${name}`);
    return sheet.id;
  };
  const at = (sheet: string, row: number, column: number) =>
    model.read(idOf(sheet), { row, column, rows: 1, columns: 1 })[0]![0]!;
  return {
    office,
    model,
    idOf,
    port: officeWorkbook(),
    sheetNames: () => model.sheets().flatMap(({ name }) => (isTemporary(name) ? [] : [name])),
    cell(sheet, row, column) {
      const { type, value, formula } = at(sheet, row, column);
      if (formula !== undefined) return { formula };
      return type === "Empty" ? null : value;
    },
    numberFormat: (sheet, row, column) => at(sheet, row, column).numberFormat,
    everything: () => model.snapshot(),
  };
}

function fill(model: MemoryModel, seed: MemorySeed): void {
  seed.sheets.forEach((sheet, index) => {
    const first = model.sheets()[0]!.id;
    if (index === 0) model.renameSheet(first, sheet.name);
    const id = index === 0 ? first : model.addSheet(sheet.name);
    model.write(id, 0, 0, sheet.rows as readonly (readonly CellInput[])[]);
    for (const { range, numberFormat } of sheet.formats ?? []) {
      if (numberFormat !== undefined) model.format(id, range, { numberFormat });
    }
    for (const { name, hasTotals = false, ...range } of sheet.tables ?? []) {
      model.changeTable(model.addTable(id, range, name), { hasTotals });
    }
    if (sheet.visible === false) model.setVisibility(id, "Hidden");
    model.setProtected(id, sheet.protected === true);
    // We wrote most replaced sheets before, so they have this setting. A separate test covers sheets without it.
    model.setPageLayout(id, { titleRows: "$1:$1" });
  });
  model.setWorkbookProtected(seed.protected === true);
}
