import { oncePer } from "../core/text/once-per";
import { SaxesParser } from "saxes";
import { broken, splitName, unescapeCellText } from "./xml";
import { streamText } from "./parts";
import type { ZipEntry } from "./zip";

/** Texts of the shared string part. Runs of rich text are joined. Phonetic runs, which tell how to read a text aloud, are left out. */
export const sharedStrings = oncePer((entry: ZipEntry): readonly string[] => {
  const strings: string[] = [];
  let current: string | undefined;
  let phonetic = 0;
  let inText = false;
  let prefix = "";
  const parser = new SaxesParser({ position: false });
  parser.on("error", (error) => {
    throw broken(entry.name, error);
  });
  parser.on("opentag", (tag) => {
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
    const [own, local] = splitName(tag.name);
    if (own !== prefix) return;
    if (local === "t") inText = false;
    else if (local === "rPh") phonetic--;
    else if (local === "si") {
      strings.push(unescapeCellText(current ?? ""));
      current = undefined;
    }
  });
  streamText(entry, (text) => parser.write(text));
  parser.close();
  return strings;
});
