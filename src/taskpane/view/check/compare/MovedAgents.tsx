import { useMemo, useState } from "react";
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronLeftRegular, ChevronRightRegular } from "@fluentui/react-icons";
import type { RubricEffect } from "../../../../core/analysis/compare/effect";
import { byChange, gradeOf } from "../../../../core/analysis/compare/effect";
import type { EvaluationSet } from "../../../../core/scoring/model/evaluation";
import { STATUS } from "../../../../core/scoring/model/status";
import { showTotal } from "../../../../core/text/format";
import type { Locale } from "../../../../core/text/locale";
import { PAGE_SIZE } from "../../../state/agents";
import { COMPARE_TEXT } from "../../../text/compare";
import { useLocale, useText } from "../../../state/use-session";
import { Signed } from "./Signed";

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  table: { width: "100%", borderCollapse: "collapse", tableLayout: "fixed" },
  head: {
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    textAlign: "start",
  },
  name: { width: "40%" },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXXS} ${tokens.spacingVerticalXS} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    fontWeight: tokens.fontWeightRegular,
    textAlign: "start",
    verticalAlign: "top",
  },
  sub: { display: "block", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  number: { textAlign: "end", fontVariantNumeric: "tabular-nums" },
  pages: { display: "flex", alignItems: "center", justifyContent: "center", gap: tokens.spacingHorizontalS },
});

/** All agents of the period, largest change first, a page at a time. */
export function MovedAgents({ effect }: { readonly effect: RubricEffect }): React.JSX.Element {
  const styles = useStyles();
  const text = useText(COMPARE_TEXT);
  const [page, setPage] = useState(0);
  const ordered = useMemo(() => byChange(effect), [effect]);
  const pages = Math.max(1, Math.ceil(ordered.length / PAGE_SIZE));
  const shown = Math.min(page, pages - 1);
  return (
    <div>
      <h4 className={styles.title}>{text.people}</h4>
      <table className={styles.table} aria-label={text.people} aria-rowcount={ordered.length + 1}>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(styles.head, styles.name)}>
              {text.agent}
            </th>
            {[text.total, text.change, text.grade].map((column) => (
              <th key={column} scope="col" className={mergeClasses(styles.head, styles.number)}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from(ordered.subarray(shown * PAGE_SIZE, (shown + 1) * PAGE_SIZE), (agent, index) => (
            <MovedAgent key={agent} effect={effect} agent={agent} position={shown * PAGE_SIZE + index + 2} />
          ))}
        </tbody>
      </table>
      {pages > 1 && (
        <nav className={styles.pages} aria-label={text.pages}>
          <Button
            appearance="subtle"
            aria-label={text.previousPage}
            icon={<ChevronLeftRegular />}
            disabledFocusable={shown === 0}
            onClick={() => setPage(shown - 1)}
          />
          <span role="status">{text.page(shown + 1, pages)}</span>
          <Button
            appearance="subtle"
            aria-label={text.nextPage}
            icon={<ChevronRightRegular />}
            disabledFocusable={shown === pages - 1}
            onClick={() => setPage(shown + 1)}
          />
        </nav>
      )}
    </div>
  );
}

interface MovedAgentProps {
  readonly effect: RubricEffect;
  readonly agent: number;
  /** Row in the whole table, counted from 1 with the header. */
  readonly position: number;
}

function MovedAgent({ effect, agent, position }: MovedAgentProps): React.JSX.Element {
  const styles = useStyles();
  const locale = useLocale();
  const text = useText(COMPARE_TEXT);
  const { before, after, change } = effect;
  const [id, name] = [before.agentIds[agent]!, before.names[agent]!];
  const [had, has] = [gradeOf(before, agent), gradeOf(after, agent)];
  const decimals = Math.max(before.rubric.settings.decimals, after.rubric.settings.decimals);
  const total = (set: EvaluationSet): string => totalText(set, agent, locale) ?? text.noTotal;
  return (
    <tr aria-rowindex={position}>
      <th scope="row" className={styles.cell}>
        {name || id}
        {name !== "" && <span className={styles.sub}>{id}</span>}
      </th>
      <td className={mergeClasses(styles.cell, styles.number)}>
        {total(before)} → {total(after)}
      </td>
      <td className={mergeClasses(styles.cell, styles.number)}>
        <Signed value={change[agent]!} decimals={decimals} />
      </td>
      <td className={mergeClasses(styles.cell, styles.number)}>
        {had === has ? has || "–" : `${had || "–"} → ${has || "–"}`}
      </td>
    </tr>
  );
}

function totalText(set: EvaluationSet, agent: number, locale: Locale): string | undefined {
  if (set.status[agent] !== STATUS.scored) return undefined;
  return showTotal(set.total[agent]!, set.rubric.settings.decimals, locale);
}
