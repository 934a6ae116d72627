import { randomBytes } from "node:crypto";
import { open, readFile, realpath, rename, stat, unlink } from "node:fs/promises";
import path from "node:path";
import type { RangeFormat } from "../core/plan/plan";
import { readCsv } from "../csv/read-csv";
import { newXlsx, openXlsx, type XlsxPackage } from "../xlsx";
import type { Console } from "./define";
import { nodeCodec } from "./node-codec";
import { UsageError } from "./usage-error";

/** Plain words for the system's errors about a file. */
const REASONS: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  ENOENT: ["there is no such file or folder", "文件或文件夹不存在"],
  EISDIR: ["it is a folder", "这是一个文件夹"],
  ENOTDIR: ["a part of its path is no folder", "路径中有一部分不是文件夹"],
  EACCES: ["access is denied", "没有访问权限"],
  EPERM: ["access is denied", "没有访问权限"],
  EROFS: ["the disk is read-only", "磁盘为只读"],
  EBUSY: ["another program, perhaps Excel, has it open", "文件正被其他程序（可能是 Excel）占用"],
  ENOSPC: ["the disk is full", "磁盘已满"],
  EIO: ["the disk or network drive does not keep what is written", "磁盘或网络驱动器未能正确保存内容"],
  ERR_FS_FILE_TOO_LARGE: ["it is larger than 2 GB", "文件大于 2 GB"],
  ENAMETOOLONG: ["its name is too long", "名称过长"],
};

function fileError(action: readonly [string, string], file: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (code === undefined) return error;
  const [en, zh] = REASONS[code] ?? [`the system says ${code}`, `系统提示 ${code}`];
  return new UsageError(`${file} cannot be ${action[0]}: ${en}.`, `无法${action[1]} ${file}：${zh}。`);
}

/** The folder of a file. Messages name the file as typed. */
type Place = Pick<Console, "folder">;

const placeOf = (file: string, { folder }: Place): string => (folder === undefined ? file : path.resolve(folder, file));

/** The name of a file without its folder, which may state a period. */
export const baseName = (file: string): string => path.basename(file);

export async function openBook(file: string, place: Place): Promise<XlsxPackage> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(placeOf(file, place));
  } catch (error) {
    throw fileError(["read", "读取"], file, error);
  }
  return CSV.test(file) ? csvBook(file, bytes) : openXlsx(bytes, nodeCodec);
}

const CSV = /\.(csv|tsv|txt)$/i;

/** The longest name of a sheet, and signs that it cannot hold. */
const MOST_NAME = 31;
const NO_NAME = /[\\/?*[\]:]/g;

/** A file of delimited text as a workbook of one sheet. */
function csvBook(file: string, bytes: Uint8Array): XlsxPackage {
  const rows = readCsv(bytes);
  if (!rows) {
    throw new UsageError(
      `${file} cannot be read: it is no text in UTF-8, UTF-16 or GB18030, or it is empty.`,
      `无法读取 ${file}：它不是 UTF-8、UTF-16 或 GB18030 编码的文本，或内容为空。`,
    );
  }
  const book = newXlsx(nodeCodec);
  book.addSheet({
    name:
      path
        .basename(file)
        .replace(CSV, "")
        .replace(NO_NAME, " ")
        .replace(/^'+|'+$/g, "")
        .slice(0, MOST_NAME)
        .trim() || "Data",
    rows: rows.map((row) => row.map(({ value }) => value ?? null)),
    columnWidths: [],
    freeze: { rows: 0, columns: 0 },
    formats: formatsOf(rows),
    highlights: [],
    print: { orientation: "landscape", titleRows: 0 },
  });
  return book;
}

/** Number formats by stretches of a column. */
function formatsOf(rows: NonNullable<ReturnType<typeof readCsv>>): RangeFormat[] {
  const formats: RangeFormat[] = [];
  const width = rows[0]?.length ?? 0;
  for (let column = 0; column < width; column += 1) {
    for (let row = 0; row < rows.length;) {
      const { format: numberFormat } = rows[row]![column]!;
      let end = row + 1;
      while (end < rows.length && rows[end]![column]!.format === numberFormat) end += 1;
      if (numberFormat !== "General")
        formats.push({ range: { row, column, rows: end - row, columns: 1 }, numberFormat });
      row = end;
    }
  }
  return formats;
}

/** Reads a text file, or standard input for `-`: UTF-8, UTF-16 with its mark, or the encoding of older Chinese programs. */
export async function readText(file: string, place: Pick<Console, "folder" | "input">): Promise<string> {
  if (file === "-" && place.input !== undefined) return place.input;
  let bytes: Uint8Array;
  try {
    bytes = file === "-" ? await standardInput() : await readFile(placeOf(file, place));
  } catch (error) {
    throw fileError(["read", "读取"], file, error);
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

async function standardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Buffer));
  return Buffer.concat(chunks);
}

const WORKBOOK = /\.(xlsx|xlsm|xltm|xltx)$/i;

/** Refuses a bad target before any work, as far as it can be known. */
export async function checkTarget(book: string, out: string, place: Place): Promise<void> {
  const kind = WORKBOOK.exec(book)?.[0].toLowerCase() ?? ".xlsx";
  if (!out.toLowerCase().endsWith(kind)) {
    // The content decides the kind of workbook. Excel opens no file whose name states another kind.
    throw new UsageError(
      `The name after --out must end in ${kind}, as that of the workbook does.`,
      `--out 的文件名须与工作簿一样以 ${kind} 结尾。`,
    );
  }
  try {
    const file = placeOf(out, place);
    const folder = await stat(path.dirname(file));
    if (!folder.isDirectory()) throw Object.assign(new Error(), { code: "ENOTDIR" });
    const target = await stat(file).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return undefined;
      throw error;
    });
    if (target && !target.isFile()) throw Object.assign(new Error(), { code: "EISDIR" });
  } catch (error) {
    throw fileError(["written", "写入"], out, error);
  }
}

export async function exists(file: string, place: Place): Promise<boolean> {
  return stat(placeOf(file, place)).then(
    () => true,
    () => false,
  );
}

/** A disk can be full or fail without a word until the content is on it. So the draft is brought there and read again. */
async function writeDraft(draft: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(draft, "wx");
  try {
    await handle.writeFile(bytes);
    await handle.sync().catch((error: NodeJS.ErrnoException) => {
      // Some network drives know no such request.
      if (error.code !== "EINVAL" && error.code !== "ENOSYS" && error.code !== "ENOTSUP") throw error;
    });
  } finally {
    await handle.close();
  }
  if ((await readFile(draft)).compare(bytes) !== 0) throw Object.assign(new Error(), { code: "EIO" });
}

/** Writes beside the target and renames, so that no program ever reads half a workbook. */
export async function writeBook(out: string, bytes: Uint8Array, place: Place): Promise<void> {
  try {
    // A link stays a link to the written file.
    const file = placeOf(out, place);
    const target = await realpath(file).catch(() => file);
    const draft = path.join(path.dirname(target), `.qa-scorecard-${randomBytes(6).toString("hex")}.tmp`);
    try {
      await writeDraft(draft, bytes);
      await rename(draft, target);
    } catch (error) {
      await unlink(draft).catch((failure: NodeJS.ErrnoException) => {
        if (failure.code !== "ENOENT") throw failure;
      });
      throw error;
    }
  } catch (error) {
    throw fileError(["written", "写入"], out, error);
  }
}
