import { Button, Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { ChevronLeftRegular } from "@fluentui/react-icons";
import { useEffect, useRef } from "react";
import type { Book } from "../../../../usecases";
import type { Comparing } from "../../../state/model";
import { comparedOf } from "../../../state/model";
import { COMPARE_TEXT } from "../../../text/compare";
import { useComparison, useSession, useText } from "../../../state/use-session";
import { Differences } from "./Differences";
import { Effect } from "./Effect";

const useStyles = makeStyles({
  back: { alignSelf: "flex-start", marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  subtitle: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  choices: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(140px, 1fr))",
    gap: tokens.spacingHorizontalS,
  },
  select: { minWidth: 0, width: "100%" },
  text: { margin: 0 },
  steps: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
});

interface Props {
  readonly book: Book;
  readonly comparing: Comparing;
}

/** Two rubrics of the workbook side by side: what changes, and who moves, before anything is published. */
export function CompareView({ book, comparing }: Props): React.JSX.Element {
  const styles = useStyles();
  const session = useSession();
  const text = useText(COMPARE_TEXT);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const names = book.summary.rubrics.map(({ name }) => name);
  const compared = comparedOf(names, comparing);
  return (
    <>
      <Button
        appearance="subtle"
        className={styles.back}
        icon={<ChevronLeftRegular />}
        onClick={() => session.dispatch({ type: "compared", comparing: undefined })}
      >
        {text.back}
      </Button>
      <h2 ref={heading} tabIndex={-1} className={styles.title}>
        {text.heading}
      </h2>
      {compared ? (
        <>
          <Choices names={names} compared={compared} />
          <Comparison book={book} compared={compared} />
        </>
      ) : (
        <OnlyOne />
      )}
    </>
  );
}

function Choices({ names, compared }: { readonly names: readonly string[]; readonly compared: Comparing }) {
  const styles = useStyles();
  const session = useSession();
  const text = useText(COMPARE_TEXT);
  // Choosing the rubric that stands on the other side turns the two round.
  const choose = (side: keyof Comparing, name: string): void => {
    const other = side === "before" ? "after" : "before";
    const turned = compared[other] === name ? { [other]: compared[side] } : {};
    session.dispatch({ type: "compared", comparing: { ...compared, ...turned, [side]: name } });
  };
  return (
    <div className={styles.choices}>
      {(["before", "after"] as const).map((side) => (
        <Field key={side} label={text[side]} size="small">
          <Select className={styles.select} value={compared[side]} onChange={(_, data) => choose(side, data.value)}>
            {names.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      ))}
    </div>
  );
}

function Comparison({ book, compared }: { readonly book: Book; readonly compared: Comparing }): React.JSX.Element {
  const comparison = useComparison(book, compared);
  return (
    <>
      <Differences key={`${compared.before}\n${compared.after}`} changes={comparison.changes} />
      <Effect comparison={comparison} />
    </>
  );
}

/** What a draft looks like, for a workbook that has none yet. */
function OnlyOne(): React.JSX.Element {
  const styles = useStyles();
  const text = useText(COMPARE_TEXT);
  return (
    <>
      <h3 className={styles.subtitle}>{text.one}</h3>
      <p className={styles.text}>{text.oneWhy}</p>
      <ol className={styles.steps}>
        {text.oneSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </>
  );
}
