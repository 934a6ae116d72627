import type { Codec } from "./codec";
import { XML_HEAD } from "./opc";
import { Parts } from "./parts";
import { unreadable } from "./refusal";
import { MAIN, readWorkbook } from "./workbook-part";
import { readZip } from "./zip";

const OLE_HEAD = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP_HEAD = [0x50, 0x4b];
/** Name of the stream in a workbook with a password. OLE files write names in UTF-16. */
const ENCRYPTED_STREAM = [..."EncryptedPackage"].flatMap((letter) => [letter.charCodeAt(0), 0]);

/** Opens the archive and makes sure that it is a workbook. Everything else is read on demand. */
export function openParts(bytes: Uint8Array, codec: Codec): Parts {
  refuseOtherKinds(bytes);
  const parts = new Parts(readZip(bytes, codec), codec);
  refuseOtherPackages(parts);
  readWorkbook(parts);
  return parts;
}

function refuseOtherKinds(bytes: Uint8Array): void {
  const fail = (en: string, zh: string): never => {
    throw unreadable(en, zh);
  };
  if (bytes.length === 0) fail("The file is empty.", "文件为空。");
  if (startsWith(bytes, OLE_HEAD)) {
    if (holds(bytes, ENCRYPTED_STREAM))
      fail("The workbook is protected with a password. Save it without one.", "工作簿设有打开密码。请取消密码后另存。");
    fail(
      "The file is a workbook of Excel 97-2003 (.xls) or another old Office file. Save it as .xlsx.",
      "这是 Excel 97-2003 工作簿（.xls）或其他旧版 Office 文件。请另存为 .xlsx。",
    );
  }
  if (startsWith(bytes, ZIP_HEAD)) return;
  const head = new TextDecoder().decode(bytes.subarray(0, 400));
  if (/^\s*(<!doctype html|<html|<\?xml)/i.test(head))
    fail("The file is a web page or XML, not an .xlsx workbook.", "这是网页或 XML 文件，不是 .xlsx 工作簿。");
  // eslint-disable-next-line no-control-regex
  if (!/[\u0000-\u0008\ufffd]/.test(head))
    fail(
      "The file is plain text, such as CSV. Open it in Excel and save it as .xlsx.",
      "这是纯文本文件（如 CSV）。请在 Excel 中打开并另存为 .xlsx。",
    );
  fail("The file is no .xlsx workbook.", "该文件不是 .xlsx 工作簿。");
}

function refuseOtherPackages(parts: Parts): void {
  if (parts.has("[Content_Types].xml")) return;
  if (parts.has("META-INF/manifest.xml")) {
    throw unreadable("The file is an OpenDocument file. Save it as .xlsx.", "这是 OpenDocument 文件。请另存为 .xlsx。");
  }
  throw unreadable("The archive is no Office file.", "该压缩包不是 Office 文件。");
}

function startsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, index) => bytes[index] === byte);
}

function holds(bytes: Uint8Array, wanted: readonly number[]): boolean {
  const first = wanted[0]!;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

/** A workbook without sheets. Excel opens it once a sheet is added. */
export function emptyParts(codec: Codec): Parts {
  const files: Readonly<Record<string, string>> = {
    "[Content_Types].xml":
      `${XML_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `<Default Extension="xml" ContentType="application/xml"/>` +
      `<Override PartName="/xl/workbook.xml" ContentType="${WORKBOOK_TYPE}"/></Types>`,
    "_rels/.rels":
      `${XML_HEAD}<Relationships xmlns="${RELATIONSHIPS}">` +
      `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml":
      `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews>` +
      "<sheets></sheets></workbook>",
  };
  const parts = new Parts([], codec);
  for (const [name, text] of Object.entries(files)) parts.set(name, text);
  return parts;
}
