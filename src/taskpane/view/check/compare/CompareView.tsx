import { Button, Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { ChevronLeftRegular } from "@fluentui/react-icons";
import { useEffect, useRef } from "react";
import type { Book } from "../../../../usecases";
import type { Comparing } from "../../../state/model";
import { comparedOf } from "../../../state/model";
import { COMPARE_TEXT } from "../../../text/compare";
import { useComparison, usePaneState, useSession, useText } from "../../../state/use-session";
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
  muted: {
    margin: 0,
    gridColumn: "1 / -1",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  steps: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
});

interface Props {
  readonly book: Book;
  readonly comparing: Comparing;
}

/** Two rubrics of the workbook side by side: what changes, and which agents move, before a rubric is published. */
export function CompareView({ book, comparing }: Props): React.JSX.Element {
  const styles = useStyles();
  const session = useSession();
  const text = useText(COMPARE_TEXT);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const names = book.summary.rubrics.map(({ name }) => name);
  const earlier = usePaneState().earlier?.rubricNames ?? [];
  const compared = comparedOf(names, earlier, comparing);
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
      {compared && (
        <>
          <Choices names={names} earlier={earlier} compared={compared} />
          <Comparison book={book} compared={compared} />
        </>
      )}
      {names.length < 2 && <OnlyOne />}
    </>
  );
}

/** Value of the rubric's own past in the list. No rubric has this name, because names hold no line break. */
const EDITS = "\n";

interface ChoicesProps {
  readonly names: readonly string[];
  readonly earlier: readonly string[];
  readonly compared: Comparing;
}

function Choices({ names, earlier, compared }: ChoicesProps): React.JSX.Element {
  const styles = useStyles();
  const session = useSession();
  const text = useText(COMPARE_TEXT);
  const { before, after, edits } = compared;
  const compare = (comparing: Comparing): void => session.dispatch({ type: "compared", comparing });
  // Choosing the rubric of the other side swaps the two.
  const chooseBefore = (name: string): void => {
    if (name === EDITS) compare({ before: after, after, edits: true });
    else if (name !== after) compare({ before: name, after, edits: false });
    else compare({ before: name, after: edits ? names.find((each) => each !== name)! : before, edits: false });
  };
  const chooseAfter = (name: string): void =>
    compare({ before: edits ? name : name === before ? after : before, after: name, edits });
  const canCompareEdits = earlier.includes(after);
  return (
    <div className={styles.choices}>
      <Field label={text.before} size="small">
        <Select
          className={styles.select}
          value={edits ? EDITS : before}
          onChange={(_, data) => chooseBefore(data.value)}
        >
          {canCompareEdits && <option value={EDITS}>{text.edits}</option>}
          {names.length > 1 &&
            names.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
        </Select>
      </Field>
      <Field label={text.after} size="small">
        <Select className={styles.select} value={after} onChange={(_, data) => chooseAfter(data.value)}>
          {names.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      {edits && <p className={styles.muted}>{text.editsWhy}</p>}
    </div>
  );
}

function Comparison({ book, compared }: { readonly book: Book; readonly compared: Comparing }): React.JSX.Element {
  const comparison = useComparison(book, compared);
  return (
    <>
      <Differences key={JSON.stringify(compared)} changes={comparison.changes} />
      <Effect comparison={comparison} />
    </>
  );
}

/** Shows the look of a draft, for a workbook without one. */
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
