import type { RubricSide, RubricChange, RubricDifferences } from "./rubric-change";
import { foldName } from "../../cell/cell";
import type { Indicator } from "../../rubric/rubric";
import { placeOf } from "../../rubric/rubric";
import { COMPARED_FIELDS, fieldKey, fieldText, methodText, WORDS_ONLY } from "./indicator-fields";
import type { IndicatorPair } from "./match-indicators";
import { matchIndicators } from "./match-indicators";
import { scaleChanges } from "./scale-changes";
import { settingChanges } from "./setting-changes";

/**
 * All differences between two rubrics. Indicators come first, in the order of the second rubric, with removed ones at
 * the end. Then come the scales that they read, the Total scale, and the settings. Two rubrics without a difference
 * score alike.
 */
export function diffRubrics(before: RubricSide, after: RubricSide): RubricDifferences {
  const pairs = matchIndicators(before.rubric, after.rubric);
  const changes = pairs.flatMap((pair): readonly RubricChange[] => {
    if (pair.after === undefined) return [added("indicator-removed", before.rubric.indicators[pair.before]!)];
    if (pair.before === undefined) return [added("indicator-added", after.rubric.indicators[pair.after]!)];
    return lineChanges(before, after, before.rubric.indicators[pair.before]!, after.rubric.indicators[pair.after]!);
  });
  return {
    changes: [
      ...changes,
      ...orderChange(after, pairs),
      ...scaleChanges(before, after, pairs),
      ...settingChanges(before, after),
    ],
    pairs,
  };
}

function added(kind: "indicator-added" | "indicator-removed", indicator: Indicator): RubricChange {
  const { name, section, points, method, at } = indicator;
  const [before, after] = kind === "indicator-added" ? [undefined, at] : [at, undefined];
  return { kind, indicator: name, section, points, method: methodText(method), scores: true, before, after };
}

function lineChanges(before: RubricSide, after: RubricSide, a: Indicator, b: Indicator): readonly RubricChange[] {
  const changes: RubricChange[] = [];
  const places = (field: Parameters<typeof placeOf>[1]) => ({ before: placeOf(a, field), after: placeOf(b, field) });
  if (foldName(a.name) !== foldName(b.name)) {
    changes.push({ kind: "indicator-renamed", from: a.name, to: b.name, scores: false, ...places("indicator") });
  }
  if (foldName(a.section) !== foldName(b.section)) {
    changes.push({
      kind: "indicator-moved",
      indicator: b.name,
      from: a.section,
      to: b.section,
      scores: true,
      ...places("section"),
    });
  }
  for (const field of COMPARED_FIELDS) {
    if (fieldKey(a, field) === fieldKey(b, field)) continue;
    changes.push({
      kind: "field",
      indicator: b.name,
      field,
      from: fieldText(a, field, before.showAs(a.metric)),
      to: fieldText(b, field, after.showAs(b.metric)),
      scores: !WORDS_ONLY.includes(field),
      ...places(field),
    });
  }
  return changes;
}

/** Indicators of both rubrics in another order. No score depends on the order. */
function orderChange({ rubric }: RubricSide, pairs: readonly IndicatorPair[]): readonly RubricChange[] {
  const both = pairs.flatMap(({ before, after }) =>
    before === undefined || after === undefined ? [] : [{ before, after }],
  );
  const first = both.find(({ before }, index) => index > 0 && before < both[index - 1]!.before);
  if (!first) return [];
  return [{ kind: "order", scores: false, before: undefined, after: rubric.indicators[first.after]!.at }];
}
