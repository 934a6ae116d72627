import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { Book } from "../../../../usecases";
import { COMPARE_TEXT } from "../../../text/compare";
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

/** Leads from the findings to the comparison. */
export function CompareEntry({ book }: { readonly book: Book }): React.JSX.Element {
  const styles = useStyles();
  const session = useSession();
  const { rubric } = usePaneState();
  const text = useText(COMPARE_TEXT);
  const [first = "", second = ""] = book.summary.rubrics.map(({ name }) => name);
  const before = rubric ?? first;
  return (
    <div className={styles.root}>
      <p className={styles.text}>{text.entry}</p>
      <Button
        onClick={() =>
          session.dispatch({
            type: "compared",
            comparing: { before, after: before === second ? first : second, edits: second === "" },
          })
        }
      >
        {text.open}
      </Button>
    </div>
  );
}
