import { Button, makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import { SHELL_TEXT } from "../../text/shell";
import { usePaneState, useSession, useText } from "../../state/use-session";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, alignItems: "flex-start" },
});

/** Stands in until the first reading: shows progress, or a retry after a failure. */
export function FirstReading(): React.JSX.Element {
  const styles = useStyles();
  const session = useSession();
  const { work } = usePaneState();
  const text = useText(SHELL_TEXT);
  if (!work) {
    return (
      <div className={styles.root}>
        <Button appearance="primary" onClick={() => void session.readAgain()}>
          {text.readAgain}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.root} aria-busy="true">
      <span>{text.reading}</span>
      <ProgressBar aria-label={text.reading} {...(work.share > 0 ? { value: work.share } : {})} />
      <Button size="small" disabledFocusable={work.cancelling} onClick={() => session.cancel()}>
        {work.cancelling ? text.cancelling : text.cancel}
      </Button>
    </div>
  );
}
