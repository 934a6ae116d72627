import { useEffect, useRef } from "react";
import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { FAILURE_TEXT } from "../../../workbook/port";
import { SHELL_TEXT } from "../../text/shell";
import { useBusy, useLocale, usePaneState, useSession, useText } from "../../state/use-session";
import { Detail } from "./Detail";

/** What holds for the whole pane: a failure, and a workbook that moved on. */
export function Notices(): React.JSX.Element {
  const { outdated, listening, book } = usePaneState();
  return (
    <>
      <FailureNotice />
      {book && outdated && <OutdatedNotice />}
      {book && !listening && <NotListeningNotice />}
    </>
  );
}

function FailureNotice(): React.JSX.Element | null {
  const session = useSession();
  const locale = useLocale();
  const { failure } = usePaneState();
  const text = useText(SHELL_TEXT);
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The person may have scrolled away from where it is told.
    if (failure) top.current?.scrollIntoView?.({ block: "nearest" });
  }, [failure]);
  if (!failure) return null;
  const stopped = failure.kind === "cancelled";
  const quiet = stopped || failure.during === "remembering";
  return (
    <div ref={top} role={quiet ? "status" : "alert"}>
      <MessageBar intent={stopped ? "info" : quiet ? "warning" : "error"} layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{stopped ? text.stopped : text.failed[failure.during]}</MessageBarTitle>
          <div>{FAILURE_TEXT[failure.kind][locale]}</div>
          {!stopped && failure.detail !== "" && <Detail text={`${failure.kind}: ${failure.detail}`} />}
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
