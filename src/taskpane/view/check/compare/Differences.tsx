import { useState } from "react";
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { changeText } from "../../../../core/analysis/compare/change-text";
import type { RubricChange } from "../../../../core/analysis/compare/rubric-change";
import { COMPARE_TEXT } from "../../../text/compare";
import { useLocale, useText } from "../../../state/use-session";
import { PlaceLink } from "../../PlaceLink";

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  change: {
    padding: `${tokens.spacingVerticalXS} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  places: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  more: { marginTop: tokens.spacingVerticalS },
});

const AT_ONCE = 50;

/** The differences of two rubrics, one sentence each, with their cells. */
export function Differences({ changes }: { readonly changes: readonly RubricChange[] }): React.JSX.Element {
  const styles = useStyles();
  const locale = useLocale();
  const text = useText(COMPARE_TEXT);
  const [shown, setShown] = useState(AT_ONCE);
  const more = Math.min(AT_ONCE, changes.length - shown);
  return (
    <section aria-labelledby="differences">
      <h3 id="differences" className={styles.title}>
        {changes.length === 0 ? text.noDifferences : text.differences(changes.length)}
      </h3>
      <ul className={styles.list}>
        {changes.slice(0, shown).map((change, index) => (
          <li key={index} className={styles.change}>
            {changeText(change)[locale]}
            <span className={styles.places}>
              {change.before && <PlaceLink at={change.before} />}
              {change.after && <PlaceLink at={change.after} short={change.after.sheet === change.before?.sheet} />}
              {!change.scores && <span>{text.wordsOnly}</span>}
            </span>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Button className={styles.more} size="small" onClick={() => setShown(shown + AT_ONCE)}>
          {text.more(more)}
        </Button>
      )}
    </section>
  );
}
