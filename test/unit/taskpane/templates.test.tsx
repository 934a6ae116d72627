/** @jest-environment jsdom */
import { act, screen, waitFor, within } from "@testing-library/react";
import { WorkbookFailure } from "../../../src/workbook/failure";
import { FULL_SUMMARY } from "./fakes";
import { button, heard, openPane, tab } from "./render";

const EMPTY = { ...FULL_SUMMARY, rubrics: [], tables: { rubric: undefined, scales: undefined, metrics: undefined } };

describe("new from template", () => {
  it("is offered where there is no rubric, inserts, shows the findings, and is taken back", async () => {
    const { port, user } = await openPane({ summary: EMPTY });
    await user.click(within(screen.getByRole("tabpanel")).getByRole("button", { name: "New from template" }));
    expect(await screen.findByRole("heading", { level: 2, name: "New from template" })).toHaveFocus();
    const entries = within(screen.getByRole("list", { name: "Templates" })).getAllByRole("listitem");
    expect(entries.map((each) => each.textContent)).toEqual([
      "HotlineWhat Hotline is forInsert",
      "DeskWhat Desk is forInsert",
    ]);
    await user.click(button("Insert Desk"));
    expect(await screen.findByText("What of hole")).toBeInTheDocument();
    expect(port.inserted).toEqual([{ id: "desk", form: "draft", locale: "en" }]);
    const told = "Desk is inserted. 1 finding.";
    await waitFor(() => expect(heard()).toBe(told));
    expect(tab(/Check/)).toHaveFocus();
    expect(screen.getAllByText(told)).toHaveLength(2);
    await user.click(button("Undo"));
    expect(await screen.findByRole("region", { name: "No rubric in this workbook" })).toBeInTheDocument();
    expect(screen.getAllByText("Taken back: Desk is removed.")).toHaveLength(2);
  });

  it("works by keyboard and in Chinese, in the form that is chosen", async () => {
    const { port, user } = await openPane({ summary: EMPTY }, { locale: "zh-CN" });
    act(() => document.getElementById("new-from-template")!.focus());
    await user.keyboard("{Enter}");
    expect(await screen.findByRole("heading", { level: 2, name: "从模板新建" })).toHaveFocus();
    await user.selectOptions(screen.getByRole("combobox", { name: "形式" }), "补全，可直接评分");
    act(() => button("插入 热线").focus());
    await user.keyboard("{Enter}");
    await waitFor(() => expect(heard()).toBe("已插入 热线。没有问题。"));
    expect(port.inserted).toEqual([{ id: "hotline", form: "mended", locale: "zh-CN" }]);
  });

  it("leads back by Escape, by Back and by a tab", async () => {
    const { user } = await openPane();
    const list = (): HTMLElement | null => screen.queryByRole("list", { name: "Templates" });
    await user.click(button("New from template"));
    await user.keyboard("{Escape}");
    expect(list()).not.toBeInTheDocument();
    expect(button("New from template")).toHaveFocus();
    await user.click(button("New from template"));
    await user.click(button("Back"));
    expect(list()).not.toBeInTheDocument();
    await user.click(button("New from template"));
    await user.click(tab("Score"));
    expect(list()).not.toBeInTheDocument();
    expect(tab("Score")).toHaveAttribute("aria-selected", "true");
  });

  it("says what is in the way, offers no Insert then, and tells of one that appeared meanwhile", async () => {
    const { port, user } = await openPane({ hasData: true });
    await user.click(button("New from template"));
    expect(screen.getByText(/the template comes without sample data/)).toBeInTheDocument();
    port.world = { ...port.world, obstacles: [{ name: "Rubric", sheet: "Rules" }] };
    await user.click(button("Insert Hotline"));
    expect(await screen.findByText(/The table “Rubric” on the sheet “Rules”/)).toBeInTheDocument();
    expect(button("Insert Hotline")).toHaveAttribute("aria-disabled", "true");
    expect(port.inserted).toEqual([]);
  });

  it("asks before sheets are taken back in which somebody has typed, and tells a failure", async () => {
    const { port, user } = await openPane({ summary: EMPTY });
    await user.click(screen.getAllByRole("button", { name: "New from template" })[0]!);
    port.failing.insert = new WorkbookFailure("protected", "the structure");
    await user.click(button("Insert Hotline"));
    expect(await screen.findByRole("alert")).toHaveTextContent("Nothing was inserted");
    await user.click(button("Insert Hotline"));
    await screen.findByText("What of hole");
    port.failing.undo = new WorkbookFailure("changed", "Rubric!D2");
    await user.click(button("Undo"));
    const question = await screen.findByRole("alertdialog");
    expect(question).toHaveTextContent("Take back Hotline?");
    await user.click(within(question).getByRole("button", { name: "Take it back" }));
    await waitFor(() => expect(heard()).toBe("Taken back: Hotline is removed."));
    expect(port.undos).toEqual([false, true]);
  });
});
