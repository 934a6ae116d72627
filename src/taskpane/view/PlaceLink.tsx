import { Link, makeStyles, tokens } from "@fluentui/react-components";
import type { CellPlace } from "../../core/cell/place";
import { addressOf } from "../../core/cell/place";
import { SHELL_TEXT } from "../text/shell";
import { useSession, useText } from "../state/use-session";

const useStyles = makeStyles({
  link: { fontSize: "inherit", paddingTop: tokens.spacingVerticalXXS, paddingBottom: tokens.spacingVerticalXXS },
});

interface Props {
  readonly at: CellPlace;
  /** Shows the address alone where the sheet is clear from the context. Screen readers still speak the whole place. */
  readonly short?: boolean;
}

/** The address of a cell. A click shows the cell in the workbook. */
export function PlaceLink({ at, short = false }: Props): React.JSX.Element {
  const styles = useStyles();
  const session = useSession();
  const text = useText(SHELL_TEXT);
  const address = addressOf(at.row, at.column);
  const place = `${at.sheet}!${address}`;
  return (
    <Link as="button" className={styles.link} aria-label={text.goTo(place)} onClick={() => void session.goTo(at)}>
      {short ? address : place}
    </Link>
  );
}
