import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import type { Book } from "../../../usecases";
import type { Done } from "../../state/model";
import { CHECK_TEXT } from "../../text/check";
import { FILL_TEXT } from "../../text/fill";
import { SHELL_TEXT } from "../../text/shell";
import { useFindings, usePaneState, useSession, useText } from "../../state/use-session";

/** Says what was done or taken back, and offers to take it back; stands under the tab on which it was done. */
export function DoneNotice({ book }: { readonly book: Book }): React.JSX.Element | null {
  const session = useSession();
  const { noticed, tab } = usePaneState();
  const text = useText(SHELL_TEXT);
  if (!noticed || tab !== TAB_OF[noticed.done.what.kind]) return null;
  const { done, undone } = noticed;
  // The buttons vanish with the notice; the tab is where the focus is kept then.
  const keepFocus = (): void => document.getElementById(`tab-${tab}`)?.focus();
  return (
    <MessageBar intent={undone ? "info" : "success"} layout="multiline">
      <MessageBarBody>{undone ? text.undone : <WhatWasDone done={done} book={book} />}</MessageBarBody>
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
        {!undone && done.what.kind === "filled" && <GoToSheet sheet={done.what.sheet} />}
        <UndoButton undone={undone} onUndo={keepFocus} />
      </MessageBarActions>
    </MessageBar>
  );
}

/** Takes back the last change, or after that the one before it. */
function UndoButton({
  undone,
  onUndo,
}: {
  readonly undone: boolean;
  readonly onUndo: () => void;
}): React.JSX.Element | null {
  const session = useSession();
  const { done, work } = usePaneState();
  const text = useText(SHELL_TEXT);
  const last = done.at(-1);
  if (!last) return null;
  return (
    <Button
      disabledFocusable={work !== undefined}
      onClick={() => {
        onUndo();
        void session.undo(last);
      }}
    >
      {work?.kind === "undoing" ? text.undoing : undone ? text.undoBefore : text.undo}
    </Button>
  );
}

const TAB_OF = { mended: "check", filled: "fill" } as const;

function WhatWasDone({ done, book }: { readonly done: Done; readonly book: Book }): React.JSX.Element {
  const check = useText(CHECK_TEXT);
  const fill = useText(FILL_TEXT);
  const left = useFindings(book).length;
  const { what, from } = done;
  if (what.kind === "filled") return <>{fill.filled(what.sheet, what.agents, what.open)}</>;
  // Until the workbook was read again, the findings on show are still those from before.
  return <>{from === book ? check.mending : check.mended(what.count, left)}</>;
}

function GoToSheet({ sheet }: { readonly sheet: string }): React.JSX.Element {
  const session = useSession();
  const text = useText(FILL_TEXT);
  return <Button onClick={() => void session.goTo({ sheet, row: 0, column: 0 })}>{text.goToSheet}</Button>;
}
