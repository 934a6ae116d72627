import { cellText } from "../cell/cell";
import type { RawCell } from "../cell/cell";
import { foldHeader } from "./fold-header";

/** Words by which rows that hold no record, and metrics of contact centres, are known. */

const SUM =
  /^(?:(?:grand|sub|overall)?totals?|sum|averages?|avg|mean|median|overall|count|(?:team|group|overall|centre|center|site|department|dept|floor)(?:averages?|avg|totals?|mean)|(?:合计|总计|小计|共计|汇总|平均|平均值|平均分|均值|总平均|最高|最低|最大值|最小值|(?:团队|班组|小组|全员|全组|全体|部门|中心|本组)(?:平均|均值|合计|平均值)))(?:\(.*\))?$/u;
const PART_SUM = /(?:subtotal|小计|合计)$/u;
const AGENTS_SUM = /(?:subtotal|total|totals|average|avg|小计|合计|平均|均值|平均值)$/u;
const HEAD =
  /^(?:weights?|weightage|weighting|权重|权重%|分值|满分|标准分|targets?|goals?|目标|目标值|标准|max(?:score|points)?|maximum|units?|单位|minimum|min|底线|基准值|挑战值)$/u;

/** Whether a label is that of a totals or subtotals row. Names of indicators may begin with such words. */
export function isSum(raw: RawCell, ofAgents: boolean): boolean {
  const text = foldHeader(cellText(raw));
  return SUM.test(text) || (ofAgents ? AGENTS_SUM : PART_SUM).test(text);
}

/** Whether a label belongs to the header: a row of weights, targets or units. */
export const isHeadLabel = (raw: RawCell): boolean => HEAD.test(foldHeader(cellText(raw)));

const CENTRE =
  /csat|dsat|nps|^ces$|(?:^|[^a-z])aht|^acw|^asa$|^fcr|^fcr|firstcall|firstcontact|handletime|handlingtime|holdtime|aftercall|wrapup|adherence|occupancy|^qa(?:score|%)?|qualityscore|callquality|callshandled|calls|chats|contactshandled|callback|transferrate|escalation|slaanswer|满意度|处理时长|通话|接通|接听|接起|质检|一次解决|首次解决|首解|话务|来电|进线|呼入|呼出|外呼|工单|签入|置忙|静音|保持时长|应答|话后|回访|参评|转人工|会话量|录音|坐席|投诉率/u;

/** Whether a header is that of a metric that contact centres keep. */
export const isCentreMetric = (header: string): boolean => CENTRE.test(foldHeader(header));
