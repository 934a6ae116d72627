import { SaxesParser } from "saxes";
import { WorkbookFailure } from "../workbook/failure";
import { reachableParts } from "./gone";
import { CONTENT_TYPES, contentTypeOf, doubleContentTypes, relationshipsOf, relationshipsPart } from "./opc";
import { partKey, streamText, type Parts } from "./parts";
import { unsound } from "./refusal";
import type { ReadContext } from "./sheet-read";
import { scanSheet } from "./sheet-scan";
import { tablesOfSheet } from "./tables";
import { readWorkbook } from "./workbook-part";
import { broken } from "./xml";
import { readZip, writeZip, type ZipEntry } from "./zip";

/**
 * The file of a package, checked before it leaves. The archive is read again; unchanged parts must be the same bytes, changed ones are
 * unpacked and read; relationships, content types and tables must be complete. Faults that the opened file had are not ours to refuse.
 *
 * @throws WorkbookFailure("unsound")
 */
export function soundFile(parts: Parts, opened: Parts, context: () => ReadContext): Uint8Array {
  try {
    const bytes = writeZip(parts.entries());
    const changed = checkArchive(bytes, parts, opened);
    const isChanged = new Set(changed.map(({ name }) => partKey(name)));
    const sheets = new Set(readWorkbook(parts).sheets.map(({ part }) => partKey(part)));
    for (const entry of changed) if (!sheets.has(partKey(entry.name))) checkXml(entry, opened);
    for (const part of sheets) {
      const isConcerned = [part, relationshipsPart(part)].some((name) => isChanged.has(name));
      if (isConcerned) checkSheet(parts.get(part), parts, opened, context());
    }
    checkRelationships(parts, opened);
    checkContentTypes(parts, opened);
    checkTables(parts, opened);
    return bytes;
  } catch (error) {
    if (!(error instanceof WorkbookFailure) || error.kind !== "unreadable") throw error;
    throw unsound(error.details.en, error.details["zh-CN"], { cause: error });
  }
}

/** Reads the archive again and returns its changed entries. */
function checkArchive(bytes: Uint8Array, parts: Parts, opened: Parts): ZipEntry[] {
  const wanted = parts.entries();
  const written = readZip(bytes, wanted[0]?.codec);
  if (written.length !== wanted.length) throw unsound("The archive lacks parts.", "压缩包缺少部件。");
  const old = new Set(opened.entries());
  return written.flatMap((entry, at) => {
    const own = wanted[at]!;
    const isSame = entry.name === own.name && entry.size === own.size && entry.crc === own.crc >>> 0;
    if (!isSame || !sameBytes(entry.packed, own.packed)) {
      throw unsound(`${own.name} was not written as it is.`, `${own.name} 写入后与原内容不符。`);
    }
    return old.has(own) ? [] : [entry];
  });
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return true;
}

/** A fault that a part had when it was opened stays with it. */
function unlessBefore<T>(read: (part: ZipEntry) => T, entry: ZipEntry, before: ZipEntry | undefined): T | undefined {
  try {
    return read(entry);
  } catch (error) {
    if (before === undefined || !isBroken(read, before)) throw error;
    return undefined;
  }
}

function isBroken(read: (part: ZipEntry) => unknown, entry: ZipEntry): boolean {
  try {
    read(entry);
    return false;
  } catch {
    return true;
  }
}

const checkXml = (entry: ZipEntry, opened: Parts): void => unlessBefore(readXml, entry, opened.find(entry.name));

/** Unpacking checks size and checksum, parsing that the part is well-formed and all prefixes are declared. */
function readXml(entry: ZipEntry): void {
  const parser = new SaxesParser({ position: false, xmlns: true });
  parser.on("error", (error) => {
    throw broken(entry.name, error);
  });
  streamText(entry, (text) => parser.write(text));
  parser.close();
}

/** Places of a sheet that lead elsewhere. */
interface Links {
  /** Relationships by the names of their elements, such as `tablePart rId1`. */
  readonly ids: ReadonlyMap<string, string>;
  /** The last look in use. */
  readonly look: number;
}

function readLinks(entry: ZipEntry, context: ReadContext): Links {
  const ids = new Map<string, string>();
  let look = 0;
  scanSheet(entry, context, {
    skims: true,
    cell(_row, _column, _value, style) {
      if (style > look) look = style;
    },
    element(local, attributes) {
      for (const name in attributes)
        if (name.endsWith(":id")) ids.set(`${local} ${attributes[name]!}`, attributes[name]!);
    },
  });
  return { ids, look };
}

/** Reads all cells. Looks, and elements such as tables and drawings, must lead somewhere. */
function checkSheet(entry: ZipEntry, parts: Parts, opened: Parts, context: ReadContext): void {
  const read = (part: ZipEntry): Links => readLinks(part, context);
  const before = opened.find(entry.name);
  const links = unlessBefore(read, entry, before);
  if (!links) return;
  const looks = Math.max(1, context.styles?.cells.length ?? 0);
  const lost = lostLinks(links, parts, entry.name);
  if (lost.length === 0 && links.look < looks) return;
  const old = before && read(before);
  const lostBefore = old ? lostLinks(old, opened, entry.name) : [];
  const [own] = lost.filter((element) => !lostBefore.includes(element));
  if (own !== undefined) {
    throw unsound(`${own} of ${entry.name} leads nowhere.`, `${entry.name} 中的 ${own} 没有对应的部件。`);
  }
  if (links.look >= looks && links.look !== old?.look) {
    throw unsound(
      `A cell of ${entry.name} has no look ${links.look}.`,
      `${entry.name} 中有单元格引用了不存在的样式 ${links.look}。`,
    );
  }
}

function lostLinks({ ids }: Links, parts: Parts, sheet: string): string[] {
  const known = new Set(relationshipsOf(parts, sheet).map(({ id }) => id));
  return [...ids].filter(([, id]) => !known.has(id)).map(([element]) => element);
}

/** Relationships of the package that lead to a part that is not there, and those whose ID stands twice. */
function brokenRelationships(parts: Parts): Set<string> {
  const found = new Set<string>();
  for (const source of ["", ...reachableParts(parts)]) {
    const ids = new Set<string>();
    for (const { id, target, external } of relationshipsOf(parts, source)) {
      if (ids.has(id) || (!external && !parts.has(target))) found.add(`${id} of ${relationshipsPart(source)}`);
      ids.add(id);
    }
  }
  return found;
}

function checkRelationships(parts: Parts, opened: Parts): void {
  const before = brokenRelationships(opened);
  for (const each of brokenRelationships(parts)) {
    if (!before.has(each)) throw unsound(`The relationship ${each} leads nowhere.`, `关系 ${each} 没有对应的部件。`);
  }
  const reached = new Set([...reachableParts(parts)].map(partKey));
  for (const { name } of parts.entries()) {
    const isOwn = !name.endsWith(".rels") && !opened.has(name) && name !== CONTENT_TYPES;
    if (isOwn && !reached.has(partKey(name))) throw unsound(`Nothing leads to ${name}.`, `没有任何部件引用 ${name}。`);
  }
}

/** The type of all XML of which nothing is known. No part of ours has it. */
const ANY_XML = "application/xml";

function checkContentTypes(parts: Parts, opened: Parts): void {
  for (const { name } of parts.entries()) {
    if (name === CONTENT_TYPES) continue;
    const type = contentTypeOf(parts, name);
    const isRight = (type !== "" && type !== ANY_XML) || (opened.has(name) && type === contentTypeOf(opened, name));
    if (!isRight) throw unsound(`${name} has no content type.`, `${name} 没有内容类型。`);
  }
  const before = new Set(doubleContentTypes(opened));
  for (const name of doubleContentTypes(parts)) {
    if (!before.has(name)) throw unsound(`${name} has two content types.`, `${name} 有两个内容类型。`);
  }
}

/** Names and numbers of tables are unique, and their ranges fit their columns (`tablesOfSheet` refuses others). */
function checkTables(parts: Parts, opened: Parts): void {
  const labels = (from: Parts): string[] =>
    readWorkbook(from)
      .sheets.flatMap((sheet) => tablesOfSheet(from, sheet))
      .flatMap(({ id, name }) => [`number ${id}`, `name ${name.toLowerCase()}`]);
  const twice = repeated(labels(parts));
  if (twice.size === 0) return;
  const before = repeated(labels(opened));
  for (const each of twice) {
    if (!before.has(each)) throw unsound(`Two tables have the ${each}.`, `有两个表格使用相同的 ${each}。`);
  }
}

function repeated(names: readonly string[]): Set<string> {
  const seen = new Set<string>();
  return new Set(names.filter((name) => seen.has(name) || !seen.add(name)));
}
