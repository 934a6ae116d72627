import { Button, Field, Input, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ErrorCircleFilled, InfoRegular, WarningFilled } from "@fluentui/react-icons";
import { useState } from "react";
import type { Severity } from "../../../../core/checks/finding";
import type { Answer, Doubt } from "../../../../core/ruletext/doubt";
import type { RuleReading } from "../../../../usecases/rules";
import { answerRule } from "../../../../usecases/rules";
import { RULES_TEXT } from "../../../text/rules";
import { useLocale, useText } from "../../../state/use-session";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: "12px" },
  doubt: { display: "grid", gridTemplateColumns: "auto minmax(0, 1fr)", columnGap: tokens.spacingHorizontalXS },
  head: { display: "flex", alignItems: "flex-start", gap: "2px", fontWeight: tokens.fontWeightSemibold },
  icon: { fontSize: "16px", marginTop: "2px" },
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground1 },
  info: { color: tokens.colorNeutralForeground3 },
  body: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS, alignItems: "flex-start" },
  what: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  answer: { minWidth: 0, textAlign: "start" },
  number: { display: "flex", flexWrap: "wrap", alignItems: "end", gap: tokens.spacingHorizontalXS },
  input: { width: "120px", minWidth: 0 },
});

const ICON: Readonly<Record<Severity, typeof InfoRegular>> = {
  error: ErrorCircleFilled,
  warning: WarningFilled,
  info: InfoRegular,
};

interface Props {
  readonly reading: RuleReading;
  readonly onText: (text: string) => void;
}

/** The open questions of a rule with their answers. Their numbers are those of the marked words. */
export function Doubts({ reading, onText }: Props): React.JSX.Element | null {
  const styles = useStyles();
  if (reading.doubts.length === 0) return null;
  return (
    <ol className={styles.list}>
      {reading.doubts.map((doubt, index) => (
        <Question key={`${index}/${doubt.code}`} number={index + 1} doubt={doubt} text={reading.text} onText={onText} />
      ))}
    </ol>
  );
}

interface QuestionProps {
  readonly number: number;
  readonly doubt: Doubt;
  readonly text: string;
  readonly onText: (text: string) => void;
}

function Question({ number, doubt, text: words, onText }: QuestionProps): React.JSX.Element {
  const styles = useStyles();
  const locale = useLocale();
  const text = useText(RULES_TEXT);
  const Icon = ICON[doubt.severity];
  const { what, why, how } = doubt.text[locale];
  const give = (answer: Answer, typed: string): boolean => {
    const answered = answerRule(words, answer, typed);
    if (answered !== undefined) onText(answered);
    return answered !== undefined;
  };
  return (
    <li aria-label={text.question(number)} className={styles.doubt}>
      <span className={styles.head} aria-hidden>
        <Icon className={mergeClasses(styles.icon, styles[doubt.severity])} />
        {number}
      </span>
      <div className={styles.body}>
        <p className={styles.what}>{what}</p>
        <p className={styles.text}>{why}</p>
        <p className={styles.text}>{how}</p>
        {doubt.answers.map((answer, index) =>
          answer.asks ? (
            <NumberAnswer key={index} answer={answer} onAnswer={(typed) => give(answer, typed)} />
          ) : (
            <Button key={index} size="small" className={styles.answer} onClick={() => give(answer, "")}>
              {answer.label[locale]}
            </Button>
          ),
        )}
      </div>
    </li>
  );
}

interface NumberAnswerProps {
  readonly answer: Answer;
  /** Returns false if the typed text is no number. */
  readonly onAnswer: (typed: string) => boolean;
}

function NumberAnswer({ answer, onAnswer }: NumberAnswerProps): React.JSX.Element {
  const styles = useStyles();
  const locale = useLocale();
  const text = useText(RULES_TEXT);
  const [typed, setTyped] = useState("");
  const [refused, setRefused] = useState(false);
  const send = (event: React.FormEvent): void => {
    event.preventDefault();
    setRefused(!onAnswer(typed));
  };
  return (
    <form className={styles.number} onSubmit={send}>
      <Field
        label={answer.label[locale]}
        size="small"
        {...(refused ? { validationMessage: text.notNumber, validationState: "error" as const } : {})}
      >
        <Input className={styles.input} value={typed} onChange={(_, data) => setTyped(data.value)} />
      </Field>
      <Button size="small" type="submit">
        {text.answer}
      </Button>
    </form>
  );
}
