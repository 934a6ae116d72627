import { useMemo, useState } from "react";
import type { KeyboardEvent } from "react";
import { Button, Checkbox, makeStyles, SearchBox, tokens } from "@fluentui/react-components";
import { ChevronLeftRegular, ChevronRightRegular } from "@fluentui/react-icons";
import type { EvaluationSet } from "../../../core/scoring/model/evaluation";
import type { AgentView } from "../../state/agents";
import { agentsShown, FIRST_VIEW, PAGE_SIZE } from "../../state/agents";
import { SCORE_TEXT } from "../../text/score";
import { useLocale, usePaneState, useSession, useText } from "../../state/use-session";
import { AgentHeader, AgentRow } from "./AgentRow";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  filter: { maxWidth: "none", width: "100%" },
  line: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalS,
  },
  count: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  table: { width: "100%", borderCollapse: "collapse", tableLayout: "fixed" },
  pages: { display: "flex", alignItems: "center", justifyContent: "center", gap: tokens.spacingHorizontalS },
  none: { margin: 0 },
});

/** All agents of one rubric, a page at a time. So 4,000 rows are as quick as 40, and the pane has a single scroll bar. */
export function AgentList({ set }: { readonly set: EvaluationSet }): React.JSX.Element {
  const styles = useStyles();
  const session = useSession();
  const locale = useLocale();
  const text = useText(SCORE_TEXT);
  const rubric = set.rubric.rubric.name;
  const view = usePaneState().views[rubric] ?? FIRST_VIEW;
  const shown = useMemo(() => agentsShown(set, view, locale), [set, view, locale]);
  const change = (next: AgentView): void => session.dispatch({ type: "view-changed", rubric, view: next });
  return (
    <div className={styles.root}>
      <SearchBox
        className={styles.filter}
        aria-label={text.filter}
        placeholder={text.filter}
        value={view.filter}
        dismiss={{ "aria-label": text.clearFilter }}
        onChange={(_, data) => change({ ...view, filter: data.value, page: 0 })}
      />
      <div className={styles.line}>
        <Checkbox
          label={text.onlyOpen}
          checked={view.onlyOpen}
          onChange={(_, data) => change({ ...view, onlyOpen: data.checked === true, page: 0 })}
        />
        <span role="status" className={styles.count}>
          {text.shown(shown.length, set.count)}
        </span>
      </div>
      {shown.length === 0 ? (
        <p className={styles.none}>{text.noMatch}</p>
      ) : (
        <AgentPage set={set} shown={shown} view={view} onView={change} />
      )}
    </div>
  );
}

interface PageProps {
  readonly set: EvaluationSet;
  readonly shown: readonly number[];
  readonly view: AgentView;
  readonly onView: (view: AgentView) => void;
}

function AgentPage({ set, shown, view, onView }: PageProps): React.JSX.Element {
  const styles = useStyles();
  const session = useSession();
  const text = useText(SCORE_TEXT);
  const [stop, setStop] = useState(0);
  const pages = Math.ceil(shown.length / PAGE_SIZE);
  const page = Math.min(view.page, pages - 1);
  const rubric = set.rubric.rubric.name;
  const agents = shown.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE);
  return (
    <>
      <table className={styles.table} aria-label={text.table} aria-rowcount={shown.length + 1}>
        <AgentHeader view={view} onView={onView} />
        <tbody
          onKeyDown={moveByArrows}
          onFocus={(event) => setStop(rowsOf(event.currentTarget).indexOf(event.target as HTMLElement))}
        >
          {agents.map((agent, index) => (
            <AgentRow
              key={agent}
              set={set}
              agent={agent}
              position={page * PAGE_SIZE + index + 2}
              stop={index === Math.min(Math.max(stop, 0), agents.length - 1)}
              onOpen={() =>
                session.dispatch({ type: "agent-opened", agent: { rubric, agentId: set.agentIds[agent]! } })
              }
            />
          ))}
        </tbody>
      </table>
      {pages > 1 && (
        <nav className={styles.pages} aria-label={text.pages}>
          <Button
            appearance="subtle"
            aria-label={text.previousPage}
            icon={<ChevronLeftRegular />}
            disabledFocusable={page === 0}
            onClick={() => onView({ ...view, page: page - 1 })}
          />
          <span role="status">{text.page(page + 1, pages)}</span>
          <Button
            appearance="subtle"
            aria-label={text.nextPage}
            icon={<ChevronRightRegular />}
            disabledFocusable={page === pages - 1}
            onClick={() => onView({ ...view, page: page + 1 })}
          />
        </nav>
      )}
    </>
  );
}

const rowsOf = (body: HTMLElement): HTMLElement[] => [...body.querySelectorAll<HTMLElement>("[data-agent]")];

/** The Tab key stops once in the list, and arrows move within it. So fifty rows do not delay a keyboard user. */
function moveByArrows(event: KeyboardEvent<HTMLElement>): void {
  const rows = rowsOf(event.currentTarget);
  const here = rows.indexOf(event.target as HTMLElement);
  const targets: Record<string, number> = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: rows.length - 1 };
  const target = targets[event.key];
  if (target === undefined) return;
  event.preventDefault();
  rows[target]?.focus();
}
