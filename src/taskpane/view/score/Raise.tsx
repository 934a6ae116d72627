import { useMemo } from "react";
import { makeStyles, tokens } from "@fluentui/react-components";
import type { EvaluationSet } from "../../../core/scoring/model/evaluation";
import type { Improvement } from "../../../usecases";
import { SCORE_TEXT } from "../../text/score";
import { useLocale, useSession, useText } from "../../state/use-session";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  subtitle: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  line: { margin: 0 },
  more: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  summary: { cursor: "pointer", color: tokens.colorBrandForegroundLink },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, marginTop: tokens.spacingVerticalXS },
});

interface Props {
  readonly set: EvaluationSet;
  readonly agent: number;
}

/** The smallest single change to the next grade, the other changes, and what each indicator can still earn. */
export function Raise({ set, agent }: Props): React.JSX.Element {
  const styles = useStyles();
  const { answers } = useSession();
  const locale = useLocale();
  const text = useText(SCORE_TEXT);
  const improvement = useMemo(() => answers.improvement(set, agent, locale), [answers, set, agent, locale]);
  const { next, rooms } = improvement;
  return (
    <section className={styles.root}>
      <h3 className={styles.subtitle}>{text.raise}</h3>
      {next && <Next next={next} changes={improvement.changes} />}
      {rooms.length === 0 ? (
        <p className={styles.line}>{text.noRoom}</p>
      ) : (
        <details className={styles.more}>
          <summary className={styles.summary}>{text.rooms}</summary>
          <ul className={styles.list}>
            {rooms.map(({ indicator, points }) => (
              <li key={indicator}>{text.room(indicator, points)}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

interface NextProps {
  readonly next: NonNullable<Improvement["next"]>;
  readonly changes: Improvement["changes"];
}

function Next({ next, changes }: NextProps): React.JSX.Element {
  const styles = useStyles();
  const text = useText(SCORE_TEXT);
  const { grade, from, belongs, missing, byQuota } = next;
  const [first, ...others] = changes.map(({ indicator, from: now, to, total }) =>
    text.makesTotal(now === "" ? text.changeTo(indicator, to) : text.change(indicator, now, to), total),
  );
  const line = byQuota ? text.nextByQuota : belongs ? text.nextAt : text.nextAbove;
  return (
    <>
      <p className={styles.line}>{missing === "0" ? text.nextAtLine(grade) : line(grade, from, missing)}</p>
      <p className={styles.line}>{first === undefined ? text.noChange : `${text.cheapest} ${first}`}</p>
      {others.length > 0 && (
        <details className={styles.more}>
          <summary className={styles.summary}>{text.otherChanges(others.length)}</summary>
          <ul className={styles.list}>
            {others.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
