import { useSyncExternalStore } from "react";

const DARK = "(prefers-color-scheme: dark)";

function onThemeMayHaveChanged(listener: () => void): () => void {
  const media = window.matchMedia(DARK);
  media.addEventListener("change", listener);
  document.addEventListener("visibilitychange", listener);
  window.addEventListener("focus", listener);
  return () => {
    media.removeEventListener("change", listener);
    document.removeEventListener("visibilitychange", listener);
    window.removeEventListener("focus", listener);
  };
}

/** Excel's own theme where it tells it, else the system's. Excel has no event for it, so it is asked again when the pane is shown. */
export function useDarkTheme(excelIsDark: () => boolean | undefined): boolean {
  return useSyncExternalStore(onThemeMayHaveChanged, () => excelIsDark() ?? window.matchMedia(DARK).matches);
}
