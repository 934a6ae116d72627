import type { CellPlace } from "../../cell/place";
import type { Rubric } from "../../rubric/rubric";
import type { ScaleColumn } from "../../rubric/columns";
import type { Scale } from "../../rubric/scale";
import type { RubricSettings } from "../../rubric/settings";
import type { SettingKey } from "../../rubric/read-settings";
import type { ShowAs } from "../../text/format";
import type { Localised } from "../../text/locale";
import type { ComparedField } from "./indicator-fields";
import type { IndicatorPair } from "./match-indicators";

/** One of two compared rubrics, with everything needed to read it. */
export interface RubricSide {
  readonly rubric: Rubric;
  readonly scales: readonly Scale[];
  readonly settings: RubricSettings;
  /** How a metric is shown in its workbook. */
  readonly showAs: (metric: string) => ShowAs;
}

/** The facts of a change. Values are texts for people. */
type ChangeFacts =
  | {
      readonly kind: "indicator-added" | "indicator-removed";
      readonly indicator: string;
      readonly section: string;
      readonly points: number;
      readonly method: Localised;
    }
  | { readonly kind: "indicator-renamed"; readonly from: string; readonly to: string }
  | { readonly kind: "indicator-moved"; readonly indicator: string; readonly from: string; readonly to: string }
  | { readonly kind: "order" }
  | {
      readonly kind: "field";
      readonly indicator: string;
      readonly field: ComparedField;
      readonly from: Localised;
      readonly to: Localised;
    }
  | { readonly kind: "scale-added" | "scale-removed"; readonly scale: string }
  | { readonly kind: "row-added" | "row-removed"; readonly scale: string; readonly row: Localised }
  | {
      readonly kind: "row-changed";
      readonly scale: string;
      readonly row: Localised;
      readonly field: ScaleColumn;
      readonly from: Localised;
      readonly to: Localised;
    }
  | {
      readonly kind: "setting";
      readonly setting: SettingKey;
      /** "" for a setting that belongs to no section. */
      readonly section: string;
      readonly from: Localised;
      readonly to: Localised;
    };

/** One difference between two rubrics. */
export type RubricChange = ChangeFacts & {
  /** False for differences that never change a score: names, words, the order of indicators, outcomes of grades. */
  readonly scores: boolean;
  /** The cell in the first and in the second rubric; undefined without a cell, as for a setting. */
  readonly before: CellPlace | undefined;
  readonly after: CellPlace | undefined;
};

export interface RubricDifferences {
  readonly changes: readonly RubricChange[];
  readonly pairs: readonly IndicatorPair[];
}
