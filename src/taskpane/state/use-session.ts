import { createContext, useContext, useMemo, useSyncExternalStore } from "react";
import type { Finding } from "../../core/rules/finding";
import type { Locale, Localised } from "../../core/text/locale";
import type { Book, FillPlan, ScoreOutcome } from "../../usecases";
import type { PaneState } from "./model";
import { periodOf, rubricOf } from "./model";
import type { PaneSession, PaneUseCases } from "./session";

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

/** The texts of one subject in the language of the pane. */
export function useText<T>(texts: Localised<T>): T {
  return texts[useLocale()];
}

/** Whether a person's action has to wait for work in hand. */
export function useBusy(): boolean {
  return usePaneState().work !== undefined;
}

export function useFindings(book: Book): readonly Finding[] {
  const { usecases } = useSession();
  const rubric = rubricOf(usePaneState());
  return useMemo(() => usecases.checkBook(book, { rubric }), [usecases, book, rubric]);
}

export function useOutcome(book: Book): ScoreOutcome {
  const { usecases } = useSession();
  const state = usePaneState();
  const [period, rubric] = [periodOf(state), rubricOf(state)];
  return useMemo(() => usecases.scoreBook(book, { period, rubric }), [usecases, book, period, rubric]);
}

export function useFillPlan(book: Book, outcome: ScoreOutcome): FillPlan {
  const { usecases } = useSession();
  const locale = useLocale();
  return useMemo(() => usecases.planEvaluation(book, outcome, locale), [usecases, book, outcome, locale]);
}

/** Written sheets that no longer agree with rubric or metrics. */
export function useStale(book: Book): ReturnType<PaneUseCases["staleEvaluations"]> {
  const { usecases } = useSession();
  return useMemo(() => usecases.staleEvaluations(book), [usecases, book]);
}
