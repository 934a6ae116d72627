import { oncePer } from "../core/text/once-per";
import { SaxesParser } from "saxes";
import type { WorkbookFailure } from "../workbook/failure";
import { streamText } from "./parts";
import { oversized } from "./refusal";
import { broken, Silence, splitName, unescapeCellText } from "./xml";
import type { ZipEntry } from "./zip";

/** Larger collections of texts fill the memory. A million rows with a text of 250 letters each are as much. */
const MOST_STRING_BYTES = 2 ** 28;
const MOST_STRINGS = 10_000_000;

/** Texts of the shared string part. Runs of rich text are joined. Phonetic runs, which tell how to read a text aloud, are left out. */
export const sharedStrings = oncePer((entry: ZipEntry): readonly string[] => {
  if (entry.size > MOST_STRING_BYTES) throw tooMuchText(entry.name, entry.size);
  const strings: string[] = [];
  const silence = new Silence(entry.name);
  let current: string | undefined;
  let phonetic = 0;
  let inText = false;
  let prefix = "";
  const parser = new SaxesParser({ position: false });
  parser.on("error", (error) => {
    throw broken(entry.name, error);
  });
  parser.on("opentag", (tag) => {
    silence.break();
    const [own, local] = splitName(tag.name);
    if (local === "sst") prefix = own;
    if (own !== prefix) return;
    if (local === "si") current = "";
    else if (local === "rPh") phonetic++;
    else if (local === "t") inText = phonetic === 0 && current !== undefined;
  });
  const take = (text: string): void => {
    if (inText) current += text;
  };
  parser.on("text", take);
  parser.on("cdata", take);
  parser.on("closetag", (tag) => {
    silence.break();
    const [own, local] = splitName(tag.name);
    if (own !== prefix) return;
    if (local === "t") inText = false;
    else if (local === "rPh") phonetic--;
    else if (local === "si") {
      if (strings.push(unescapeCellText(current ?? "")) > MOST_STRINGS) throw tooMuchText(entry.name, entry.size);
      current = undefined;
    }
  });
  streamText(entry, (text) => silence.write(parser, text));
  parser.close();
  return strings;
});

/** Cells of one sheet with texts of their own hold no more, either. */
export const MOST_OWN_TEXT = MOST_STRING_BYTES;

export function tooMuchText(part: string, size: number): WorkbookFailure {
  const megabytes = Math.round(size / 1e6);
  return oversized(
    `${part} holds ${megabytes} MB of texts, more than can be read. Clear long texts that are not needed, or move them to another workbook.`,
    `${part} 含有 ${megabytes} MB 文本，超出可读取的范围。请清除不需要的长文本，或移到其他工作簿。`,
  );
}
