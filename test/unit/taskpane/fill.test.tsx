/** @jest-environment jsdom */
import { act, screen, waitFor, within } from "@testing-library/react";
import type { Locale } from "../../../src/core/text/locale";
import { FILL_TEXT } from "../../../src/taskpane/text/fill";
import { SHELL_TEXT } from "../../../src/taskpane/text/shell";
import { UNDO_TEXT } from "../../../src/taskpane/text/undo";
import { FAILURE_TEXT, WorkbookFailure } from "../../../src/workbook/failure";
import { finding, FULL_SUMMARY } from "./fakes";
import { button, heard, openPane, tab } from "./render";

async function openFill(...parameters: Parameters<typeof openPane>) {
  const pane = await openPane(...parameters);
  await pane.user.click(tab(/Fill/));
  return pane;
}

const SHEET = "Evaluation 2026-10";

describe("Fill", () => {
  it("says what will be written, writes it, and says what was written", async () => {
    const { port, user } = await openFill();
    expect(screen.getByText("4 agents, 2 columns")).toBeInTheDocument();
    expect(screen.getByText("1 agent; marked in the sheet")).toBeInTheDocument();
    await user.click(button(`Fill ${SHEET}`));
    await waitFor(() => expect(heard()).toBe(`${SHEET} is filled: 4 agents, 1 of them without a total.`));
    expect(port.filled).toEqual([{ sheet: SHEET, replace: false }]);
    await user.click(button("Go to sheet"));
    expect(port.selected).toEqual([{ sheet: SHEET, row: 0, column: 0 }]);
  });

  it.each<Locale>(["en", "zh-CN"])("says that Excel's own undo list ends with it, in %s", async (locale) => {
    const { user } = await openPane({}, { locale });
    await user.click(screen.getAllByRole("tab").at(-1)!);
    expect(screen.getByText(FILL_TEXT[locale].ownUndo)).toBeInTheDocument();
  });

  it("tells of undo copies in the file, and removes them once that is confirmed", async () => {
    const { port, session, user } = await openFill({}, { prepare: (fake) => (fake.copies = 2) });
    expect(screen.getByText(FILL_TEXT.en.copies(2))).toBeInTheDocument();
    await user.click(button("Remove undo copies"));
    await user.click(within(await screen.findByRole("alertdialog")).getByRole("button", { name: "Keep them" }));
    expect(port.copies).toBe(2);
    port.failing.remove = new WorkbookFailure("protected", "the workbook is protected");
    const remove = async (): Promise<void> => {
      await user.click(button("Remove undo copies"));
      await user.click(
        within(await screen.findByRole("alertdialog")).getByRole("button", { name: "Remove undo copies" }),
      );
    };
    await remove();
    expect(await screen.findByRole("alert")).toHaveTextContent("The undo copies were not removed");
    await remove();
    await waitFor(() => expect(screen.queryByText(FILL_TEXT.en.copies(2))).not.toBeInTheDocument());
    expect([port.copies, session.state().copies]).toEqual([0, 0]);
  });

  it("can be taken back", async () => {
    const { port, user } = await openFill();
    await user.click(button(`Fill ${SHEET}`));
    const undo = await screen.findByRole("button", { name: "Undo" });
    await waitFor(() => expect(undo).not.toHaveAttribute("aria-disabled", "true"));
    await user.click(undo);
    await waitFor(() => expect(heard()).toBe(`Taken back: ${SHEET} is removed.`));
    expect(port.world.sheets).toEqual([]);
    expect(screen.queryByRole("button", { name: /^Undo/ })).not.toBeInTheDocument();
  });

  it("asks before it replaces, and replaces nothing when told to keep", async () => {
    const { port, user } = await openFill({ sheets: [SHEET] });
    await user.click(button(`Fill ${SHEET}`));
    const dialog = await screen.findByRole("alertdialog", { name: `Replace ${SHEET}?`, hidden: false });
    const keep = within(dialog).getByRole("button", { name: "Keep it" });
    expect(keep).toHaveFocus();
    await user.click(keep);
    expect(port.filled).toEqual([]);
    await waitFor(() => expect(screen.queryByRole("alertdialog")).not.toBeInTheDocument());
    await user.click(button(`Fill ${SHEET}`));
    await user.click(within(await screen.findByRole("alertdialog")).getByRole("button", { name: "Replace" }));
    await waitFor(() => expect(port.filled).toEqual([{ sheet: SHEET, replace: true }]));
  });

  it("asks also when somebody made the sheet in the meantime", async () => {
    const { port, user } = await openFill();
    port.world = { ...port.world, sheets: [SHEET] };
    await user.click(button(`Fill ${SHEET}`));
    const dialog = await screen.findByRole("alertdialog");
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
    await user.click(within(dialog).getByRole("button", { name: "Replace" }));
    await waitFor(() => expect(port.filled).toEqual([{ sheet: SHEET, replace: true }]));
  });

  it("shows progress and can be cancelled; nothing is written then", async () => {
    let open = (): void => undefined;
    const { port, user } = await openFill({}, { prepare: (it) => (it.gate = new Promise((done) => (open = done))) });
    await user.click(button(`Fill ${SHEET}`));
    expect(screen.getByRole("progressbar", { name: "Filling…" })).toHaveAttribute("aria-valuenow", "0.5");
    expect(screen.getByText("50% filled")).toBeInTheDocument();
    await user.click(button("Cancel"));
    expect(button("Stopping…")).toHaveAttribute("aria-disabled", "true");
    await act(async () => open());
    expect(await screen.findByText("Stopped. The workbook is as it was.")).toBeInTheDocument();
    expect(port.filled).toEqual([]);
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
    expect(button(`Fill ${SHEET}`)).toHaveFocus();
  });

  it("says plainly why it failed, keeps everything, and goes through when tried again", async () => {
    const { port, user } = await openFill();
    port.failing.fill = new WorkbookFailure("session", "connection lost in batch 3");
    await user.click(button(`Fill ${SHEET}`));
    const alert = await screen.findByRole("alert");
    expect(alert).toHaveTextContent("Nothing was filled");
    expect(alert).toHaveTextContent("The connection to the workbook was lost.");
    expect(alert).toHaveTextContent("session: connection lost in batch 3");
    await user.click(button(`Fill ${SHEET}`));
    await waitFor(() => expect(port.filled).toHaveLength(1));
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
  });

  it("shows what is not a failure of the workbook as unknown, with its detail", async () => {
    const { port, user } = await openFill(
      {},
      { prepare: (it) => (it.gate = Promise.reject(new Error("a mistake of ours"))) },
    );
    port.gate.catch(() => undefined);
    await user.click(button(`Fill ${SHEET}`));
    expect(await screen.findByRole("alert")).toHaveTextContent("a mistake of ours");
  });

  it("says that errors stand in the way", async () => {
    await openFill({ findings: [finding("two", "error"), finding("three", "error")] });
    expect(screen.getByRole("heading", { name: "2 errors stand in the way of scoring." })).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: /^Fill/ })).not.toBeInTheDocument();
  });

  it("says which written sheets are out of date", async () => {
    const stale = [{ sheet: "Evaluation 2026-09", rubricChanged: true, metricsChanged: false }];
    const { port, user } = await openFill({ stale });
    expect(tab(/Fill/)).toContainElement(screen.getByRole("img", { name: "a written sheet is out of date" }));
    expect(screen.getByText(/the rubric has changed since it was written/)).toBeInTheDocument();
    await user.click(button("Go to sheet Evaluation 2026-09"));
    expect(port.selected).toEqual([{ sheet: "Evaluation 2026-09", row: 0, column: 0 }]);
  });
});

const LANGUAGES: readonly Locale[] = ["en", "zh-CN"];

describe.each(LANGUAGES)("a filled sheet that was changed since, in %s", (locale) => {
  const fill = FILL_TEXT[locale];
  const undo = UNDO_TEXT[locale];

  async function filled(sheets: string[] = []) {
    const pane = await openPane({ sheets }, { locale });
    await pane.user.click(tab(SHELL_TEXT[locale].fill));
    await pane.user.click(button(fill.fill(SHEET)));
    if (sheets.length > 0) await pane.user.click(button(fill.replace));
    const offer = await screen.findByRole("button", { name: undo.undo });
    await waitFor(() => expect(offer).not.toHaveAttribute("aria-disabled", "true"));
    pane.port.failing.undo = new WorkbookFailure("changed", `${SHEET}!C7`);
    return pane;
  }

  it("is taken back only when a person says so", async () => {
    const { port, user } = await filled();
    await user.click(button(undo.undo));
    const dialog = await screen.findByRole("alertdialog");
    expect(dialog).toHaveTextContent(undo.overwriteTitle(SHEET));
    expect(dialog).toHaveTextContent(undo.overwriteBody);
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
    expect(port.world.sheets).toEqual([SHEET]);
    await user.click(within(dialog).getByRole("button", { name: undo.overwrite }));
    await waitFor(() => expect(heard()).toBe(undo.sheetRemoved(SHEET)));
    expect(port.undos).toEqual([false, true]);
    expect(port.world.sheets).toEqual([]);
    await waitFor(() => expect(tab(SHELL_TEXT[locale].fill)).toHaveFocus());
  });

  it("stays when the person keeps it, and can still be taken back", async () => {
    const { port, user } = await filled();
    await user.click(button(undo.undo));
    await user.click(within(await screen.findByRole("alertdialog")).getByRole("button", { name: undo.keep }));
    await waitFor(() => expect(screen.queryByRole("alertdialog")).not.toBeInTheDocument());
    expect(port.undos).toEqual([false]);
    expect(port.world.sheets).toEqual([SHEET]);
    await user.click(button(undo.undo));
    await waitFor(() => expect(port.world.sheets).toEqual([]));
  });

  it("is said to be as before when it was there before", async () => {
    const { port, user } = await filled([SHEET]);
    delete port.failing.undo;
    await user.click(button(undo.undo));
    await waitFor(() => expect(heard()).toBe(undo.sheetAsBefore(SHEET)));
  });

  it("is not offered any more when it can never be taken back", async () => {
    const { port, user } = await filled();
    port.failing.undo = new WorkbookFailure("gone", `no sheet ${SHEET}`);
    await user.click(button(undo.undo));
    await waitFor(() => expect(heard()).toBe(undo.lost));
    expect(screen.getAllByText(undo.lost)).toHaveLength(2);
    expect(screen.queryByRole("button", { name: undo.undo })).not.toBeInTheDocument();
    expect(screen.queryByRole("alertdialog")).not.toBeInTheDocument();
  });

  it("is told in its own words when it cannot be shown", async () => {
    const { port, user } = await filled();
    port.failing.select = new WorkbookFailure("gone", `no sheet ${SHEET}`);
    await user.click(button(fill.goToSheet));
    const alert = await screen.findByRole("alert");
    expect(alert).toHaveTextContent(SHELL_TEXT[locale].sheetGone);
    expect(alert).not.toHaveTextContent(FAILURE_TEXT.gone[locale]);
  });
});

describe("a workbook that changed between Score and Fill", () => {
  const changed = (): WorkbookFailure => new WorkbookFailure("changed", "not those that were scored");

  it("is read again at once; what was chosen is kept, and Fill can be repeated", async () => {
    const { port, user } = await openFill();
    await user.selectOptions(screen.getByRole("combobox", { name: "Period" }), "2026-09");
    port.failing.fill = changed();
    const reads = port.reads;
    await user.click(button("Fill Evaluation 2026-09"));
    expect(await screen.findByRole("alert")).toHaveTextContent(FAILURE_TEXT.changed.en);
    await waitFor(() => expect(port.reads).toBe(reads + 1));
    expect(screen.getByRole("alert")).toHaveTextContent("Nothing was filled");
    expect(screen.getByRole("combobox", { name: "Period" })).toHaveValue("2026-09");
    await waitFor(() => expect(button("Fill Evaluation 2026-09")).not.toHaveAttribute("aria-disabled", "true"));
    await user.click(button("Fill Evaluation 2026-09"));
    await waitFor(() => expect(port.filled).toEqual([{ sheet: "Evaluation 2026-09", replace: false }]));
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
  });

  it.each([
    ["metrics", { metrics: undefined }, "No metrics in this workbook"],
    ["rubric", { rubric: undefined }, "No rubric in this workbook"],
  ])("says what is missing when the sheet of the %s is gone", async (_, without, title) => {
    const { port, user } = await openFill();
    port.failing.fill = changed();
    port.world = { ...port.world, summary: { ...FULL_SUMMARY, tables: { ...FULL_SUMMARY.tables, ...without } } };
    await user.click(button(`Fill ${SHEET}`));
    expect(await screen.findByRole("region", { name: title })).toBeInTheDocument();
    expect(screen.getByRole("alert")).toHaveTextContent("Nothing was filled");
    expect(port.filled).toEqual([]);
  });

  it("asks once more when the sheet is there now", async () => {
    const { port, user } = await openFill();
    port.failing.fill = changed();
    port.world = { ...port.world, sheets: [SHEET] };
    await user.click(button(`Fill ${SHEET}`));
    expect(
      await screen.findByText(`${SHEET} is there already. You will be asked before it is replaced.`),
    ).toBeInTheDocument();
    await waitFor(() => expect(button(`Fill ${SHEET}`)).not.toHaveAttribute("aria-disabled", "true"));
    await user.click(button(`Fill ${SHEET}`));
    expect(screen.getByRole("alertdialog")).toBeInTheDocument();
  });

  it("does not call half-done work nothing, and shows where to look", async () => {
    const { port, user } = await openFill();
    port.failing.fill = new WorkbookFailure("half-done", SHEET);
    await user.click(button(`Fill ${SHEET}`));
    const alert = await screen.findByRole("alert");
    expect(alert).toHaveTextContent("Only partly done");
    expect(alert).not.toHaveTextContent("Nothing was filled");
    expect(within(alert).getByText(`half-done: ${SHEET}`).closest("details")).toHaveAttribute("open");
  });
});
