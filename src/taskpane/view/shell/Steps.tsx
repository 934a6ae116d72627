import { CounterBadge, makeStyles, Tab, TabList, tokens } from "@fluentui/react-components";
import { ArrowSyncCircleRegular } from "@fluentui/react-icons";
import type { Book } from "../../../usecases";
import { SHELL_TEXT } from "../../text/shell";
import type { PaneTab } from "../../state/model";
import { PANE_TABS } from "../../state/model";
import { useFindings, usePaneState, useSession, useStale, useText } from "../../state/use-session";

const useStyles = makeStyles({
  root: {
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    paddingLeft: tokens.spacingHorizontalXS,
    paddingRight: tokens.spacingHorizontalXS,
  },
  label: { display: "inline-flex", alignItems: "center", gap: tokens.spacingHorizontalXS },
});

/** The three steps of the job, in their order. */
export function Steps(): React.JSX.Element {
  const styles = useStyles();
  const session = useSession();
  const { tab, book } = usePaneState();
  const text = useText(SHELL_TEXT);
  return (
    <div className={styles.root}>
      <TabList
        aria-label={text.steps}
        selectedValue={tab}
        onTabSelect={(_, data) => session.dispatch({ type: "tab-chosen", tab: data.value as PaneTab })}
      >
        {PANE_TABS.map((step) => (
          <Tab key={step} id={`tab-${step}`} value={step} aria-controls="panel">
            <span className={styles.label}>
              {text[step]}
              {book && step === "check" && <ErrorCount book={book} />}
              {book && step === "fill" && <Outdated book={book} />}
            </span>
          </Tab>
        ))}
      </TabList>
    </div>
  );
}

function ErrorCount({ book }: { readonly book: Book }): React.JSX.Element | null {
  const text = useText(SHELL_TEXT);
  const errors = useFindings(book).filter((finding) => finding.severity === "error").length;
  if (errors === 0) return null;
  return (
    <CounterBadge
      count={errors}
      overflowCount={99}
      color="danger"
      size="small"
      role="img"
      aria-label={text.errorsInTab(errors)}
    />
  );
}

function Outdated({ book }: { readonly book: Book }): React.JSX.Element | null {
  const stale = useStale(book);
  const text = useText(SHELL_TEXT);
  if (stale.length === 0) return null;
  return <ArrowSyncCircleRegular role="img" aria-label={text.outdatedInTab} aria-hidden={false} />;
}
