/** @jest-environment jsdom */
import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { PlanCell } from "../../src/core/plan/plan";
import type { Locale } from "../../src/core/text/locale";
import { PaneSession } from "../../src/taskpane/state/session";
import { COMPARE_TEXT } from "../../src/taskpane/text/compare";
import { App } from "../../src/taskpane/view/App";
import * as usecases from "../../src/usecases";
import * as templates from "../../src/usecases/templates";
import { MemoryWorkbook } from "../support/memory-workbook";
import { renderPane } from "../support/render-pane";
import "../support/text-coding";
import { button } from "../unit/taskpane/render";

type Rows = readonly (readonly PlanCell[])[];

const RUBRIC: Rows = [
  ["Rubric", "Indicator", "Points", "Method", "Zero at", "Full at"],
  ["Now", "Test", 60, "linear", 0, 100],
  ["Now", "Calls", 40, "linear", 0, 100],
  ["Draft", "Test", 40, "linear", 0, 100],
  ["Draft", "Calls", 60, "linear", 0, 100],
];

const METRICS: Rows = [
  ["Agent ID", "Name", "Rubric", "Period", "Test", "Calls"],
  ...Array.from({ length: 60 }, (_, agent): PlanCell[] => [`A${agent}`, `Name ${agent}`, "Now", "2026-10", 50, agent]),
];

const SCALES: Rows = [
  ["Scale", "Grade", "From"],
  ["Total", "B", 0],
  ["Total", "A", 45],
];

async function openCompare(rubric: Rows, locale: Locale = "en", metrics: Rows = METRICS) {
  const sheet = (name: string, rows: Rows) => ({
    name,
    rows,
    tables: [{ name, row: 0, column: 0, rows: rows.length, columns: rows[0]!.length }],
  });
  const port = new MemoryWorkbook({
    sheets: [sheet("Rubric", rubric), sheet("Metrics", metrics), sheet("Scales", SCALES)],
  });
  const session = new PaneSession({ port, usecases, templates: async () => templates, locale });
  const user = userEvent.setup({ delay: null });
  renderPane(<App session={session} excelIsDark={() => false} />);
  await act(() => session.start());
  await user.click(button(COMPARE_TEXT[locale].open));
  return { port, user, session };
}

const table = (name: string): string[][] =>
  within(screen.getByRole("table", { name }))
    .getAllByRole("row")
    .map((row) => [...row.children].map((cell) => cell.textContent ?? ""));

describe("two rubrics compared", () => {
  it("tells what changes, who moves and which grades change", async () => {
    const { port, user } = await openCompare(RUBRIC);
    expect(screen.getByRole("heading", { name: "Compare two rubrics" })).toHaveFocus();
    expect(screen.getByRole("heading", { name: "2 differences" })).toBeInTheDocument();
    expect(screen.getByText("“Test”: Points 60 → 40.")).toBeInTheDocument();
    await user.click(button("Go to Rubric!C4"));
    expect(port.selected).toEqual({ sheet: "Rubric", row: 3, column: 2 });

    // By hand: agent n has 30 + 0.4 n now and 20 + 0.6 n by the draft.
    expect(table("Totals before and after").slice(1)).toEqual([
      ["With a total", "60", "60", "0"],
      ["Mean", "41.80", "37.70", "-4.10"],
      ["Spread (standard deviation)", "6.93", "10.39", "+3.46"],
    ]);
    expect(screen.getByText(/^9 agents up, 50 down, 1 as before\./)).toBeInTheDocument();
    expect(screen.getByRole("list", { name: "Grades that change" })).toHaveTextContent(
      "A → B: 4 agentsName 38, Name 39, Name 40, Name 41",
    );
    expect(table("Where it comes from").slice(1)).toEqual([
      ["Test", "30.00", "20.00", "-10.00"],
      ["Calls", "11.80", "17.70", "+5.90"],
    ]);
    const people = table("Who moves");
    expect(people).toHaveLength(51);
    expect(people[1]).toEqual(["Name 0A0", "30.00 → 20.00", "-10.00", "B"]);
    await user.click(button("Next page"));
    expect(table("Who moves")).toHaveLength(11);
    expect(screen.getByText("Page 2 of 2")).toBeInTheDocument();

    await user.click(button("Findings"));
    expect(button("Compare two rubrics")).toBeInTheDocument();
  });

  it("turns the two round where one is chosen that stands on the other side", async () => {
    const { user } = await openCompare(RUBRIC);
    await user.selectOptions(screen.getByRole("combobox", { name: "From" }), "Draft");
    expect(screen.getByRole("combobox", { name: "To" })).toHaveValue("Now");
    expect(screen.getByText("“Test”: Points 40 → 60.")).toBeInTheDocument();
    // The agents are still the existing ones.
    expect(screen.getByText(/^50 agents up, 9 down, 1 as before\./)).toBeInTheDocument();
  });

  it("compares a single rubric with what it was before the edits, and says how a draft is made", async () => {
    const { port, user, session } = await openCompare(RUBRIC.slice(0, 3));
    expect(screen.getByRole("heading", { name: "There is no difference." })).toBeInTheDocument();
    expect(screen.getByRole("heading", { name: "To compare with a draft" })).toBeInTheDocument();
    port.type({ sheet: "Rubric", row: 1, column: 2, value: 50 });
    port.type({ sheet: "Rubric", row: 2, column: 2, value: 50 });
    port.type({ sheet: "Metrics", row: 1, column: 4, value: 100 });
    await act(() => session.readAgain());
    expect(screen.getByText("“Test”: Points 60 → 50.")).toBeInTheDocument();
    // By hand: agent n has 30 + 0.4 n and gets 25 + 0.5 n; only agent 0 has 100 in the test.
    expect(table("Who moves")[1]).toEqual(["Name 0A0", "60.00 → 50.00", "-10.00", "A"]);
    expect(screen.getByText(/^9 agents up, 50 down, 1 as before\./)).toBeInTheDocument();

    // Later edits are compared with the filled state.
    await user.click(screen.getByRole("tab", { name: /Fill/ }));
    await user.click(button("Fill Evaluation 2026-10"));
    await waitFor(() => expect(port.sheetNames()).toContain("Evaluation 2026-10"));
    await user.click(screen.getByRole("tab", { name: /Check/ }));
    expect(await screen.findByRole("heading", { name: "There is no difference." })).toBeInTheDocument();
  });

  it("compares one of two rubrics with its own past where that is chosen", async () => {
    const { port, user, session } = await openCompare(RUBRIC, "zh-CN");
    port.type({ sheet: "Rubric", row: 3, column: 2, value: 45 });
    await act(() => session.readAgain());
    await user.selectOptions(screen.getByRole("combobox", { name: "原考核表" }), "改动之前的同一考核表");
    expect(screen.getByText("“Test”：分值由 40 改为 45。")).toBeInTheDocument();
    expect(screen.getByText("即打开此窗格时，或最近一次填写时的内容。")).toBeInTheDocument();
    await user.selectOptions(screen.getByRole("combobox", { name: "原考核表" }), "Draft");
    expect(screen.getByRole("combobox", { name: "新考核表" })).toHaveValue("Now");
  });

  it.each([
    [
      "errors",
      RUBRIC.map((row, at) => (at === 4 ? [...row.slice(0, 4), 5, 5] : row)),
      METRICS,
      /^1 error keeps the totals/,
    ],
    ["nobody to score", RUBRIC, METRICS.slice(0, 1), /^Neither rubric has agents/],
  ] as const)("tells the differences all the same: %s", async (_what, rubric, metrics, sentence) => {
    await openCompare(rubric, "en", metrics);
    expect(screen.getByText("“Test”: Points 60 → 40.")).toBeInTheDocument();
    expect(screen.getByText(sentence)).toBeInTheDocument();
    expect(screen.queryByRole("table")).not.toBeInTheDocument();
  });
});
