import { Button, Checkbox, Field, Input, makeStyles, Select, Textarea, tokens } from "@fluentui/react-components";
import { useDeferredValue, useMemo, useRef, useState } from "react";
import type { Book } from "../../../../usecases";
import type { PastedRule, RuleReader } from "../../../../usecases/rules";
import { applyRules, pastedRules, planPastedRules } from "../../../../usecases/rules";
import type { RulesView } from "../../../state/model";
import { rubricOf } from "../../../state/model";
import { RULES_TEXT } from "../../../text/rules";
import { useBusy, useLocale, usePaneState, useSession, useText } from "../../../state/use-session";
import { PagedList } from "./PagedList";
import { RuleCard } from "./RuleCard";
import { Summary } from "./Summary";
import { useRuleChange } from "./use-rule-change";

const useStyles = makeStyles({
  text: { margin: 0 },
  muted: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  button: { alignSelf: "flex-start" },
  named: { display: "grid", gridTemplateColumns: "1fr 1.4fr 64px", gap: tokens.spacingHorizontalS },
  input: { minWidth: 0, width: "100%" },
});

interface Props {
  readonly book: Book;
  readonly rules: RulesView;
  readonly reader: RuleReader;
  /** Moves the focus to the view's heading before a used button vanishes. */
  readonly toHeading: () => void;
}

/** A pasted policy and its rows. */
export function PastedRules({ book, rules, reader, toHeading }: Props): React.JSX.Element {
  const styles = useStyles();
  const session = useSession();
  const text = useText(RULES_TEXT);
  const { changes } = rules;
  // Reading a whole document takes longer than a keystroke may.
  const pasted = useDeferredValue(rules.pasted);
  const read = useMemo(() => pastedRules(pasted, changes, reader), [pasted, changes, reader]);
  return (
    <>
      <Field label={text.paste} hint={text.pasteHint}>
        <Textarea
          resize="vertical"
          rows={6}
          value={rules.pasted}
          placeholder={text.example}
          onChange={(_, data) => session.dispatch({ type: "rules-changed", rules: { ...rules, pasted: data.value } })}
        />
      </Field>
      {pasted.trim() !== "" && read.length === 0 && <p className={styles.text}>{text.nothingFound}</p>}
      {read.length > 0 && (
        <>
          <Summary readings={read.map(({ reading }) => reading)} />
          <PagedList items={read}>
            {(rule, index) => <PastedRuleCard key={rule.key} rules={rules} rule={rule} number={index + 1} />}
          </PagedList>
          <AddRows book={book} rules={rules} read={read} toHeading={toHeading} />
        </>
      )}
    </>
  );
}

interface AddProps extends Pick<Props, "book" | "rules" | "toHeading"> {
  readonly read: readonly PastedRule[];
}

function AddRows({ book, rules, read, toHeading }: AddProps): React.JSX.Element {
  const styles = useStyles();
  const session = useSession();
  const busy = useBusy();
  const locale = useLocale();
  const text = useText(RULES_TEXT);
  const chosen = rubricOf(usePaneState());
  const rubrics = book.summary.rubrics.map(({ name }) => name);
  const [picked, setPicked] = useState(chosen ?? "");
  const asksRubric = rubrics.length > 1;
  const rubric = asksRubric && rubrics.includes(picked) ? picked : undefined;
  const plan = planPastedRules(book, read, { rubric, locale });
  const list = (names: readonly string[]): string => new Intl.ListFormat(locale).format(names);
  const add = async (): Promise<void> => {
    const what = { kind: "applied", rows: plan.rows, sheets: plan.newSheets, pasted: rules.pasted } as const;
    const added = await session.change("applying", (port) => applyRules(port, plan), what);
    // The rules are in the rubric now. A second adding must not be the nearest click.
    if (!added) return;
    toHeading();
    session.dispatch({ type: "rules-changed", rules: { ...rules, source: "rubric", pasted: "" } });
  };
  return (
    <>
      {asksRubric && (
        <Field label={text.addToRubric} size="small">
          <Select value={rubric ?? ""} onChange={(_, data) => setPicked(data.value)}>
            <option value="">–</option>
            {rubrics.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <p className={styles.muted}>
        {plan.newSheets.length > 0 ? text.addNew(list(plan.newSheets)) : text.addTo(book.summary.tables.rubric ?? "")}
      </p>
      {plan.lacking.length > 0 && <p className={styles.muted}>{text.lacking(list(plan.lacking))}</p>}
      <Button
        appearance="primary"
        className={styles.button}
        disabledFocusable={busy || plan.rows === 0}
        onClick={() => void add()}
      >
        {text.add(plan.rows)}
      </Button>
    </>
  );
}

interface CardProps {
  readonly rules: RulesView;
  readonly rule: PastedRule;
  readonly number: number;
}

function PastedRuleCard({ rules, rule, number }: CardProps): React.JSX.Element {
  const styles = useStyles();
  const text = useText(RULES_TEXT);
  const change = useRuleChange(rules, rule.key);
  const heading = useRef<HTMLHeadingElement>(null);
  const { section, indicator, points, pointsText, pointsUnreadable, original, reading, leftOut } = rule;
  return (
    <RuleCard
      heading={heading}
      name={indicator || text.nameless(number)}
      section={section}
      points={points}
      original={original}
      reading={reading}
      onText={(words) => change({ text: words })}
    >
      <div className={styles.named}>
        <Field label={text.section} size="small">
          <Input className={styles.input} value={section} onChange={(_, data) => change({ section: data.value })} />
        </Field>
        <Field label={text.indicator} size="small">
          <Input
            className={styles.input}
            value={indicator}
            placeholder={text.nameless(number)}
            onChange={(_, data) => change({ indicator: data.value })}
          />
        </Field>
        <Field
          label={text.points}
          size="small"
          {...(pointsUnreadable ? { validationMessage: text.notPoints, validationState: "error" as const } : {})}
        >
          <Input className={styles.input} value={pointsText} onChange={(_, data) => change({ points: data.value })} />
        </Field>
      </div>
      <Checkbox
        label={text.include}
        checked={!leftOut}
        onChange={(_, data) => change({ leftOut: data.checked !== true })}
      />
    </RuleCard>
  );
}
