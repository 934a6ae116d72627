import { makeStyles, tokens } from "@fluentui/react-components";
import { SHELL_TEXT } from "../../text/shell";
import { useText } from "../../state/use-session";

const useStyles = makeStyles({
  root: { marginTop: tokens.spacingVerticalXS, fontSize: tokens.fontSizeBase200 },
  summary: { cursor: "pointer" },
  text: {
    margin: 0,
    marginTop: tokens.spacingVerticalXS,
    maxHeight: "12em",
    overflowY: "auto",
    whiteSpace: "pre-wrap",
    fontFamily: tokens.fontFamilyMonospace,
  },
});

interface Props {
  readonly text: string;
  readonly open?: boolean;
}

/** Technical detail for a support request, usually folded away. */
export function Detail({ text, open = false }: Props): React.JSX.Element {
  const styles = useStyles();
  const { detail } = useText(SHELL_TEXT);
  return (
    <details className={styles.root} open={open}>
      <summary className={styles.summary}>{detail}</summary>
      <pre className={styles.text} tabIndex={0}>
        {text}
      </pre>
    </details>
  );
}
