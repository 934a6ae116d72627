import type { Locale } from "../../core/text/locale";
import { newXlsx, type XlsxSheetPlan } from "../../xlsx";
import { sampleAgents } from "./agents";
import { liveSheet } from "./live";
import { sampleRows, type SampleRow } from "./metrics";
import { SampleRandom } from "../../core/templates/make/random";
import type { SampleVersion } from "./rubric";
import { metricsSheet, RUBRIC_ROW_HEIGHT, rubricSheet, scalesSheet, SHEET_NAMES } from "./sheets";

/** Any number works. Another one gives other agents. */
const SEED = 20_261_122;

const HEADER_HEIGHT = 32;
/** The header row and function cells give enough of a look. The table only adds its filter buttons. */
const TABLE_STYLE = "TableStyleLight1";

let rows: readonly SampleRow[] | undefined;

function sharedRows(): readonly SampleRow[] {
  if (!rows) {
    const random = new SampleRandom(SEED);
    rows = sampleRows(sampleAgents(random), random);
  }
  return rows;
}

export const SAMPLES: readonly { readonly file: string; readonly version: SampleVersion; readonly locale: Locale }[] = [
  { file: "hotline-agents.xlsx", version: "mended", locale: "en" },
  { file: "hotline-agents.zh-CN.xlsx", version: "mended", locale: "zh-CN" },
  { file: "hotline-agents-draft.xlsx", version: "draft", locale: "en" },
  { file: "hotline-agents-draft.zh-CN.xlsx", version: "draft", locale: "zh-CN" },
];

/** The bytes of a sample workbook. All versions have the same numbers. */
export function sampleWorkbook(version: SampleVersion, locale: Locale): Uint8Array {
  const workbook = newXlsx();
  const tables: (readonly [keyof typeof SHEET_NAMES, XlsxSheetPlan])[] = [
    ["rubric", rubricSheet(version, locale)],
    ["scales", scalesSheet(version, locale)],
    ["metrics", metricsSheet(sharedRows(), locale)],
  ];
  for (const [key, plan] of tables) {
    const heights = new Map([[0, HEADER_HEIGHT]]);
    if (key === "rubric") for (let row = 1; row < plan.rows.length; row++) heights.set(row, RUBRIC_ROW_HEIGHT);
    workbook.addSheet(plan, { rowHeights: heights });
    workbook.addTable({
      name: SHEET_NAMES[key][locale],
      sheet: plan.name,
      row: 0,
      column: 0,
      rows: plan.rows.length,
      columns: plan.rows[0]!.length,
      style: TABLE_STYLE,
    });
  }
  // The functions would show the draft's defects as errors, and the draft is there to be checked.
  if (version === "mended") {
    workbook.addSheet(liveSheet(sharedRows(), locale), { rowHeights: new Map([[0, HEADER_HEIGHT]]) });
  }
  return workbook.save();
}
