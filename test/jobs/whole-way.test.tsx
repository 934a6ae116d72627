/** @jest-environment jsdom */
import { readFileSync } from "node:fs";
import path from "node:path";
import { TextDecoder, TextEncoder } from "node:util";
import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Locale } from "../../src/core/text/locale";
import { PaneSession } from "../../src/taskpane/state/session";
import { CHECK_TEXT } from "../../src/taskpane/text/check";
import { FILL_TEXT } from "../../src/taskpane/text/fill";
import { SCORE_TEXT } from "../../src/taskpane/text/score";
import { SHELL_TEXT } from "../../src/taskpane/text/shell";
import { UNDO_TEXT } from "../../src/taskpane/text/undo";
import { App } from "../../src/taskpane/view/App";
import * as usecases from "../../src/usecases";
import * as templates from "../../src/usecases/templates";
import { fileHost } from "../support/file-host";
import { renderPane } from "../support/render-pane";
import { button, heard, tab } from "../unit/taskpane/render";

// jsdom lacks these globals of every browser.
Object.assign(globalThis, { TextDecoder, TextEncoder });

const SAMPLES: readonly (readonly [Locale, string])[] = [
  ["en", "hotline-agents-draft.xlsx"],
  ["zh-CN", "hotline-agents-draft.zh-CN.xlsx"],
];

/** The real use cases over the draft of the sample workbook. Only Excel is faked. */
describe.each(SAMPLES)("from draft to filled sheet in %s", (locale, file) => {
  it("checks, mends, scores, explains, fills and takes back", async () => {
    const check = CHECK_TEXT[locale];
    const score = SCORE_TEXT[locale];
    const fill = FILL_TEXT[locale];
    const shell = SHELL_TEXT[locale];
    const port = fileHost(new Uint8Array(readFileSync(path.join("assets/samples", file))));
    const session = new PaneSession({ port, usecases, templates: async () => templates, locale });
    const user = userEvent.setup({ delay: null });
    renderPane(<App session={session} excelIsDark={() => false} />);
    await act(() => session.start());

    for (let left = 3; left > 0; left -= 1) {
      expect(screen.getByRole("heading", { name: check.groupTitle(check.heading, left) })).toBeInTheDocument();
      const first = screen.getAllByRole("listitem")[0]!;
      // The first of the mends. A button with an address at its end leads to a cell.
      const mends = within(first).getAllByRole("button", { name: (name) => !/[A-Z]+\d+$/.test(name) });
      await user.click(mends[0]!);
      await waitFor(() => expect(heard()).toBe(check.mended(1, left - 1)));
    }
    expect(screen.getByRole("heading", { name: check.clean })).toHaveFocus();

    await user.click(button(check.toScore));
    const rows = within(screen.getByRole("table", { name: score.table })).getAllByRole("row");
    expect(rows).toHaveLength(51);
    await user.click(within(rows[1]!).getByRole("button"));
    expect(screen.getByRole("heading", { name: score.totalChain })).toBeInTheDocument();
    expect(document.body).not.toHaveTextContent(/undefined|NaN/);
    await user.click(button(score.back));

    await user.click(tab(new RegExp(shell.fill)));
    const sheet = screen.getByText(fill.sheet, { selector: "dt" }).nextSibling!.textContent!;
    await user.click(button(fill.fill(sheet)));
    await waitFor(() => expect(heard()).toBe(fill.filled(sheet, 300, 7)));
    expect((await port.read()).sheets.map((each) => each.name)).toContain(sheet);
    expect(await screen.findByText(fill.exists(sheet))).toBeInTheDocument();
    await user.click(button(UNDO_TEXT[locale].undo));
    const undone = UNDO_TEXT[locale].sheetRemoved(sheet);
    await waitFor(() => expect(heard()).toBe(undone));
    expect((await port.read()).sheets.map((each) => each.name)).not.toContain(sheet);
  });
});
