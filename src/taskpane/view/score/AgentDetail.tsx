import { useEffect, useMemo, useRef, useState } from "react";
import { Badge, Button, makeStyles, tokens } from "@fluentui/react-components";
import { ChevronLeftRegular } from "@fluentui/react-icons";
import type { EvaluationSet } from "../../../core/scoring/model/evaluation";
import { STATUS_NAMES } from "../../../core/scoring/model/status";
import { showTotal } from "../../../core/text/format";
import type { Book, ExplanationLine, ScoreOutcome } from "../../../usecases";
import type { OpenAgent } from "../../state/model";
import { SCORE_TEXT } from "../../text/score";
import { useLocale, useSession, useText } from "../../state/use-session";
import { PlaceLink } from "../PlaceLink";
import { Raise } from "./Raise";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  back: { alignSelf: "flex-start", marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  top: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    gap: tokens.spacingHorizontalM,
    alignItems: "start",
  },
  name: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  line: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  score: { display: "flex", flexDirection: "column", alignItems: "flex-end", gap: tokens.spacingVerticalXXS },
  total: {
    margin: 0,
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
  },
  heard: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
  subtitle: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  section: {
    margin: 0,
    marginTop: tokens.spacingVerticalS,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  indicator: {
    padding: `${tokens.spacingVerticalXS} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXXS,
  },
  gives: { display: "flex", flexWrap: "wrap", justifyContent: "space-between", columnGap: tokens.spacingHorizontalS },
  points: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums" },
  why: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  foot: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
  },
  steps: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  summary: { cursor: "pointer", color: tokens.colorBrandForegroundLink },
  chain: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, marginTop: tokens.spacingVerticalXS },
});

interface Props {
  readonly book: Book;
  readonly outcome: ScoreOutcome;
  readonly open: OpenAgent;
}

/** One agent: each indicator's points with one line of reasons, all steps on demand, and the steps of the total. */
export function AgentDetail({ book, outcome, open }: Props): React.JSX.Element {
  const styles = useStyles();
  const session = useSession();
  const text = useText(SCORE_TEXT);
  const heading = useRef<HTMLHeadingElement>(null);
  const set = outcome.sets.find((candidate) => candidate.rubric.rubric.name === open.rubric);
  const agent = set ? set.agentIds.indexOf(open.agentId) : -1;
  useEffect(() => heading.current?.focus(), [open]);
  return (
    <article className={styles.root}>
      <Button
        appearance="subtle"
        className={styles.back}
        icon={<ChevronLeftRegular />}
        onClick={() => session.dispatch({ type: "agent-opened", agent: undefined })}
      >
        {text.back}
      </Button>
      {set && agent >= 0 ? (
        <>
          <Top set={set} agent={agent} heading={heading} />
          <Raise set={set} agent={agent} />
          <Explanation book={book} set={set} agent={agent} />
        </>
      ) : (
        <p className={styles.line}>{text.gone}</p>
      )}
    </article>
  );
}

interface AgentProps {
  readonly set: EvaluationSet;
  readonly agent: number;
}

function Top({
  set,
  agent,
  heading,
}: AgentProps & { readonly heading: React.Ref<HTMLHeadingElement> }): React.JSX.Element {
  const styles = useStyles();
  const locale = useLocale();
  const text = useText(SCORE_TEXT);
  const status = STATUS_NAMES[set.status[agent]!]!;
  const grade = set.rubric.grades[set.grade[agent]!];
  const scored = status === "scored";
  const total = showTotal(set.total[agent]!, set.rubric.settings.decimals, locale);
  const ranked = set.status.reduce((sum, each) => sum + Number(STATUS_NAMES[each] === "scored"), 0);
  return (
    <div className={styles.top}>
      <div>
        <h2 ref={heading} tabIndex={-1} className={styles.name}>
          {set.names[agent] || set.agentIds[agent]}
        </h2>
        <p className={styles.line}>{text.agentLine(set.agentIds[agent]!, set.teams[agent] ?? "")}</p>
        {scored && <p className={styles.line}>{text.rankOf(set.rank[agent]!, ranked)}</p>}
      </div>
      <div className={styles.score}>
        {scored && (
          <p className={styles.total}>
            <span className={styles.heard}>{text.total}</span> {total}
          </p>
        )}
        {scored && grade && <Badge appearance="outline">{grade}</Badge>}
        {!scored && <Badge appearance="outline">{text.statusOf[status]}</Badge>}
      </div>
    </div>
  );
}

function Explanation({ book, set, agent }: AgentProps & { readonly book: Book }): React.JSX.Element {
  const styles = useStyles();
  const { answers } = useSession();
  const locale = useLocale();
  const text = useText(SCORE_TEXT);
  const explanation = useMemo(() => answers.explanation(book, set, agent, locale), [answers, book, set, agent, locale]);
  return (
    <>
      <section>
        <h3 className={styles.subtitle}>{text.totalChain}</h3>
        <ol className={styles.chain}>
          {explanation.total.map((step, index) => (
            <li key={index}>{step}</li>
          ))}
        </ol>
      </section>
      <section>
        <h3 className={styles.subtitle}>{text.indicators}</h3>
        {bySection(explanation.lines).map(({ section, lines }) => (
          <div key={section}>
            {section !== "" && <h4 className={styles.section}>{section}</h4>}
            <ul className={styles.list}>
              {lines.map((line) => (
                <Line key={line.indicator} line={line} />
              ))}
            </ul>
          </div>
        ))}
      </section>
    </>
  );
}

function Line({ line }: { readonly line: ExplanationLine }): React.JSX.Element {
  const styles = useStyles();
  const text = useText(SCORE_TEXT);
  return (
    <li className={styles.indicator}>
      <div className={styles.gives}>
        <span>{line.indicator}</span>
        <span className={styles.points}>{line.points === "" ? text.statusOf[line.status] : line.points}</span>
      </div>
      <span className={styles.why}>{line.short}</span>
      <Steps line={line} />
      <div className={styles.foot}>
        <span>{line.value === "" ? text.noValue : line.value}</span>
        <PlaceLink at={line.at} />
      </div>
    </li>
  );
}

/** All steps from the value to the points, folded away. They are computed when a person opens them. */
function Steps({ line }: { readonly line: ExplanationLine }): React.JSX.Element {
  const styles = useStyles();
  const text = useText(SCORE_TEXT);
  const [open, setOpen] = useState(false);
  return (
    <details className={styles.steps} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.summary} aria-label={text.stepsOf(line.indicator)}>
        {text.steps}
      </summary>
      {open && (
        <ol className={styles.chain}>
          {line.steps().map((step, index) => (
            <li key={index}>{step}</li>
          ))}
        </ol>
      )}
    </details>
  );
}

/** Groups lines under their sections, in the order of the rubric. */
function bySection(
  lines: readonly ExplanationLine[],
): readonly { section: string; lines: readonly ExplanationLine[] }[] {
  const sections = new Map<string, ExplanationLine[]>();
  for (const line of lines) {
    const gathered = sections.get(line.section);
    if (gathered) gathered.push(line);
    else sections.set(line.section, [line]);
  }
  return [...sections].map(([section, gathered]) => ({ section, lines: gathered }));
}
