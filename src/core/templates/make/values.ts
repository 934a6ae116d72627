import { roundHalfAwayFromZero } from "../../text/round";
import { statedIn, type IndicatorSpec, type ScaleRow, type Template } from "../template";
import type { SampleRandom } from "./random";
import { mendedMethod } from "./words";

/**
 * How well each agent of a group does on one indicator, 0 to 1. Places are spread evenly instead of drawn one by one.
 * So in every column a few agents earn nothing, a few earn all, and most lie between. Chance gives each agent a place,
 * anew for each indicator.
 */
export function placesOf(random: SampleRandom, usual: readonly number[]): readonly number[] {
  const form = usual.map((base) => 0.8 * base + 0.6 * random.bell());
  const order = form.map((_, agent) => agent).sort((a, b) => form[a]! - form[b]!);
  const places = new Array<number>(usual.length);
  const count = usual.length;
  order.forEach((agent, rank) => {
    const place = rank + jitter(random);
    const even = count < SMALL_GROUP ? 0.15 + (0.7 * (place + 0.5)) / count : (place - 2) / (count - 7);
    places[agent] = Math.min(1, Math.max(0, even));
  });
  return places;
}

const SMALL_GROUP = 12;
const jitter = (random: SampleRandom): number => 0.7 * (random.even() - 0.5);

/** Most agents do well, so the places are moved towards the upper end. */
const skewed = (place: number): number => 1 - (1 - place) * (1 - place);

/** Chances of 0, 1, 2 and 3 events of an indicator that only takes away or adds. */
const EVENTS = [0.76, 0.16, 0.06, 0.02];

/** Decimals of a number format, counted on the stored number: `0.0%` gives three. */
function decimalsOf(show: string): number {
  const shown = /\.(0+)/.exec(show)?.[1]?.length ?? 0;
  return shown + (show.includes("%") ? 2 : 0);
}

/** The metric of an agent with this place on an indicator; for a grade, its label. */
export function valueAt(spec: IndicatorSpec, place: number, template: Template, random: SampleRandom): number | string {
  const show = spec.show ?? "0";
  const round = (value: number): number => {
    const held = show.includes("%") ? Math.min(1, Math.max(0, value)) : Math.max(0, value);
    return roundHalfAwayFromZero(held, decimalsOf(show));
  };
  const number = (key: "points" | "zeroAt" | "fullAt" | "perEvent"): number => statedIn(spec[key], "mended") ?? 0;
  // Agents also differ beyond the ends of the line.
  const past = place === 0 || place === 1 ? 0.08 * random.even() * (place === 0 ? -1 : 1) : 0;
  const share = skewed(place) + past;
  const method = mendedMethod(spec);
  const range = spec.sample?.range;
  if (range) return round(range[0] + share * (range[1] - range[0]));
  const [zero, full] = [number("zeroAt"), number("fullAt")];
  const { input, valueKind, valuesAre, comparesPeers, parameters } = method;
  if (input === "events") {
    if (number("points") === 0) return random.pick(EVENTS);
    return Math.round(((1 - skewed(place)) * number("points")) / number("perEvent"));
  }
  if (input === "checklist") return round(skewed(place));
  if (valuesAre === "points") return round(skewed(place) * number("points"));
  if (valueKind === "labels" && parameters.scale) return gradeAt(spec, skewed(place), template);
  // Values lie around the mean of these very values, and a little beyond both ends.
  if (comparesPeers)
    return round((spec.sample?.middle ?? 100) * (1 + zero + (full - zero) * (0.5 + 1.3 * (place - 0.54))));
  // Ratings never lie beyond the ends of their scale.
  if (valuesAre === "ratings") return round(zero + skewed(place) * (full - zero));
  if (spec.fullAt === undefined) {
    throw new Error(
      `${template.id} / ${String(spec.name)}: without Full at, ${method.id} needs a range for its sample`,
    );
  }
  return round(parameters.zeroAt ? zero + share * (full - zero) : full * (0.3 + 0.85 * place));
}

/** The grade whose worth is nearest to a share of the best one. */
function gradeAt(spec: IndicatorSpec, share: number, template: Template): string {
  const scale = Object.entries(template.scales ?? {}).find(([name]) => name === spec.scale);
  if (!scale) throw new Error(`${template.id} / ${String(spec.name)}: there is no scale ${spec.scale}`);
  const worth = (row: ScaleRow): number => statedIn(row.points ?? row.share, "mended") ?? 0;
  const rows = scale[1] as readonly ScaleRow[];
  const best = Math.max(...rows.map(worth));
  const distance = (row: ScaleRow): number => Math.abs(worth(row) - share * best);
  const nearest = rows.reduce((found, row) => (distance(row) < distance(found) ? row : found));
  return nearest.grade ?? "";
}
