import { localeFor } from "../core/text/locale";
import { onceAsked } from "./request";
import { OUTSIDE_TEXT } from "./text/outside";
import { followVisibility, untilShown } from "./visibility";

/** What office.js answers besides its declarations. */
interface Ready {
  readonly host: unknown;
  readonly addin?: { readonly visibilityMode?: string } | null;
}

/**
 * This file loads with every workbook that has one of our formulas, so it stays small. The pane itself, with React and Fluent UI, loads
 * when Office is ready for it and the pane is in sight: no request goes to a workbook whose formulas alone started the runtime.
 */
async function openPane(): Promise<void> {
  const root = document.getElementById("root");
  if (!root) throw new Error("the page has no element #root to show the pane in");
  const ready = typeof Office === "undefined" ? undefined : ((await Office.onReady()) as Ready);
  if (!ready || ready.host === null) {
    sayPlainly(root, ["title", "body"]);
    return;
  }
  void followVisibility(ready.addin?.visibilityMode, async (report) =>
    Office.addin.onVisibilityModeChanged(({ visibilityMode }) => report(String(visibilityMode))),
  );
  await untilShown(onceAsked);
  try {
    const { showPane } = await import(/* webpackChunkName: "pane" */ "./pane");
    showPane(root);
  } catch (error) {
    sayPlainly(root, ["title", "failed"]);
    throw error;
  }
}

/** Works without React and without styles, because neither may have loaded. */
function sayPlainly(root: HTMLElement, lines: readonly ("title" | "body" | "failed")[]): void {
  const locale = localeFor(navigator.language);
  document.documentElement.lang = locale;
  root.replaceChildren(
    ...lines.map((line) => {
      const element = document.createElement(line === "title" ? "h1" : "p");
      element.textContent = OUTSIDE_TEXT[locale][line];
      return element;
    }),
  );
}

void openPane();
