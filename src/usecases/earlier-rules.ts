import type { CheckSubject } from "../core/checks/subject";
import { knownIn } from "../core/checks/subject";
import type { Book } from "./read-book";
import { summariseBook } from "./read-book";

/** Rubrics, scales and settings as they stood at one time, without the data. */
export interface Rules extends Pick<
  CheckSubject,
  "rubrics" | "rubricNames" | "scales" | "settings" | "rubricTable" | "scaleTable"
> {
  readonly tables: Pick<CheckSubject["tables"], "rubric" | "scales" | "settings">;
}

/** The rules of a book, to be kept while it is edited. */
export function rulesOf({ subject }: Book): Rules {
  const { rubrics, rubricNames, scales, settings, rubricTable, scaleTable, tables } = subject;
  const { rubric, scales: scaleRows, settings: settingRows } = tables;
  return {
    rubrics,
    rubricNames,
    scales,
    settings,
    rubricTable,
    scaleTable,
    tables: { rubric, scales: scaleRows, settings: settingRows },
  };
}

/** The data of a book under other rules, such as those that held before somebody edited them. */
export function underRules({ snapshot, subject: now }: Book, rules: Rules): Book {
  const subject = {
    ...now,
    ...rules,
    tables: { ...now.tables, ...rules.tables },
    known: knownIn(rules.rubrics, rules.scales, rules.settings),
    evaluations: [],
  };
  return { snapshot, subject, summary: summariseBook(subject) };
}
