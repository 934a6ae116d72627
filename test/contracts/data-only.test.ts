import { sourcesOf } from "../../src/core/checks/examples";
import { readSubject } from "../../src/core/checks/subject";
import { ALL_CHECKS, runCheck } from "../../src/core/checks/validate";
import { NO_SETTINGS } from "../../src/core/rubric/read-settings";

const DATA_ONLY = ALL_CHECKS.filter(({ dataOnly }) => dataOnly);

test("there are checks that look at the data only", () => expect(DATA_ONLY.length).toBeGreaterThan(2));

describe.each(DATA_ONLY.map((check) => [check.id, check] as const))("check %s", (_id, check) => {
  const examples = [...check.valid, ...check.invalid.map(({ tables }) => tables)].map(
    (tables, index) => [index + 1, tables] as const,
  );

  test.each(examples)("example %i: says the same whatever the rubric says", (_index, tables) => {
    // Each subject has data of its own, so that they share no memo.
    const whole = readSubject(sourcesOf(tables));
    const data = readSubject(sourcesOf(tables));
    const blind = {
      ...data,
      rubrics: [],
      known: [],
      scales: [],
      tables: { ...data.tables, rubric: undefined },
      settings: NO_SETTINGS,
    };
    expect(runCheck(check, blind)).toEqual(runCheck(check, whole));
  });

  test.each(examples)("example %i: is asked once for the same data", (_index, tables) => {
    const subject = readSubject(sourcesOf(tables));
    const first = runCheck(check, subject);
    expect(runCheck(check, readSubject(sourcesOf(tables), subject))).toBe(first);
    expect(runCheck(check, readSubject(sourcesOf(tables)))).not.toBe(first);
    expect(runCheck(check, { ...subject, period: "2020-01" })).not.toBe(first);
  });
});
