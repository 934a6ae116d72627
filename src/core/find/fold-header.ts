import { foldName } from "../cell/cell";

/** Traditional characters of headers and labels, each before its simplified form. */
const TRADITIONAL =
  "員员編编號号組组長长級级週周間间質质檢检評评項项標标準准維维權权滿满價价績绩現现數数據据類类別别稱称計计算算規规則则辦办說说明明備备註注發发時时處处單单會会話话錄录轉转責责務务應应達达實实際际完完個个總总彙汇獎奖懲惩節节開开關关業业態态團团隊队職职務务崗岗聯联係系線线電电訪访問问題题結结論论確确認认誤误錯错線线過过還还場场機机內内見见觀观覺觉讀读請请為为從从後后對对與与無无優优補补齊齐兌兑終终點点區区範范圍围極极統统體体專专門门類类產产測测試试訓训練练習习歷历調调層层資资識识歲岁額额額额幣币";

const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  Array.from({ length: TRADITIONAL.length / 2 }, (_, at) => [TRADITIONAL[2 * at]!, TRADITIONAL[2 * at + 1]!]),
);

const MARKS = /[._\-*:#'’、，。/\\|\s]/gu;

/** Folds a header for recognition: width, case, blanks, marks such as `Emp. ID*` and traditional characters do not matter. */
export function foldHeader(text: string): string {
  const plain = foldName(text).replace(MARKS, "");
  // eslint-disable-next-line no-control-regex
  return /^[\u0000-\u007f]*$/.test(plain) ? plain : Array.from(plain, (sign) => SIMPLIFIED.get(sign) ?? sign).join("");
}

/** Folds the name of a metric: `CSAT %` is `CSAT`. Other units change the meaning of figures, so they stay. */
export const foldMetric = (text: string): string =>
  foldHeader(text).replace(/(?:\(%\)|%|percent|pct)$/u, "") || foldHeader(text);
