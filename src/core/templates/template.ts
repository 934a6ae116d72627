import type { CriticalRule } from "../rubric/critical";
import type { MissingPolicy } from "../rubric/rubric";
import type { MethodId } from "../scoring/compile/registry";
import type { Localised } from "../text/locale";

/** A text in both languages, `English | 中文`. A text without both does not compile. */
export type Both = `${string} | ${string}`;

/** Splits a text at its first bar. */
export function both(text: Both): Localised {
  const at = text.indexOf(" | ");
  return { en: text.slice(0, at), "zh-CN": text.slice(at + " | ".length) };
}

/** The statement of the source; if it states nothing, or something wrong, a draft value and a mended value. */
export type Stated<T> = T | { readonly draft: T | null; readonly mended: T };

/** A gap of the source, which leaves the cell blank. The mended form holds a plausible value of ours. */
export const unstated = <T>(mended: T): Stated<T> => ({ draft: null, mended });

/** A statement of the source that cannot be meant, and the value that mends it. */
export const instead = <T>(draft: T, mended: T): Stated<T> => ({ draft, mended });

export type Form = "draft" | "mended";

/** The value of a cell in one of the two forms; null is a blank cell. */
export function statedIn<T extends string | number>(value: Stated<T> | undefined, form: Form): T | null {
  if (value === undefined) return null;
  return typeof value === "object" ? value[form] : value;
}

export interface IndicatorSpec {
  readonly name: Stated<Both>;
  readonly method: Stated<MethodId>;
  readonly points?: Stated<number>;
  /** Header of its column of Metrics; left out: the name in the mended form. For `team`: what to take of the team. */
  readonly metric?: Both;
  readonly zeroAt?: Stated<number>;
  readonly fullAt?: Stated<number>;
  readonly perEvent?: Stated<number>;
  readonly step?: Stated<number>;
  readonly limit?: Stated<number>;
  readonly scale?: Both;
  readonly ifMissing?: MissingPolicy;
  readonly critical?: CriticalRule;
  /** The rule in the words of the scheme. */
  readonly rule: Both;
  readonly note?: Both;
  /** Number format of the metric and of its thresholds; left out: `0`. */
  readonly show?: string;
  readonly sample?: SampleHint;
}

/** What the sample data of an indicator need beyond its own parameters. */
interface SampleHint {
  /** The metric of the worst and of the best agent, if the parameters do not state it. */
  readonly range?: readonly [worst: number, best: number];
  /** The average of the peers. */
  readonly middle?: number;
  /** Types of the raters of an agent, one rater each; left out: a superior and two peers. */
  readonly raters?: readonly ("customer" | "superior" | "peer" | "self")[];
  /** Events are rows of the Ledger instead of a column of Metrics. */
  readonly ledger?: true;
}

export interface RubricSpec {
  readonly name: Both;
  /** Indicators by section. */
  readonly sections: Readonly<Record<Both, readonly IndicatorSpec[]>>;
  /** Number of agents among the 40 of the sample; left out: all of them. */
  readonly people?: number;
  /** Each of these agents leads one team of the others. */
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
  /** Number format of the bounds; left out: `0`. */
  readonly show?: string;
}

interface SettingSpec {
  readonly setting: Both;
  readonly value: number;
  /** The rubric of the setting; left out: all rubrics. */
  readonly rubric?: Both;
}

/** A sheet with a table that scoring does not read, such as a Pareto table. */
export interface DataSheet {
  readonly name: Both;
  readonly headers: readonly Both[];
  /** Texts without a bar are the same in both languages; null is an empty cell for people to fill in. */
  readonly rows: readonly (readonly (string | number | null)[])[];
  readonly widths: readonly number[];
  /** Number format by column. */
  readonly shows?: Readonly<Record<number, string>>;
}

/** A known finding of the draft: in a column of the rubric, or in a row and column of a scale. */
type KnownFinding =
  | {
      readonly code: string;
      readonly column: RubricPlace;
      /** English names, `Rubric / Name` or `Section / Name` if several share the name; `all` for every indicator. */
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

/** A scheme to start from. One file holds everything about a template. */
export interface Template {
  /** The same as the file name. */
  readonly id: string;
  /** Number of the scheme, `T7`. */
  readonly number: string;
  readonly name: Both;
  /** One line: who the scheme is for, and what it weighs. */
  readonly summary: Both;
  readonly rubrics: readonly RubricSpec[];
  readonly scales?: Readonly<Record<Both, readonly ScaleRow[]>>;
  readonly settings?: readonly SettingSpec[];
  readonly sheets?: readonly DataSheet[];
  readonly known: readonly KnownFinding[];
}

export const defineTemplate = (template: Template): Template => template;

/** The same with every gap filled, for a template that borrows the part as a side matter. */
export function mendedForm<T>(part: T): T {
  if (typeof part !== "object" || part === null) return part;
  if (Array.isArray(part)) return part.map(mendedForm) as T;
  if ("mended" in part) return part.mended as T;
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, mendedForm(value)])) as T;
}
