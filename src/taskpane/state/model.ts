import type { Localised, Locale } from "../../core/text/locale";
import type { Book, Rules } from "../../usecases";
import type { RuleChanges } from "../../usecases/rules";
import type { AppliedChange } from "../../workbook/host";
import type { FailureKind } from "../../workbook/failure";
import type { Missing } from "../text/empty";
import type { AgentView } from "./agents";

export const PANE_TABS = ["check", "score", "fill"] as const;

export type PaneTab = (typeof PANE_TABS)[number];

/** Work that takes time; one at a time. */
export type Work = "reading" | "mending" | "filling" | "inserting" | "applying" | "undoing";

interface WorkInHand {
  readonly kind: Work;
  /** 0 to 1. */
  readonly share: number;
  readonly cancelling: boolean;
}

export interface PaneFailure {
  readonly during: Work | "showing" | "remembering" | "opening";
  readonly kind: FailureKind;
  readonly detail: string;
}

/** Something done to the workbook that can be taken back. */
export interface Done {
  /** The book it was done on; while it is still on show, the pane has not caught up. */
  readonly from: Book | undefined;
  readonly change: AppliedChange;
  readonly what:
    | { readonly kind: "mended"; readonly count: number }
    /** What rules say. */
    | {
        readonly kind: "applied";
        readonly rows: number;
        /** Sheets that were made for it. */
        readonly sheets: readonly string[];
        /** The text that was pasted, so that taking back gives it back; "" where the rules stood in the workbook. */
        readonly pasted: string;
      }
    /** The sheets of a template. */
    | { readonly kind: "inserted"; readonly name: Localised }
    | {
        readonly kind: "filled";
        readonly sheet: string;
        /** Whether the sheet was there before. */
        readonly replaced: boolean;
        readonly agents: number;
        readonly open: number;
      };
}

/**
 * How a change stands. `refused`: it was to be taken back, but what was written has changed since. `lost`: it can never be taken back
 * any more.
 */
export interface Noticed {
  readonly done: Done;
  readonly stands: "done" | "undone" | "refused" | "lost";
  /** For a support request; empty unless refused or lost. */
  readonly detail: string;
}

/** A period that was chosen, and the newest one there was then: when a newer one arrives, the choice is over. */
export interface PeriodChoice {
  readonly period: string;
  readonly newest: string;
}

export interface OpenAgent {
  readonly rubric: string;
  readonly agentId: string;
}

/** Two rubrics that are set side by side. */
export interface Comparing {
  readonly before: string;
  readonly after: string;
  /** The rubric `after` is compared with what it was before the edits, and not with another one. */
  readonly edits: boolean;
}

/** Rules that are being read: of the rubric or of pasted text, and what was changed of them. */
export interface RulesView {
  /** Whether they are on show; what was pasted and answered is kept while they are not. */
  readonly open: boolean;
  readonly source: "rubric" | "pasted";
  readonly pasted: string;
  readonly changes: RuleChanges;
}

export interface PaneState {
  readonly locale: Locale;
  readonly tab: PaneTab;
  readonly book: Book | undefined;
  readonly work: WorkInHand | undefined;
  readonly failure: PaneFailure | undefined;
  /** The workbook has changed since it was read. */
  readonly outdated: boolean;
  /** False where this Excel cannot tell the pane about changes. */
  readonly listening: boolean;
  /** Newest last, and taken back from the last on; one that was refused goes to the end of the queue. */
  readonly done: readonly Done[];
  /** What the person is told about: the last change, or what became of taking it back. Undefined once dismissed. */
  readonly noticed: Noticed | undefined;
  /** Undefined: all rubrics. */
  readonly rubric: string | undefined;
  readonly period: PeriodChoice | undefined;
  readonly views: Readonly<Record<string, AgentView>>;
  /** Points within which a total counts as close to a grade line. */
  readonly margin: number;
  readonly openAgent: OpenAgent | undefined;
  /** The one that was open last: where the list is taken up again. */
  readonly closedAgent: OpenAgent | undefined;
  /** The rules as they stood when the pane first read them, or at the last Fill: what edits are compared with. */
  readonly earlier: Rules | undefined;
  /** Under Check, two rubrics are compared instead of showing findings. */
  readonly comparing: Comparing | undefined;
  /** The question whether the sheet may be replaced stands open. */
  readonly confirming: boolean;
  /** The question whether this sheet may be taken back although it was edited stands open. */
  readonly overwriting: Done | undefined;
  /** Under Check, rules are read instead of showing findings. Undefined until somebody first asks for it. */
  readonly rules: RulesView | undefined;
  /** The templates are on show, in the place of the tab. */
  readonly choosing: boolean;
  /** Said to screen readers; the number tells two equal sentences apart. */
  readonly said: { readonly number: number; readonly text: Localised };
}

/** Points within which a total counts as close to a grade line, until somebody says otherwise. */
const FIRST_MARGIN = 0.5;

export function firstState(locale: Locale): PaneState {
  return {
    locale,
    tab: "check",
    book: undefined,
    work: { kind: "reading", share: 0, cancelling: false },
    failure: undefined,
    outdated: false,
    listening: true,
    done: [],
    noticed: undefined,
    rubric: undefined,
    period: undefined,
    views: {},
    margin: FIRST_MARGIN,
    openAgent: undefined,
    closedAgent: undefined,
    earlier: undefined,
    comparing: undefined,
    confirming: false,
    overwriting: undefined,
    rules: undefined,
    choosing: false,
    said: { number: 0, text: { en: "", "zh-CN": "" } },
  };
}

/** Rules as they were left, else beginning with those that the rubric has, or with text to be pasted. */
export function openedRules({ rules, book }: PaneState): RulesView {
  return rules ? { ...rules, open: true } : firstRules(book);
}

function firstRules(book: Book | undefined): RulesView {
  const rubrics = book?.subject.rubrics ?? [];
  const hasWords = rubrics.some(({ indicators }) => indicators.some(({ rule }) => rule !== ""));
  return { open: true, source: hasWords ? "rubric" : "pasted", pasted: "", changes: {} };
}

/** The rubric that is looked at; a choice that the workbook no longer has counts as none. */
export function rubricOf(state: PaneState): string | undefined {
  return state.book?.summary.rubrics.find((rubric) => rubric.name === state.rubric)?.name;
}

/**
 * What is compared of these rubrics: those chosen while the workbook has them, else the first two; of a single one its edits. Undefined where
 * there is nothing to compare.
 *
 * @param earlier names of the rubrics that there were before the edits
 */
export function comparedOf(
  names: readonly string[],
  earlier: readonly string[],
  wanted: Comparing,
): Comparing | undefined {
  if (wanted.edits || names.length < 2) {
    const edited = names.find((name) => name === wanted.after && earlier.includes(name));
    const after = edited ?? names.find((name) => earlier.includes(name));
    if (after !== undefined) return { before: after, after, edits: true };
  }
  const before = names.find((name) => name === wanted.before) ?? names.find((name) => name !== wanted.after);
  const after = names.find((name) => name === wanted.after && name !== before) ?? names.find((name) => name !== before);
  return before === undefined || after === undefined ? undefined : { before, after, edits: false };
}

/** The period that is scored: the chosen one, else the newest. */
export function periodOf(state: PaneState): string | undefined {
  const periods = state.book?.summary.periods ?? [];
  const choice = state.period;
  return choice && choice.newest === periods[0] && periods.includes(choice.period) ? choice.period : periods[0];
}

/** What stands in the way before anything can be done: of a tab, the first thing that is missing. */
export function missingIn(book: Book, tab: PaneTab): Missing | undefined {
  const { tables, rubrics, agentCount, periods } = book.summary;
  if (tables.rubric === undefined) return "rubric";
  if (rubrics.length === 0) return "rubric-rows";
  if (tab === "check") return undefined;
  if (tables.metrics === undefined) return "metrics";
  if (agentCount === 0) return "agents";
  return periods.length === 0 ? "period" : undefined;
}
