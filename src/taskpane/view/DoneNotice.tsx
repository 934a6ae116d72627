import type { ReactNode } from "react";
import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import type { Done } from "../state/model";
import { SHELL_TEXT } from "../text/shell";
import { useBusy, useSession, useText } from "../state/use-session";

interface Props {
  readonly done: Done;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  /** Undo and dismiss take their own button away; the caller says where the focus goes. */
  readonly onGone: () => void;
}

/** Says what was done and offers to take it back. */
export function DoneNotice({ done, children, actions, onGone }: Props): React.JSX.Element {
  const session = useSession();
  const busy = useBusy();
  const text = useText(SHELL_TEXT);
  return (
    <MessageBar intent="success" layout="multiline">
      <MessageBarBody>{children}</MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            aria-label={text.dismiss}
            icon={<DismissRegular />}
            onClick={() => {
              session.dispatch({ type: "done-dismissed" });
              onGone();
            }}
          />
        }
      >
        {actions}
        <Button
          disabledFocusable={busy}
          onClick={() => {
            onGone();
            void session.undo(done);
          }}
        >
          {text.undo}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
