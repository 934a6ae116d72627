import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import type * as Files from "node:fs/promises";
import path from "node:path";
import { openXlsx, SIGNATURE_ENDED } from "../../../src/xlsx";
import type * as Sound from "../../../src/xlsx/sound";
import { unsound } from "../../../src/xlsx/refusal";
import { command, smallMetrics, SMALL_RUBRIC, workbookOf, workFolder } from "../../support/command";
import { partsOf, partText, signedWorkbook } from "../../support/xlsx";

/** Nothing is replaced before what replaces it is known to be whole. */

const faults: { check?: () => never; disk?: (handle: Files.FileHandle) => Files.FileHandle } = {};
afterEach(() => {
  delete faults.check;
  delete faults.disk;
});

jest.mock("../../../src/xlsx/sound", () => {
  const real = jest.requireActual<typeof Sound>("../../../src/xlsx/sound");
  return {
    ...real,
    soundFile: (...args: Parameters<typeof Sound.soundFile>) => faults.check?.() ?? real.soundFile(...args),
  };
});

jest.mock("node:fs/promises", () => {
  const real = jest.requireActual<typeof Files>("node:fs/promises");
  const open = async (...args: Parameters<typeof Files.open>) => {
    const handle = await real.open(...args);
    return faults.disk?.(handle) ?? handle;
  };
  return { ...real, open };
});

const folder = workFolder();
afterAll(folder.remove);

const BOOK = workbookOf({ Rubric: SMALL_RUBRIC, Metrics: smallMetrics(["1", "Ann", 0.5]) });
const EARLIER = "what was there before";
const out = folder.file("out.xlsx");

async function score(bytes: Uint8Array, ...more: readonly string[]) {
  const file = folder.file("book.xlsx");
  writeFileSync(file, bytes);
  writeFileSync(out, EARLIER);
  return command(["score", file, "--out", out, ...more]);
}

/** A handle that does something else for one of its methods. */
const handleWith =
  (method: "writeFile" | "sync", act: (handle: Files.FileHandle, content?: Uint8Array) => Promise<void>) =>
  (handle: Files.FileHandle) =>
    new Proxy(handle, {
      get(target, name) {
        if (name === method) return (content?: Uint8Array) => act(target, content);
        const value = Reflect.get(target, name, target) as unknown;
        return typeof value === "function" ? (value.bind(target) as unknown) : value;
      },
    });

const failing = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }));

const refuse = (): never => {
  throw unsound("sheet2.xml has no content type.", "sheet2.xml 没有内容类型。");
};

test.each<[title: string, plant: () => void, lang: string, words: readonly string[]]>([
  [
    "a file that does not pass its check",
    () => void (faults.check = refuse),
    "en",
    ["did not pass its check", "sheet2.xml has no content type."],
  ],
  [
    "a file that does not pass its check",
    () => void (faults.check = refuse),
    "zh-CN",
    ["未通过检查", "sheet2.xml 没有内容类型。"],
  ],
  [
    "a disk that loses a byte",
    () => void (faults.disk = handleWith("writeFile", (handle, content) => handle.writeFile(content!.subarray(1)))),
    "en",
    ["the disk or network drive does not keep what is written"],
  ],
  [
    "a disk that changes a byte",
    () =>
      void (faults.disk = handleWith("writeFile", (handle, content) =>
        handle.writeFile(content!.map((byte, at) => (at === 100 ? byte ^ 1 : byte))),
      )),
    "zh-CN",
    ["磁盘或网络驱动器未能正确保存内容"],
  ],
  [
    "a disk that fills up late",
    () => void (faults.disk = handleWith("sync", failing("ENOSPC"))),
    "en",
    ["the disk is full"],
  ],
  [
    "a disk that fails late",
    () => void (faults.disk = handleWith("sync", failing("EIO"))),
    "en",
    ["does not keep what is written"],
  ],
])("%s replaces nothing, leaves no draft, and is told without a trace", async (_title, plant, lang, words) => {
  plant();
  const { status, out: said, err } = await score(BOOK, "--lang", lang);
  expect([status, said]).toEqual([2, ""]);
  for (const word of words) expect(err).toContain(word);
  expect(err).not.toMatch(/\n\s+at /);
  expect(readFileSync(out, "utf8")).toBe(EARLIER);
  expect(readdirSync(path.dirname(out)).sort()).toEqual(["book.xlsx", "out.xlsx"]);
});

test.each(["EINVAL", "ENOTSUP", "ENOSYS"])(
  "a drive that cannot be asked to keep a file (%s) is read again all the same",
  async (code) => {
    faults.disk = handleWith("sync", failing(code));
    expect(await score(BOOK)).toMatchObject({ status: 0 });
    expect(openXlsx(readFileSync(out)).sheetNames()).toContain("Evaluation 2026-10");
  },
);

describe("a signed workbook", () => {
  test.each(["en", "zh-CN"] as const)(
    "is scored, and its owner is told in %s that the signature ends",
    async (lang) => {
      const { status, out: said } = await score(signedWorkbook(BOOK), "--lang", lang);
      expect(status).toBe(0);
      expect(said).toContain(SIGNATURE_ENDED[lang]);
      const written = readFileSync(out);
      expect(Object.keys(partsOf(written)).filter((name) => /signatures/.test(name))).toEqual([]);
      expect(partText(written, "[Content_Types].xml")).not.toContain("sig1.xml");
      expect(partText(written, "_rels/.rels")).not.toContain("digital-signature");
      expect(openXlsx(written).isSigned).toBe(false);
    },
  );

  test("a document says so as well; one of a plain workbook does not", async () => {
    const documentOf = async (bytes: Uint8Array) => JSON.parse((await score(bytes, "--json")).out) as object;
    expect(await documentOf(signedWorkbook(BOOK))).toMatchObject({ signatureEnded: true });
    expect(await documentOf(BOOK)).not.toHaveProperty("signatureEnded");
  });

  test("keeps its signature as long as nothing is changed", () => {
    const book = openXlsx(signedWorkbook(BOOK));
    expect(book.isSigned).toBe(true);
    expect(partsOf(book.save())).toEqual(partsOf(signedWorkbook(BOOK)));
    book.setChoice("a", "b");
    expect(book.isSigned).toBe(false);
  });

  test("keeps the file and says nothing of it if it cannot be scored", async () => {
    const [headers = [], row = []] = SMALL_RUBRIC;
    const faulty = workbookOf({
      Rubric: [headers, row.map((cell) => (cell === 100 ? "many" : cell))],
      Metrics: smallMetrics(["1", "Ann", 0.5]),
    });
    const { status, out: said } = await score(signedWorkbook(faulty));
    expect(status).toBe(1);
    expect(said).not.toContain(SIGNATURE_ENDED.en);
    expect(existsSync(out) && readFileSync(out, "utf8")).toBe(EARLIER);
  });
});
