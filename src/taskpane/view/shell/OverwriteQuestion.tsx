import { useState } from "react";
import type { Locale } from "../../../core/text/locale";
import type { Done } from "../../state/model";
import { UNDO_TEXT } from "../../text/undo";
import { useLocale, usePaneState, useSession, useText } from "../../state/use-session";
import { ConfirmDialog } from "../ConfirmDialog";

/** A person edited written sheets before their undo. Only a person can decide whether these edits may be lost. */
export function OverwriteQuestion(): React.JSX.Element {
  const session = useSession();
  const { overwriting } = usePaneState();
  const locale = useLocale();
  const text = useText(UNDO_TEXT);
  // The question is kept, because it stays on show while the dialog closes.
  const [asked, setAsked] = useState<Done["what"]>();
  const what = overwriting?.what ?? asked;
  if (what !== asked) setAsked(what);
  const name = what ? nameOf(what, locale) : "";
  return (
    <ConfirmDialog
      open={overwriting !== undefined}
      title={text.overwriteTitle(name)}
      body={text.overwriteBody}
      yes={text.overwrite}
      no={text.keep}
      onYes={() => overwriting && void session.answerOverwrite(overwriting)}
      onNo={() => session.dispatch({ type: "answered-overwrite" })}
    />
  );
}

function nameOf(what: Done["what"], locale: Locale): string {
  switch (what.kind) {
    case "inserted":
      return what.name[locale];
    case "filled":
      return what.sheet;
    case "applied":
      return what.sheets.join(locale === "en" ? ", " : "、");
    case "mended":
      return "";
  }
}
