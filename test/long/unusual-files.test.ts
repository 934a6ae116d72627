import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { SaxesParser } from "saxes";
import { command, workFolder } from "../support/command";
import { packageOf, partsOf, partText, signedWorkbook } from "../support/xlsx";
import { withWideEnd } from "../support/zip64";

/** A template's workbook, changed in one way as other programs leave files: the command scores it, and scores what it wrote, or refuses. */

const folder = workFolder();
afterAll(folder.remove);

let template: Uint8Array;
beforeAll(async () => {
  const file = folder.file("t7.xlsx");
  await command(["template", "T7", "--mended", "--out", file]);
  template = new Uint8Array(readFileSync(file));
});

const TYPES = "[Content_Types].xml";
const BOOK = "xl/workbook.xml";
const BOOK_RELS = "xl/_rels/workbook.xml.rels";
const STYLES = "xl/styles.xml";
const METRICS = "xl/worksheets/sheet4.xml";
const METRICS_TABLE = "xl/tables/table4.xml";

/** The workbook with other texts of some parts. A change that changes nothing would test nothing. */
function edited(edits: Readonly<Record<string, (text: string) => string>>): Uint8Array {
  const parts: Record<string, Uint8Array | string> = partsOf(template);
  for (const [name, edit] of Object.entries(edits)) {
    const before = partText(template, name);
    parts[name] = edit(before);
    if (parts[name] === before) throw new Error(`${name} is as it was`);
  }
  return packageOf(parts);
}

function renamed(old: string, name: string, edits: Readonly<Record<string, (text: string) => string>>): Uint8Array {
  const { [old]: part, [relationsOf(old)]: relations, ...others } = partsOf(edited(edits));
  return packageOf({ ...others, [name]: part!, [relationsOf(name)]: relations! });
}

const relationsOf = (part: string): string => part.replace(/([^/]*)$/, "_rels/$1.rels");

interface Scored {
  readonly status: number;
  /** What was said of the agents. */
  readonly said: string;
  readonly err: string;
  /** Undefined if nothing was written. */
  readonly written: Uint8Array | undefined;
}

let number = 0;

async function score(bytes: Uint8Array): Promise<Scored> {
  number += 1;
  const [book, out] = [folder.file(`book-${number}.xlsx`), folder.file(`out-${number}.xlsx`)];
  writeFileSync(book, bytes);
  const { status, out: said, err } = await command(["score", book, "--out", out]);
  const written = existsSync(out) ? new Uint8Array(readFileSync(out)) : undefined;
  return { status, said: said.replace(/Written: .*/, ""), err, written };
}

const cell = (text: string) => (sheet: string) => sheet.replace(/<c r="H2"[^>]*>.*?<\/c>/, text);
const withRest = (rest: string) => (xml: string) => xml.replace(/(<\/[^>]*>)\s*$/, `${rest}$1`);

const RELS = "application/vnd.openxmlformats-package.relationships+xml";
const WORKSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

/** What Excel would repair, or a signature that would not be valid; found without the code that wrote the package. */
function faultsOf(bytes: Uint8Array): string[] {
  const parts = partsOf(bytes);
  const types = partText(bytes, TYPES);
  const faults: string[] = [];
  for (const name of Object.keys(parts)) {
    const text = partText(bytes, name);
    const parser = new SaxesParser({ xmlns: true });
    parser.on("error", () => faults.push(`${name} is no XML`));
    if (/\.(xml|rels)$/.test(name)) parser.write(text).close();
    if (name === TYPES) continue;
    const own = types.split(`PartName="/${name.replace(/ /g, "%20")}"`).length - 1;
    const general = types.includes(`<Default Extension="${name.split(".").at(-1)!}"`);
    if (own > 1 || (own === 0 && !general)) faults.push(`${name} has ${own} types`);
    if (!name.endsWith(".rels")) continue;
    for (const [, target] of text.matchAll(/Target="([^"]*)"/g)) {
      const place = decodeURI(path.posix.join(path.posix.dirname(name), "..", target!));
      if (!(place in parts)) faults.push(`${name} leads to ${place}`);
    }
    if (text.includes("digital-signature")) faults.push(`${name} leads to a signature`);
  }
  return faults;
}

/** A file, and another one that has to score alike. */
const LEGAL: readonly [what: string, file: () => Uint8Array, like: () => Uint8Array][] = [
  ["the directory in 64 bits", () => withWideEnd(template), () => template],
  [
    "a type of a sheet that is gone",
    () => edited({ [TYPES]: withRest(`<Override PartName="/xl/worksheets/sheet5.xml" ContentType="${WORKSHEET}"/>`) }),
    () => template,
  ],
  [
    "a type for each part of relationships, and none in general",
    () => {
      const names = Object.keys(partsOf(template)).filter((name) => name.endsWith(".rels"));
      const own = names.map((name) => `<Override PartName="/${name}" ContentType="${RELS}"/>`).join("");
      return edited({ [TYPES]: (xml) => withRest(own)(xml.replace(/<Default Extension="rels"[^>]*>/, "")) });
    },
    () => template,
  ],
  [
    "a tab without a part",
    () =>
      edited({
        [BOOK]: (xml) =>
          xml.replace("</sheets>", '<sheet name="Module1" sheetId="90" state="veryHidden" r:id=""/></sheets>'),
      }),
    () => template,
  ],
  [
    "a blank in the name of a part",
    () =>
      renamed(METRICS, "xl/worksheets/my sheet.xml", {
        [BOOK_RELS]: (xml) => xml.replace("worksheets/sheet4.xml", "worksheets/my%20sheet.xml"),
        [TYPES]: (xml) => xml.replace("worksheets/sheet4.xml", "worksheets/my%20sheet.xml"),
      }),
    () => template,
  ],
  [
    "a table down to the end of the sheet",
    () => edited({ [METRICS_TABLE]: (xml) => xml.replace(/(ref="A1:[A-Z]+)\d+"/g, '$11048576"') }),
    () => template,
  ],
  ["a signature", () => signedWorkbook(template), () => template],
  [
    "a value of blanks",
    () => edited({ [METRICS]: cell('<c r="H2"><v> </v></c>') }),
    () => edited({ [METRICS]: cell('<c r="H2"/>') }),
  ],
  [
    "a number in JavaScript's spelling",
    () => edited({ [METRICS]: cell('<c r="H2"><v>0x4E</v></c>') }),
    () => edited({ [METRICS]: cell('<c r="H2" t="inlineStr"><is><t>0x4E</t></is></c>') }),
  ],
];

test.each(LEGAL)("%s: scored as it is meant, and so is what was written", async (_what, file, like) => {
  const [own, other] = [await score(file()), await score(like())];
  const plain = (said: string): string => said.replace(/The workbook was signed.*\n/, "");
  expect([own.status, own.err]).toEqual([0, ""]);
  expect(plain(own.said)).toBe(other.said);
  expect(faultsOf(own.written!)).toEqual([]);
  const [again, otherAgain] = [await score(own.written!), await score(other.written!)];
  expect([again.status, again.err]).toEqual([0, ""]);
  expect(again.said).toBe(otherAgain.said);
});

test.each<[string, (xml: string) => string]>([
  ["a root without content", (xml) => xml.replace(/^(.*<styleSheet[^>]*)>.*$/s, "$1/>")],
  ["an empty root", (xml) => xml.replace(/^(.*<styleSheet[^>]*>).*$/s, "$1</styleSheet>")],
])("styles of %s: scored, and so is what was written", async (_what, edit) => {
  // The looks of all cells went with the styles.
  const bare = (xml: string): string => xml.replace(/ (s|style|dxfId)="\d+"/g, "");
  const sheets = Object.keys(partsOf(template)).filter((name) => /worksheets\/sheet\d\.xml$/.test(name));
  const file = edited({ [STYLES]: edit, ...Object.fromEntries(sheets.map((name) => [name, bare])) });
  const { status, err, written } = await score(file);
  expect([status, err]).toEqual([0, ""]);
  expect(faultsOf(written!)).toEqual([]);
  expect(await score(written!)).toMatchObject({ status: 0, err: "" });
});

test.each<[what: string, file: () => Uint8Array, status: number, reason: RegExp]>([
  [
    "a table as large as its sheet",
    () => edited({ [METRICS_TABLE]: (xml) => xml.replace(/ref="A1:[A-Z]+\d+"/g, 'ref="A1:XFD1048576"') }),
    2,
    /Metrics lies at A1:XFD1048576, which is 16384 columns wide/,
  ],
  [
    "a formula that was never calculated",
    () => edited({ [METRICS]: cell('<c r="H2"><f>70+8</f><v></v></c>') }),
    1,
    /Metrics!H2 .*no result/,
  ],
  [
    "zeros in place of results",
    () =>
      edited({
        [METRICS]: (xml) =>
          xml.replace(/<c r="(H(?:[2-9]|\d\d))"[^>]*><v>[^<]*<\/v><\/c>/g, '<c r="$1"><f>1+1</f><v>0</v></c>'),
        [BOOK]: (xml) => xml.replace("</workbook>", '<calcPr fullCalcOnLoad="1"/></workbook>'),
      }),
    1,
    /Metrics!H2 .*asks for a full calculation/,
  ],
])("%s: refused in a sentence, and nothing is written", async (_what, file, wanted, reason) => {
  const { status, said, err, written } = await score(file());
  expect([status, written]).toEqual([wanted, undefined]);
  expect(said + err).toMatch(reason);
  expect(err).not.toMatch(/\n\s+at /);
});

test("the parts of a new workbook lead to each other as seen from themselves", () => {
  const names = Object.keys(partsOf(template)).filter((name) => name.endsWith(".rels"));
  const targets = names.flatMap((name) =>
    [...partText(template, name).matchAll(/Target="([^"]*)"/g)].map(([, target]) => target),
  );
  expect(targets).toContain("../tables/table1.xml");
  expect(targets.filter((target) => target!.startsWith("/"))).toEqual([]);
});
