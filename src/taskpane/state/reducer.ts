import type { Localised, Locale } from "../../core/text/locale";
import type { Book, Rules } from "../../usecases";
import type { AgentView } from "./agents";
import type {
  Comparing,
  Done,
  Noticed,
  OpenAgent,
  PaneFailure,
  PaneState,
  PaneTab,
  PeriodChoice,
  RulesView,
  Work,
} from "./model";

/** Every event of the pane. */
export type PaneEvent =
  | { readonly type: "work-started"; readonly kind: Work; readonly keepsFailure: boolean }
  | { readonly type: "work-progressed"; readonly share: number }
  | { readonly type: "work-cancelling" }
  | { readonly type: "work-ended" }
  | { readonly type: "book-read"; readonly book: Book }
  | { readonly type: "failed"; readonly failure: PaneFailure }
  | { readonly type: "failure-dismissed" }
  | { readonly type: "workbook-changed" }
  | { readonly type: "listening-failed" }
  | { readonly type: "done"; readonly done: Done }
  | { readonly type: "done-dismissed" }
  | { readonly type: "undone"; readonly done: Done }
  | { readonly type: "undo-refused"; readonly done: Done; readonly detail: string }
  | { readonly type: "undo-lost"; readonly done: Done; readonly detail: string }
  | { readonly type: "asked-to-overwrite"; readonly done: Done }
  | { readonly type: "answered-overwrite" }
  | { readonly type: "locale-chosen"; readonly locale: Locale }
  | { readonly type: "tab-chosen"; readonly tab: PaneTab }
  | { readonly type: "rubric-chosen"; readonly rubric: string | undefined }
  | { readonly type: "period-chosen"; readonly period: PeriodChoice | undefined }
  | { readonly type: "view-changed"; readonly rubric: string; readonly view: AgentView }
  | { readonly type: "margin-chosen"; readonly margin: number }
  | { readonly type: "agent-opened"; readonly agent: OpenAgent | undefined }
  | { readonly type: "rules-changed"; readonly rules: RulesView }
  | { readonly type: "templates-opened" }
  | { readonly type: "templates-closed" }
  | { readonly type: "rules-kept"; readonly rules: Rules }
  | { readonly type: "compared"; readonly comparing: Comparing | undefined }
  | { readonly type: "copies-counted"; readonly count: number }
  | { readonly type: "asked-to-replace" }
  | { readonly type: "answered-replace" }
  | { readonly type: "said"; readonly text: Localised };

export function reduce(state: PaneState, event: PaneEvent): PaneState {
  switch (event.type) {
    case "work-started":
      return {
        ...state,
        work: { kind: event.kind, share: 0, cancelling: false },
        failure: event.keepsFailure ? state.failure : lasting(state.failure),
      };
    case "work-progressed":
      return state.work ? { ...state, work: { ...state.work, share: event.share } } : state;
    case "work-cancelling":
      return state.work ? { ...state, work: { ...state.work, cancelling: true } } : state;
    case "work-ended":
      return { ...state, work: undefined };
    case "book-read":
      return { ...state, book: event.book, outdated: false };
    case "copies-counted":
      return { ...state, copies: event.count };
    case "failed":
      return { ...state, failure: event.failure };
    case "failure-dismissed":
      return { ...state, failure: undefined };
    case "workbook-changed":
      return { ...state, outdated: true };
    case "listening-failed":
      return { ...state, listening: false };
    case "done":
      return { ...state, done: [...state.done, event.done], noticed: noticed(event.done, "done") };
    case "done-dismissed":
      return { ...state, noticed: undefined };
    case "undone":
      return {
        ...state,
        done: without(state.done, event.done),
        noticed: noticed(event.done, "undone"),
        rules: withPasted(state.rules, event.done),
      };
    case "undo-refused":
      // Other changes can still be undone. This one can be tried again after them, in case its cells are as they were.
      return {
        ...state,
        done: [event.done, ...without(state.done, event.done)],
        noticed: noticed(event.done, "refused", event.detail),
      };
    case "undo-lost":
      return {
        ...state,
        done: without(state.done, event.done),
        noticed: noticed(event.done, "lost", event.detail),
      };
    case "asked-to-overwrite":
      return { ...state, overwriting: event.done };
    case "answered-overwrite":
      return { ...state, overwriting: undefined };
    case "locale-chosen":
      return { ...state, locale: event.locale };
    case "tab-chosen":
      return { ...state, tab: event.tab, closedAgent: undefined, choosing: false };
    case "rubric-chosen":
      return { ...state, rubric: event.rubric };
    case "period-chosen":
      return { ...state, period: event.period };
    case "view-changed":
      return { ...state, views: { ...state.views, [event.rubric]: event.view } };
    case "margin-chosen":
      return { ...state, margin: event.margin };
    case "agent-opened":
      return { ...state, openAgent: event.agent, closedAgent: event.agent ? undefined : state.openAgent };
    case "rules-changed":
      return { ...state, rules: event.rules, tab: "check", choosing: false };
    case "templates-opened":
      return { ...state, choosing: true };
    case "templates-closed":
      return { ...state, choosing: false };
    case "rules-kept":
      return { ...state, earlier: event.rules };
    case "compared":
      return { ...state, comparing: event.comparing };
    case "asked-to-replace":
      return { ...state, confirming: true };
    case "answered-replace":
      return { ...state, confirming: false };
    case "said":
      return { ...state, said: { number: state.said.number + 1, text: event.text } };
  }
}

function noticed(done: Done, stands: Noticed["stands"], detail = ""): Noticed {
  return { done, stands, detail };
}

/** An undo of pasted rows gives the text back. */
function withPasted(rules: RulesView | undefined, { what }: Done): RulesView | undefined {
  if (!rules || what.kind !== "applied" || what.pasted === "") return rules;
  return { ...rules, source: "pasted", pasted: what.pasted };
}

function without(all: readonly Done[], one: Done): readonly Done[] {
  return all.filter((entry) => entry !== one);
}

/** A choice that could not be kept stays on show. Any other failure ends with the next action. */
function lasting(failure: PaneFailure | undefined): PaneFailure | undefined {
  return failure?.during === "remembering" ? failure : undefined;
}
