import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowSortDownFilled, ArrowSortUpFilled } from "@fluentui/react-icons";
import type { EvaluationSet } from "../../../core/scoring/model/evaluation";
import { STATUS, STATUS_NAMES } from "../../../core/scoring/model/status";
import { showNumber, showTotal } from "../../../core/text/format";
import type { AgentView } from "../../state/agents";
import { AGENT_SORTS, openIndicators, sortedBy } from "../../state/agents";
import { SCORE_TEXT } from "../../text/score";
import { useLocale, useText } from "../../state/use-session";

const useStyles = makeStyles({
  head: {
    padding: 0,
    textAlign: "start",
    fontWeight: tokens.fontWeightRegular,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
  },
  rank: { width: "48px" },
  name: { width: "auto" },
  total: { width: "62px" },
  grade: { width: "68px" },
  afterNumber: { paddingLeft: tokens.spacingHorizontalM },
  end: { textAlign: "end", justifyContent: "flex-end" },
  sort: {
    width: "100%",
    minHeight: "28px",
    display: "flex",
    alignItems: "center",
    gap: "2px",
    overflowWrap: "normal",
    padding: `0 ${tokens.spacingHorizontalXXS}`,
    border: "none",
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground2,
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase200,
    cursor: "pointer",
    ":hover": { color: tokens.colorNeutralForeground1, textDecorationLine: "underline" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  row: { cursor: "pointer", ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover } },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXXS}`,
    verticalAlign: "top",
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    fontVariantNumeric: "tabular-nums",
  },
  open: {
    display: "block",
    width: "100%",
    padding: 0,
    border: "none",
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    textAlign: "start",
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, borderRadius: tokens.borderRadiusSmall },
  },
  sub: {
    display: "block",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  why: { color: tokens.colorStatusWarningForeground3 },
  strong: { fontWeight: tokens.fontWeightSemibold },
});

export function AgentHeader({
  view,
  onView,
}: {
  readonly view: AgentView;
  readonly onView: (view: AgentView) => void;
}): React.JSX.Element {
  const styles = useStyles();
  const text = useText(SCORE_TEXT);
  return (
    <thead>
      <tr>
        {AGENT_SORTS.map((sort) => {
          const active = view.sort === sort;
          const Arrow = view.descending ? ArrowSortDownFilled : ArrowSortUpFilled;
          return (
            <th
              key={sort}
              scope="col"
              className={mergeClasses(styles.head, styles[sort])}
              aria-sort={active ? (view.descending ? "descending" : "ascending") : "none"}
            >
              <button
                type="button"
                className={mergeClasses(
                  styles.sort,
                  sort === "total" && styles.end,
                  sort === "grade" && styles.afterNumber,
                )}
                onClick={() => onView(sortedBy(view, sort))}
              >
                {text.columns[sort]}
                {active && <Arrow aria-hidden />}
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

interface RowProps {
  readonly set: EvaluationSet;
  readonly agent: number;
  /** Row in the whole table, counted from 1 with the header. */
  readonly position: number;
  /** Whether the Tab key stops at this row. */
  readonly stop: boolean;
  readonly onOpen: () => void;
}

export function AgentRow({ set, agent, position, stop, onOpen }: RowProps): React.JSX.Element {
  const styles = useStyles();
  const locale = useLocale();
  const text = useText(SCORE_TEXT);
  const status = STATUS_NAMES[set.status[agent]!]!;
  const scored = status === "scored";
  const id = set.agentIds[agent]!;
  const name = set.names[agent] || id;
  const why = openWhy(set, agent, text);
  return (
    // The button in the row is the way for the keyboard; the row is a larger target for the pointer.
    <tr className={styles.row} aria-rowindex={position} onClick={onOpen}>
      <td className={styles.cell}>{scored ? showNumber(set.rank[agent]!, locale) : "–"}</td>
      <td className={styles.cell}>
        <button
          type="button"
          data-agent={id}
          tabIndex={stop ? 0 : -1}
          className={styles.open}
          aria-label={text.explain(name)}
        >
          {name}
          <span className={styles.sub}>{text.agentLine(id, set.teams[agent] ?? "")}</span>
        </button>
        {why !== "" && <span className={mergeClasses(styles.sub, styles.why)}>{why}</span>}
      </td>
      <td className={mergeClasses(styles.cell, styles.end, scored && styles.strong)}>
        {scored ? showTotal(set.total[agent]!, set.rubric.settings.decimals, locale) : text.statusOf[status]}
      </td>
      <td className={mergeClasses(styles.cell, styles.afterNumber)}>
        {scored ? (set.rubric.grades[set.grade[agent]!] ?? "–") : "–"}
      </td>
    </tr>
  );
}

function openWhy(set: EvaluationSet, agent: number, text: (typeof SCORE_TEXT)["en"]): string {
  const indicators = openIndicators(set, agent);
  if (indicators.length === 0) return "";
  return set.status[agent] === STATUS.failed ? text.failedWhy(indicators) : text.pendingWhy(indicators);
}
