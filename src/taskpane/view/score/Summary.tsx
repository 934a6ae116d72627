import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { showNumber, showPercent, showTotal } from "../../../core/text/format";
import type { ScoreSummary } from "../../../usecases";
import { SCORE_TEXT } from "../../text/score";
import { useLocale, useText } from "../../state/use-session";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  figures: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(60px, 1fr))",
    gap: tokens.spacingHorizontalS,
    margin: 0,
  },
  figure: { display: "flex", flexDirection: "column-reverse" },
  label: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  number: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
  },
  subtitle: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { listStyleType: "none", margin: 0, padding: 0, marginTop: tokens.spacingVerticalXS },
  // Labels share one column, which is as wide as its longest label.
  grades: {
    display: "grid",
    gridTemplateColumns: "fit-content(40%) minmax(0, 1fr) auto",
    columnGap: tokens.spacingHorizontalS,
  },
  grade: { display: "grid", gridColumn: "1 / -1", gridTemplateColumns: "subgrid", alignItems: "center" },
  track: {
    height: "10px",
    backgroundColor: tokens.colorNeutralBackground4,
    borderRadius: tokens.borderRadiusSmall,
    overflow: "hidden",
  },
  // High contrast removes backgrounds. A border, otherwise invisible, keeps the bar.
  bar: {
    height: "100%",
    boxSizing: "border-box",
    backgroundColor: tokens.colorCompoundBrandBackground,
    borderTop: "5px solid transparent",
    borderBottom: "5px solid transparent",
  },
  count: { fontVariantNumeric: "tabular-nums", fontSize: tokens.fontSizeBase200, textAlign: "end" },
  text: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly summary: ScoreSummary;
  /** Decimals of a total. The mean is shown with as many. */
  readonly decimals: number;
}

/** A rubric's evaluations at a glance. */
export function Summary({ summary, decimals }: Props): React.JSX.Element {
  const styles = useStyles();
  const locale = useLocale();
  const text = useText(SCORE_TEXT);
  const figures = [
    { label: text.mean, value: summary.mean === undefined ? "–" : showTotal(summary.mean, decimals, locale) },
    { label: text.scored, value: showNumber(summary.scored, locale) },
    { label: text.pending, value: showNumber(summary.pending, locale) },
    ...(summary.failed > 0 ? [{ label: text.failed, value: showNumber(summary.failed, locale) }] : []),
  ];
  return (
    <div className={styles.root}>
      <dl className={styles.figures} aria-label={text.summary}>
        {figures.map(({ label, value }) => (
          <div key={label} className={styles.figure}>
            <dt className={styles.label}>{label}</dt>
            <dd className={styles.number}>{value}</dd>
          </div>
        ))}
      </dl>
      {summary.grades.length === 0 ? (
        <p className={styles.text}>{text.noGrades}</p>
      ) : (
        <Grades grades={summary.grades} />
      )}
      {summary.waiting.length > 0 && (
        <div>
          <h3 className={styles.subtitle}>{text.waiting}</h3>
          <ul className={styles.list}>
            {summary.waiting.map(({ indicator, agents }) => (
              <li key={indicator}>{text.waitingFor(indicator, agents)}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function Grades({ grades }: { readonly grades: ScoreSummary["grades"] }): React.JSX.Element {
  const styles = useStyles();
  const locale = useLocale();
  const text = useText(SCORE_TEXT);
  return (
    <div>
      <h3 className={styles.subtitle}>{text.grades}</h3>
      <ul className={mergeClasses(styles.list, styles.grades)}>
        {grades.map(({ grade, count, share }) => {
          const percent = showPercent(share, locale, 0);
          return (
            <li key={grade} className={styles.grade} aria-label={text.gradeShare(grade, count, percent)}>
              <span aria-hidden>{grade}</span>
              <span aria-hidden className={styles.track}>
                {count > 0 && <span className={styles.bar} style={{ width: `${share * 100}%`, display: "block" }} />}
              </span>
              <span aria-hidden className={styles.count}>
                {showNumber(count, locale)} · {percent}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
