import { lazy, Suspense, useEffect } from "react";
import {
  FluentProvider,
  makeStaticStyles,
  makeStyles,
  tokens,
  webDarkTheme,
  webLightTheme,
} from "@fluentui/react-components";
import { SHELL_TEXT } from "../text/shell";
import { SessionProvider, usePaneState, useText } from "../state/use-session";
import type { PaneSession } from "../state/session";
import { CheckTab } from "./check/CheckTab";
import { CrashGuard } from "./shell/CrashGuard";
import { FillTab } from "./fill/FillTab";
import { FirstReading } from "./shell/FirstReading";
import { Header } from "./shell/Header";
import { Notices } from "./shell/Notices";
import { ScoreTab } from "./score/ScoreTab";
import { Steps } from "./shell/Steps";
import { useDarkTheme } from "./shell/use-dark-theme";

/** Loads with the templates, on demand. */
const TemplateList = lazy(() => import(/* webpackChunkName: "templates" */ "./templates/TemplateList"));

// The page has no style of its own, because its content security policy allows none.
const usePageStyles = makeStaticStyles({
  body: { margin: 0 },
  // A focused element must not lie under the sticky tabs and notices.
  html: { scrollPaddingTop: "140px" },
});

const useStyles = makeStyles({
  root: {
    minHeight: "100vh",
    boxSizing: "border-box",
    // Long names and addresses wrap. At 320 px nothing may push the pane sideways.
    overflowWrap: "anywhere",
    backgroundColor: tokens.colorNeutralBackground1,
  },
  panel: {
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXXL}`,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
  },
  // Notices of changes and failures stay in view at any place of a long list.
  sticky: { position: "sticky", top: 0, zIndex: 1, backgroundColor: tokens.colorNeutralBackground1 },
  heard: {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
});

interface AppProps {
  readonly session: PaneSession;
  /** Undefined if Excel does not tell its theme. */
  readonly excelIsDark: () => boolean | undefined;
}

/** The whole pane over one session. */
export function App({ session, excelIsDark }: AppProps): React.JSX.Element {
  usePageStyles();
  const styles = useStyles();
  const dark = useDarkTheme(excelIsDark);
  return (
    <FluentProvider theme={dark ? webDarkTheme : webLightTheme} className={styles.root}>
      <SessionProvider value={session}>
        <CrashGuard>
          <Pane />
        </CrashGuard>
      </SessionProvider>
    </FluentProvider>
  );
}

function Pane(): React.JSX.Element {
  const styles = useStyles();
  const { locale, tab, book, said, choosing } = usePaneState();
  const text = useText(SHELL_TEXT);
  useEffect(() => {
    document.documentElement.lang = locale;
    document.title = text.product;
  }, [locale, text]);
  return (
    <>
      <Header />
      <div className={styles.sticky}>
        <Steps />
        <Notices />
      </div>
      <main>
        <div id="panel" role="tabpanel" aria-labelledby={`tab-${tab}`} className={styles.panel}>
          {!book && <FirstReading />}
          {book && choosing && (
            <Suspense>
              <TemplateList book={book} />
            </Suspense>
          )}
          {book && !choosing && tab === "check" && <CheckTab book={book} />}
          {book && !choosing && tab === "score" && <ScoreTab book={book} />}
          {book && !choosing && tab === "fill" && <FillTab book={book} />}
        </div>
      </main>
      <div role="status" className={styles.heard}>
        {/* The number makes a sentence that is said twice a new one. */}
        <span key={said.number}>{said.text[locale]}</span>
      </div>
    </>
  );
}
