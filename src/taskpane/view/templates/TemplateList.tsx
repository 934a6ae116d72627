import { useEffect, useRef, useState } from "react";
import { Button, Field, makeStyles, MessageBar, MessageBarBody, Select, tokens } from "@fluentui/react-components";
import type { Book, TemplateEntry } from "../../../usecases";
import { useBusy, useLocale, usePaneState, useSession, useText } from "../../state/use-session";
import { TEMPLATE_TEXT } from "../../text/templates";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  text: { margin: 0 },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  entry: {
    display: "flex",
    alignItems: "flex-start",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  words: { flexGrow: 1, minWidth: 0 },
  name: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  summary: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  insert: { flexShrink: 0 },
  back: { alignSelf: "flex-start" },
});

/** Schemes to start from. One click inserts one. Escape and Back lead to the former step. */
export default function TemplateList({ book }: { readonly book: Book }): React.JSX.Element {
  const styles = useStyles();
  const session = useSession();
  const { work } = usePaneState();
  const text = useText(TEMPLATE_TEXT);
  const [form, setForm] = useState<"draft" | "mended">("draft");
  const [chosen, setChosen] = useState("");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { entries, obstacles, hasData } = session.templateChoice(book);
  const close = (): void => {
    session.dispatch({ type: "templates-closed" });
    // The focused element vanished with the list.
    document.getElementById("new-from-template")?.focus();
  };
  const insert = (entry: TemplateEntry): void => {
    setChosen(entry.id);
    void session.insert(entry, form).then((inserted) => {
      if (!inserted) return;
      // The list is gone, so the person goes on at the top of the findings.
      document.getElementById("tab-check")?.focus();
      document.documentElement.scrollTop = 0;
    });
  };
  return (
    <section
      className={styles.root}
      aria-labelledby="templates"
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
      }}
    >
      <h2 id="templates" ref={heading} tabIndex={-1} className={styles.title}>
        {text.title}
      </h2>
      <p className={styles.text}>{text.what}</p>
      {obstacles.map(({ name, sheet }) => (
        <MessageBar key={name} intent="warning" layout="multiline">
          <MessageBarBody>{text.taken(name, sheet)}</MessageBarBody>
        </MessageBar>
      ))}
      {obstacles.length === 0 && hasData && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{text.ownData}</MessageBarBody>
        </MessageBar>
      )}
      <Field label={text.form} hint={form === "draft" ? text.draftHint : text.mendedHint}>
        <Select value={form} onChange={(_, data) => setForm(data.value as "draft" | "mended")}>
          <option value="draft">{text.draft}</option>
          <option value="mended">{text.mended}</option>
        </Select>
      </Field>
      <ul className={styles.list} aria-label={text.list}>
        {entries.map((entry) => (
          <Entry
            key={entry.id}
            entry={entry}
            refused={obstacles.length > 0}
            inserting={work?.kind === "inserting" && entry.id === chosen}
            onInsert={() => insert(entry)}
          />
        ))}
      </ul>
      <Button className={styles.back} onClick={close}>
        {text.back}
      </Button>
    </section>
  );
}

interface EntryProps {
  readonly entry: TemplateEntry;
  readonly refused: boolean;
  readonly inserting: boolean;
  readonly onInsert: () => void;
}

function Entry({ entry, refused, inserting, onInsert }: EntryProps): React.JSX.Element {
  const styles = useStyles();
  const locale = useLocale();
  const busy = useBusy();
  const text = useText(TEMPLATE_TEXT);
  const name = entry.name[locale];
  return (
    <li className={styles.entry}>
      <div className={styles.words}>
        <h3 className={styles.name}>{name}</h3>
        <p className={styles.summary}>{entry.summary[locale]}</p>
      </div>
      <Button
        className={styles.insert}
        size="small"
        aria-label={inserting ? text.inserting : text.insertOf(name)}
        disabledFocusable={busy || refused}
        onClick={onInsert}
      >
        {inserting ? text.inserting : text.insert}
      </Button>
    </li>
  );
}
