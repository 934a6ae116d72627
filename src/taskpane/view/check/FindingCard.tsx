import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ErrorCircleFilled, InfoRegular, WarningFilled } from "@fluentui/react-icons";
import { useId } from "react";
import type { Finding, Fix, Severity } from "../../../core/checks/finding";
import { CHECK_TEXT } from "../../text/check";
import { useBusy, useLocale, useText } from "../../state/use-session";
import { PlaceLink } from "../PlaceLink";
import { RefillButton } from "./RefillButton";

export const useCardStyles = makeStyles({
  root: {
    display: "grid",
    gridTemplateColumns: "20px minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  icon: { fontSize: "20px" },
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground1 },
  info: { color: tokens.colorNeutralForeground3 },
  body: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS, minWidth: 0 },
  what: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  text: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
  },
  places: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    alignItems: "baseline",
  },
  fix: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS, alignItems: "flex-start" },
  button: { minWidth: 0, textAlign: "start" },
  start: { alignSelf: "flex-start" },
});

const ICON: Readonly<Record<Severity, typeof InfoRegular>> = {
  error: ErrorCircleFilled,
  warning: WarningFilled,
  info: InfoRegular,
};

export function SeverityIcon({ severity }: { readonly severity: Severity }): React.JSX.Element {
  const styles = useCardStyles();
  const Icon = ICON[severity];
  return <Icon aria-hidden className={mergeClasses(styles.icon, styles[severity])} />;
}

interface Props {
  readonly finding: Finding;
  readonly onMend: (fix: Fix) => void;
  readonly cardRef: (card: HTMLElement | null) => void;
}

/** One finding: what is wrong, why it matters, how to mend it, where it is, and the fixes to choose from. */
export function FindingCard({ finding, onMend, cardRef }: Props): React.JSX.Element {
  const styles = useCardStyles();
  const locale = useLocale();
  const busy = useBusy();
  const text = useText(CHECK_TEXT);
  const id = useId();
  const { what, why, how } = finding.text[locale];
  const { fixes } = finding;
  return (
    <li ref={cardRef} tabIndex={-1} aria-labelledby={id} className={styles.root}>
      <SeverityIcon severity={finding.severity} />
      <div className={styles.body}>
        <h4 id={id} className={styles.what}>
          {what}
        </h4>
        <p className={styles.text}>{why}</p>
        <p className={styles.text}>{text.how(how)}</p>
        {finding.at && (
          <div className={styles.places}>
            <PlaceLink at={finding.at} />
            {finding.related.length > 0 && <span>{text.alsoAt}</span>}
            {finding.related.map((place, index) => (
              <PlaceLink key={index} at={place} short={place.sheet === finding.at?.sheet} />
            ))}
          </div>
        )}
        {fixes.length > 0 && (
          <div className={styles.fix}>
            {fixes[0]!.kind === "suggestion" && <span className={styles.text}>{text.suggestion(fixes.length)}</span>}
            {fixes.map((fix, index) => (
              <Button
                key={index}
                size="small"
                className={styles.button}
                disabledFocusable={busy}
                onClick={() => onMend(fix)}
              >
                {fix.label[locale]}
              </Button>
            ))}
          </div>
        )}
        <RefillButton finding={finding} />
      </div>
    </li>
  );
}
