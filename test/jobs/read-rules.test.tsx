/** @jest-environment jsdom */
import { screen, waitFor, within } from "@testing-library/react";
import { card, openRules, paste, POLICY, QUIZ } from "../unit/taskpane/open-rules";
import { button, heard } from "../unit/taskpane/render";

/** The real use cases over a workbook in memory. */
describe("reading rules, all the way", () => {
  it("shows the rules of the rubric: words, understanding, what the cells say, and fills in what is blank", async () => {
    const { port, user } = await openRules();
    expect(screen.getByRole("radio", { name: "the rubric (2)", hidden: false })).toBeChecked();
    const quiz = card(/^Quiz/);
    expect(quiz).toHaveTextContent(QUIZ);
    expect(quiz).toHaveTextContent(/Understood: Out of 10 points: 90 or more/);
    expect(quiz).toHaveTextContent("Method: linear is filled in");
    expect(quiz).toHaveTextContent("Zero at says 50, the rule 60");
    await user.click(within(quiz).getByRole("button", { name: "Fill in this row" }));
    await waitFor(() => expect(port.cell("Rubric", 1, 5)).toBe(90));
    expect(port.cell("Rubric", 1, 4)).toBe(50);
    await waitFor(() => expect(heard()).toMatch(/^1 row of the rubric written\. /));
    await user.click(within(card(/^Quiz/)).getByRole("checkbox", { name: /^Overwrite/ }));
    await user.click(within(card(/^Quiz/)).getByRole("button", { name: "Fill in this row" }));
    await waitFor(() => expect(card(/^Quiz/)).toHaveTextContent("The cells of the row say the same."));
    expect(port.cell("Rubric", 1, 4)).toBe(60);
    await user.click(button("Undo"));
    await waitFor(() => expect(port.cell("Rubric", 1, 4)).toBe(50));
    await waitFor(() => expect(screen.getAllByText("Taken back: 1 row of the rubric.").length).toBeGreaterThan(0));
  });

  it("turns a pasted paragraph into a rubric in an empty workbook; undo takes it back and gives the text back", async () => {
    const { port, user } = await openRules([{ name: "Sheet1", rows: [] }], "zh-CN");
    await paste(user, /制度原文/, POLICY);
    await waitFor(() => expect(screen.getByText(/已读取 3 条细则，/)).toBeInTheDocument());
    expect(screen.getByText(/未确定的内容保持空白/)).toBeInTheDocument();
    expect(screen.getByText("工作簿还没有这样的表格，将新建 评分标准和等级表。")).toBeInTheDocument();
    await user.click(within(card(/^转接率/)).getByRole("checkbox", { name: "添加该行" }));
    await user.click(button("添加 2 行"));
    await waitFor(() => expect(port.sheetNames()).toEqual(["Sheet1", "评分标准"]));
    expect(await screen.findByRole("radio", { name: "评分标准（2）" })).toBeChecked();
    await user.click(button("检查结果"));
    expect(await screen.findByRole("heading", { level: 2, name: /^检查结果（\d+）$/ })).toBeInTheDocument();
    await user.click(button("撤销"));
    await waitFor(() => expect(port.sheetNames()).toEqual(["Sheet1"]));
    await user.click(screen.getAllByRole("button", { name: "读取细则" }).at(-1)!);
    expect(await screen.findByRole("textbox", { name: /制度原文/ })).toHaveValue(POLICY);
  });
});
