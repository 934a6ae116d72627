import { makeStyles, tokens } from "@fluentui/react-components";
import type { Doubt } from "../../../../core/ruletext/doubt";
import { RULES_TEXT } from "../../../text/rules";
import { useText } from "../../../state/use-session";
import { markedPieces } from "./marked-pieces";

const useStyles = makeStyles({
  root: {
    margin: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderLeft: `${tokens.strokeWidthThicker} solid ${tokens.colorNeutralStroke1}`,
    whiteSpace: "pre-wrap",
  },
  mark: {
    color: "inherit",
    backgroundColor: tokens.colorStatusWarningBackground2,
    borderBottom: `${tokens.strokeWidthThick} solid ${tokens.colorStatusWarningBorder2}`,
  },
  number: { fontSize: tokens.fontSizeBase100, fontWeight: tokens.fontWeightSemibold },
  heard: {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
});

interface Props {
  readonly text: string;
  readonly doubts: readonly Doubt[];
}

/** The words of a rule. Words behind a question are marked with its number. */
export function MarkedText({ text, doubts }: Props): React.JSX.Element {
  const styles = useStyles();
  const { question } = useText(RULES_TEXT);
  return (
    <blockquote className={styles.root}>
      {markedPieces(text, doubts).map(({ words, numbers, ends }, index) => (
        <span key={index}>
          {numbers.length === 0 ? words : <mark className={styles.mark}>{words}</mark>}
          {ends.length > 0 && (
            <>
              <sup aria-hidden className={styles.number}>
                {ends.join(",")}
              </sup>
              <span className={styles.heard}>{` (${ends.map(question).join(", ")}) `}</span>
            </>
          )}
        </span>
      ))}
    </blockquote>
  );
}
