import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { RUBRIC_COLUMNS } from "../../../../core/rubric/columns";
import type { RubricRule, RuleField } from "../../../../usecases/rules";
import type { RulesText } from "../../../text/rules";
import { RULES_TEXT } from "../../../text/rules";
import { useLocale, useText } from "../../../state/use-session";

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL, fontSize: tokens.fontSizeBase200 },
  other: { color: tokens.colorStatusWarningForeground1 },
  text: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** The rule's statements beside the cells of its row. */
export function Fields({ rule }: { readonly rule: RubricRule }): React.JSX.Element | null {
  const styles = useStyles();
  const locale = useLocale();
  const text = useText(RULES_TEXT);
  const { fields, overwrite, reading, original } = rule;
  if (fields.length === 0) return null;
  const told = fields.filter(({ state }) => state !== "same");
  const isOtherMethod = fields.some(({ column, state }) => column === "method" && state === "other");
  return (
    <>
      {told.length === 0 && <p className={styles.text}>{text.allSame}</p>}
      {told.length > 0 && (
        <ul className={styles.list}>
          {told.map((field) => (
            <li key={field.column} className={mergeClasses(field.state === "other" && styles.other)}>
              {sentence(field, RUBRIC_COLUMNS[field.column].names[locale][0]!, text)}
            </li>
          ))}
        </ul>
      )}
      {isOtherMethod && !overwrite && <p className={styles.text}>{text.otherMethod}</p>}
      {reading.text !== original && <p className={styles.text}>{text.newWords}</p>}
    </>
  );
}

function sentence({ column, state, said, stated, value }: RuleField, header: string, text: RulesText): string {
  if (state === "no-column") return text.noColumn(header);
  if (column === "scale") {
    if (value === null) return text.unused(header, stated);
    return state === "blank" ? text.fillsScale : text.differsScale(stated);
  }
  if (state === "blank") return text.fills(header, said);
  return value === null ? text.unused(header, stated) : text.differs(header, stated, said);
}
