import { useEffect } from "react";
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  useRestoreFocusTarget,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import type { Book } from "../../../usecases";
import type { Done, Noticed } from "../../state/model";
import { doneSentence } from "../../text/done";
import { FILL_TEXT } from "../../text/fill";
import { SHELL_TEXT } from "../../text/shell";
import { refusedSentence, UNDO_TEXT, undoneSentence } from "../../text/undo";
import { useFindings, useLocale, usePaneState, useSession, useText } from "../../state/use-session";
import { Detail } from "./Detail";

/** Tells what was done or undone and offers an undo. It stands under the tab of the action. */
export function DoneNotice({ book }: { readonly book: Book }): React.JSX.Element | null {
  const session = useSession();
  const { noticed, tab, locale } = usePaneState();
  const text = useText(SHELL_TEXT);
  const undo = useText(UNDO_TEXT);
  useEffect(() => {
    // A question in between may have removed the focused button.
    if (noticed && noticed.stands !== "done" && document.activeElement === document.body) focusTab();
  }, [noticed]);
  if (!noticed || tab !== TAB_OF[noticed.done.what.kind]) return null;
  const { done, stands, detail } = noticed;
  return (
    <MessageBar intent={INTENT[stands]} layout="multiline">
      <MessageBarBody>
        {stands === "done" && <WhatWasDone done={done} book={book} />}
        {stands === "undone" && undoneSentence(locale, done.what)}
        {stands === "refused" && refusedSentence(locale, done.what)}
        {stands === "lost" && undo.lost}
        {detail !== "" && <Detail text={detail} />}
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            aria-label={text.dismiss}
            icon={<DismissRegular />}
            onClick={() => {
              focusTab();
              session.dispatch({ type: "done-dismissed" });
            }}
          />
        }
      >
        {stands === "done" && done.what.kind === "filled" && <GoToSheet sheet={done.what.sheet} />}
        <UndoButton noticed={noticed} onUndo={focusTab} />
      </MessageBarActions>
    </MessageBar>
  );
}

/** The buttons vanish with the notice, so the focus goes to the chosen tab. */
function focusTab(): void {
  document.querySelector<HTMLElement>("[role=tab][aria-selected=true]")?.focus();
}

/** Undoes the last change, and then the one before it. */
function UndoButton({
  noticed,
  onUndo,
}: {
  readonly noticed: Noticed;
  readonly onUndo: () => void;
}): React.JSX.Element | null {
  const session = useSession();
  const { done, work } = usePaneState();
  const text = useText(UNDO_TEXT);
  const restoreFocus = useRestoreFocusTarget();
  const last = done.at(-1);
  if (!last) return null;
  const other = noticed.stands === "undone" ? text.alsoBefore : text.before;
  return (
    <Button
      {...restoreFocus}
      disabledFocusable={work !== undefined}
      onClick={() => {
        onUndo();
        void session.undo(last);
      }}
    >
      {work?.kind === "undoing" ? text.undoing : last === noticed.done ? text.undo : other}
    </Button>
  );
}

const INTENT = { done: "success", undone: "info", refused: "warning", lost: "warning" } as const;

const TAB_OF = { mended: "check", applied: "check", inserted: "check", filled: "fill" } as const;

function WhatWasDone({ done, book }: { readonly done: Done; readonly book: Book }): React.JSX.Element {
  const fill = useText(FILL_TEXT);
  const locale = useLocale();
  const left = useFindings(book).length;
  const { what, from } = done;
  if (what.kind === "filled") return <>{fill.filled(what.sheet, what.agents, what.open)}</>;
  // The findings on show are old until the next reading.
  return <>{doneSentence(locale, what, from === book ? undefined : left)}</>;
}

function GoToSheet({ sheet }: { readonly sheet: string }): React.JSX.Element {
  const session = useSession();
  const text = useText(FILL_TEXT);
  return <Button onClick={() => void session.goTo({ sheet, row: 0, column: 0 })}>{text.goToSheet}</Button>;
}
