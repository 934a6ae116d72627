import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Locale } from "../../../src/core/text/locale";
import { PaneSession } from "../../../src/taskpane/state/session";
import { App } from "../../../src/taskpane/view/App";
import * as usecases from "../../../src/usecases";
import type { MemorySheet } from "../../support/memory-workbook";
import { MemoryWorkbook } from "../../support/memory-workbook";
import { renderPane } from "../../support/render-pane";
import { fakeTemplates } from "./fakes";
import "./render";

export const QUIZ = "60 分以下不得分，90 分以上满分，之间线性。";
export const CALLS = "与同岗位均值比，高于均值 20% 得满分。";
export const POLICY = `季考 10 分：${QUIZ}话务量 15 分：${CALLS}转接率 5 分：1.9% 以下得 5 分，1.9%-3.1% 得 3 分，3.1% 以上得 0 分。`;

export const RUBRIC: MemorySheet = {
  name: "Rubric",
  rows: [
    ["Section", "Indicator", "Points", "Method", "Zero at", "Full at", "Rule"],
    ["Skill", "Quiz", 10, null, 50, null, QUIZ],
    ["Service", "Calls", 15, null, null, null, CALLS],
    ["Service", "Tone", 75, "manual", null, null, null],
  ],
  tables: [{ name: "Rubric", row: 0, column: 0, rows: 4, columns: 7 }],
};

/** A pane with the real use cases over a workbook in memory, showing its rules. */
export async function openRules(sheets: readonly MemorySheet[] = [RUBRIC], locale: Locale = "en") {
  const port = new MemoryWorkbook({ sheets });
  const session = new PaneSession({ port, usecases, templates: async () => fakeTemplates, locale });
  const user = userEvent.setup({ delay: null });
  renderPane(<App session={session} excelIsDark={() => undefined} />);
  await act(() => session.start());
  await user.click(screen.getAllByRole("button", { name: locale === "en" ? "Read rules" : "读取细则" }).at(-1)!);
  await screen.findByRole("heading", { level: 2, name: locale === "en" ? "Read rules" : "读取细则" });
  return { port, session, user };
}

export const card = (name: RegExp): HTMLElement => screen.getByRole("listitem", { name });

export async function paste(user: ReturnType<typeof userEvent.setup>, label: RegExp, text: string): Promise<void> {
  await user.click(screen.getByRole("textbox", { name: label }));
  await user.paste(text);
}
