import type { CriticalRule, MissingPolicy } from "../rubric/rubric";
import type { MethodId } from "../scoring/compile/registry";
import type { Localised } from "../text/locale";

/** A text in both languages, `English | 中文`: leaving one out does not compile. */
export type Both = `${string} | ${string}`;

/** Splits a text at its first bar. */
export function both(text: Both): Localised {
  const at = text.indexOf(" | ");
  return { en: text.slice(0, at), "zh-CN": text.slice(at + " | ".length) };
}

/** What the source says, or where it says nothing or something wrong, that and what mends it. */
export type Stated<T> = T | { readonly draft: T | null; readonly mended: T };

/** A hole: the source does not state it, so the cell stays blank; the mended form holds a plausible value, which is ours. */
export const unstated = <T>(mended: T): Stated<T> => ({ draft: null, mended });

/** What the source states in a way that cannot be meant, and what mends it. */
export const instead = <T>(draft: T, mended: T): Stated<T> => ({ draft, mended });

export type Form = "draft" | "mended";

/** What stands in a cell in one of the two forms; null is a blank cell. */
export function statedIn<T extends string | number>(value: Stated<T> | undefined, form: Form): T | null {
  if (value === undefined) return null;
  return typeof value === "object" ? value[form] : value;
}

export interface IndicatorSpec {
  readonly name: Stated<Both>;
  readonly method: Stated<MethodId>;
  readonly points?: Stated<number>;
  /** Header of its column of Metrics; left out: the name in the mended form. For `team` what is taken of the team. */
  readonly metric?: Both;
  readonly zeroAt?: Stated<number>;
  readonly fullAt?: Stated<number>;
  readonly perEvent?: Stated<number>;
  readonly step?: Stated<number>;
  readonly limit?: Stated<number>;
  readonly scale?: Both;
  readonly ifMissing?: MissingPolicy;
  readonly critical?: CriticalRule;
  /** The rule in words, as the scheme states it. */
  readonly rule: Both;
  readonly note?: Both;
  /** Number format of the metric and of its thresholds; `0` when left out. */
  readonly show?: string;
  readonly sample?: SampleHint;
}

/** What the made-up data of an indicator need beyond its own parameters. */
interface SampleHint {
  /** The metric of the worst and of the best agent, where the parameters do not tell. */
  readonly range?: readonly [worst: number, best: number];
  /** What peers come to on average. */
  readonly middle?: number;
  /** Types of the people who rate an agent, one each; a superior and two peers when left out. */
  readonly raters?: readonly ("customer" | "superior" | "peer" | "self")[];
  /** Events stand in the Ledger instead of a column of Metrics. */
  readonly ledger?: true;
}

export interface RubricSpec {
  readonly name: Both;
  /** Indicators by section. */
  readonly sections: Readonly<Record<Both, readonly IndicatorSpec[]>>;
  /** Agents among the 40 of the sample; all of them when left out. */
  readonly people?: number;
  /** Each of them leads one team of the others. */
  readonly leads?: true;
}

export interface ScaleRow {
  readonly grade?: Both | string;
  readonly from?: Stated<number>;
  readonly to?: Stated<number>;
  readonly ends?: "[)" | "(]" | "[]" | "()";
  readonly points?: Stated<number>;
  readonly share?: Stated<number>;
  readonly shareTo?: Stated<number>;
  readonly outcome?: Both;
  /** Number format of the bounds; `0` when left out. */
  readonly show?: string;
}

interface SettingSpec {
  readonly setting: Both;
  readonly value: number;
  /** The rubric it holds for; all when left out. */
  readonly rubric?: Both;
}

/** A sheet with a table that nothing is scored by, such as a Pareto table. */
export interface DataSheet {
  readonly name: Both;
  readonly headers: readonly Both[];
  /** Texts without a bar are the same in both languages; null is a cell to be filled in. */
  readonly rows: readonly (readonly (string | number | null)[])[];
  readonly widths: readonly number[];
  /** Number format by column. */
  readonly shows?: Readonly<Record<number, string>>;
}

/** A finding that the draft is known to raise: in a column of the rubric, or in a row and column of a scale. */
type KnownFinding =
  | {
      readonly code: string;
      readonly column: RubricPlace;
      /** English names, `Rubric / Name` or `Section / Name` where several have it; `all` for every indicator. */
      readonly of: readonly string[] | "all";
    }
  | {
      readonly code: string;
      readonly scale: string;
      readonly row: number;
      readonly column: ScalePlace;
    };

type ScalePlace = "scale" | "from" | "points" | "share";
type RubricPlace = "indicator" | "points" | "method" | "zeroAt" | "fullAt" | "perEvent";

/** A scheme to start from. One file holds all there is to know about it. */
export interface Template {
  /** Equals the file name. */
  readonly id: string;
  /** Number under which the scheme is known, `T7`. */
  readonly number: string;
  readonly name: Both;
  /** One line: for whom it is and what it weighs. */
  readonly summary: Both;
  readonly rubrics: readonly RubricSpec[];
  readonly scales?: Readonly<Record<Both, readonly ScaleRow[]>>;
  readonly settings?: readonly SettingSpec[];
  readonly sheets?: readonly DataSheet[];
  readonly known: readonly KnownFinding[];
}

export const defineTemplate = (template: Template): Template => template;

/** The same with every hole filled, for a part that is borrowed by another template and is not the point of it. */
export function mendedForm<T>(part: T): T {
  if (typeof part !== "object" || part === null) return part;
  if (Array.isArray(part)) return part.map(mendedForm) as T;
  if ("mended" in part) return part.mended as T;
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, mendedForm(value)])) as T;
}
