import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { FAILURE_TEXT } from "../../../workbook/failure";
import { SHELL_TEXT } from "../../text/shell";
import { useBusy, useLocale, usePaneState, useSession, useText } from "../../state/use-session";
import { Detail } from "./Detail";
import { DoneNotice } from "./DoneNotice";
import { OverwriteQuestion } from "./OverwriteQuestion";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    ":empty": { padding: 0 },
  },
});

/** Tells what was done, what failed, and whether the workbook has changed since the reading. It stays in view. */
export function Notices(): React.JSX.Element {
  const styles = useStyles();
  const { outdated, listening, book } = usePaneState();
  return (
    <div className={styles.root}>
      <FailureNotice />
      {book && <DoneNotice book={book} />}
      <OverwriteQuestion />
      {book && outdated && <OutdatedNotice />}
      {book && !listening && <NotListeningNotice />}
    </div>
  );
}

function FailureNotice(): React.JSX.Element | null {
  const session = useSession();
  const locale = useLocale();
  const { failure } = usePaneState();
  const text = useText(SHELL_TEXT);
  if (!failure) return null;
  const stopped = failure.kind === "cancelled";
  const halfDone = failure.kind === "half-done";
  const cannotShow = failure.during === "showing" && failure.kind === "gone";
  const quiet = stopped || failure.during === "remembering";
  return (
    <div role={quiet ? "status" : "alert"}>
      <MessageBar intent={stopped ? "info" : quiet ? "warning" : "error"} layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>
            {stopped ? text.stopped : halfDone ? text.halfDone : text.failed[failure.during]}
          </MessageBarTitle>
          <div>{cannotShow ? text.sheetGone : FAILURE_TEXT[failure.kind][locale]}</div>
          {!stopped && failure.detail !== "" && (
            // The detail of half-done work lists what is left, so it is shown open.
            <Detail text={`${failure.kind}: ${failure.detail}`} open={halfDone} />
          )}
        </MessageBarBody>
        <MessageBarActions
          containerAction={
            <Button
              appearance="transparent"
              aria-label={text.dismiss}
              icon={<DismissRegular />}
              onClick={() => session.dispatch({ type: "failure-dismissed" })}
            />
          }
        />
      </MessageBar>
    </div>
  );
}

function OutdatedNotice(): React.JSX.Element {
  const session = useSession();
  const busy = useBusy();
  const text = useText(SHELL_TEXT);
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{text.changedSince}</MessageBarBody>
      <MessageBarActions>
        <Button disabledFocusable={busy} onClick={() => void session.readAgain()}>
          {text.readAgain}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

function NotListeningNotice(): React.JSX.Element {
  const text = useText(SHELL_TEXT);
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>{text.notListening}</MessageBarBody>
    </MessageBar>
  );
}
