/**
 * Requests of a ribbon command to the pane. The pane is a lazy chunk and may load after the command runs, so a request waits until the pane
 * takes it. Module state is enough, because ribbon and pane share one runtime.
 */
export type PaneRequest = "check";

let waiting: PaneRequest | undefined;
let wake: (() => void) | undefined;
let take: ((request: PaneRequest) => void) | undefined;

/** Asks the pane. A loaded pane gets the request at once. */
export function askPane(request: PaneRequest): void {
  if (take) take(request);
  else {
    waiting = request;
    wake?.();
    wake = undefined;
  }
}

/** Calls back once, when a request waits for a pane that has not loaded. */
export function onceAsked(listener: () => void): void {
  if (waiting) listener();
  else wake = listener;
}

/** Registers the pane, which gets a waiting request at once. Returns the function that stops listening. */
export function onPaneRequest(listener: (request: PaneRequest) => void): () => void {
  take = listener;
  const request = waiting;
  waiting = undefined;
  if (request) listener(request);
  return () => {
    if (take === listener) take = undefined;
  };
}
