/** @jest-environment jsdom */
import { act, screen, waitFor, within } from "@testing-library/react";
import { PAUSE_AFTER_CHANGE_MS } from "../../../src/taskpane/state/following";
import type { BookSummary } from "../../../src/usecases";
import { WorkbookFailure } from "../../../src/workbook/failure";
import { finding, FULL_SUMMARY } from "./fakes";
import { button, heard, openPane, system, tab } from "./render";

afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
  Object.assign(system, { dark: false, excelDark: undefined });
});

describe("languages", () => {
  it("switches everything at once, findings too, and remembers it", async () => {
    const { port, user } = await openPane({ findings: [finding("two", "error", "safe")] });
    await user.click(button("中文"));
    expect(screen.getByRole("heading", { level: 1, name: "质检计分" })).toBeInTheDocument();
    expect(screen.getByRole("region", { name: "错误（1）" })).toHaveTextContent("问题 two原因 two如何修正：办法 two");
    expect(button("修正 two")).toBeInTheDocument();
    expect(document.documentElement.lang).toBe("zh-CN");
    expect(port.choices.get("pane.language")).toBe("zh-CN");
    await user.click(button("English"));
    expect(screen.getByRole("heading", { level: 1, name: "QA Scorecard" })).toBeInTheDocument();
  });

  it("speaks the language kept in the workbook", async () => {
    await openPane({}, { prepare: (port) => port.choices.set("pane.language", "zh-CN") });
    expect(tab("检查")).toBeInTheDocument();
  });

  it("explains an agent in the language that is chosen while the explanation is open", async () => {
    const { user } = await openPane();
    await user.click(tab("Score"));
    await user.click(button("Explain the score of Chen Jing"));
    await user.click(button("中文"));
    expect(screen.getByText("Chen Jing 得分原因")).toBeInTheDocument();
  });
});

describe("what is looked at", () => {
  it("takes the newest period by itself", async () => {
    await openPane();
    expect(screen.getByRole("combobox", { name: "Period" })).toHaveValue("2026-10");
    expect(screen.getByText("Hotline agent")).toBeInTheDocument();
  });

  it("remembers a chosen period until a newer one is there", async () => {
    const { port, user } = await openPane();
    await user.selectOptions(screen.getByRole("combobox", { name: "Period" }), "2026-09");
    expect(port.choices.get("pane.period")).toBe("2026-09\n2026-10");
    await user.click(tab("Fill"));
    expect(button("Fill Evaluation 2026-09")).toBeInTheDocument();
    port.world = { ...port.world, summary: { ...FULL_SUMMARY, periods: ["2026-11", ...FULL_SUMMARY.periods] } };
    await user.click(button("Read again"));
    expect(button("Fill Evaluation 2026-11")).toBeInTheDocument();
  });

  it("says when a choice could not be kept, and follows it all the same", async () => {
    const { port, user } = await openPane();
    port.failing.save = new WorkbookFailure("protected", "read-only");
    await user.selectOptions(screen.getByRole("combobox", { name: "Period" }), "2026-09");
    expect(await screen.findByText(/could not be kept in the workbook/)).toBeInTheDocument();
    expect(screen.getByRole("combobox", { name: "Period" })).toHaveValue("2026-09");
  });
});

describe("what is missing", () => {
  const none = { rubric: undefined, scales: undefined, metrics: undefined };
  const cases: readonly (readonly [string, Partial<BookSummary>, RegExp, string, readonly string[]])[] = [
    [
      "a rubric",
      { rubrics: [], tables: none },
      /Check/,
      "No rubric in this workbook",
      ["Section", "Indicator", "Points", "Method"],
    ],
    ["rows of the rubric", { rubrics: [] }, /Fill/, "The rubric has no rows", []],
    [
      "metrics",
      { tables: { ...none, rubric: "Rubric" } },
      /Score/,
      "No metrics in this workbook",
      ["Agent ID", "Period"],
    ],
    ["agents", { agentCount: 0 }, /Score/, "No agents to score", []],
    ["a period", { periods: [] }, /Fill/, "No period to score", []],
  ];
  it.each(cases)(
    "says that %s is missing, what is expected and what to do",
    async (_, summary, where, title, headers) => {
      const { port, user } = await openPane({ summary: { ...FULL_SUMMARY, ...summary } });
      await user.click(tab(where));
      const region = screen.getByRole("region", { name: title });
      const shown = within(region).queryByRole("list", { name: "Needed" });
      expect(
        shown
          ? within(shown)
              .getAllByRole("listitem")
              .map((each) => each.textContent)
          : [],
      ).toEqual(headers);
      port.world = { ...port.world, summary: FULL_SUMMARY };
      await user.click(within(region).getByRole("button", { name: "Read again" }));
      expect(screen.queryByRole("region", { name: title })).not.toBeInTheDocument();
    },
  );

  it("names the headers in Chinese", async () => {
    await openPane({ summary: { ...FULL_SUMMARY, rubrics: [], tables: none } }, { locale: "zh-CN" });
    const needed = screen.getByRole("list", { name: "必需" });
    expect(
      within(needed)
        .getAllByRole("listitem")
        .map((each) => each.textContent),
    ).toEqual(["维度", "指标", "分值", "计分方式"]);
  });

  it("checks a rubric without metrics", async () => {
    await openPane({
      summary: { ...FULL_SUMMARY, tables: { ...none, rubric: "Rubric" } },
      findings: [finding("two", "error")],
    });
    expect(screen.getByText("What of two")).toBeInTheDocument();
  });
});

describe("reading", () => {
  it("says that the workbook could not be read and reads it when asked again", async () => {
    const { user } = await openPane(
      { findings: [finding("two", "error")] },
      { prepare: (port) => (port.failing.read = new WorkbookFailure("busy", "InvalidOperationInCellEditMode")) },
    );
    expect(screen.getByRole("alert")).toHaveTextContent("Excel is busy");
    await user.click(within(screen.getByRole("tabpanel")).getByRole("button", { name: "Read again" }));
    expect(await screen.findByText("What of two")).toBeInTheDocument();
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
  });

  it("notices changes after a pause, once, and says what is found now", async () => {
    const { port } = await openPane({ findings: [finding("two", "error"), finding("three", "error")] });
    jest.useFakeTimers();
    const before = port.reads;
    port.world = { ...port.world, findings: [finding("three", "error")] };
    await act(async () => {
      port.listener!();
      await jest.advanceTimersByTimeAsync(PAUSE_AFTER_CHANGE_MS / 2);
      port.listener!();
      await jest.advanceTimersByTimeAsync(PAUSE_AFTER_CHANGE_MS);
    });
    expect(port.reads).toBe(before + 1);
    expect(screen.queryByText("What of two")).not.toBeInTheDocument();
    expect(heard()).toBe("Checked. 1 finding.");
  });

  it("asks for new names once the person rests somewhere else, and reads only if there are some", async () => {
    const { port } = await openPane({ findings: [finding("two", "error")] });
    jest.useFakeTimers();
    const before = port.reads;
    const goElsewhere = (): Promise<void> =>
      act(async () => {
        for (let step = 0; step < 3; step++) port.glance!();
        await jest.advanceTimersByTimeAsync(2 * PAUSE_AFTER_CHANGE_MS);
      });
    await goElsewhere();
    expect([port.asksForNames, port.reads]).toEqual([1, before]);
    port.newNames = true;
    port.world = { ...port.world, findings: [] };
    await goElsewhere();
    expect([port.asksForNames, port.reads]).toEqual([2, before + 1]);
    expect(screen.queryByText("What of two")).not.toBeInTheDocument();
    port.failing.names = new WorkbookFailure("busy", "a cell is being edited");
    await goElsewhere();
    expect([port.asksForNames, port.reads]).toEqual([3, before + 1]);
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
  });

  it("does not take Excel's report of its own writing for somebody's change", async () => {
    const { port, user } = await openPane({ findings: [finding("two", "error", "safe")] });
    const before = port.reads;
    await user.click(button("Mend two"));
    port.listener!();
    await waitFor(() => expect(heard()).toBe("Mended. No findings left."));
    jest.useFakeTimers();
    await act(() => jest.advanceTimersByTimeAsync(10 * PAUSE_AFTER_CHANGE_MS));
    expect(port.reads).toBe(before + 1);
  });

  it("looks once more when something changes while it reads", async () => {
    const { port, session } = await openPane();
    jest.useFakeTimers();
    const before = port.reads;
    await act(async () => {
      const reading = session.readAgain();
      port.listener!();
      await reading;
      await jest.advanceTimersByTimeAsync(PAUSE_AFTER_CHANGE_MS);
    });
    expect(port.reads).toBe(before + 2);
  });

  it("says that it is behind when the workbook cannot be read just now", async () => {
    const { port, user } = await openPane();
    jest.useFakeTimers();
    port.failing.read = new WorkbookFailure("busy", "a cell is being edited");
    await act(async () => {
      port.listener!();
      await jest.advanceTimersByTimeAsync(PAUSE_AFTER_CHANGE_MS);
    });
    jest.useRealTimers();
    const notice = screen
      .getByText("The workbook has changed since it was read.")
      .closest<HTMLElement>("[role=group]")!;
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
    await user.click(within(notice).getByRole("button", { name: "Read again" }));
    await waitFor(() => expect(screen.queryByText(/has changed since/)).not.toBeInTheDocument());
  });

  it("looks again by itself once the cell is no longer edited", async () => {
    const { port } = await openPane({ findings: [finding("two", "error")] });
    jest.useFakeTimers();
    port.failing.read = new WorkbookFailure("busy", "a cell is being edited");
    port.world = { ...port.world, findings: [] };
    await act(async () => {
      port.listener!({ sheet: "Rubric" });
      await jest.advanceTimersByTimeAsync(PAUSE_AFTER_CHANGE_MS);
    });
    expect(screen.getByText("What of two")).toBeInTheDocument();
    await act(() => jest.advanceTimersByTimeAsync(PAUSE_AFTER_CHANGE_MS));
    expect(screen.queryByText("What of two")).not.toBeInTheDocument();
    expect(screen.queryByText(/has changed since/)).not.toBeInTheDocument();
    expect(port.kept.at(-1)).toEqual(["Scales", "Metrics"]);
  });

  it("follows edits of the rubric also where the whole workbook takes long to read", async () => {
    const { port } = await openPane({}, { prepare: (fake) => (fake.slow = true) });
    jest.useFakeTimers();
    const edit = (sheet: string | undefined): Promise<void> =>
      act(async () => {
        port.listener!({ sheet });
        await jest.advanceTimersByTimeAsync(PAUSE_AFTER_CHANGE_MS);
      });
    port.world = { ...port.world, findings: [finding("two", "error")] };
    await edit("Rubric");
    expect(screen.getByText("What of two")).toBeInTheDocument();
    expect(screen.queryByText(/has changed since/)).not.toBeInTheDocument();
    const reads = port.reads;
    await edit("Metrics");
    expect(port.reads).toBe(reads);
    expect(screen.getByText(/has changed since/)).toBeInTheDocument();
    // The data are still unread, and the pane keeps saying so while it follows the rubric.
    port.world = { ...port.world, findings: [] };
    await edit("Rubric");
    expect(screen.queryByText("What of two")).not.toBeInTheDocument();
    expect(screen.getByText(/has changed since/)).toBeInTheDocument();
    expect(port.kept).toEqual([undefined, ["Scales", "Metrics"], ["Scales", "Metrics"]]);
  });

  it("says when changes cannot be noticed", async () => {
    await openPane({}, { prepare: (port) => (port.failing.listen = new WorkbookFailure("unsupported", "no events")) });
    expect(screen.getByText(/Changes in the sheets cannot be noticed/)).toBeInTheDocument();
  });

  it("shows the check of the workbook as it is now when the ribbon asks", async () => {
    const { port, session, user } = await openPane();
    await user.click(tab("Fill"));
    port.world = { ...port.world, findings: [finding("two", "error")] };
    await act(() => session.checkNow());
    expect(tab(/Check/)).toHaveAttribute("aria-selected", "true");
    expect(screen.getByText("What of two")).toBeInTheDocument();
  });

  it("says so when a cell cannot be shown", async () => {
    const { port, user } = await openPane({ findings: [finding("two", "error")] });
    port.failing.select = new WorkbookFailure("gone", "no sheet Rubric");
    await user.click(button("Go to Rubric!F7"));
    expect(screen.getByRole("alert")).toHaveTextContent("The cell cannot be shown");
  });
});

describe("look and crash", () => {
  it.each([
    ["Excel's theme", true, false, true],
    ["Excel's theme against the system's", false, true, false],
    ["the system's where Excel tells none", undefined, true, true],
  ])("follows %s", async (_, excelDark, dark, expected) => {
    system.dark = dark;
    system.excelDark = excelDark;
    const { view } = await openPane();
    const dressed = view.container.querySelector<HTMLElement>(".fui-FluentProvider")!;
    const rule = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).map((each) => each.cssText);
    const id = [...dressed.classList].find((name) => /^fui-FluentProvider./.test(name))!;
    expect(rule.find((each) => each.startsWith(`.${id}`))).toContain(
      `--colorNeutralBackground1: ${expected ? "#292929" : "#ffffff"}`,
    );
  });

  it("says so when the pane itself goes wrong, and starts again", async () => {
    const quiet = jest.spyOn(console, "error").mockImplementation(() => undefined);
    const { port, session, user } = await openPane();
    port.world = { ...port.world, sets: undefined as never };
    await act(() => session.readAgain());
    await user.click(tab("Score"));
    expect(screen.getByRole("alert")).toHaveTextContent("Something in this pane went wrong");
    await act(async () => session.dispatch({ type: "tab-chosen", tab: "check" }));
    await user.click(button("Start the pane again"));
    expect(screen.getByRole("heading", { name: "Nothing to mend" })).toBeInTheDocument();
    quiet.mockRestore();
  });
});
