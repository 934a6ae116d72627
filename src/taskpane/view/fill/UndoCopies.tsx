import { useState } from "react";
import { Button, makeStyles, tokens, useRestoreFocusTarget } from "@fluentui/react-components";
import { FILL_TEXT } from "../../text/fill";
import { useBusy, usePaneState, useSession, useText } from "../../state/use-session";
import { ConfirmDialog } from "../ConfirmDialog";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", alignItems: "start", gap: tokens.spacingVerticalXS },
  note: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** Tells that the workbook holds copies of replaced sheets, which are saved and sent with it, and removes them. */
export function UndoCopies(): React.JSX.Element | null {
  const styles = useStyles();
  const session = useSession();
  const text = useText(FILL_TEXT);
  const busy = useBusy();
  const { copies } = usePaneState();
  const restoreFocus = useRestoreFocusTarget();
  const [asking, setAsking] = useState(false);
  if (copies === 0) return null;
  return (
    <div className={styles.box}>
      <p className={styles.note}>{text.copies(copies)}</p>
      <Button {...restoreFocus} size="small" disabledFocusable={busy} onClick={() => setAsking(true)}>
        {text.removeCopies}
      </Button>
      <ConfirmDialog
        open={asking}
        title={text.removeCopiesTitle}
        body={text.removeCopiesBody}
        yes={text.removeCopies}
        no={text.keepCopies}
        onYes={() => {
          setAsking(false);
          void session.removeUndoCopies();
        }}
        onNo={() => setAsking(false)}
      />
    </div>
  );
}
