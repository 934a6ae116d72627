import { lazy, Suspense, useEffect, useMemo, useRef } from "react";
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { CheckmarkCircleFilled } from "@fluentui/react-icons";
import type { Finding, Fix, Severity } from "../../../core/checks/finding";
import type { Book } from "../../../usecases";
import { missingIn } from "../../state/model";
import { CHECK_TEXT } from "../../text/check";
import { useBusy, useFindings, usePaneState, useSession, useText } from "../../state/use-session";
import { EmptyState } from "../EmptyState";
import { CompareEntry } from "./compare/CompareEntry";
import { CompareView } from "./compare/CompareView";
import { FindingGroup } from "./FindingGroup";
import { RulesEntry } from "./rules/RulesEntry";

/** Loads when a person reads rules, because the rule reader is large. */
const RulesView = lazy(() => import(/* webpackChunkName: "read-rules" */ "./rules/RulesView"));

const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

const useStyles = makeStyles({
  title: {
    margin: 0,
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
  },
  clean: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: tokens.spacingVerticalS },
  good: { color: tokens.colorStatusSuccessForeground1, fontSize: "24px" },
  text: { margin: 0 },
  all: { alignSelf: "flex-start" },
});

/** The findings, with their mends. */
export function CheckTab({ book }: { readonly book: Book }): React.JSX.Element {
  const missing = missingIn(book, "check");
  const { comparing, rules } = usePaneState();
  if (rules?.open) {
    return (
      <Suspense>
        <RulesView book={book} rules={rules} />
      </Suspense>
    );
  }
  if (missing) return <EmptyState missing={missing} />;
  return comparing ? <CompareView book={book} comparing={comparing} /> : <Findings book={book} />;
}

function Findings({ book }: { readonly book: Book }): React.JSX.Element {
  const styles = useStyles();
  const session = useSession();
  const busy = useBusy();
  const text = useText(CHECK_TEXT);
  const findings = useFindings(book);
  const ordered = useMemo(
    () => SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity)),
    [findings],
  );
  const { heading, keepCard, focusAt } = useFocusAfterMending(ordered);
  const safe = ordered.filter((finding) => finding.fixes[0]?.kind === "safe");
  const mend = (some: readonly Finding[], chosen: readonly Finding[] = some): void => {
    focusAt(ordered.indexOf(some[0]!));
    void session.mend(chosen).then((mended) => {
      if (!mended) focusAt(undefined);
    });
  };
  // The one mend of a group stands in for those of its findings; each of them is counted.
  const mendBy = (some: readonly Finding[], fix: Fix): void =>
    mend(
      some,
      some.map((finding, index) => ({ ...finding, fixes: index === 0 ? [fix] : [] })),
    );

  return (
    <>
      <h2 ref={heading} tabIndex={-1} className={styles.title}>
        {findings.length === 0 && <CheckmarkCircleFilled className={styles.good} aria-hidden />}
        {findings.length === 0 ? text.clean : text.groupTitle(text.heading, findings.length)}
      </h2>
      {!findings.some((finding) => finding.severity !== "info") && (
        <Clean book={book} withNotes={findings.length > 0} />
      )}
      {safe.length > 1 && (
        <Button appearance="primary" className={styles.all} disabledFocusable={busy} onClick={() => mend(safe)}>
          {text.mendAll(safe.length)}
        </Button>
      )}
      {SEVERITIES.map((severity) => (
        <FindingGroup
          key={severity}
          severity={severity}
          findings={ordered.filter((finding) => finding.severity === severity)}
          onMend={mendBy}
          cardRef={keepCard}
        />
      ))}
      <CompareEntry book={book} />
      <RulesEntry />
    </>
  );
}

/**
 * The button of a mended finding vanishes. The focus then goes to the finding that moved into its place, or to the heading if none is left.
 * So a keyboard user goes on at the same place.
 */
function useFocusAfterMending(ordered: readonly Finding[]) {
  const heading = useRef<HTMLHeadingElement>(null);
  const cards = useRef(new Map<Finding, HTMLElement>());
  const wanted = useRef<number | undefined>(undefined);
  useEffect(() => {
    if (wanted.current === undefined) return;
    const next = ordered[Math.min(wanted.current, ordered.length - 1)];
    const card = next && cards.current.get(next);
    (card ?? heading.current)?.focus();
    wanted.current = undefined;
  }, [ordered]);
  const keepCard = (finding: Finding, card: HTMLElement | null): void => {
    if (card) cards.current.set(finding, card);
    else cards.current.delete(finding);
  };
  const focusAt = (index: number | undefined): void => {
    wanted.current = index;
  };
  return { heading, keepCard, focusAt };
}

function Clean({ book, withNotes }: { readonly book: Book; readonly withNotes: boolean }): React.JSX.Element {
  const styles = useStyles();
  const session = useSession();
  const text = useText(CHECK_TEXT);
  return (
    <section className={styles.clean}>
      <p className={styles.text}>{withNotes ? text.cleanWithNotes : text.cleanWhy}</p>
      {missingIn(book, "score") === undefined && (
        <Button appearance="primary" onClick={() => session.dispatch({ type: "tab-chosen", tab: "score" })}>
          {text.toScore}
        </Button>
      )}
    </section>
  );
}
