import { Button, Field, makeStyles, mergeClasses, Select, Spinner, tokens } from "@fluentui/react-components";
import { ArrowClockwiseRegular, DocumentAddRegular, TextGrammarWandRegular } from "@fluentui/react-icons";
import { LOCALES } from "../../../core/text/locale";
import { LANGUAGE_NAME, SHELL_TEXT } from "../../text/shell";
import { CHECK_TEXT } from "../../text/check";
import { RULES_TEXT } from "../../text/rules";
import { openedRules, periodOf, rubricOf } from "../../state/model";
import { useBusy, usePaneState, useSession, useText } from "../../state/use-session";

const useStyles = makeStyles({
  root: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS}`,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
  },
  top: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
    // Excel lays a menu of its own over the pane's upper right corner, 34 pixels wide on a Mac and 12 on Windows.
    paddingRight: "28px",
  },
  product: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  languages: { display: "flex" },
  language: { minWidth: "auto", paddingLeft: tokens.spacingHorizontalS, paddingRight: tokens.spacingHorizontalS },
  chosen: { fontWeight: tokens.fontWeightSemibold, textDecorationLine: "underline", textUnderlineOffset: "4px" },
  choices: {
    display: "grid",
    // A period such as 2026-10 is whole at 320 pixels, the narrowest pane.
    gridTemplateColumns: "minmax(0, 1.4fr) minmax(96px, 1fr) auto auto auto",
    columnGap: tokens.spacingHorizontalXS,
    alignItems: "end",
  },
  only: { minHeight: "24px", display: "flex", alignItems: "center", fontWeight: tokens.fontWeightSemibold },
  select: { minWidth: 0, width: "100%" },
});

/** Product and language, and the rubric and period on show. */
export function Header(): React.JSX.Element {
  const styles = useStyles();
  const session = useSession();
  const state = usePaneState();
  const { locale, work, choosing, book, tab } = state;
  const readsRules = state.rules?.open === true && tab === "check" && !choosing;
  const check = useText(CHECK_TEXT);
  const rulesText = useText(RULES_TEXT);
  const text = useText(SHELL_TEXT);
  const busy = useBusy();
  return (
    <header className={styles.root}>
      <div className={styles.top}>
        <h1 className={styles.product}>{text.product}</h1>
        <div role="group" aria-label={text.language} className={styles.languages}>
          {LOCALES.map((candidate) => (
            <Button
              key={candidate}
              size="small"
              appearance="subtle"
              lang={candidate}
              aria-pressed={candidate === locale}
              className={mergeClasses(styles.language, candidate === locale && styles.chosen)}
              onClick={() => void session.chooseLocale(candidate)}
            >
              {LANGUAGE_NAME[candidate]}
            </Button>
          ))}
        </div>
      </div>
      <div className={styles.choices}>
        <RubricChoice />
        <PeriodChoice />
        <Button
          appearance="subtle"
          title={text.readAgain}
          aria-label={text.readAgain}
          disabledFocusable={busy}
          icon={work?.kind === "reading" ? <Spinner size="tiny" /> : <ArrowClockwiseRegular />}
          onClick={() => void session.readAgain()}
        />
        <Button
          appearance="subtle"
          title={rulesText.open}
          aria-label={rulesText.open}
          aria-pressed={readsRules}
          disabledFocusable={!book}
          icon={<TextGrammarWandRegular />}
          onClick={() =>
            session.dispatch({ type: "rules-changed", rules: { ...openedRules(state), open: !readsRules } })
          }
        />
        <Button
          id="new-from-template"
          appearance="subtle"
          title={check.newFromTemplate}
          aria-label={check.newFromTemplate}
          aria-pressed={choosing}
          disabledFocusable={busy}
          icon={<DocumentAddRegular />}
          onClick={() => (choosing ? session.dispatch({ type: "templates-closed" }) : void session.openTemplates())}
        />
      </div>
    </header>
  );
}

function RubricChoice(): React.JSX.Element {
  const styles = useStyles();
  const session = useSession();
  const state = usePaneState();
  const text = useText(SHELL_TEXT);
  const rubrics = state.book?.summary.rubrics ?? [];
  if (rubrics.length < 2) return <Only label={text.rubric} value={rubrics[0]?.name} />;
  return (
    <Field label={text.rubric} size="small">
      <Select
        className={styles.select}
        value={rubricOf(state) ?? ""}
        onChange={(_, data) => void session.chooseRubric(data.value === "" ? undefined : data.value)}
      >
        <option value="">{text.allRubrics}</option>
        {rubrics.map(({ name }) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function PeriodChoice(): React.JSX.Element {
  const styles = useStyles();
  const session = useSession();
  const state = usePaneState();
  const text = useText(SHELL_TEXT);
  const periods = state.book?.summary.periods ?? [];
  if (periods.length < 2) return <Only label={text.period} value={periods[0]} />;
  return (
    <Field label={text.period} size="small">
      <Select
        className={styles.select}
        value={periodOf(state) ?? ""}
        onChange={(_, data) => void session.choosePeriod(data.value)}
      >
        {periods.map((period) => (
          <option key={period} value={period}>
            {period}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** Shows the name alone if there is no choice. */
function Only({ label, value }: { readonly label: string; readonly value: string | undefined }): React.JSX.Element {
  const styles = useStyles();
  return (
    <Field label={label} size="small">
      <div className={styles.only}>{value || "–"}</div>
    </Field>
  );
}
