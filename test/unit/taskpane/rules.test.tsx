/** @jest-environment jsdom */
import { screen, waitFor, within } from "@testing-library/react";
import { markedPieces } from "../../../src/taskpane/view/check/rules/marked-pieces";
import type { MemorySheet } from "../../support/memory-workbook";
import { CALLS, card, openRules, paste, POLICY, RUBRIC } from "./open-rules";
import { button } from "./render";

describe("Read rules", () => {
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
    // The question vanished with its button. The focus stays with its rule.
    expect(within(calls()).getByRole("heading", { level: 3 })).toHaveFocus();
    // The answer raises the next question, because the words still do not state the part in between.
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
