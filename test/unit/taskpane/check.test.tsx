/** @jest-environment jsdom */
import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Locale } from "../../../src/core/text/locale";
import { PaneSession } from "../../../src/taskpane/state/session";
import { CHECK_TEXT } from "../../../src/taskpane/text/check";
import { UNDO_TEXT } from "../../../src/taskpane/text/undo";
import { App } from "../../../src/taskpane/view/App";
import { FAILURE_TEXT, WorkbookFailure } from "../../../src/workbook/failure";
import { renderPane } from "../../support/render-pane";
import { FakePort, fakeTemplates, fakeUseCases, finding, RUBRIC_CELL, world } from "./fakes";
import { button, heard, openPane, tab } from "./render";

const three = () => [
  finding("one", "warning"),
  finding("two", "error", "safe"),
  finding("three", "error", "suggestion"),
];

describe("Check", () => {
  it("groups findings by severity with counts, each with what, why and how", async () => {
    await openPane({ findings: three() });
    const errors = screen.getByRole("region", { name: "Errors (2)", hidden: false });
    expect(screen.getByRole("region", { name: "Warnings (1)" })).toBeInTheDocument();
    expect(screen.queryByRole("region", { name: /Good to know/ })).not.toBeInTheDocument();
    const card = within(errors).getByRole("listitem", { name: "What of two", hidden: false });
    expect(card).toHaveTextContent("Why of two");
    expect(card).toHaveTextContent("To mend: How of two");
    expect(tab(/Check/)).toContainElement(screen.getByRole("img", { name: "2 errors" }));
  });

  it("leads from a finding about a filled sheet to filling it again", async () => {
    const sheet = "Evaluation 2026-09";
    const edited = { ...finding("edited", "warning"), at: { ...RUBRIC_CELL, sheet } };
    const { user } = await openPane({
      findings: [edited, finding("one", "warning")],
      evaluations: [{ sheet, evaluation: { period: "2026-09", rubric: undefined } }],
    });
    expect(screen.getAllByRole("button", { name: "Go to Fill for 2026-09" })).toHaveLength(1);
    await user.click(button("Go to Fill for 2026-09"));
    expect(button("Fill Evaluation 2026-09")).toBeInTheDocument();
  });

  it("goes to the cell of a finding", async () => {
    const { port, user } = await openPane({ findings: [finding("two", "error")] });
    await user.click(button("Go to Rubric!F7"));
    expect(port.selected).toEqual([RUBRIC_CELL]);
  });

  it("mends with one click, says so, keeps the focus near and takes it back", async () => {
    const { port, user } = await openPane({ findings: three() });
    await user.click(button("Mend two"));
    await waitFor(() =>
      expect(screen.getAllByRole("status").map((each) => each.textContent)).toContain("Mended. 2 findings left."),
    );
    expect(screen.queryByText("What of two")).not.toBeInTheDocument();
    expect(screen.getByRole("listitem", { name: "What of three" })).toHaveFocus();
    await user.click(button("Undo"));
    expect(await screen.findByText("What of two")).toBeInTheDocument();
    expect(port.world.findings).toHaveLength(3);
    expect(screen.queryByRole("button", { name: /^Undo/ })).not.toBeInTheDocument();
    expect(tab(/Check/)).toHaveFocus();
  });

  it("takes back one change after the other", async () => {
    const { port, user } = await openPane({ findings: [...three(), finding("four", "warning", "safe")] });
    for (const code of ["two", "four"]) {
      await user.click(button(`Mend ${code}`));
      await waitFor(() => expect(screen.queryByText(`What of ${code}`)).not.toBeInTheDocument());
    }
    await user.click(button("Undo"));
    expect(await screen.findByText("What of four")).toBeInTheDocument();
    expect(screen.queryByText("What of two")).not.toBeInTheDocument();
    await user.click(button("Undo the one before, too"));
    expect(await screen.findByText("What of two")).toBeInTheDocument();
    expect(port.world.findings).toHaveLength(4);
  });

  it("mends all safe ones at once and leaves suggestions to the person", async () => {
    const { port, user } = await openPane({ findings: [...three(), finding("four", "warning", "safe")] });
    expect(screen.getAllByText("A suggestion: apply it if this is what you mean.")).toHaveLength(1);
    await user.click(button("Mend all 2 safe ones"));
    await waitFor(() => expect(port.world.findings.map((each) => each.code)).toEqual(["one", "three"]));
  });

  it("offers several suggestions, applies the one that was chosen, and takes it back", async () => {
    const two = finding("two", "error", "suggestion");
    const choice = (label: string, value: number) => ({
      kind: "suggestion" as const,
      label: { en: label, "zh-CN": label },
      edits: [{ ...RUBRIC_CELL, value }],
    });
    const { port, user } = await openPane({
      findings: [{ ...two, fixes: [choice("Begin at 60", 60), choice("Reach up to 70", 70)] }],
    });
    expect(screen.getByText("Suggestions: apply the one that you mean.")).toBeInTheDocument();
    await user.click(button("Reach up to 70"));
    await waitFor(() => expect(screen.queryByText("What of two")).not.toBeInTheDocument());
    expect(port.mended).toEqual([[{ ...RUBRIC_CELL, value: 70 }]]);
    await user.click(button("Undo"));
    expect(await screen.findByText("What of two")).toBeInTheDocument();
  });

  it("says that nothing is left to mend and leads on to Score", async () => {
    const { user } = await openPane({ findings: [finding("two", "error", "safe")] });
    await user.click(button("Mend two"));
    expect(await screen.findByRole("heading", { name: "Nothing to mend" })).toBeInTheDocument();
    await waitFor(() => expect(screen.getByRole("heading", { name: "Nothing to mend" })).toHaveFocus());
    await user.click(button("Go on to Score"));
    expect(tab("Score")).toHaveAttribute("aria-selected", "true");
  });

  it("keeps the findings and says plainly why nothing was mended", async () => {
    const { port, user } = await openPane({ findings: three() });
    port.failing.mend = new WorkbookFailure("protected", "AccessDenied at Rubric");
    await user.click(button("Mend two"));
    const alert = await screen.findByRole("alert");
    expect(alert).toHaveTextContent("Not mended");
    expect(alert).toHaveTextContent("is protected or read-only");
    expect(within(alert).getByText("Detail for a support request").closest("details")).not.toHaveAttribute("open");
    expect(alert).toHaveTextContent("protected: AccessDenied at Rubric");
    expect(screen.getByText("What of two")).toBeInTheDocument();
    await user.click(within(alert).getByRole("button", { name: "Dismiss" }));
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
  });

  it("shows thousands of findings by the handful", async () => {
    const { user } = await openPane({
      findings: Array.from({ length: 5_000 }, (_, index) => finding(`n${index}`, index < 60 ? "error" : "info")),
    });
    expect(screen.getByRole("region", { name: "Errors (60)" })).toBeInTheDocument();
    const info = screen.getByRole("region", { name: "Good to know (4940)" });
    expect(within(info).getAllByRole("listitem")).toHaveLength(50);
    await user.click(button("Show 10 more"));
    await user.click(button("Show 50 more"));
    expect(within(info).getAllByRole("listitem")).toHaveLength(100);
    expect(screen.getAllByRole("listitem")).toHaveLength(160);
  });
});

describe.each(["en", "zh-CN"] as const)("findings of one kind, in %s", (locale) => {
  const text = CHECK_TEXT[locale];
  const alike = (count: number) =>
    Array.from({ length: count }, (_, row) => {
      const one = finding("alike", "error", "safe");
      const at = { ...RUBRIC_CELL, row };
      return { ...one, at, fixes: one.fixes.map((fix) => ({ ...fix, edits: [{ ...at, value: row }] })) };
    });
  const what = (one: ReturnType<typeof finding>): string => one.text[locale].what;

  it("come as one card with all cells, and are mended in one go", async () => {
    const all = alike(26);
    const { port, user } = await openPane({ findings: [...all, finding("other", "error")] }, { locale });
    expect(screen.getAllByRole("listitem")).toHaveLength(2);
    const card = screen.getByRole("listitem", { name: text.alike(what(all[0]!), 25) });
    expect(within(card).getAllByRole("button", { name: /F\d+$/ })).toHaveLength(20);
    expect(card).toHaveTextContent(text.moreCells(6));
    await user.click(within(card).getByRole("button", { name: locale === "en" ? /all 26/ : /全部 26 处/ }));
    await waitFor(() => expect(port.mended).toEqual([all.map(({ at }) => ({ ...at, value: at.row }))]));
  });

  it("are shown one by one on request, by the keyboard too", async () => {
    const { port, user } = await openPane({ findings: alike(4) }, { locale });
    const each = button(text.each(4));
    expect(each).toHaveAttribute("aria-expanded", "false");
    each.focus();
    await user.keyboard("{Enter}");
    expect(screen.getAllByRole("listitem")).toHaveLength(5);
    expect(button(text.together)).toHaveAttribute("aria-expanded", "true");
    await user.click(screen.getAllByRole("button", { name: /F3$/ })[0]!);
    expect(port.selected).toEqual([{ ...RUBRIC_CELL, row: 2 }]);
  });
});

describe("checking a large workbook", () => {
  /** A pane in the middle of its first check, and the function that ends the check. */
  function busyPane() {
    let end = (): void => undefined;
    const port = new FakePort(world({ findings: three(), checking: new Promise((done) => (end = done)) }));
    const session = new PaneSession({
      port,
      usecases: fakeUseCases,
      templates: async () => fakeTemplates,
      locale: "en",
    });
    renderPane(<App session={session} excelIsDark={() => false} />);
    return { port, user: userEvent.setup({ delay: null }), end: () => end(), started: session.start() };
  }

  it("tells how far it is, and shows what was found when it is done", async () => {
    const { end, started } = busyPane();
    // The cells are in, and half of the checks are done.
    expect(await screen.findByRole("progressbar", { name: "Reading the workbook…" })).toHaveAttribute(
      "aria-valuenow",
      "0.8",
    );
    expect(screen.queryByText("What of two")).not.toBeInTheDocument();
    end();
    await act(() => started);
    expect(screen.getByRole("heading", { name: "Findings (3)" })).toBeInTheDocument();
  });

  it("can be stopped, and taken up again", async () => {
    const { port, user, end, started } = busyPane();
    await user.click(await screen.findByRole("button", { name: "Cancel" }));
    expect(button("Stopping…")).toHaveAttribute("aria-disabled", "true");
    end();
    await act(() => started);
    expect(screen.queryByText("What of two")).not.toBeInTheDocument();
    port.world = { ...port.world, checking: Promise.resolve() };
    await user.click(screen.getAllByRole("button", { name: "Read again" }).at(-1)!);
    expect(await screen.findByRole("heading", { name: "Findings (3)" })).toBeInTheDocument();
  });
});

const LANGUAGES: readonly Locale[] = ["en", "zh-CN"];

describe.each(LANGUAGES)("mending a sheet that somebody edits, in %s", (locale) => {
  const undo = UNDO_TEXT[locale];
  const mend = (code: string): string => (locale === "en" ? `Mend ${code}` : `修正 ${code}`);
  const what = (code: string): string => (locale === "en" ? `What of ${code}` : `问题 ${code}`);

  async function mendedPane(codes: readonly string[]) {
    const pane = await openPane({ findings: codes.map((code) => finding(code, "error", "safe")) }, { locale });
    for (const code of codes) {
      await pane.user.click(button(mend(code)));
      await waitFor(() => expect(screen.queryByText(what(code))).not.toBeInTheDocument());
    }
    return pane;
  }

  it("reads again at once when it was refused, and can be repeated", async () => {
    const { port, user } = await openPane(
      { findings: [finding("one", "error", "safe"), finding("two", "error", "safe")] },
      { locale },
    );
    port.failing.mend = new WorkbookFailure("changed", "Rubric!F7 holds 3");
    port.world = { ...port.world, findings: [port.world.findings[1]!] };
    await user.click(button(mend("two")));
    const alert = await screen.findByRole("alert");
    expect(alert).toHaveTextContent(FAILURE_TEXT.changed[locale]);
    await waitFor(() => expect(screen.queryByText(what("one"))).not.toBeInTheDocument());
    expect(screen.getByText(what("two"))).toBeInTheDocument();
    expect(screen.getByRole("alert")).toHaveTextContent("Rubric!F7 holds 3");
    await waitFor(() => expect(button(mend("two"))).not.toHaveAttribute("aria-disabled", "true"));
    await user.click(button(mend("two")));
    await waitFor(() => expect(heard()).toBe(CHECK_TEXT[locale].mended(1, 0)));
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
  });

  it("never offers to overwrite cells that have changed since, and takes back what is before", async () => {
    const { port, user } = await mendedPane(["one", "two"]);
    port.failing.undo = new WorkbookFailure("changed", "Rubric!F7 holds 3");
    await user.click(button(undo.undo));
    await waitFor(() => expect(heard()).toBe(undo.mendRefused));
    expect(screen.getByText("Rubric!F7 holds 3")).toBeInTheDocument();
    expect(screen.queryByRole("alertdialog")).not.toBeInTheDocument();
    expect(port.world.findings).toEqual([]);
    await user.click(button(undo.before));
    await waitFor(() => expect(heard()).toBe(undo.mendUndone(1)));
    expect(port.undos).toEqual([false, false]);
    // The refused one can be tried again, in case its cells are as they were.
    expect(button(undo.alsoBefore)).toBeInTheDocument();
  });

  it("says what stands in the group of warnings in words that are true of all", async () => {
    await openPane({ findings: [finding("one", "warning")] }, { locale });
    const sentence = locale === "en" ? "scoring goes on, but look at these first" : "可以继续评分，但请先核对";
    expect(screen.getByText(sentence)).toBeInTheDocument();
  });
});
