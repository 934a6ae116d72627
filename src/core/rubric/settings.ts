import { foldName } from "../cell/cell";
import type { ReadTable, SourceCell } from "../cell/table";
import { cellIn, isEmptyRow, textIn } from "../cell/table";
import type { SettingColumn } from "./columns";

/** What a rubric may set; everything has a default. */
export interface RubricSettings {
  /** What the points must add up to. */
  readonly fullScore: number;
  /** Decimals of the total. */
  readonly decimals: number;
  readonly lowestTotal: number;
  /** Undefined: the full score. */
  readonly highestTotal: number | undefined;
  /** A total whose indicators with data hold less than this share of the points is pending. */
  readonly coverage: number;
}

export const DEFAULT_SETTINGS: RubricSettings = {
  fullScore: 100,
  decimals: 2,
  lowestTotal: 0,
  highestTotal: undefined,
  coverage: 0,
};

interface SettingSpec {
  readonly key: keyof RubricSettings;
  readonly names: readonly string[];
  readonly accepts: (value: number) => boolean;
}

const SPECS: readonly SettingSpec[] = [
  { key: "fullScore", names: ["full score", "满分"], accepts: (value) => value > 0 },
  {
    key: "decimals",
    names: ["decimals", "小数位", "小数位数"],
    accepts: (value) => Number.isInteger(value) && value >= 0 && value <= 10,
  },
  { key: "lowestTotal", names: ["lowest total", "最低总分", "总分下限"], accepts: () => true },
  { key: "highestTotal", names: ["highest total", "最高总分", "总分上限"], accepts: () => true },
  { key: "coverage", names: ["coverage", "覆盖率"], accepts: (value) => value >= 0 && value <= 1 },
];

/** A row of the Settings table that could not be understood. */
export interface SettingFault {
  readonly cell: SourceCell;
  readonly reason: "unknown" | "value";
  readonly text: string;
}

export interface SettingsTable {
  readonly forRubric: (rubric: string) => RubricSettings;
  readonly faults: readonly SettingFault[];
  /** Rubrics that rows of the table name. */
  readonly rubrics: readonly { readonly name: string; readonly cell: SourceCell }[];
}

export const NO_SETTINGS: SettingsTable = { forRubric: () => DEFAULT_SETTINGS, faults: [], rubrics: [] };

/** Reads the Settings table; a row without a rubric holds for all, a row with one overrides it. */
export function readSettings(table: ReadTable<SettingColumn>): SettingsTable {
  const common: Partial<Record<keyof RubricSettings, number>> = {};
  const byRubric = new Map<string, Partial<Record<keyof RubricSettings, number>>>();
  let boundCell: SourceCell | undefined;
  const faults: SettingFault[] = [];
  const rubrics: { name: string; cell: SourceCell }[] = [];
  for (let row = 0; row < table.rowCount; row += 1) {
    if (isEmptyRow(table.source, row)) continue;
    const rubricName = textIn(table, row, "rubric");
    if (rubricName !== "") rubrics.push({ name: rubricName, cell: cellIn(table, row, "rubric")! });
    const nameCell = cellIn(table, row, "setting")!;
    const name = textIn(table, row, "setting");
    const spec = SPECS.find((candidate) => candidate.names.some((known) => foldName(known) === foldName(name)));
    const cell = cellIn(table, row, "value")!;
    if (!spec) {
      faults.push({ cell: nameCell, reason: "unknown", text: name });
    } else if (cell.value.kind !== "number" || !spec.accepts(cell.value.value)) {
      faults.push({ cell, reason: "value", text: name });
    } else {
      const rubric = foldName(rubricName);
      const target = rubric === "" ? common : (byRubric.get(rubric) ?? {});
      target[spec.key] = cell.value.value;
      if (spec.key === "lowestTotal" || spec.key === "highestTotal") boundCell = cell;
      if (rubric !== "") byRubric.set(rubric, target);
    }
  }
  for (const own of [common, ...byRubric.values()]) {
    const all = { ...DEFAULT_SETTINGS, ...common, ...own };
    if (all.lowestTotal > (all.highestTotal ?? all.fullScore) && boundCell) {
      faults.push({ cell: boundCell, reason: "value", text: "" });
      break;
    }
  }
  return {
    forRubric: (rubric) => ({ ...DEFAULT_SETTINGS, ...common, ...byRubric.get(foldName(rubric)) }),
    faults,
    rubrics,
  };
}
