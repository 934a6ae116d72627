import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import type { Book } from "../../../usecases";
import type { Done } from "../../state/model";
import { CHECK_TEXT } from "../../text/check";
import { FILL_TEXT } from "../../text/fill";
import { SHELL_TEXT } from "../../text/shell";
import { useBusy, useFindings, usePaneState, useSession, useText } from "../../state/use-session";

/** Says what was done and offers to take it back; stands under the tab on which it was done. */
export function DoneNotice({ book }: { readonly book: Book }): React.JSX.Element | null {
  const session = useSession();
  const { noticed, tab, work } = usePaneState();
  const busy = useBusy();
  const text = useText(SHELL_TEXT);
  if (!noticed || tab !== TAB_OF[noticed.what.kind]) return null;
  // Both buttons vanish with the notice; the tab is where the focus is kept then.
  const keepFocus = (): void => document.getElementById(`tab-${tab}`)?.focus();
  return (
    <MessageBar intent="success" layout="multiline">
      <MessageBarBody>
        {noticed.what.kind === "mended" ? <Mended book={book} /> : <Filled {...noticed.what} />}
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            aria-label={text.dismiss}
            icon={<DismissRegular />}
            onClick={() => {
              keepFocus();
              session.dispatch({ type: "done-dismissed" });
            }}
          />
        }
      >
        {noticed.what.kind === "filled" && <GoToSheet sheet={noticed.what.sheet} />}
        <Button
          disabledFocusable={busy}
          onClick={() => {
            keepFocus();
            void session.undo(noticed);
          }}
        >
          {work?.kind === "undoing" ? text.undoing : text.undo}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

const TAB_OF = { mended: "check", filled: "fill" } as const;

function Mended({ book }: { readonly book: Book }): React.JSX.Element {
  const { noticed } = usePaneState();
  const text = useText(CHECK_TEXT);
  const left = useFindings(book).length;
  const count = noticed?.what.kind === "mended" ? noticed.what.count : 0;
  // Until the workbook was read again, the findings on show are still those from before.
  return <>{noticed?.from === book ? text.mending : text.mended(count, left)}</>;
}

function Filled({ sheet, agents, open }: Extract<Done["what"], { kind: "filled" }>): React.JSX.Element {
  const text = useText(FILL_TEXT);
  return <>{text.filled(sheet, agents, open)}</>;
}

function GoToSheet({ sheet }: { readonly sheet: string }): React.JSX.Element {
  const session = useSession();
  const text = useText(FILL_TEXT);
  return <Button onClick={() => void session.goTo({ sheet, row: 0, column: 0 })}>{text.goToSheet}</Button>;
}
