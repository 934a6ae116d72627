import { makeStyles, tokens } from "@fluentui/react-components";
import type { RuleReading } from "../../../../usecases/rules";
import { openQuestions } from "../../../../usecases/rules";
import { RULES_TEXT } from "../../../text/rules";
import { useText } from "../../../state/use-session";

const useStyles = makeStyles({ text: { margin: 0, color: tokens.colorNeutralForeground2 } });

/** Counts the read rules and their open questions. Screen readers hear each change. */
export function Summary({ readings }: { readonly readings: readonly RuleReading[] }): React.JSX.Element {
  const styles = useStyles();
  const text = useText(RULES_TEXT);
  const open = readings.reduce((sum, reading) => sum + openQuestions(reading), 0);
  return (
    <div role="status">
      <p className={styles.text}>{text.read(readings.length, open)}</p>
      {open > 0 && <p className={styles.text}>{text.staysBlank(open)}</p>}
    </div>
  );
}
