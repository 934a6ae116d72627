/**
 * Whether Excel shows the pane. Formulas, ribbon and pane share one runtime, so a workbook with our formulas starts it without the pane.
 * `document.visibilityState` does not tell: a runtime without a pane may count as visible.
 */

/** As office.js tells it at the start. Anything else than `Hidden` may be in sight. */
export type StartMode = string | undefined;

let shown = true;
const listeners = new Set<() => void>();

export const isPaneShown = (): boolean => shown;

/** Calls back each time the pane comes into sight. Returns the function that stops listening. */
export function onPaneShown(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Follows Excel's reports, which `listen` asks for. An Excel without reports counts as showing the pane. */
export async function followVisibility(
  mode: StartMode,
  listen: (report: (mode: string) => void) => Promise<unknown>,
): Promise<void> {
  shown = mode !== "Hidden";
  try {
    await listen((now) => setShown(now !== "Hidden"));
  } catch {
    setShown(true);
  }
}

function setShown(now: boolean): void {
  const came = now && !shown;
  shown = now;
  if (came) for (const listener of [...listeners]) listener();
}

/**
 * Resolves once the pane is in sight. A report may be missing, so a person's hand on the page, or a request of the ribbon, counts as well:
 * the pane must never stay blank.
 */
export async function untilShown(onAsked: (listener: () => void) => void): Promise<void> {
  if (shown) return;
  await new Promise<void>((resolve) => {
    const come = (): void => {
      setShown(true);
      resolve();
    };
    onPaneShown(resolve);
    onAsked(come);
    for (const sign of ["focus", "pointermove", "pointerdown"]) window.addEventListener(sign, come, { once: true });
  });
}
