import { makeStyles, tokens } from "@fluentui/react-components";
import type { RubricEffect } from "../../../../core/analysis/compare/effect";
import type { EvaluationSet } from "../../../../core/scoring/model/evaluation";
import { showTotal } from "../../../../core/text/format";
import type { RubricComparison } from "../../../../usecases";
import { COMPARE_TEXT } from "../../../text/compare";
import { useLocale, useText } from "../../../state/use-session";
import { PlaceLink } from "../../PlaceLink";
import { MovedAgents } from "./MovedAgents";
import { Signed } from "./Signed";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0 },
  muted: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  names: { display: "block", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  table: { width: "100%", borderCollapse: "collapse", tableLayout: "fixed" },
  head: {
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    textAlign: "start",
  },
  wide: { width: "40%" },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXXS} ${tokens.spacingVerticalXS} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    fontWeight: tokens.fontWeightRegular,
    textAlign: "start",
    verticalAlign: "top",
  },
  number: { textAlign: "end", fontVariantNumeric: "tabular-nums" },
});

/** The second rubric's effect on the agents of the period, or the reason why it is unknown. */
export function Effect({ comparison }: { readonly comparison: RubricComparison }): React.JSX.Element {
  const styles = useStyles();
  const locale = useLocale();
  const text = useText(COMPARE_TEXT);
  const { effect, findings, agents, period } = comparison;
  const blocking = [...findings.before, ...findings.after, ...findings.data];
  if (!effect || !agents) {
    return (
      <section className={styles.root}>
        <p className={styles.text}>{blocking.length === 0 ? text.nobody : text.blocked(blocking.length)}</p>
        <ul className={styles.list}>
          {blocking.map((finding, index) => (
            <li key={index} className={styles.cell}>
              {finding.text[locale].what} {finding.at && <PlaceLink at={finding.at} />}
            </li>
          ))}
        </ul>
      </section>
    );
  }
  return (
    <section className={styles.root} aria-labelledby="effect">
      <h3 id="effect" className={styles.title}>
        {text.effect(period)}
      </h3>
      <p className={styles.muted}>{text.effectHow(agents.rubric)}</p>
      <Totals effect={effect} />
      <Moves effect={effect} />
      <GradeMoves effect={effect} />
      <Indicators effect={effect} />
      <MovedAgents key={`${comparison.before}\n${comparison.after}\n${period}`} effect={effect} />
    </section>
  );
}

/** Most names in one line. The list below has them all. */
const MOST_NAMES = 5;

interface EffectProps {
  readonly effect: RubricEffect;
}

interface Row {
  readonly name: string;
  readonly before: number | undefined;
  readonly after: number | undefined;
  readonly decimals: number;
}

function Totals({ effect }: EffectProps): React.JSX.Element {
  const text = useText(COMPARE_TEXT);
  const { spreadBefore, spreadAfter } = effect;
  const rows: readonly Row[] = [
    { name: text.scored, before: spreadBefore.scored, after: spreadAfter.scored, decimals: 0 },
    { name: text.mean, before: spreadBefore.mean, after: spreadAfter.mean, decimals: 2 },
    { name: text.deviation, before: spreadBefore.deviation, after: spreadAfter.deviation, decimals: 2 },
  ];
  return <BeforeAfter label={text.totals} what={text.figure} rows={rows} />;
}

function Moves({ effect }: EffectProps): React.JSX.Element {
  const styles = useStyles();
  const text = useText(COMPARE_TEXT);
  const { up, down, same, rankMoved, gained, lost } = effect;
  return (
    <p className={styles.text}>
      {[
        text.moved(up, down, same),
        ...(rankMoved > 0 ? [text.rankMoved(rankMoved)] : []),
        ...(gained.length > 0 ? [text.gained(gained.length)] : []),
        ...(lost.length > 0 ? [text.lost(lost.length)] : []),
      ].join(" ")}
    </p>
  );
}

function GradeMoves({ effect }: EffectProps): React.JSX.Element | null {
  const styles = useStyles();
  const text = useText(COMPARE_TEXT);
  const { before, after, gradeMoves } = effect;
  if (before.rubric.grades.length === 0 && after.rubric.grades.length === 0) return null;
  if (gradeMoves.length === 0) return <p className={styles.text}>{text.noGrades}</p>;
  return (
    <div>
      <h4 className={styles.title}>{text.grades}</h4>
      <ul className={styles.list} aria-label={text.grades}>
        {gradeMoves.map(({ from, to, agents }) => (
          <li key={`${from}\n${to}`}>
            {text.gradeMove(from || text.noGrade, to || text.noGrade, agents.length)}
            <span className={styles.names}>{text.names(namesOf(before, agents), agents.length)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The names, or else IDs, of the first few agents. */
function namesOf(set: EvaluationSet, agents: readonly number[]): readonly string[] {
  return agents.slice(0, MOST_NAMES).map((agent) => set.names[agent] || set.agentIds[agent]!);
}

/** A change too small for two decimals counts as none. */
const isChanged = ({ before, after }: Row): boolean =>
  before === undefined || after === undefined || Math.abs(after - before) >= 0.005;

function Indicators({ effect }: EffectProps): React.JSX.Element | null {
  const styles = useStyles();
  const text = useText(COMPARE_TEXT);
  const rows = effect.indicators.map(({ indicator, before, after }) => ({
    name: indicator,
    before,
    after,
    decimals: 2,
  }));
  const changed = rows.filter(isChanged);
  if (changed.length === 0) return null;
  return (
    <div>
      <h4 className={styles.title}>{text.indicators}</h4>
      <p className={styles.muted}>{text.indicatorsHow}</p>
      <BeforeAfter label={text.indicators} what={text.indicator} rows={changed} />
      {changed.length < rows.length && <p className={styles.muted}>{text.others(rows.length - changed.length)}</p>}
    </div>
  );
}

function BeforeAfter({
  label,
  what,
  rows,
}: {
  readonly label: string;
  readonly what: string;
  readonly rows: readonly Row[];
}): React.JSX.Element {
  const styles = useStyles();
  const locale = useLocale();
  const text = useText(COMPARE_TEXT);
  const show = (value: number | undefined, decimals: number): string =>
    value === undefined ? "–" : showTotal(value, decimals, locale);
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          <th scope="col" className={`${styles.head} ${styles.wide}`}>
            {what}
          </th>
          {[text.before, text.after, text.change].map((column) => (
            <th key={column} scope="col" className={`${styles.head} ${styles.number}`}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, before, after, decimals }, index) => (
          <tr key={index}>
            <th scope="row" className={styles.cell}>
              {name}
            </th>
            <td className={`${styles.cell} ${styles.number}`}>{show(before, decimals)}</td>
            <td className={`${styles.cell} ${styles.number}`}>{show(after, decimals)}</td>
            <td className={`${styles.cell} ${styles.number}`}>
              <Signed
                value={before === undefined || after === undefined ? undefined : after - before}
                decimals={decimals}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
