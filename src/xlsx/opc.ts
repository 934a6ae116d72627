import { oncePer } from "../core/text/once-per";
import { escapeAttribute, parseXml, Patch, childrenOf, type XmlNode } from "./xml";
import { entryText, type Parts } from "./parts";
import type { ZipEntry } from "./zip";

/** Content types and relationships tell what the parts of a package are and how they find each other. */

export interface Relationship {
  readonly id: string;
  /** Last word of the type's address, such as `worksheet`. The addresses of strict files differ in everything else. */
  readonly kind: string;
  /** Name of the part. For a target outside the package, its address. */
  readonly target: string;
  readonly external: boolean;
  readonly node: XmlNode;
}

const CONTENT_TYPES = "[Content_Types].xml";
const RELATIONSHIPS_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships";
export const OFFICE_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
export const STRICT_RELATIONSHIPS = "http://purl.oclc.org/ooxml/officeDocument/relationships";
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const relationshipRoot = oncePer((entry: ZipEntry) => parseXml(entryText(entry), entry.name));

function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf("/");
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

/** Relationships of a part. "" stands for the package itself. */
export function relationshipsOf(parts: Parts, part: string): Relationship[] {
  const entry = parts.find(relationshipsPart(part));
  if (!entry) return [];
  return childrenOf(relationshipRoot(entry), "Relationship").map((node) => {
    const { Id = "", Type = "", Target = "", TargetMode } = node.attributes;
    const external = TargetMode === "External";
    return {
      id: Id,
      kind: Type.slice(Type.lastIndexOf("/") + 1),
      target: external ? Target : resolveTarget(part, Target),
      external,
      node,
    };
  });
}

function resolveTarget(part: string, target: string): string {
  const normal = target.replace(/\\/g, "/");
  const base = normal.startsWith("/") ? [] : part.split("/").slice(0, -1);
  for (const step of normal.split("/")) {
    if (step === "..") base.pop();
    else if (step !== "" && step !== ".") base.push(step);
  }
  return base.join("/");
}

/** Adds a relationship and returns its id. `type` is the whole address. The target is written from the root. */
export function addRelationship(parts: Parts, part: string, type: string, target: string): string {
  const name = relationshipsPart(part);
  const used = new Set(relationshipsOf(parts, part).map((relationship) => relationship.id));
  let number = used.size + 1;
  while (used.has(`rId${number}`)) number++;
  const id = `rId${number}`;
  const entry = parts.find(name);
  const text = entry
    ? entryText(entry)
    : `${XML_HEAD}<Relationships xmlns="${RELATIONSHIPS_NAMESPACE}"></Relationships>`;
  const root = entry ? relationshipRoot(entry) : parseXml(text, name);
  const tag = root.prefix === "" ? "Relationship" : `${root.prefix}:Relationship`;
  const element = `<${tag} Id="${id}" Type="${type}" Target="${escapeAttribute(`/${target}`)}"/>`;
  parts.set(name, new Patch(text).append(root, element).apply());
  return id;
}

export function removeRelationships(parts: Parts, part: string, which: (relationship: Relationship) => boolean): void {
  const patch = new Patch(parts.has(relationshipsPart(part)) ? parts.text(relationshipsPart(part)) : "");
  for (const relationship of relationshipsOf(parts, part)) {
    if (which(relationship)) patch.remove(relationship.node);
  }
  if (!patch.isEmpty) parts.set(relationshipsPart(part), patch.apply());
}

const contentTypesRoot = oncePer((entry: ZipEntry) => parseXml(entryText(entry), entry.name));

export function contentTypeOf(parts: Parts, part: string): string {
  const root = contentTypesRoot(parts.get(CONTENT_TYPES));
  const wanted = `/${part}`.toLowerCase();
  for (const node of childrenOf(root, "Override")) {
    if (node.attributes["PartName"]?.toLowerCase() === wanted) return node.attributes["ContentType"] ?? "";
  }
  const extension = part.slice(part.lastIndexOf(".") + 1).toLowerCase();
  for (const node of childrenOf(root, "Default")) {
    if (node.attributes["Extension"]?.toLowerCase() === extension) return node.attributes["ContentType"] ?? "";
  }
  return "";
}

export function addContentType(parts: Parts, part: string, type: string): void {
  const entry = parts.get(CONTENT_TYPES);
  const root = contentTypesRoot(entry);
  const tag = root.prefix === "" ? "Override" : `${root.prefix}:Override`;
  const element = `<${tag} PartName="${escapeAttribute(`/${part}`)}" ContentType="${type}"/>`;
  parts.set(CONTENT_TYPES, new Patch(entryText(entry)).append(root, element).apply());
}

/** Removes a part with its content type and its own relationships. The targets of those stay. */
export function removePart(parts: Parts, part: string): void {
  const entry = parts.get(CONTENT_TYPES);
  const patch = new Patch(entryText(entry));
  const wanted = `/${part}`.toLowerCase();
  for (const node of childrenOf(contentTypesRoot(entry), "Override")) {
    if (node.attributes["PartName"]?.toLowerCase() === wanted) patch.remove(node);
  }
  if (!patch.isEmpty) parts.set(CONTENT_TYPES, patch.apply());
  parts.remove(part);
  parts.remove(relationshipsPart(part));
}
