import { useRef } from "react";
import { Button, makeStyles, ProgressBar, tokens, useRestoreFocusTarget } from "@fluentui/react-components";
import type { Book, ScoreOutcome } from "../../../usecases";
import { missingIn } from "../../state/model";
import { LANGUAGE_NAME, SHELL_TEXT } from "../../text/shell";
import { FILL_TEXT } from "../../text/fill";
import {
  useBusy,
  useFillPlan,
  useLocale,
  useOutcome,
  usePaneState,
  useSession,
  useText,
} from "../../state/use-session";
import { ConfirmDialog } from "../ConfirmDialog";
import { NotScored } from "../NotScored";
import { EmptyState } from "../EmptyState";
import { StaleNotice } from "./StaleNotice";
import { UndoCopies } from "./UndoCopies";

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  text: { margin: 0 },
  facts: {
    margin: 0,
    display: "grid",
    gridTemplateColumns: "auto minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
  },
  fact: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0 },
  note: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  fill: { minWidth: 0 },
  // The space stays free while nothing runs, so that a progress bar moves nothing below it.
  progress: { minHeight: "28px", fontSize: tokens.fontSizeBase200 },
});

/** Writes the evaluation sheet. */
export function FillTab({ book }: { readonly book: Book }): React.JSX.Element {
  const missing = missingIn(book, "fill");
  return (
    <>
      {missing ? <EmptyState missing={missing} /> : <MayFill book={book} />}
      <UndoCopies />
    </>
  );
}

function MayFill({ book }: { readonly book: Book }): React.JSX.Element {
  const outcome = useOutcome(book);
  if (outcome.sets.length === 0) return <NotScored findings={outcome.findings} />;
  return <Fill book={book} outcome={outcome} />;
}

function Fill({ book, outcome }: { readonly book: Book; readonly outcome: ScoreOutcome }): React.JSX.Element {
  const styles = useStyles();
  const session = useSession();
  const locale = useLocale();
  const { work, confirming } = usePaneState();
  const busy = useBusy();
  const text = useText(FILL_TEXT);
  const shell = useText(SHELL_TEXT);
  const restoreFocus = useRestoreFocusTarget();
  const actions = useRef<HTMLDivElement>(null);
  const plan = useFillPlan(book);
  const { name, rows } = plan.sheet;
  const summaries = outcome.sets.map((set) => session.answers.summary(set));
  const agents = summaries.reduce((sum, summary) => sum + summary.agents, 0);
  const open = summaries.reduce((sum, summary) => sum + summary.pending + summary.failed, 0);
  const filling = work?.kind === "filling";
  const focusFill = (): void => actions.current?.querySelector("button")?.focus();

  const facts = [
    { label: text.sheet, value: name },
    { label: text.content, value: text.contentOf(agents, rows[0]?.length ?? 0) },
    ...(open > 0 ? [{ label: text.withoutTotal, value: text.withoutTotalOf(open) }] : []),
    { label: text.wording, value: LANGUAGE_NAME[locale] },
  ];
  return (
    <>
      <h2 className={styles.title}>{text.heading}</h2>
      <StaleNotice book={book} />
      <p className={styles.text}>{text.what}</p>
      <p className={styles.note}>{text.ownUndo}</p>
      <dl className={styles.facts}>
        {facts.map(({ label, value }) => [
          <dt key={`${label}-label`} className={styles.fact}>
            {label}
          </dt>,
          <dd key={label} className={styles.value}>
            {value}
          </dd>,
        ])}
      </dl>
      <div ref={actions} className={styles.actions}>
        <Button
          {...restoreFocus}
          appearance="primary"
          className={styles.fill}
          disabledFocusable={busy}
          onClick={() => void session.fill(plan, { agents, open })}
        >
          {text.fill(name)}
        </Button>
        {filling && (
          <Button
            disabledFocusable={work.cancelling}
            onClick={() => {
              focusFill();
              session.cancel();
            }}
          >
            {work.cancelling ? shell.cancelling : shell.cancel}
          </Button>
        )}
      </div>
      <div className={styles.progress} aria-busy={filling}>
        {filling ? (
          <>
            <ProgressBar aria-label={text.filling} value={work.share} />
            {text.progress(Math.floor(work.share * 100))}
          </>
        ) : (
          plan.exists && <p className={styles.note}>{text.exists(name)}</p>
        )}
      </div>
      <ConfirmDialog
        open={confirming}
        title={text.confirmTitle(name)}
        body={text.confirmBody}
        yes={text.replace}
        no={text.keep}
        onYes={() => void session.answerReplace(plan, { agents, open })}
        onNo={() => session.dispatch({ type: "answered-replace" })}
      />
    </>
  );
}
