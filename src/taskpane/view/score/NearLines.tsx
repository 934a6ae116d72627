import { useMemo, useState } from "react";
import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import type { EvaluationSet } from "../../../core/scoring/model/evaluation";
import { SCORE_TEXT } from "../../text/score";
import { useLocale, usePaneState, useSession, useText } from "../../state/use-session";

const useStyles = makeStyles({
  root: { fontSize: tokens.fontSizeBase300 },
  summary: { cursor: "pointer", fontWeight: tokens.fontWeightSemibold },
  content: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalXS,
    marginTop: tokens.spacingVerticalXS,
  },
  list: { listStyleType: "none", margin: 0, padding: 0, width: "100%" },
  near: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "space-between",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
  },
  name: { minWidth: 0, justifyContent: "flex-start", paddingLeft: 0 },
  distance: { fontSize: tokens.fontSizeBase200, fontVariantNumeric: "tabular-nums" },
  text: { margin: 0, fontSize: tokens.fontSizeBase200 },
});

/** Lines shown at first. More follow on demand. */
const AT_ONCE = 10;

/** Agents within a margin of a line between two grades. The list is folded away and computed when a person opens it. */
export function NearLines({ set }: { readonly set: EvaluationSet }): React.JSX.Element | null {
  const styles = useStyles();
  const text = useText(SCORE_TEXT);
  const [open, setOpen] = useState(false);
  if (set.rubric.grades.length < 2) return null;
  return (
    <details className={styles.root} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>{text.near}</summary>
      {open && <Near set={set} />}
    </details>
  );
}

function Near({ set }: { readonly set: EvaluationSet }): React.JSX.Element {
  const styles = useStyles();
  const session = useSession();
  const { margin } = usePaneState();
  const locale = useLocale();
  const text = useText(SCORE_TEXT);
  const [shown, setShown] = useState(AT_ONCE);
  const near = useMemo(() => session.answers.nearLines(set, margin, locale), [session, set, margin, locale]);
  const rubric = set.rubric.rubric.name;
  const more = Math.min(AT_ONCE, near.length - shown);
  return (
    <div className={styles.content}>
      <Field label={text.margin} size="small">
        <Input
          type="number"
          size="small"
          min={0}
          step={0.1}
          defaultValue={String(margin)}
          onChange={({ currentTarget }) => {
            const chosen = currentTarget.valueAsNumber;
            if (chosen >= 0) session.dispatch({ type: "margin-chosen", margin: chosen });
          }}
        />
      </Field>
      {near.length === 0 && <p className={styles.text}>{text.nobodyNear}</p>}
      <ul className={styles.list}>
        {near.slice(0, shown).map(({ agentId, name, total, grade, distance, side }) => (
          <li key={`${agentId} ${grade}`} className={styles.near}>
            <Button
              appearance="transparent"
              size="small"
              className={styles.name}
              onClick={() => session.dispatch({ type: "agent-opened", agent: { rubric, agentId } })}
            >
              {name} {total}
            </Button>
            <span className={styles.distance}>
              {side === "at"
                ? text.nearAt(grade)
                : (side === "below" ? text.nearBelow : text.nearAbove)(distance, grade)}
            </span>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Button size="small" onClick={() => setShown(shown + AT_ONCE)}>
          {text.nearMore(more)}
        </Button>
      )}
    </div>
  );
}
