import type { BookContents } from "../core/book/contents";
import { knownIn } from "../core/book/contents";
import { subjectOf } from "../core/checks/subject";
import type { Book } from "./book";
import { summariseBook } from "./book";

/** Rubrics, scales and settings at one point in time, without the data. */
export interface Rules extends Pick<BookContents, "rubrics" | "rubricNames" | "scales" | "settings"> {
  readonly tables: Pick<BookContents["tables"], "rubric" | "scales" | "settings">;
}

/** Takes the rules out of a book, to keep them while a person edits it. */
export function rulesOf({ subject }: Book): Rules {
  const { rubrics, rubricNames, scales, settings, tables } = subject;
  const { rubric, scales: scaleRows, settings: settingRows } = tables;
  return {
    rubrics,
    rubricNames,
    scales,
    settings,
    tables: { rubric, scales: scaleRows, settings: settingRows },
  };
}

/** Gives a book's data other rules, such as those before a person's edits. */
export function underRules({ found, snapshot, subject: now }: Book, rules: Rules): Book {
  const contents = {
    ...now,
    ...rules,
    tables: { ...now.tables, ...rules.tables },
    known: knownIn(rules.rubrics, rules.scales, rules.settings),
  };
  return { found, snapshot, subject: subjectOf(contents), summary: summariseBook(contents) };
}
