import type { Localised, Locale } from "../../core/text/locale";
import type { Book, Rules } from "../../usecases";
import type { RuleChanges } from "../../usecases/rules";
import type { AppliedChange } from "../../workbook/host";
import type { FailureKind } from "../../workbook/failure";
import type { Missing } from "../text/empty";
import type { AgentView } from "./agents";

export const PANE_TABS = ["check", "score", "fill"] as const;

export type PaneTab = (typeof PANE_TABS)[number];

/** Long work; only one at a time. */
export type Work = "reading" | "mending" | "filling" | "inserting" | "applying" | "undoing" | "removing";

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

/** A change of the workbook that can be undone. */
export interface Done {
  /** The book before the change. While it is still on show, the pane has not caught up. */
  readonly from: Book | undefined;
  readonly change: AppliedChange;
  readonly what:
    | { readonly kind: "mended"; readonly count: number }
    /** Rules that were applied. */
    | {
        readonly kind: "applied";
        readonly rows: number;
        /** Sheets made for the rules. */
        readonly sheets: readonly string[];
        /** The pasted text, which an undo gives back; "" for rules of the workbook. */
        readonly pasted: string;
      }
    /** The sheets of a template. */
    | { readonly kind: "inserted"; readonly name: Localised }
    | {
        readonly kind: "filled";
        readonly sheet: string;
        /** Whether the sheet existed before. */
        readonly replaced: boolean;
        readonly agents: number;
        readonly open: number;
      };
}

/**
 * The standing of a change. `refused`: an undo failed because the written content has changed since. `lost`: the change can never be
 * undone.
 */
export interface Noticed {
  readonly done: Done;
  readonly stands: "done" | "undone" | "refused" | "lost";
  /** For a support request. Empty unless refused or lost. */
  readonly detail: string;
}

/** A chosen period, with the newest period at that time. The choice ends when a newer period arrives. */
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
  /** Compares the rubric `after` with its state before the edits, instead of with another rubric. */
  readonly edits: boolean;
}

/** Rules during reading, of the rubric or of pasted text, with a person's changes. */
export interface RulesView {
  /** Whether the rules are on show. Pasted text and answers are kept while they are not. */
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
  /** False if this Excel cannot report changes. */
  readonly listening: boolean;
  /** Undoable changes, newest last, undone from the last one. A refused change moves to the end of the queue. */
  readonly done: readonly Done[];
  /** The notice for the person: the last change, or the result of its undo. Undefined once dismissed. */
  readonly noticed: Noticed | undefined;
  /** Undefined: all rubrics. */
  readonly rubric: string | undefined;
  readonly period: PeriodChoice | undefined;
  readonly views: Readonly<Record<string, AgentView>>;
  /** Totals within so many points of a grade line count as close. */
  readonly margin: number;
  readonly openAgent: OpenAgent | undefined;
  /** The last open agent. The list resumes there. */
  readonly closedAgent: OpenAgent | undefined;
  /** The rules at the first reading or the last Fill. Edits are compared with them. */
  readonly earlier: Rules | undefined;
  /** Makes Check compare two rubrics instead of showing findings. */
  readonly comparing: Comparing | undefined;
  /** Hidden copies of replaced sheets in the workbook, kept for undo. */
  readonly copies: number;
  /** True while the person is asked whether the sheet may be replaced. */
  readonly confirming: boolean;
  /** The change for which the person is asked whether an edited sheet may be overwritten. */
  readonly overwriting: Done | undefined;
  /** Makes Check read rules instead of showing findings. Undefined until the first request. */
  readonly rules: RulesView | undefined;
  /** Shows the templates in place of the tab. */
  readonly choosing: boolean;
  /** The sentence for screen readers. The number tells two equal sentences apart. */
  readonly said: { readonly number: number; readonly text: Localised };
}

/** The margin in points until the person chooses another. */
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
    copies: 0,
    confirming: false,
    overwriting: undefined,
    rules: undefined,
    choosing: false,
    said: { number: 0, text: { en: "", "zh-CN": "" } },
  };
}

/** The rules as the person left them. At first, the rubric's own rules if it has any, else text to be pasted. */
export function openedRules({ rules, book }: PaneState): RulesView {
  return rules ? { ...rules, open: true } : firstRules(book);
}

function firstRules(book: Book | undefined): RulesView {
  const rubrics = book?.subject.rubrics ?? [];
  const hasWords = rubrics.some(({ indicators }) => indicators.some(({ rule }) => rule !== ""));
  return { open: true, source: hasWords ? "rubric" : "pasted", pasted: "", changes: {} };
}

/** The rubric on show. A choice that the workbook no longer has counts as none. */
export function rubricOf(state: PaneState): string | undefined {
  return state.book?.summary.rubrics.find((rubric) => rubric.name === state.rubric)?.name;
}

/**
 * The two rubrics to compare: the chosen ones while the workbook has them, else the first two. A single rubric is compared with its state
 * before the edits. Undefined if there is nothing to compare.
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

/** The period to score: the chosen one, else the newest. */
export function periodOf(state: PaneState): string | undefined {
  const periods = state.book?.summary.periods ?? [];
  const choice = state.period;
  return choice && choice.newest === periods[0] && periods.includes(choice.period) ? choice.period : periods[0];
}

/** The first thing that a tab lacks. */
export function missingIn(book: Book, tab: PaneTab): Missing | undefined {
  const { tables, rubrics, agentCount, periods } = book.summary;
  if (tables.rubric === undefined) return "rubric";
  if (rubrics.length === 0) return "rubric-rows";
  if (tab === "check") return undefined;
  if (tables.metrics === undefined) return "metrics";
  if (agentCount === 0) return "agents";
  return periods.length === 0 ? "period" : undefined;
}
