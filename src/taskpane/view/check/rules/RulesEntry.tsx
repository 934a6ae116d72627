import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { openedRules } from "../../../state/model";
import { RULES_TEXT } from "../../../text/rules";
import { usePaneState, useSession, useText } from "../../../state/use-session";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalS,
    paddingTop: tokens.spacingVerticalS,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  text: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** Leads from the findings to the rules in words. */
export function RulesEntry(): React.JSX.Element {
  const styles = useStyles();
  const session = useSession();
  const state = usePaneState();
  const text = useText(RULES_TEXT);
  return (
    <div className={styles.root}>
      <p className={styles.text}>{text.entry}</p>
      <Button onClick={() => session.dispatch({ type: "rules-changed", rules: openedRules(state) })}>
        {text.open}
      </Button>
    </div>
  );
}
