import { Button, Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { useRef } from "react";
import type { Book } from "../../../../usecases";
import type { RubricRule } from "../../../../usecases/rules";
import { applyRules, changesSomething, planRubricRules } from "../../../../usecases/rules";
import type { RulesView } from "../../../state/model";
import { RULES_TEXT } from "../../../text/rules";
import { useBusy, useSession, useText } from "../../../state/use-session";
import { PlaceLink } from "../../PlaceLink";
import { Fields } from "./Fields";
import { PagedList } from "./PagedList";
import { RuleCard } from "./RuleCard";
import { Summary } from "./Summary";
import { useRuleChange } from "./use-rule-change";

const useStyles = makeStyles({
  text: { margin: 0 },
  button: { alignSelf: "flex-start" },
  where: { fontSize: tokens.fontSizeBase200 },
});

interface Props {
  readonly book: Book;
  readonly rules: RulesView;
  readonly read: readonly RubricRule[];
  /** Moves the focus to the view's heading before a used button vanishes. */
  readonly toHeading: () => void;
}

/** The rubric's Rule column, beside the cells of its rows. */
export function RubricRules({ book, rules, read, toHeading }: Props): React.JSX.Element {
  const styles = useStyles();
  const busy = useBusy();
  const session = useSession();
  const text = useText(RULES_TEXT);
  const apply = (chosen: readonly RubricRule[]): void => {
    const plan = planRubricRules(book, chosen);
    const what = { kind: "applied", rows: plan.rows, sheets: plan.newSheets, pasted: "" } as const;
    void session.change("applying", (port) => applyRules(port, plan), what);
  };
  if (read.length === 0) return <p className={styles.text}>{text.noneInRubric}</p>;
  const useful = read.filter(changesSomething);
  return (
    <>
      <Summary readings={read.map(({ reading }) => reading)} />
      {useful.length > 1 && (
        <Button
          appearance="primary"
          className={styles.button}
          disabledFocusable={busy}
          onClick={() => {
            toHeading();
            apply(useful);
          }}
        >
          {text.fillAll(useful.length)}
        </Button>
      )}
      <PagedList items={read}>
        {(rule) => <RubricRuleCard key={rule.key} rules={rules} rule={rule} onApply={() => apply([rule])} />}
      </PagedList>
    </>
  );
}

interface CardProps {
  readonly rules: RulesView;
  readonly rule: RubricRule;
  readonly onApply: () => void;
}

function RubricRuleCard({ rules, rule, onApply }: CardProps): React.JSX.Element {
  const styles = useStyles();
  const busy = useBusy();
  const text = useText(RULES_TEXT);
  const change = useRuleChange(rules, rule.key);
  const heading = useRef<HTMLHeadingElement>(null);
  const { indicator, reading, original, points, fields, overwrite } = rule;
  const differs = fields.some(({ state }) => state === "other");
  return (
    <RuleCard
      heading={heading}
      name={indicator.name}
      section={indicator.section}
      points={points}
      original={original}
      reading={reading}
      onText={(words) => change({ text: words })}
    >
      <div className={styles.where}>
        <PlaceLink at={indicator.at} />
      </div>
      <Fields rule={rule} />
      {differs && (
        <Checkbox
          label={text.overwrite}
          checked={overwrite}
          onChange={(_, data) => change({ overwrite: data.checked === true })}
        />
      )}
      {changesSomething(rule) && (
        <Button
          size="small"
          className={styles.button}
          disabledFocusable={busy}
          onClick={() => {
            heading.current?.focus();
            onApply();
          }}
        >
          {text.fill}
        </Button>
      )}
    </RuleCard>
  );
}
