import { Button, makeStyles } from "@fluentui/react-components";
import type { Finding } from "../../../core/checks/finding";
import { CHECK_TEXT } from "../../text/check";
import { usePaneState, useRefill, useSession, useText } from "../../state/use-session";

const useStyles = makeStyles({ button: { alignSelf: "flex-start", minWidth: 0, textAlign: "start" } });

/** Fills a sheet again, for a finding about a filled sheet. No fix of a single cell could mend it. */
export function RefillButton({ finding }: { readonly finding: Finding }): React.JSX.Element | null {
  const styles = useStyles();
  const session = useSession();
  const { book } = usePaneState();
  const text = useText(CHECK_TEXT);
  const refill = useRefill(book, finding);
  if (!refill) return null;
  return (
    <Button
      size="small"
      className={styles.button}
      onClick={() => {
        void session.choosePeriod(refill.period);
        void session.chooseRubric(refill.rubric);
        session.dispatch({ type: "tab-chosen", tab: "fill" });
      }}
    >
      {text.refill(refill.period)}
    </Button>
  );
}
