/** A text with folded width and case, and the original place of each character. */
export interface FoldedText {
  readonly original: string;
  readonly text: string;
  /** Start of each character of `text` in the original, and one more entry for the end. */
  readonly starts: readonly number[];
  /** End of each character of `text` in the original. */
  readonly ends: readonly number[];
}

const FOLDED_CONTROLS: Readonly<Record<string, string>> = { "\r": "\n", "\f": "\n", "\v": "\n", "\t": " " };
const FULL_WIDTH_DIGIT = /[０-９]/;
const ENUMERATOR = /[①-⒛⓪-⓿❶-➓㈠-㈩㊀-㊉]/;
const DASHES = /[‐‑‒–—―−－﹣]/;
const TILDES = /[～〜∼˜]/;

/** Traditional characters of policies and the simplified ones, at the same places. */
const TRADITIONAL =
  "達過數項點時間務標準滿無發現記錄處員級優較給為從開與應週個單類統計據獎勵罰減額錯誤線業績組別質評價課題輔導資訊電話詢復響轉佔並約絡違規範遲離職訓練測試驗確執條後內總體門戶網產說語態寫備註實際僅須將於對進這樣書請屆續斷歷維護況結報顯節協調動靜還來該證號碼簽聽譯讀險費賬賞負責賣買訂購東車場館變檢審權側萬億兩雙區餘層決沒帶辦檔淨隊關閉補長啟聯繫臺獲觸鐘鍾頭";
const SIMPLIFIED =
  "达过数项点时间务标准满无发现记录处员级优较给为从开与应周个单类统计据奖励罚减额错误线业绩组别质评价课题辅导资讯电话询复响转占并约络违规范迟离职训练测试验确执条后内总体门户网产说语态写备注实际仅须将于对进这样书请届续断历维护况结报显节协调动静还来该证号码签听译读险费账赏负责卖买订购东车场馆变检审权侧万亿两双区余层决没带办档净队关闭补长启联系台获触钟钟头";
const SIMPLE: ReadonlyMap<string, string> = new Map([...TRADITIONAL].map((each, k) => [each, SIMPLIFIED[k]!]));

/** Replaces the number of a list item, such as a circled 1, which is no number of the rule. */
export const BULLET = "\u2022";
const UNREADABLE = "\uFFFD";

/**
 * Folds a text character by character, so that every position has its original place. A superscript or a fraction would
 * fold to plain digits, a number that the text does not contain. It becomes a character that no rule knows.
 */
export function fold(original: string): FoldedText {
  let text = "";
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  let spaceBefore = false;
  for (const character of original) {
    // Consecutive spaces count as one, so that the lexicon finds a phrase of several words in any spacing.
    const folded = foldCharacter(character);
    if (folded === " " && spaceBefore) {
      at += character.length;
      continue;
    }
    spaceBefore = folded === " ";
    for (let k = 0; k < folded.length; k += 1) {
      starts.push(at);
      ends.push(at + character.length);
    }
    text += folded;
    at += character.length;
  }
  starts.push(at);
  return { original, text, starts, ends };
}

function foldCharacter(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x80) return FOLDED_CONTROLS[character] ?? lower(character);
  if (code >= 0x4e00 && code <= 0x9fff) return SIMPLE.get(character) ?? character;
  if (ENUMERATOR.test(character)) return BULLET;
  if (DASHES.test(character)) return "-";
  if (TILDES.test(character)) return "~";
  const folded = character.normalize("NFKC");
  if (/[0-9]/.test(folded) && !FULL_WIDTH_DIGIT.test(character)) return UNREADABLE;
  return lower(folded);
}

/** Lower case, unless it changes the number of characters. */
function lower(text: string): string {
  const result = text.toLowerCase();
  return result.length === text.length ? result : text;
}
