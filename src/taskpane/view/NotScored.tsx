import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ErrorCircleFilled } from "@fluentui/react-icons";
import type { Finding } from "../../core/checks/finding";
import { SCORE_TEXT } from "../text/score";
import { useLocale, useSession, useText } from "../state/use-session";
import { EmptyState } from "./EmptyState";
import { PlaceLink } from "./PlaceLink";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, alignItems: "flex-start" },
  title: {
    margin: 0,
    display: "flex",
    gap: tokens.spacingHorizontalXS,
    alignItems: "center",
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
  },
  icon: { color: tokens.colorStatusDangerForeground1, flexShrink: 0 },
  text: { margin: 0 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

/** The first few show the problem. Check lists all of them. */
const SHOWN = 3;

/** An outcome without scores: either errors prevent scoring, or there are no agents. */
export function NotScored({ findings }: { readonly findings: readonly Finding[] }): React.JSX.Element {
  const errors = findings.filter((finding) => finding.severity === "error");
  return errors.length > 0 ? <Blocked errors={errors} /> : <EmptyState missing="nobody" />;
}

/** Shows the errors that prevent scoring, and the way to mend them. */
function Blocked({ errors }: { readonly errors: readonly Finding[] }): React.JSX.Element {
  const styles = useStyles();
  const session = useSession();
  const locale = useLocale();
  const text = useText(SCORE_TEXT);
  return (
    <section className={styles.root} aria-labelledby="blocked">
      <h2 id="blocked" className={styles.title}>
        <ErrorCircleFilled className={styles.icon} aria-hidden />
        {text.blocked(errors.length)}
      </h2>
      <ul className={styles.list}>
        {errors.slice(0, SHOWN).map((finding, index) => (
          <li key={index}>
            {finding.text[locale].what} {finding.at && <PlaceLink at={finding.at} />}
          </li>
        ))}
        {errors.length > SHOWN && <li aria-hidden>…</li>}
      </ul>
      <p className={styles.text}>{text.blockedWhy}</p>
      <Button appearance="primary" onClick={() => session.dispatch({ type: "tab-chosen", tab: "check" })}>
        {text.toCheck}
      </Button>
    </section>
  );
}
