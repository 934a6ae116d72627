import type { MethodSettings, PeerStatistic } from "../../rubric/settings";
import type { Localised } from "../../text/locale";
import { areAllZero, type Peers } from "../model/peers";

interface Comparison {
  /** The statistic of the group's values; NaN if no value can be compared with it. */
  readonly centre: (peers: Peers) => number;
  /** The function of Excel for it. */
  readonly native: string;
  readonly name: Localised;
}

export const CENTRES: Readonly<Record<"mean" | "median", Comparison>> = {
  mean: { centre: ({ mean }) => mean, native: "AVERAGE", name: { en: "mean", "zh-CN": "均值" } },
  median: { centre: ({ median }) => median, native: "MEDIAN", name: { en: "median", "zh-CN": "中位数" } },
};

export const statisticOf = ({ settings }: { readonly settings?: MethodSettings | undefined }): PeerStatistic =>
  settings?.peerStatistic ?? "mean";

/**
 * Deviation from the centre as a fraction of the centre, or the place among the peers. There is no fraction of 0: with such a centre
 * the deviation is 0 where all values are equal, else NaN.
 */
export function comparedWith(statistic: PeerStatistic, peers: Peers, value: number): number {
  if (statistic === "percentile") return peers.percentile(value);
  const centre = CENTRES[statistic].centre(peers);
  return centre === 0 ? deviationFromZero(peers, value) : (value - centre) / Math.abs(centre);
}

/** The deviation from a centre of 0. */
export const deviationFromZero = (peers: Peers, value: number): number => (value === 0 && areAllZero(peers) ? 0 : NaN);

const nativeAllZero = (peers: string): string => `MIN(${peers})=0,MAX(${peers})=0`;

/** Whether nobody in a group can be compared, as a condition of a formula: it is too small, or differs around a centre of 0. */
export function nativeIncomparable(statistic: PeerStatistic, minimumGroup: number, peers: string): string {
  const tooFew = `COUNT(${peers})<${minimumGroup}`;
  if (statistic === "percentile") return tooFew;
  const centre = `${CENTRES[statistic].native}(${peers})`;
  return `IF(${tooFew},TRUE,IF(COUNT(${peers})=0,FALSE,AND(${centre}=0,NOT(AND(${nativeAllZero(peers)})))))`;
}

/** `comparedWith` as a formula of Excel 2016; text and blanks among the peers do not count. */
export function nativePlace(statistic: PeerStatistic, value: string, peers: string): string {
  if (statistic === "percentile")
    return `MIN(1,(SUMPRODUCT(ISNUMBER(${peers})*(${peers}<${value}))+MAX(0,SUMPRODUCT(ISNUMBER(${peers})*(${peers}=${value}))-1)/2)/(COUNT(${peers})-1))`;
  const centre = `${CENTRES[statistic].native}(${peers})`;
  const allZero = `AND(${nativeAllZero(peers)},${value}=0)`;
  return `IF(${centre}=0,IF(${allZero},0,NA()),(${value}-${centre})/ABS(${centre}))`;
}
