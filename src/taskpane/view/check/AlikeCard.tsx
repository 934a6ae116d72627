import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import type { Finding, Fix } from "../../../core/checks/finding";
import type { FindingGroup } from "../../../core/checks/group-findings";
import { mendOfGroup } from "../../../core/checks/group-findings";
import { CHECK_TEXT } from "../../text/check";
import { useBusy, useLocale, useText } from "../../state/use-session";
import { PlaceLink } from "../PlaceLink";
import { FindingCard, SeverityIcon, useCardStyles } from "./FindingCard";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, paddingInlineStart: tokens.spacingHorizontalM },
});

/** Cells that are linked before the list is opened. */
const MOST_LINKED = 20;
/** Findings of an opened group that are shown at a time. */
const AT_ONCE = 50;

interface Props {
  readonly group: FindingGroup;
  readonly onMend: (findings: readonly Finding[], fix: Fix) => void;
  readonly cardRef: (finding: Finding, card: HTMLElement | null) => void;
}

/** Findings of one kind in one card: said once, with all their cells, one mend for all, and each of them on request. */
export function AlikeCard({ group, onMend, cardRef }: Props): React.JSX.Element {
  const card = useCardStyles();
  const styles = useStyles();
  const locale = useLocale();
  const busy = useBusy();
  const text = useText(CHECK_TEXT);
  const id = useId();
  const [open, setOpen] = useState(false);
  const [shown, setShown] = useState(AT_ONCE);
  const { first, findings } = group;
  const { what, why, how } = first.text[locale];
  const fix = mendOfGroup(group);
  const linked = findings.slice(1, MOST_LINKED);
  const more = Math.min(AT_ONCE, findings.length - shown);
  return (
    <li
      ref={(element) => findings.forEach((finding) => cardRef(finding, element))}
      tabIndex={-1}
      aria-labelledby={id}
      className={card.root}
    >
      <SeverityIcon severity={first.severity} />
      <div className={card.body}>
        <h4 id={id} className={card.what}>
          {text.alike(what, findings.length - 1)}
        </h4>
        <p className={card.text}>{why}</p>
        <p className={card.text}>{text.how(how)}</p>
        {!open && first.at && (
          <div className={card.places}>
            <PlaceLink at={first.at} />
            {linked.map(
              ({ at }, index) => at && <PlaceLink key={index} at={at} short={at.sheet === first.at?.sheet} />,
            )}
            {findings.length > MOST_LINKED && <span>{text.moreCells(findings.length - MOST_LINKED)}</span>}
          </div>
        )}
        {fix && (
          <div className={card.fix}>
            {fix.kind === "suggestion" && <span className={card.text}>{text.suggestion(1)}</span>}
            <Button size="small" className={card.button} disabledFocusable={busy} onClick={() => onMend(findings, fix)}>
              {fix.label[locale]}
            </Button>
          </div>
        )}
        <Button
          size="small"
          appearance="subtle"
          className={mergeClasses(card.button, card.start)}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? text.together : text.each(findings.length)}
        </Button>
        {open && (
          <ul className={styles.list}>
            {findings.slice(0, shown).map((finding, index) => (
              <FindingCard
                key={index}
                finding={finding}
                onMend={(own) => onMend([finding], own)}
                cardRef={() => undefined}
              />
            ))}
          </ul>
        )}
        {open && more > 0 && (
          <Button size="small" className={card.start} onClick={() => setShown(shown + AT_ONCE)}>
            {text.showMore(more)}
          </Button>
        )}
      </div>
    </li>
  );
}
