import { useMemo, useState } from "react";
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { Finding, Fix, Severity } from "../../../core/checks/finding";
import { groupFindings } from "../../../core/checks/group-findings";
import { CHECK_TEXT } from "../../text/check";
import { useText } from "../../state/use-session";
import { AlikeCard } from "./AlikeCard";
import { FindingCard } from "./FindingCard";

const useStyles = makeStyles({
  top: { display: "flex", flexWrap: "wrap", alignItems: "baseline", columnGap: tokens.spacingHorizontalS },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  meaning: {
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
  },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  more: { marginTop: tokens.spacingVerticalS },
});

/** A sheet of data can have thousands of findings of one kind, so only some are shown at a time. */
const AT_ONCE = 50;

interface Props {
  readonly severity: Severity;
  readonly findings: readonly Finding[];
  readonly onMend: (findings: readonly Finding[], fix: Fix) => void;
  readonly cardRef: (finding: Finding, card: HTMLElement | null) => void;
}

export function FindingGroup({ severity, findings, onMend, cardRef }: Props): React.JSX.Element | null {
  const styles = useStyles();
  const text = useText(CHECK_TEXT);
  const [shown, setShown] = useState(AT_ONCE);
  const groups = useMemo(() => groupFindings(findings), [findings]);
  if (findings.length === 0) return null;
  const more = Math.min(AT_ONCE, groups.length - shown);
  return (
    <section aria-labelledby={`findings-${severity}`}>
      <div className={styles.top}>
        <h3 id={`findings-${severity}`} className={styles.title}>
          {text.groupTitle(text.severity[severity], findings.length)}
        </h3>
        <span className={styles.meaning}>{text.severityMeaning[severity]}</span>
      </div>
      <ul className={styles.list}>
        {groups
          .slice(0, shown)
          .map((group, index) =>
            group.findings.length > 1 ? (
              <AlikeCard key={index} group={group} onMend={onMend} cardRef={cardRef} />
            ) : (
              <FindingCard
                key={index}
                finding={group.first}
                onMend={(fix) => onMend(group.findings, fix)}
                cardRef={(card) => cardRef(group.first, card)}
              />
            ),
          )}
      </ul>
      {more > 0 && (
        <Button className={styles.more} size="small" onClick={() => setShown(shown + AT_ONCE)}>
          {text.showMore(more)}
        </Button>
      )}
    </section>
  );
}
