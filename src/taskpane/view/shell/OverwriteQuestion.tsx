import { useState } from "react";
import { UNDO_TEXT } from "../../text/undo";
import { usePaneState, useSession, useText } from "../../state/use-session";
import { ConfirmDialog } from "../ConfirmDialog";

/** Somebody worked on a filled sheet that is to be taken back: only a person can say whether that may be lost. */
export function OverwriteQuestion(): React.JSX.Element {
  const session = useSession();
  const { overwriting } = usePaneState();
  const text = useText(UNDO_TEXT);
  const sheet = overwriting?.what.kind === "filled" ? overwriting.what.sheet : undefined;
  // Kept, as the title is still on show while the dialog closes.
  const [asked, setAsked] = useState("");
  if (sheet !== undefined && sheet !== asked) setAsked(sheet);
  return (
    <ConfirmDialog
      open={overwriting !== undefined}
      title={text.overwriteTitle(asked)}
      body={text.overwriteBody}
      yes={text.overwrite}
      no={text.keep}
      onYes={() => overwriting && void session.answerOverwrite(overwriting)}
      onNo={() => session.dispatch({ type: "answered-overwrite" })}
    />
  );
}
