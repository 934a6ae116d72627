import { foldName } from "../cell/cell";
import type { Rubric } from "../rubric/rubric";
import type { BookContents } from "./contents";
import { knownIn } from "./contents";

/**
 * Gives the agents of one rubric another rubric, so that both can be compared. The result has the contents of the other
 * rubric's workbook and the data of the first one. The other rubric takes the name under which the data list the
 * agents, and its findings keep pointing at its own cells. If no row of the data names a rubric, all rows belong to it.
 *
 * @param of where the other rubric, its scales and its settings come from
 * @param data whose agents, metrics, ledger, ratings and baseline are used; may be the same contents
 * @param inPlaceOf name that the agents are listed under
 */
export function swapRubric(of: BookContents, rubric: Rubric, data: BookContents, inPlaceOf: string): BookContents {
  const key = foldName(inPlaceOf);
  const renamed = { ...rubric, name: inPlaceOf };
  const onlyOne = data.rubricNames.length === 1 || namesNone(data);
  const others = onlyOne ? [] : of.rubrics.filter((each) => each !== rubric && foldName(each.name) !== key);
  const rubrics = [renamed, ...others];
  const settings = {
    ...of.settings,
    // Rubrics named in Settings concern only the workbook of those settings.
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
    calendar: data.calendar,
    ledger,
    ratings,
    baseline,
    settings,
    known: knownIn(rubrics, of.scales, settings),
  };
}

function namesNone({ metrics }: BookContents): boolean {
  return metrics === undefined || metrics.coded("rubric").texts.every((text) => text === "");
}
