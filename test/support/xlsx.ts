import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** Makes and reads packages with another zip library, not with the code under test. */

export function packageOf(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const entries = Object.entries(files).map(([name, content]): [string, Uint8Array] => [
    name,
    typeof content === "string" ? strToU8(content) : content,
  ]);
  return zipSync(Object.fromEntries(entries), { mtime: new Date(1980, 0, 1) });
}

/** Every part as bytes. */
export function partsOf(bytes: Uint8Array): Record<string, Uint8Array> {
  return unzipSync(bytes);
}

export function partText(bytes: Uint8Array, name: string): string {
  const part = partsOf(bytes)[name];
  if (!part) throw new Error(`There is no part ${name}; there are ${Object.keys(partsOf(bytes)).join(", ")}.`);
  return strFromU8(part);
}

/** Names of parts whose bytes differ, or that only one of the two packages has. */
export function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const [old, fresh] = [partsOf(before), partsOf(after)];
  const names = new Set([...Object.keys(old), ...Object.keys(fresh)]);
  return [...names]
    .filter((name) => Buffer.compare(old[name] ?? Buffer.of(0), fresh[name] ?? Buffer.of(1)) !== 0)
    .sort();
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const TYPES = "http://schemas.openxmlformats.org/package/2006/content-types";
const SHEET_ML = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';

const relations = (...lines: readonly string[]): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE_RELATIONS}">${lines.join("")}</Relationships>`;

const relation = (id: string, kind: string, target: string): string =>
  `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`;

/**
 * A workbook as Excel writes it, with much outside our model: a chart on a drawing, a comment, custom XML, a macro project, an unknown
 * part, a data validation, an extension, shared and array formulas, a calculation chain.
 */
export function foreignWorkbook(changes: Readonly<Record<string, string>> = {}): Uint8Array {
  return packageOf({
    "[Content_Types].xml":
      `${HEAD}<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      '<Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>' +
      '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${SHEET_ML}.sheet.main+xml"/>` +
      `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET_ML}.worksheet+xml"/>` +
      `<Override PartName="/xl/worksheets/sheet2.xml" ContentType="${SHEET_ML}.worksheet+xml"/>` +
      `<Override PartName="/xl/styles.xml" ContentType="${SHEET_ML}.styles+xml"/>` +
      `<Override PartName="/xl/sharedStrings.xml" ContentType="${SHEET_ML}.sharedStrings+xml"/>` +
      `<Override PartName="/xl/calcChain.xml" ContentType="${SHEET_ML}.calcChain+xml"/>` +
      `<Override PartName="/xl/comments1.xml" ContentType="${SHEET_ML}.comments+xml"/>` +
      `<Override PartName="/xl/tables/table1.xml" ContentType="${SHEET_ML}.table+xml"/>` +
      '<Override PartName="/xl/drawings/drawing1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/>' +
      '<Override PartName="/xl/charts/chart1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/></Types>',
    "_rels/.rels": relations(relation("rId1", "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml":
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr codeName="ThisWorkbook"/>` +
      '<bookViews><workbookView activeTab="1"/></bookViews><sheets><sheet name="Data" sheetId="3" r:id="rId1"/>' +
      '<sheet name="It\'s &amp; more" sheetId="7" state="hidden" r:id="rId2"/></sheets>' +
      '<definedNames><definedName name="Rate">Data!$B$2</definedName>' +
      "<definedName name=\"_xlnm.Print_Area\" localSheetId=\"1\">'It''s &amp; more'!$A$1:$B$2</definedName></definedNames>" +
      '<calcPr calcId="191029"/><extLst><ext uri="{00}" xmlns:x15="urn:x15"><x15:thing sheet="1"/></ext></extLst></workbook>',
    "xl/_rels/workbook.xml.rels": relations(
      relation("rId1", "worksheet", "worksheets/sheet1.xml"),
      relation("rId2", "worksheet", "/xl/worksheets/sheet2.xml"),
      relation("rId3", "styles", "styles.xml"),
      relation("rId4", "sharedStrings", "sharedStrings.xml"),
      relation("rId5", "calcChain", "calcChain.xml"),
      '<Relationship Id="rId6" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>',
      relation("rId7", "customXml", "../customXml/item1.xml"),
    ),
    "xl/worksheets/sheet1.xml":
      `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}" xmlns:x14="urn:x14"><sheetPr codeName="Sheet1"/><dimension ref="A1:E6"/>` +
      '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
      '<sheetFormatPr defaultRowHeight="15"/><cols><col min="2" max="2" width="20.7109375" style="2" customWidth="1"/></cols><sheetData>' +
      '<row r="1" spans="1:5"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>' +
      '<row r="2" spans="1:5" ht="30" customHeight="1"><c r="A2" t="s"><v>3</v></c><c r="B2" s="2"><v>0.5</v></c><c r="C2"><f t="shared" ref="C2:C4" si="0">$B2*2+A$1</f><v>1</v></c></row>' +
      '<row r="3"><c r="A3" t="b"><v>1</v></c><c r="B3" s="2"><v>0.25</v></c><c r="C3"><f t="shared" si="0"/><v>0.5</v></c><c r="E3" t="e"><v>#DIV/0!</v></c></row>' +
      '<row r="4"><c r="A4" t="str"><f>"a"&amp;"_x0041_"</f><v>a_x005F_x0041_</v></c><c r="C4"><f t="shared" si="0"/><v>0</v></c></row>' +
      '<row r="5"><c r="A5" t="inlineStr"><is><r><t>in</t></r><r><rPr><b/></rPr><t xml:space="preserve">line </t></r></is></c><c r="B5"><f t="array" ref="B5:B6">B2:B3*2</f><v>1</v></c></row>' +
      '<row r="6"><c r="B6"><v>0.5</v></c><c r="C6" s="1"><v>45000</v></c></row></sheetData>' +
      '<mergeCells count="1"><mergeCell ref="D1:E2"/></mergeCells>' +
      '<conditionalFormatting sqref="A1:A6 C1"><cfRule type="cellIs" dxfId="0" priority="1" operator="equal"><formula>"B ""x"""</formula></cfRule></conditionalFormatting>' +
      '<conditionalFormatting sqref="B1:B6"><cfRule type="dataBar" priority="2"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar></cfRule></conditionalFormatting>' +
      '<dataValidations count="1"><dataValidation type="list" sqref="A2"><formula1>\'It\'\'s &amp; more\'!$A$1:$A$2</formula1></dataValidation></dataValidations>' +
      '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><drawing r:id="rId1"/><legacyDrawing r:id="rId2"/>' +
      '<tableParts count="1"><tablePart r:id="rId4"/></tableParts><extLst><ext uri="{01}"><x14:conditionalFormattings><x14:cfRule><f>1</f><v>9</v></x14:cfRule></x14:conditionalFormattings></ext></extLst></worksheet>',
    "xl/worksheets/_rels/sheet1.xml.rels": relations(
      relation("rId1", "drawing", "../drawings/drawing1.xml"),
      relation("rId2", "vmlDrawing", "../drawings/vmlDrawing1.vml"),
      relation("rId3", "comments", "../comments1.xml"),
      relation("rId4", "table", "../tables/table1.xml"),
    ),
    "xl/worksheets/sheet2.xml": `${HEAD}<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>Data!B2+1</f><v>1.5</v></c></row></sheetData></worksheet>`,
    "xl/tables/table1.xml":
      `${HEAD}<table xmlns="${MAIN}" id="4" name="T" displayName="Things" ref="A1:C4" totalsRowCount="1"><autoFilter ref="A1:C3"/>` +
      '<tableColumns count="3"><tableColumn id="1" name="Name"/><tableColumn id="2" name="Two_x000a_lines"/><tableColumn id="3" name="读音"/></tableColumns></table>',
    "xl/styles.xml":
      `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="170" formatCode="yyyy\\-mm\\-dd"/></numFmts>` +
      '<fonts count="1"><font><sz val="10"/><color theme="1"/><name val="Arial"/><family val="2"/></font></fonts>' +
      '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
      '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="170" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
      '<xf numFmtId="9" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"><protection locked="0"/></xf></cellXfs>' +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
      '<dxfs count="1"><dxf><font><color rgb="FF9C0006"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf></dxfs></styleSheet>',
    "xl/sharedStrings.xml":
      `${HEAD}<sst xmlns="${MAIN}" count="4" uniqueCount="4"><si><t>Name</t></si><si><t xml:space="preserve">Two\nlines</t></si>` +
      '<si><t>读音</t><rPh sb="0" eb="1"><t>どく</t></rPh><phoneticPr fontId="1"/></si>' +
      "<si><r><t>rich </t></r><r><rPr><b/></rPr><t>text_x0007_</t></r></si></sst>",
    "xl/calcChain.xml": `${HEAD}<calcChain xmlns="${MAIN}"><c r="C2" i="3"/><c r="C3" i="3"/><c r="C4" i="3"/><c r="A4" i="3"/><c r="B1" i="7"/></calcChain>`,
    "xl/comments1.xml": `${HEAD}<comments xmlns="${MAIN}"><authors><author>A</author></authors><commentList><comment ref="A2" authorId="0"><text><t>Why?</t></text></comment></commentList></comments>`,
    "xl/drawings/drawing1.xml": `${HEAD}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"/>`,
    "xl/drawings/_rels/drawing1.xml.rels": relations(relation("rId1", "chart", "../charts/chart1.xml")),
    "xl/drawings/vmlDrawing1.vml": '<xml xmlns:v="urn:schemas-microsoft-com:vml"></xml>',
    "xl/charts/chart1.xml": `${HEAD}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/>`,
    "xl/vbaProject.bin": Uint8Array.from({ length: 300 }, (_, index) => (index * 7) % 256),
    "customXml/item1.xml": '<?xml version="1.0"?><note  attr = "spaces kept" />',
    "xl/unknown/thing.xml": "<thing/>\n\n",
    ...changes,
  });
}

/** The workbook as Excel signs it: one origin, which leads to the signatures. */
export function signedWorkbook(book: Uint8Array): Uint8Array {
  const home = `${PACKAGE_RELATIONS}/digital-signature`;
  const types = "application/vnd.openxmlformats-package.digital-signature";
  return packageOf({
    ...partsOf(book),
    "[Content_Types].xml": partText(book, "[Content_Types].xml").replace(
      "</Types>",
      `<Default Extension="sigs" ContentType="${types}-origin"/>` +
        `<Override PartName="/_xmlsignatures/sig1.xml" ContentType="${types}-xmlsignature+xml"/></Types>`,
    ),
    "_rels/.rels": partText(book, "_rels/.rels").replace(
      "</Relationships>",
      `<Relationship Id="rId90" Type="${home}/origin" Target="_xmlsignatures/origin.sigs"/></Relationships>`,
    ),
    "_xmlsignatures/origin.sigs": "",
    "_xmlsignatures/_rels/origin.sigs.rels": relations(
      `<Relationship Id="rId1" Type="${home}/signature" Target="sig1.xml"/>`,
    ),
    "_xmlsignatures/sig1.xml": '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/>',
  });
}
