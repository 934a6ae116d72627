import { Button, Field, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import { showPoints } from "../../../../core/text/format";
import type { RuleReading } from "../../../../usecases/rules";
import { ruleInWords } from "../../../../usecases/rules";
import { RULES_TEXT } from "../../../text/rules";
import { useLocale, useText } from "../../../state/use-session";
import { Doubts } from "./Doubts";
import { MarkedText } from "./MarkedText";
import { TryOut } from "./TryOut";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  name: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  aside: {
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  understood: { margin: 0 },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface Props {
  readonly name: string;
  readonly section: string;
  readonly points: number | undefined;
  /** The words before any change. */
  readonly original: string;
  readonly reading: RuleReading;
  readonly onText: (text: string) => void;
  /** Takes the focus before a used button vanishes. */
  readonly heading: React.RefObject<HTMLHeadingElement | null>;
  /** The effect of the rule. */
  readonly children: React.ReactNode;
}

/** One rule: its words, their reading, its open questions, and a try-out. The children show its effect. */
export function RuleCard({
  name,
  section,
  points,
  original,
  reading,
  onText,
  heading,
  children,
}: Props): React.JSX.Element {
  const styles = useStyles();
  const locale = useLocale();
  const text = useText(RULES_TEXT);
  const id = useId();
  const understood = ruleInWords(reading, locale);
  const aside = [section, points === undefined ? "" : text.pointsOf(showPoints(points, locale))].filter(Boolean);
  return (
    <li aria-labelledby={id} className={styles.root}>
      <h3 id={id} ref={heading} tabIndex={-1} className={styles.name}>
        {name} <span className={styles.aside}>{aside.join(" · ")}</span>
      </h3>
      <Words original={original} reading={reading} onText={onText} />
      <p className={styles.understood}>
        {understood === "" ? (
          text.notUnderstood
        ) : (
          <>
            <strong>{text.understood}</strong> {understood}
          </>
        )}
      </p>
      <Doubts
        reading={reading}
        onText={(answered) => {
          onText(answered);
          // The question vanishes together with its button.
          heading.current?.focus();
        }}
      />
      <TryOut reading={reading} points={points} />
      {children}
    </li>
  );
}

/** The words of a rule, with doubtful ones marked, or as editable text. */
function Words({ original, reading, onText }: Pick<Props, "original" | "reading" | "onText">): React.JSX.Element {
  const styles = useStyles();
  const text = useText(RULES_TEXT);
  const [editing, setEditing] = useState(false);
  return (
    <>
      {editing ? (
        <Field label={text.words} size="small">
          <Textarea
            autoFocus
            resize="vertical"
            rows={4}
            value={reading.text}
            onChange={(_, data) => onText(data.value)}
          />
        </Field>
      ) : (
        <MarkedText text={reading.text} doubts={reading.doubts} />
      )}
      <div className={styles.actions}>
        <Button size="small" appearance="subtle" onClick={() => setEditing(!editing)}>
          {editing ? text.wordsDone : text.editWords}
        </Button>
        {reading.text !== original && (
          <Button size="small" appearance="subtle" onClick={() => onText(original)}>
            {text.wordsBack}
          </Button>
        )}
      </div>
    </>
  );
}
