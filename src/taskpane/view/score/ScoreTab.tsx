import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { Book, ScoreOutcome } from "../../../usecases";
import { missingIn } from "../../state/model";
import { SCORE_TEXT } from "../../text/score";
import { useOutcome, usePaneState, useSession, useText } from "../../state/use-session";
import { NotScored } from "../NotScored";
import { EmptyState } from "../EmptyState";
import { AgentDetail } from "./AgentDetail";
import { AgentList } from "./AgentList";
import { NearLines } from "./NearLines";
import { Summary } from "./Summary";

const useStyles = makeStyles({
  set: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
});

/** Shows the totals before anything is written. */
export function ScoreTab({ book }: { readonly book: Book }): React.JSX.Element {
  const missing = missingIn(book, "score");
  return missing ? <EmptyState missing={missing} /> : <Scores book={book} />;
}

function Scores({ book }: { readonly book: Book }): React.JSX.Element {
  const outcome = useOutcome(book);
  const { openAgent, closedAgent } = usePaneState();
  if (outcome.sets.length === 0) return <NotScored findings={outcome.findings} />;
  if (openAgent) return <AgentDetail book={book} outcome={outcome} open={openAgent} />;
  return <Sets outcome={outcome} comingFrom={closedAgent?.agentId} />;
}

function Sets({
  outcome,
  comingFrom,
}: {
  readonly outcome: ScoreOutcome;
  readonly comingFrom: string | undefined;
}): React.JSX.Element {
  const styles = useStyles();
  const text = useText(SCORE_TEXT);
  const { answers } = useSession();
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The list resumes where the person left it for an agent.
    if (comingFrom === undefined) return;
    const row = [...(root.current?.querySelectorAll<HTMLElement>("[data-agent]") ?? [])].find(
      (button) => button.dataset.agent === comingFrom,
    );
    row?.focus();
  }, [comingFrom]);
  return (
    <div ref={root} className={styles.set}>
      {outcome.sets.map((set) => (
        <section key={set.rubric.rubric.name} className={styles.set} aria-label={set.rubric.rubric.name}>
          <h2 className={styles.title}>{outcome.sets.length > 1 ? set.rubric.rubric.name : text.heading}</h2>
          <Summary summary={answers.summary(set)} decimals={set.rubric.settings.decimals} />
          <NearLines set={set} />
          <AgentList set={set} />
        </section>
      ))}
    </div>
  );
}
