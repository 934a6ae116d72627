import type { Localised } from "../text/locale";
import { plain } from "../text/plain";
import type { CommaReadings } from "./number-text";

/** What a number with a comma may mean, and how to write it. */
export function commaQuestion(text: string, { decimal, grouped }: CommaReadings): Localised {
  const [point, whole] = [plain(decimal), grouped === undefined ? "" : plain(grouped)];
  return grouped === undefined
    ? {
        en: `“${text}” has a decimal comma: write ${point}.`,
        "zh-CN": `“${text}”以逗号作小数点：请写成 ${point}。`,
      }
    : {
        en: `“${text}” may be ${point} or ${whole}: write it without the comma.`,
        "zh-CN": `“${text}”可能是 ${point}，也可能是 ${whole}：请去掉逗号重写。`,
      };
}
