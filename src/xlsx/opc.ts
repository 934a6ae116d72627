import { oncePer } from "../core/text/once-per";
import { escapeAttribute, parseXml, Patch, childrenOf, type XmlNode } from "./xml";
import { entryText, partKey, type Parts } from "./parts";
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

export const CONTENT_TYPES = "[Content_Types].xml";
const RELATIONSHIPS_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships";
const RELATIONSHIPS_TYPE = "application/vnd.openxmlformats-package.relationships+xml";
export const OFFICE_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
export const STRICT_RELATIONSHIPS = "http://purl.oclc.org/ooxml/officeDocument/relationships";
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const relationshipRoot = oncePer((entry: ZipEntry) => parseXml(entryText(entry), entry.name));

export function relationshipsPart(part: string): string {
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

/** Targets are addresses: percent signs may stand for characters of a name, and a fragment points into the part. */
function resolveTarget(part: string, target: string): string {
  const normal = target.trim().replace(/#.*$/s, "").replace(/\\/g, "/");
  const base = normal.startsWith("/") ? [] : part.split("/").slice(0, -1);
  for (const step of normal.split("/")) {
    if (step === "..") base.pop();
    else if (step !== "" && step !== ".") base.push(step);
  }
  return base.join("/");
}

/** The address of a part as seen from another one. Several programs cannot follow an address from the root. */
function relativeTarget(part: string, target: string): string {
  const from = part.split("/").slice(0, -1);
  const to = target.split("/");
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => ".."), ...to.slice(shared)].map(addressStep).join("/");
}

/** Names of parts are shown as addresses, so a blank is `%20`. A percent sign in the name of an entry is one already. */
const addressStep = (step: string): string => encodeURI(step).replace(/%25/g, "%").replace(/[?#]/g, encodeURIComponent);

const partAddress = (part: string): string => `/${part.split("/").map(addressStep).join("/")}`;

/** Adds a relationship and returns its id. `type` is the whole address. */
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
  const element = `<${tag} Id="${id}" Type="${type}" Target="${escapeAttribute(relativeTarget(part, target))}"/>`;
  parts.set(name, new Patch(text).append(root, element).apply());
  // Some packages state the type of each such part, and none for those to come.
  if (contentTypeOf(parts, name) !== RELATIONSHIPS_TYPE) setContentType(parts, name, RELATIONSHIPS_TYPE);
  return id;
}

export function removeRelationships(parts: Parts, part: string, which: (relationship: Relationship) => boolean): void {
  const patch = new Patch(parts.has(relationshipsPart(part)) ? parts.text(relationshipsPart(part)) : "");
  for (const relationship of relationshipsOf(parts, part)) {
    if (which(relationship)) patch.remove(relationship.node);
  }
  if (!patch.isEmpty) parts.set(relationshipsPart(part), patch.apply());
}

/** Types of the parts: by name, and for all other parts by extension. */
const contentTypes = oncePer((entry: ZipEntry) => {
  const root = parseXml(entryText(entry), entry.name);
  const overrides = new Map<string, XmlNode[]>();
  for (const node of childrenOf(root, "Override")) {
    const key = partKey((node.attributes["PartName"] ?? "").replace(/^\//, ""));
    const same = overrides.get(key);
    if (same) same.push(node);
    else overrides.set(key, [node]);
  }
  const defaults = new Map<string, string>();
  for (const { attributes } of childrenOf(root, "Default")) {
    const extension = (attributes["Extension"] ?? "").toLowerCase();
    if (!defaults.has(extension)) defaults.set(extension, attributes["ContentType"] ?? "");
  }
  return { root, overrides, defaults };
});

/** Names of the parts whose type is stated more than once, which makes Excel repair the file. */
export function doubleContentTypes(parts: Parts): string[] {
  const { overrides } = contentTypes(parts.get(CONTENT_TYPES));
  return [...overrides].filter(([, nodes]) => nodes.length > 1).map(([key]) => key);
}

/** "" for none. */
export function contentTypeOf(parts: Parts, part: string): string {
  const { overrides, defaults } = contentTypes(parts.get(CONTENT_TYPES));
  const [override] = overrides.get(partKey(part)) ?? [];
  if (override) return override.attributes["ContentType"] ?? "";
  return defaults.get(part.slice(part.lastIndexOf(".") + 1).toLowerCase()) ?? "";
}

/** States the type of a part. An entry that a removed part left behind is used again. */
export function setContentType(parts: Parts, part: string, type: string): void {
  const entry = parts.get(CONTENT_TYPES);
  const { root, overrides } = contentTypes(entry);
  const patch = new Patch(entryText(entry));
  const [stale, ...others] = overrides.get(partKey(part)) ?? [];
  for (const other of others) patch.remove(other);
  if (stale) patch.setAttribute(stale, "ContentType", type);
  else {
    const tag = root.prefix === "" ? "Override" : `${root.prefix}:Override`;
    patch.append(root, `<${tag} PartName="${escapeAttribute(partAddress(part))}" ContentType="${type}"/>`);
  }
  parts.set(CONTENT_TYPES, patch.apply());
}

/** Removes a part with its content type and its own relationships. The targets of those stay. */
export function removePart(parts: Parts, part: string): void {
  const entry = parts.get(CONTENT_TYPES);
  const patch = new Patch(entryText(entry));
  const { overrides } = contentTypes(entry);
  const relationships = relationshipsPart(part);
  for (const name of [part, relationships]) {
    for (const node of overrides.get(partKey(name)) ?? []) patch.remove(node);
  }
  if (!patch.isEmpty) parts.set(CONTENT_TYPES, patch.apply());
  parts.remove(part);
  parts.remove(relationships);
}

/**
 * A free name: `xl/worksheets/sheet` + number + `.xml`. A name is taken as well if relationships are left from a removed part, or lead to
 * one: the new part would become theirs.
 */
export function freePartName(parts: Parts, before: string, after: string): string {
  const taken = new Set<string>();
  for (const { name } of parts.entries()) {
    const source = sourceOf(name);
    if (source === undefined) continue;
    taken.add(partKey(source));
    for (const { external, target } of relationshipsOf(parts, source)) if (!external) taken.add(partKey(target));
  }
  for (let number = 1; ; number++) {
    const name = `${before}${number}${after}`;
    if (!parts.has(name) && !taken.has(partKey(name))) return name;
  }
}

/** The part whose relationships a part holds. Undefined for every other part. */
function sourceOf(name: string): string | undefined {
  const match = /^(.*\/)?_rels\/([^/]*)\.rels$/i.exec(name);
  return match ? `${match[1] ?? ""}${match[2]!}` : undefined;
}
