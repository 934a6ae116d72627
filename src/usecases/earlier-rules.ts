import type { BookContents } from "../core/book/contents";
import { knownIn } from "../core/book/contents";
import { subjectOf } from "../core/checks/subject";
import type { Book } from "./book";
import { summariseBook } from "./book";

/** Rubrics, scales and settings as they stood at one time, without the data. */
export interface Rules extends Pick<BookContents, "rubrics" | "rubricNames" | "scales" | "settings"> {
  readonly tables: Pick<BookContents["tables"], "rubric" | "scales" | "settings">;
}

/** The rules of a book, to be kept while it is edited. */
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

/** The data of a book under other rules, such as those that held before somebody edited them. */
export function underRules({ snapshot, subject: now }: Book, rules: Rules): Book {
  const contents = {
    ...now,
    ...rules,
    tables: { ...now.tables, ...rules.tables },
    known: knownIn(rules.rubrics, rules.scales, rules.settings),
  };
  return { snapshot, subject: subjectOf(contents), summary: summariseBook(contents) };
}
