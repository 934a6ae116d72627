/**
 * What a ribbon command may ask of the pane. The pane is a lazy chunk: it may not be there yet when the command runs, so a
 * request waits until somebody takes it. Module state is enough because ribbon and pane share one runtime.
 */
export type PaneRequest = "check";

let waiting: PaneRequest | undefined;
let take: ((request: PaneRequest) => void) | undefined;

/** Asks the pane; hands over at once when it is there. */
export function askPane(request: PaneRequest): void {
  if (take) take(request);
  else waiting = request;
}

/** The pane says that it is there; returns how to stop. A request that was waiting comes at once. */
export function onPaneRequest(listener: (request: PaneRequest) => void): () => void {
  take = listener;
  const request = waiting;
  waiting = undefined;
  if (request) listener(request);
  return () => {
    if (take === listener) take = undefined;
  };
}
