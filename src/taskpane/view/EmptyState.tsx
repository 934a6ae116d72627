import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { RUBRIC_COLUMNS } from "../../core/rubric/columns";
import { METRICS_COLUMNS } from "../../core/metrics/headers";
import type { Missing } from "../text/empty";
import { EMPTY_TEXT } from "../text/empty";
import { SHELL_TEXT } from "../text/shell";
import { CHECK_TEXT } from "../text/check";
import { RULES_TEXT } from "../text/rules";
import { openedRules } from "../state/model";
import { useBusy, useLocale, usePaneState, useSession, useText } from "../state/use-session";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, alignItems: "flex-start" },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  text: { margin: 0 },
  subtitle: {
    margin: 0,
    marginBottom: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  group: {
    margin: 0,
    marginBottom: tokens.spacingVerticalXS,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  headers: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalXS,
  },
  header: {
    padding: `1px ${tokens.spacingHorizontalXS}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  steps: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

type HeaderTexts = readonly string[];

/** Tells what is missing, what it should look like, and what to do. The headers shown are those that the reader of tables expects. */
export function EmptyState({ missing }: { readonly missing: Missing }): React.JSX.Element {
  const styles = useStyles();
  const session = useSession();
  const busy = useBusy();
  const all = useText(EMPTY_TEXT);
  const shell = useText(SHELL_TEXT);
  const check = useText(CHECK_TEXT);
  const rules = useText(RULES_TEXT);
  const state = usePaneState();
  const text = all.missing[missing];
  return (
    <section className={styles.root} aria-labelledby="missing">
      <h2 id="missing" className={styles.title}>
        {text.title}
      </h2>
      <p className={styles.text}>{text.body}</p>
      {missing === "rubric" && <RubricHeaders />}
      {missing === "metrics" && <MetricsHeaders />}
      <ol className={styles.steps}>
        {text.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <div className={styles.actions}>
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void session.readAgain()}>
          {shell.readAgain}
        </Button>
        {missing === "rubric" && (
          <Button disabledFocusable={busy} onClick={() => void session.openTemplates()}>
            {check.newFromTemplate}
          </Button>
        )}
        {(missing === "rubric" || missing === "rubric-rows") && (
          <Button
            onClick={() =>
              session.dispatch({ type: "rules-changed", rules: { ...openedRules(state), source: "pasted" } })
            }
          >
            {rules.open}
          </Button>
        )}
      </div>
    </section>
  );
}

function RubricHeaders(): React.JSX.Element {
  const locale = useLocale();
  const { headers, needed, optional } = useText(EMPTY_TEXT);
  const name = (id: keyof typeof RUBRIC_COLUMNS): string => RUBRIC_COLUMNS[id].names[locale][0]!;
  const must = ["section", "indicator", "points", "method"] as const;
  const may = ["rubric", "metric", "zeroAt", "fullAt", "perEvent", "limit", "scale", "ifMissing"] as const;
  return (
    <Headers
      title={headers}
      groups={[
        { label: needed, names: must.map(name) },
        { label: optional, names: may.map(name) },
      ]}
    />
  );
}

function MetricsHeaders(): React.JSX.Element {
  const styles = useStyles();
  const locale = useLocale();
  const { headers, needed, optional, perMetric } = useText(EMPTY_TEXT);
  const name = (id: keyof typeof METRICS_COLUMNS): string => METRICS_COLUMNS[id].names[locale][0]!;
  const must = ["agentId", "period"] as const;
  const may = ["name", "team", "rubric"] as const;
  return (
    <div>
      <Headers
        title={headers}
        groups={[
          { label: needed, names: must.map(name) },
          { label: optional, names: may.map(name) },
        ]}
      />
      <p className={styles.group}>{perMetric}</p>
    </div>
  );
}

interface HeadersProps {
  readonly title: string;
  readonly groups: readonly { readonly label: string; readonly names: HeaderTexts }[];
}

function Headers({ title, groups }: HeadersProps): React.JSX.Element {
  const styles = useStyles();
  return (
    <div>
      <h3 className={styles.subtitle}>{title}</h3>
      {groups.map(({ label, names }) => (
        <div key={label}>
          <p className={styles.group}>{label}</p>
          <ul className={styles.headers} aria-label={label}>
            {names.map((name) => (
              <li key={name} className={styles.header}>
                {name}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
