/** @jest-environment jsdom */
import { act, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Locale } from "../../../src/core/text/locale";
import { PaneSession } from "../../../src/taskpane/state/session";
import { App } from "../../../src/taskpane/view/App";
import { markedPieces } from "../../../src/taskpane/view/check/rules/marked-pieces";
import * as usecases from "../../../src/usecases";
import type { MemorySheet } from "../../../src/workbook/memory";
import { MemoryWorkbook } from "../../../src/workbook/memory";
import { fakeTemplates } from "./fakes";
import { button, heard } from "./render";

const QUIZ = "60 分以下不得分，90 分以上满分，之间线性。";
const CALLS = "与同岗位均值比，高于均值 20% 得满分。";
const POLICY = `季考 10 分：${QUIZ}话务量 15 分：${CALLS}转接率 5 分：1.9% 以下得 5 分，1.9%-3.1% 得 3 分，3.1% 以上得 0 分。`;

const RUBRIC: MemorySheet = {
  name: "Rubric",
  rows: [
    ["Section", "Indicator", "Points", "Method", "Zero at", "Full at", "Rule"],
    ["Skill", "Quiz", 10, null, 50, null, QUIZ],
    ["Service", "Calls", 15, null, null, null, CALLS],
    ["Service", "Tone", 75, "manual", null, null, null],
  ],
  tables: [{ name: "Rubric", row: 0, column: 0, rows: 4, columns: 7 }],
};

/** A pane over a workbook in memory, with the real use cases, on which rules are being read. */
async function openRules(sheets: readonly MemorySheet[] = [RUBRIC], locale: Locale = "en") {
  const port = new MemoryWorkbook({ sheets });
  const session = new PaneSession({ port, usecases, templates: async () => fakeTemplates, locale });
  const user = userEvent.setup({ delay: null });
  render(<App session={session} excelIsDark={() => undefined} />);
  await act(() => session.start());
  await user.click(screen.getAllByRole("button", { name: locale === "en" ? "Read rules" : "读取细则" }).at(-1)!);
  await screen.findByRole("heading", { level: 2, name: locale === "en" ? "Read rules" : "读取细则" });
  return { port, session, user };
}

const card = (name: RegExp): HTMLElement => screen.getByRole("listitem", { name });

async function paste(user: ReturnType<typeof userEvent.setup>, label: RegExp, text: string): Promise<void> {
  await user.click(screen.getByRole("textbox", { name: label }));
  await user.paste(text);
}

describe("Read rules", () => {
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

  it("marks the words of a question, takes a number for an answer, and reads again at once", async () => {
    const { port, user } = await openRules();
    const calls = () => card(/^Calls/);
    const marks = [...calls().querySelectorAll("mark")].map((mark) => mark.textContent);
    expect(marks.length).toBeGreaterThan(0);
    for (const words of marks) expect(CALLS).toContain(words);
    expect(within(calls()).getByText(/question 1/)).toBeInTheDocument();
    const question = within(calls()).getByRole("listitem", { name: "question 1" });
    await user.type(within(question).getByRole("textbox"), "far less{Enter}");
    expect(await within(question).findByText("Type a number, such as 60 or 60%.")).toBeInTheDocument();
    await user.clear(within(question).getByRole("textbox"));
    await user.type(within(question).getByRole("textbox"), "-20%{Enter}");
    await waitFor(() => expect(calls()).toHaveTextContent("Zero at: -20% is filled in"));
    // The answer raises the next question, as the words still do not say what is in between.
    await user.click(within(calls()).getByRole("button", { name: "A straight line in between" }));
    expect(within(calls()).queryByRole("listitem", { name: "question 1" })).not.toBeInTheDocument();
    expect(calls()).toHaveTextContent("The words in the column Rule are completed.");
    await user.click(button("Fill in 2 rows"));
    await waitFor(() => expect(port.cell("Rubric", 2, 4)).toBe(-0.2));
    expect(String(port.cell("Rubric", 2, 6))).toMatch(/^与同岗位均值比，高于均值 20% 得满分.+-20%/);
  });

  it("tries values out, and takes edited words back", async () => {
    const { user } = await openRules();
    const quiz = () => card(/^Quiz/);
    await user.type(within(quiz()).getByRole("textbox", { name: "Values" }), "75; 95");
    expect(within(quiz()).getByText("75 earns 5")).toBeInTheDocument();
    expect(within(quiz()).getByText("95 earns 10")).toBeInTheDocument();
    await user.click(within(quiz()).getByRole("button", { name: "Edit the words" }));
    const words = within(quiz()).getByRole("textbox", { name: "Words of the rule" });
    await user.clear(words);
    await user.paste("每次扣 2 分，扣完为止");
    expect(quiz()).toHaveTextContent(/Understood: .*2 points/);
    await user.click(within(quiz()).getByRole("button", { name: "The words as they were" }));
    await user.click(within(quiz()).getByRole("button", { name: "Done" }));
    expect(quiz()).toHaveTextContent("Full at: 90 is filled in");
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

  it("says in plain words why nothing was written, and keeps the text", async () => {
    const note: MemorySheet = { ...RUBRIC, rows: [...RUBRIC.rows, ["A note below"]] };
    const { port, user } = await openRules([note]);
    await user.click(screen.getByRole("radio", { name: "pasted text" }));
    await paste(user, /Text of the policy/, POLICY);
    await user.click(await screen.findByRole("button", { name: "Add 3 rows" }));
    const alert = await screen.findByRole("alert");
    expect(alert).toHaveTextContent("Nothing was written");
    expect(alert).toHaveTextContent("something stands right below it");
    expect(screen.getByRole("textbox", { name: /Text of the policy/ })).toHaveValue(POLICY);
    expect(port.cell("Rubric", 4, 0)).toBe("A note below");
  });

  it("says what there is to do where no rule was found", async () => {
    const bare: MemorySheet = {
      ...RUBRIC,
      rows: RUBRIC.rows.map((row, at) => (at === 0 ? row : [...row.slice(0, 6), null])),
    };
    const { user } = await openRules([bare]);
    expect(screen.getByRole("radio", { name: "pasted text" })).toBeChecked();
    await user.click(screen.getByRole("radio", { name: "the rubric (0)" }));
    expect(screen.getByText("No indicator has words in the column Rule.")).toBeInTheDocument();
  });
});

describe("words that questions hang on", () => {
  test.each<[string, readonly (readonly [number, number])[][], readonly string[]]>([
    ["abcdef", [], ["abcdef"]],
    ["abcdef", [[[1, 3]]], ["a", "bc|1|1", "def"]],
    ["abcdef", [[[0, 4]], [[2, 6]]], ["ab|1|", "cd|1,2|1", "ef|2|2"]],
    [
      "abcdef",
      [
        [
          [0, 1],
          [4, 6],
        ],
      ],
      ["a|1|1", "bcd", "ef|1|1"],
    ],
    ["abcdef", [[[0, 6]], [[0, 6]]], ["abcdef|1,2|1,2"]],
  ])("of %s, %j", (text, doubts, expected) => {
    const pieces = markedPieces(
      text,
      doubts.map((spans) => ({ spans: spans.map(([from, to]) => ({ from, to })) })),
    );
    expect(
      pieces.map(({ words, numbers, ends }) =>
        numbers.length === 0 ? words : `${words}|${numbers.join()}|${ends.join()}`,
      ),
    ).toEqual(expected);
  });
});
