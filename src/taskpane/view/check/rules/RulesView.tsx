import { Button, Field, makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import { ChevronLeftRegular } from "@fluentui/react-icons";
import { useEffect, useMemo, useRef } from "react";
import type { Book } from "../../../../usecases";
import { createRuleReader, rubricRules } from "../../../../usecases/rules";
import type { RulesView as State } from "../../../state/model";
import { rubricOf } from "../../../state/model";
import { RULES_TEXT } from "../../../text/rules";
import { usePaneState, useSession, useText } from "../../../state/use-session";
import { PastedRules } from "./PastedRules";
import { RubricRules } from "./RubricRules";

const useStyles = makeStyles({
  back: { alignSelf: "flex-start", marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
});

interface Props {
  readonly book: Book;
  readonly rules: State;
}

/** Rules in words, of the rubric or pasted: their reading, their open questions, and the cells that they would fill. */
export default function RulesView({ book, rules }: Props): React.JSX.Element {
  const styles = useStyles();
  const session = useSession();
  const rubric = rubricOf(usePaneState());
  const text = useText(RULES_TEXT);
  const heading = useRef<HTMLHeadingElement>(null);
  const toHeading = (): void => heading.current?.focus();
  useEffect(() => heading.current?.focus(), []);
  const reader = useMemo(() => createRuleReader(), []);
  const { source, changes } = rules;
  const ofRubric = useMemo(() => rubricRules(book, rubric, changes, reader), [book, rubric, changes, reader]);
  return (
    <>
      <Button
        appearance="subtle"
        className={styles.back}
        icon={<ChevronLeftRegular />}
        onClick={() => session.dispatch({ type: "rules-changed", rules: { ...rules, open: false } })}
      >
        {text.back}
      </Button>
      <h2 ref={heading} tabIndex={-1} className={styles.title}>
        {text.open}
      </h2>
      <Field label={text.source} size="small">
        <RadioGroup
          layout="horizontal"
          value={source}
          onChange={(_, data) =>
            session.dispatch({ type: "rules-changed", rules: { ...rules, source: data.value as State["source"] } })
          }
        >
          <Radio value="rubric" label={text.fromRubric(ofRubric.length)} />
          <Radio value="pasted" label={text.fromPaste} />
        </RadioGroup>
      </Field>
      {source === "rubric" ? (
        <RubricRules book={book} rules={rules} read={ofRubric} toHeading={toHeading} />
      ) : (
        <PastedRules book={book} rules={rules} reader={reader} toHeading={toHeading} />
      )}
    </>
  );
}
