import { addRelationship, freePartName, relationshipsOf, setContentType, XML_HEAD } from "./opc";
import { entryText, type Parts } from "./parts";
import { readWorkbook } from "./workbook-part";
import { childrenOf, escapeAttribute, escapeText, parseXml, Patch, type XmlNode } from "./xml";

/** Choices are custom properties of the document: every program keeps these, and people can see them. */

const PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties";
const VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes";
const PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml";
/** The set of properties that Office shows under "Custom". */
const FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";
const FIRST_ID = 2;

function propertiesPart(parts: Parts): string | undefined {
  const found = relationshipsOf(parts, "").find(
    ({ kind }) => kind === "custom-properties" || kind === "customProperties",
  );
  return found && parts.has(found.target) ? found.target : undefined;
}

function propertyOf(root: XmlNode, key: string): XmlNode | undefined {
  return childrenOf(root, "property").find((node) => node.attributes["name"] === key);
}

/** All choices, including those of other programs. */
export function readChoices(parts: Parts): ReadonlyMap<string, string> {
  const part = propertiesPart(parts);
  const root = part === undefined ? undefined : parseXml(entryText(parts.get(part)), part);
  const properties = root ? childrenOf(root, "property") : [];
  return new Map(properties.map((node) => [node.attributes["name"] ?? "", node.children[0]?.text ?? ""]));
}

export function setChoice(parts: Parts, key: string, value: string): void {
  const part = propertiesPart(parts) ?? addPart(parts);
  const text = parts.text(part);
  const root = parseXml(text, part);
  const found = propertyOf(root, key);
  const ids = childrenOf(root, "property").map((node) => Number(node.attributes["pid"]));
  const id = found ? Number(found.attributes["pid"]) : Math.max(FIRST_ID - 1, ...ids) + 1;
  const tag = root.prefix === "" ? "property" : `${root.prefix}:property`;
  const element =
    `<${tag} fmtid="${FORMAT_ID}" pid="${id}" name="${escapeAttribute(key)}">` +
    `<vt:lpwstr xmlns:vt="${VALUES}">${escapeText(value)}</vt:lpwstr></${tag}>`;
  const patch = new Patch(text);
  if (found) patch.replace(found.start, found.end, element);
  else patch.append(root, element);
  parts.set(part, patch.apply());
}

function addPart(parts: Parts): string {
  const part = parts.has("docProps/custom.xml")
    ? freePartName(parts, "docProps/custom", ".xml")
    : "docProps/custom.xml";
  const { relationships } = readWorkbook(parts);
  const word = relationships.includes("purl.oclc.org") ? "customProperties" : "custom-properties";
  parts.set(part, `${XML_HEAD}<Properties xmlns="${PROPERTIES}" xmlns:vt="${VALUES}"></Properties>`);
  setContentType(parts, part, PROPERTIES_TYPE);
  addRelationship(parts, "", `${relationships}/${word}`, part);
  return part;
}
