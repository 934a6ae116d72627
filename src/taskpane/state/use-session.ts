import { createContext, useContext, useSyncExternalStore } from "react";
import type { Finding } from "../../core/checks/finding";
import type { Locale, Localised } from "../../core/text/locale";
import type { Book, FillPlan, RubricComparison, ScoreOutcome, StaleEvaluation } from "../../usecases";
import type { Comparing, PaneState } from "./model";
import { periodOf, rubricOf } from "./model";
import type { PaneSession } from "./session";

const SessionContext = createContext<PaneSession | undefined>(undefined);

export const SessionProvider = SessionContext.Provider;

export function useSession(): PaneSession {
  const session = useContext(SessionContext);
  if (!session) throw new Error("useSession is used outside of SessionProvider");
  return session;
}

export function usePaneState(): PaneState {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, session.state);
}

export function useLocale(): Locale {
  return usePaneState().locale;
}

/** The texts of one subject in the pane's language. */
export function useText<T>(texts: Localised<T>): T {
  return texts[useLocale()];
}

/** Whether a person's action has to wait for running work. */
export function useBusy(): boolean {
  return usePaneState().work !== undefined;
}

export function useFindings(book: Book): readonly Finding[] {
  const { answers } = useSession();
  return answers.findings(book, rubricOf(usePaneState()));
}

export function useOutcome(book: Book): ScoreOutcome {
  const { answers } = useSession();
  const state = usePaneState();
  return answers.outcome(book, periodOf(state), rubricOf(state));
}

export function useFillPlan(book: Book): FillPlan {
  const { answers } = useSession();
  const state = usePaneState();
  return answers.fillPlan(book, periodOf(state), rubricOf(state), state.locale);
}

/** Two rubrics of the book, or a rubric and its earlier state, compared for the period on show. */
export function useComparison(book: Book, comparing: Comparing): RubricComparison {
  const { answers } = useSession();
  const state = usePaneState();
  return answers.comparison(book, comparing, state.earlier, periodOf(state));
}

/** The Fill that settles a finding about a filled sheet. Undefined for other findings. */
export function useRefill(
  book: Book | undefined,
  { at }: Finding,
): { readonly period: string; readonly rubric: string | undefined } | undefined {
  const about = book?.subject.evaluations.find(({ sheet }) => sheet === at?.sheet);
  if (!book || !about) return undefined;
  const { period, rubric } = about.evaluation;
  return book.summary.periods.includes(period) ? { period, rubric } : undefined;
}

/** Written sheets that no longer agree with rubric or metrics. */
export function useStale(book: Book): readonly StaleEvaluation[] {
  return useSession().answers.stale(book);
}
