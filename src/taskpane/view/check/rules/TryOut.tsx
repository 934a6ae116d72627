import { Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { RuleReading } from "../../../../usecases/rules";
import { tryRule } from "../../../../usecases/rules";
import { RULES_TEXT } from "../../../text/rules";
import { useLocale, useText } from "../../../state/use-session";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  summary: { cursor: "pointer", fontSize: tokens.fontSizeBase200 },
});

interface Props {
  readonly reading: RuleReading;
  readonly points: number | undefined;
}

/** Typed values and the rule's result for them. */
export function TryOut({ reading, points }: Props): React.JSX.Element {
  const styles = useStyles();
  const locale = useLocale();
  const text = useText(RULES_TEXT);
  const [typed, setTyped] = useState("");
  return (
    <details>
      <summary className={styles.summary}>{text.tryOut}</summary>
      <Field label={text.value} hint={text.tryHint} size="small">
        <Input value={typed} onChange={(_, data) => setTyped(data.value)} />
      </Field>
      <ul role="status" className={styles.list}>
        {tryRule(reading, points, typed, locale).map(({ value, points: earned, why }, index) => (
          <li key={index}>{why === "" ? text.tried(value, earned) : text.untried(value, why)}</li>
        ))}
      </ul>
    </details>
  );
}
