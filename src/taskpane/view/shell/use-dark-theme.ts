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

/** Excel's own theme if Excel tells it, else the system's. Excel has no event for it, so the pane asks again each time it is shown. */
export function useDarkTheme(excelIsDark: () => boolean | undefined): boolean {
  return useSyncExternalStore(onThemeMayHaveChanged, () => excelIsDark() ?? window.matchMedia(DARK).matches);
}
