import { Link, makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from "@fluentui/react-components";
import type { Book } from "../../../usecases";
import { FILL_TEXT } from "../../text/fill";
import { SHELL_TEXT } from "../../text/shell";
import { useSession, useStale, useText } from "../../state/use-session";

const useStyles = makeStyles({ list: { margin: 0, paddingLeft: tokens.spacingHorizontalL } });

/** Filled sheets whose rubric or metrics have changed since. */
export function StaleNotice({ book }: { readonly book: Book }): React.JSX.Element | null {
  const styles = useStyles();
  const session = useSession();
  const text = useText(FILL_TEXT);
  const shell = useText(SHELL_TEXT);
  const stale = useStale(book);
  if (stale.length === 0) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{text.staleTitle}</MessageBarTitle>
        <ul className={styles.list}>
          {stale.map(({ sheet, rubricChanged, metricsChanged }) => (
            <li key={sheet}>
              <Link
                as="button"
                inline
                aria-label={shell.goToSheet(sheet)}
                onClick={() => void session.goTo({ sheet, row: 0, column: 0 })}
              >
                {sheet}
              </Link>
              {text.staleWhy(rubricChanged && metricsChanged ? "both" : rubricChanged ? "rubric" : "metrics")}
            </li>
          ))}
        </ul>
        {text.staleHow}
      </MessageBarBody>
    </MessageBar>
  );
}
