/** @jest-environment jsdom */
import { screen, within } from "@testing-library/react";
import { AGENTS, evaluationSet, finding, FULL_SUMMARY } from "./fakes";
import { button, openPane, tab } from "./render";

async function openScore(...parameters: Parameters<typeof openPane>) {
  const pane = await openPane(...parameters);
  await pane.user.click(tab(/Score|评分/));
  return pane;
}

const agentsShown = (): string[] =>
  screen.getAllByRole("button", { name: /^Explain the score of/ }).map((each) => each.dataset.agent ?? "");

describe("Score", () => {
  it("sums up: mean, scored, pending, grades, and what totals wait for", async () => {
    await openScore();
    const figure = (label: string): string | null =>
      screen.getByText(label, { selector: "dt" }).nextSibling!.textContent;
    expect([figure("Mean"), figure("Scored"), figure("Pending")]).toEqual(["84.58", "3", "1"]);
    expect(screen.getByRole("listitem", { name: "Good: 2 agents, 67%", hidden: false })).toBeInTheDocument();
    expect(screen.getByRole("listitem", { name: "Fair: 1 agent, 33%" })).toBeInTheDocument();
    expect(screen.getByText("Transfers: 1 agent")).toBeInTheDocument();
  });

  it("lists totals, grades and ranks, and says why one is pending", async () => {
    await openScore();
    expect(agentsShown()).toEqual(["1001", "1004", "1002", "1003"]);
    const rows = within(screen.getByRole("table", { name: "Evaluations" })).getAllByRole("row");
    expect(rows[1]).toHaveTextContent("1Chen Jing1001 · North91.50Good");
    expect(rows[4]).toHaveTextContent("–Wang Lei1003 · NorthWaiting for Transferspending–");
  });

  it.each([
    ["Agent", ["1002", "1004", "1001", "1003"], "ascending"],
    ["Total", ["1001", "1004", "1002", "1003"], "descending"],
    ["Grade", ["1001", "1004", "1002", "1003"], "descending"],
  ])("sorts by %s, those without a total last where the total decides", async (column, ids, order) => {
    const { user } = await openScore();
    await user.click(button(column));
    expect(agentsShown()).toEqual(ids);
    expect(screen.getByRole("columnheader", { name: column })).toHaveAttribute("aria-sort", order);
  });

  it("turns the order round, and keeps those without a total last", async () => {
    const { user } = await openScore();
    await user.click(button("Rank"));
    expect(agentsShown()).toEqual(["1002", "1004", "1001", "1003"]);
  });

  it.each([
    ["ada", ["1002"]],
    ["1004", ["1004"]],
    ["ｎｏｒｔｈ", ["1001", "1003"]],
  ])("filters by name, ID or team: %s", async (typed, ids) => {
    const { user } = await openScore();
    await user.type(screen.getByRole("searchbox"), typed);
    expect(agentsShown()).toEqual(ids);
  });

  it("shows only those without a total, and keeps filter and order while other things are done", async () => {
    const { user } = await openScore();
    await user.click(screen.getByRole("checkbox", { name: "Only those without a total" }));
    expect(agentsShown()).toEqual(["1003"]);
    await user.click(tab(/Check/));
    await user.click(tab("Score"));
    expect(agentsShown()).toEqual(["1003"]);
    await user.type(screen.getByRole("searchbox"), "ada");
    expect(screen.getByText("Nobody matches the filter.")).toBeInTheDocument();
  });

  it("turns pages through thousands", async () => {
    const many = Array.from({ length: 4000 }, (_, index) => ({
      ...AGENTS[0]!,
      id: `A${index}`,
      total: 100 - index / 100,
    }));
    const { user } = await openScore({ sets: [evaluationSet(many)] });
    expect(agentsShown()).toHaveLength(50);
    await user.click(button("Next page"));
    expect(agentsShown()[0]).toBe("A50");
    expect(screen.getByText("Page 2 of 80")).toBeInTheDocument();
    expect(screen.getByRole("table")).toHaveAttribute("aria-rowcount", "4001");
  });

  it("explains an agent, links to the metric, and comes back to where the list was left", async () => {
    const { port, user } = await openScore();
    await user.click(button("Explain the score of Bo Berg"));
    expect(screen.getByRole("heading", { name: "Bo Berg" })).toHaveFocus();
    expect(screen.getByText("Why Bo Berg earned this")).toBeInTheDocument();
    expect(screen.getByText("4.17 / 5")).toBeInTheDocument();
    expect(screen.getByText("Service gives 91.5")).toBeInTheDocument();
    expect(screen.getByText("Rank 2 of 3")).toBeInTheDocument();
    await user.click(button("Go to Metrics!J4"));
    expect(port.selected).toEqual([{ sheet: "Metrics", row: 3, column: 9 }]);
    await user.click(button("All agents"));
    expect(button("Explain the score of Bo Berg")).toHaveFocus();
  });

  it("tells the long way of an indicator on demand", async () => {
    const { user } = await openScore();
    await user.click(button("Explain the score of Bo Berg"));
    expect(screen.queryByText("First the value")).not.toBeInTheDocument();
    await user.click(screen.getByText("Step by step"));
    const steps = await screen.findByText("First the value");
    expect(within(steps.closest("ol")!).getAllByRole("listitem")).toHaveLength(2);
  });

  it("says what would raise a score: the smallest change, other ways, every indicator's room", async () => {
    const { user } = await openScore();
    await user.click(button("Explain the score of Ada Park"));
    expect(screen.getByRole("heading", { name: "What would raise the score" })).toBeInTheDocument();
    expect(screen.getByText("Good begins at 80.00: 5.75 points more.")).toBeInTheDocument();
    expect(
      screen.getByText("The smallest single change: Transfers from 1.4% to 0.9%: total 80.00"),
    ).toBeInTheDocument();
    expect(screen.getByText("1 other way")).toBeInTheDocument();
    expect(screen.getByText("Test at 88: total 80.01")).toBeInTheDocument();
    expect(screen.getByText("Praise: no limit")).toBeInTheDocument();
    await user.click(button("All agents"));
    await user.click(button("Explain the score of Bo Berg"));
    expect(screen.getByText("Every indicator earns all that it can.")).toBeInTheDocument();
  });

  it("tells who stands close to a grade line, within a margin that can be set", async () => {
    const { user } = await openScore();
    await user.click(screen.getByText("Close to a grade line"));
    expect(await screen.findByText("0.30 below Good")).toBeInTheDocument();
    const margin = screen.getByRole("spinbutton", { name: "Within so many points" });
    expect(margin).toHaveValue(0.5);
    await user.clear(margin);
    await user.type(margin, "0.1");
    expect(screen.getByText("Nobody stands so close to a grade line.")).toBeInTheDocument();
    await user.clear(margin);
    await user.type(margin, "4");
    expect(screen.getByText("3.20 above the line of Good")).toBeInTheDocument();
    await user.click(button("Bo Berg 88"));
    expect(screen.getByRole("heading", { name: "Bo Berg" })).toHaveFocus();
  });

  it("moves through the list by arrow keys, with one stop for Tab", async () => {
    const { user } = await openScore();
    button("Explain the score of Chen Jing").focus();
    await user.keyboard("{End}{ArrowDown}{ArrowUp}");
    expect(button("Explain the score of Ada Park")).toHaveFocus();
    expect(screen.getAllByRole("button", { name: /^Explain/ }).map((each) => each.tabIndex)).toEqual([-1, -1, 0, -1]);
    await user.keyboard("{Home}{ArrowDown}{Enter}");
    expect(screen.getByRole("heading", { name: "Bo Berg" })).toHaveFocus();
  });

  it("says that errors stand in the way and leads to Check", async () => {
    const { user } = await openScore({ findings: [finding("two", "error"), finding("three", "warning")] });
    expect(screen.getByRole("heading", { name: "1 error stands in the way of scoring." })).toBeInTheDocument();
    expect(screen.queryByText(/What of three/)).not.toBeInTheDocument();
    await user.click(button("Go to Check"));
    expect(tab(/Check/)).toHaveAttribute("aria-selected", "true");
  });

  it("says that nobody is to be scored in the rubric and period that are chosen", async () => {
    await openScore({ sets: [] });
    expect(screen.getByRole("region", { name: "Nobody to score here" })).toBeInTheDocument();
  });

  it("shows every rubric, or the one that is chosen, and remembers the choice", async () => {
    const rubrics = ["Hotline agent", "Supervisor"].map((name) => ({ name, indicatorCount: 3, points: 100 }));
    const sets = rubrics.map(({ name }, index) => evaluationSet([AGENTS[index]!], name));
    const { port, user } = await openScore({ summary: { ...FULL_SUMMARY, rubrics }, sets });
    expect(agentsShown()).toEqual(["1001", "1002"]);
    await user.selectOptions(screen.getByRole("combobox", { name: "Rubric" }), "Supervisor");
    expect(agentsShown()).toEqual(["1002"]);
    expect(port.choices.get("pane.rubric")).toBe("Supervisor");
  });
});
