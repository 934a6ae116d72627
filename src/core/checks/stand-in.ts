import { foldName } from "../cell/cell";
import type { Rubric } from "../rubric/rubric";
import type { CheckSubject } from "./subject";
import { knownIn } from "./subject";

/**
 * What the agents of one rubric would be checked and scored by if another rubric took its place: the subject of the other rubric, with the
 * data of the first one, in which the other rubric bears the name that those agents are listed under. The cells of findings stay those of
 * the other rubric. Where no row of the data says which rubric it belongs to, all rows belong to this one.
 *
 * @param of where the other rubric, its scales and its settings come from
 * @param data whose agents, metrics, ledger, ratings and baseline are used; may be the same subject
 * @param inPlaceOf name that the agents are listed under
 */
export function standIn(of: CheckSubject, rubric: Rubric, data: CheckSubject, inPlaceOf: string): CheckSubject {
  const key = foldName(inPlaceOf);
  const renamed = { ...rubric, name: inPlaceOf };
  const onlyOne = data.rubricNames.length === 1 || namesNone(data);
  const others = onlyOne ? [] : of.rubrics.filter((each) => each !== rubric && foldName(each.name) !== key);
  const rubrics = [renamed, ...others];
  const settings = {
    ...of.settings,
    // What rows of Settings name is a matter of the workbook that they stand in.
    rubrics: [],
    sections: [],
    forRubric: (name: string) => of.settings.forRubric(foldName(name) === key ? rubric.name : name),
  };
  const { metrics, ledger, ratings, baseline } = data;
  return {
    ...of,
    tables: {
      ...of.tables,
      metrics: data.tables.metrics,
      ledger: data.tables.ledger,
      ratings: data.tables.ratings,
      baseline: data.tables.baseline,
    },
    rubrics,
    rubricNames: onlyOne ? [inPlaceOf] : data.rubricNames,
    metrics,
    ledger,
    ratings,
    baseline,
    // What was filled by one of the two rubrics says nothing about the other.
    evaluations: [],
    settings,
    known: knownIn(rubrics, of.scales, settings),
  };
}

function namesNone({ metrics }: CheckSubject): boolean {
  return metrics === undefined || metrics.coded("rubric").texts.every((text) => text === "");
}
