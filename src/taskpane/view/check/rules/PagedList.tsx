import { Button, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import { RULES_TEXT } from "../../../text/rules";
import { useText } from "../../../state/use-session";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  more: { alignSelf: "flex-start" },
});

/** Most cards rendered at once, because a card is large. */
const AT_ONCE = 50;

interface Props<T> {
  readonly items: readonly T[];
  readonly children: (item: T, index: number) => React.ReactNode;
}

/** Shows some rules at a time, and the rest on request. */
export function PagedList<T>({ items, children }: Props<T>): React.JSX.Element {
  const styles = useStyles();
  const text = useText(RULES_TEXT);
  const [shown, setShown] = useState(AT_ONCE);
  const more = Math.min(AT_ONCE, items.length - shown);
  return (
    <>
      <ul className={styles.list}>{items.slice(0, shown).map(children)}</ul>
      {more > 0 && (
        <Button size="small" className={styles.more} onClick={() => setShown(shown + AT_ONCE)}>
          {text.showMore(more)}
        </Button>
      )}
    </>
  );
}
