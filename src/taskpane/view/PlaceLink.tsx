import { Link, makeStyles, tokens } from "@fluentui/react-components";
import type { CellPlace } from "../../core/cell/place";
import { addressOf } from "../../core/cell/place";
import { SHELL_TEXT } from "../text/shell";
import { useSession, useText } from "../state/use-session";

const useStyles = makeStyles({
  link: { fontSize: "inherit", paddingTop: tokens.spacingVerticalXXS, paddingBottom: tokens.spacingVerticalXXS },
});

/** A cell by its address; a click shows it in the workbook. */
export function PlaceLink({ at }: { readonly at: CellPlace }): React.JSX.Element {
  const styles = useStyles();
  const session = useSession();
  const text = useText(SHELL_TEXT);
  const place = `${at.sheet}!${addressOf(at.row, at.column)}`;
  return (
    <Link as="button" className={styles.link} aria-label={text.goTo(place)} onClick={() => void session.goTo(at)}>
      {place}
    </Link>
  );
}
