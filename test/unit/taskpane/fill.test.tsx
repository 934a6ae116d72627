/** @jest-environment jsdom */
import { act, screen, waitFor, within } from "@testing-library/react";
import { WorkbookFailure } from "../../../src/workbook/port";
import { finding } from "./fakes";
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

  it("can be taken back", async () => {
    const { port, user } = await openFill();
    await user.click(button(`Fill ${SHEET}`));
    const undo = await screen.findByRole("button", { name: "Undo" });
    await waitFor(() => expect(undo).not.toHaveAttribute("aria-disabled", "true"));
    await user.click(undo);
    await waitFor(() => expect(heard()).toBe("Taken back. The workbook is as it was before."));
    expect(port.world.sheets).toEqual([]);
    expect(screen.queryByRole("button", { name: /^Undo/ })).not.toBeInTheDocument();
  });

  it("asks before it replaces, and replaces nothing when told to keep", async () => {
    const { port, user } = await openFill({ sheets: [SHEET] });
    await user.click(button(`Fill ${SHEET}`));
    const dialog = screen.getByRole("alertdialog", { name: `Replace ${SHEET}?`, hidden: false });
    await user.click(within(dialog).getByRole("button", { name: "Keep it" }));
    expect(port.filled).toEqual([]);
    await waitFor(() => expect(screen.queryByRole("alertdialog")).not.toBeInTheDocument());
    await user.click(button(`Fill ${SHEET}`));
    await user.click(within(screen.getByRole("alertdialog")).getByRole("button", { name: "Replace" }));
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
