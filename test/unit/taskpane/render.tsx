import "@testing-library/jest-dom";
import { act, configure, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Locale } from "../../../src/core/text/locale";
import { PaneSession } from "../../../src/taskpane/state/session";
import { App } from "../../../src/taskpane/view/App";
import { renderPane } from "../../support/render-pane";
import type { World } from "./fakes";
import { FakePort, fakeTemplates, fakeUseCases, world } from "./fakes";

/** The themes of system and Excel; jsdom has no media queries of its own. */
export const system: { dark: boolean; excelDark: boolean | undefined } = { dark: false, excelDark: undefined };
window.matchMedia = (media) =>
  Object.assign(new EventTarget(), { media, matches: system.dark, onchange: null }) as unknown as MediaQueryList;

// Asking jsdom whether each element is hidden takes most of a test's time. One test of each step does ask.
configure({ defaultHidden: true, asyncUtilTimeout: 10_000 });
// Fluent in jsdom is slow on a busy machine. Its time says nothing about the pane.
jest.setTimeout(60_000);

/** A pane over a test's world, read and ready. */
export async function openPane(
  parts: Partial<World> = {},
  options: { locale?: Locale; prepare?: (port: FakePort) => void } = {},
) {
  const port = new FakePort(world(parts));
  options.prepare?.(port);
  const session = new PaneSession({
    port,
    usecases: fakeUseCases,
    templates: async () => fakeTemplates,
    locale: options.locale ?? "en",
  });
  const user = userEvent.setup({ delay: null });
  const view = renderPane(<App session={session} excelIsDark={() => system.excelDark} />);
  await act(() => session.start());
  return { port, session, user, view };
}

export const button = (name: string | RegExp): HTMLElement => screen.getByRole("button", { name });

export const tab = (name: string | RegExp): HTMLElement => screen.getByRole("tab", { name });

/** The last text for a screen reader. */
export const heard = (): string => screen.getAllByRole("status").at(-1)?.textContent ?? "";
