import { SaxesParser } from "saxes";
import type { WorkbookFailure } from "../workbook/failure";
import { oversized, unreadable } from "./refusal";

/** An element with its place in the text, so that a change touches only this place. */
export interface XmlNode {
  /** As spelled: `x:sheet`. */
  readonly name: string;
  readonly prefix: string;
  readonly local: string;
  /** Namespace; "" for none. */
  readonly uri: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly namespaces: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
  /** Text directly inside, without that of children. */
  text: string;
  readonly start: number;
  /** Just behind the opening tag. */
  readonly openEnd: number;
  readonly selfClosing: boolean;
  /** Start of the closing tag. Equals `openEnd` if there is none. */
  closeStart: number;
  end: number;
}

const NO_NAMESPACES: Readonly<Record<string, string>> = { xml: "http://www.w3.org/XML/1998/namespace" };

/** No real workbook is this deep. A deeper file is an attack on memory. */
const MOST_DEPTH = 256;

/** The parser keeps a text or tag until it ends. No program writes a longer one: a cell holds 32,767 characters. */
const MOST_SILENCE = 2 ** 24;

/** Characters that the parser is given at a time. */
const PORTION = 2 ** 20;

/** Refuses a part that goes on and on without an element, such as 700 MB of blanks, before the parser has collected it. */
export class Silence {
  readonly #part: string;
  #isBroken = false;
  #length = 0;

  constructor(part: string) {
    this.#part = part;
  }

  /** Gives text to the parser. */
  write(parser: { write(text: string): unknown }, text: string): void {
    for (let at = 0; at < text.length; at += PORTION) {
      this.#isBroken = false;
      const portion = text.length <= PORTION ? text : text.slice(at, at + PORTION);
      parser.write(portion);
      this.#length = this.#isBroken ? 0 : this.#length + portion.length;
      if (this.#length > MOST_SILENCE) this.#refuse();
    }
  }

  /** Call it for each element. */
  break(): void {
    this.#isBroken = true;
  }

  #refuse(): never {
    const megabytes = Math.round(MOST_SILENCE / 2 ** 20);
    throw oversized(
      `${this.#part} holds more than ${megabytes} MB in one piece, such as blanks or a text, without an element.`,
      `${this.#part} 中有超过 ${megabytes} MB 的连续内容（如空白或文本），其间没有任何元素。`,
    );
  }
}

/** More elements than this fill the memory. Parts of many elements, which are sheets and texts, are read as streams. */
const MOST_NODES = 2_000_000;

/** Reads a whole part. The content of elements named in `opaque` is checked but not kept. */
export function parseXml(text: string, part: string, opaque: ReadonlySet<string> = new Set()): XmlNode {
  const parser = new SaxesParser({ position: false });
  const silence = new Silence(part);
  const stack: XmlNode[] = [];
  let root: XmlNode | undefined;
  let skipped = 0;
  let nodes = 0;
  parser.on("error", (error) => {
    throw broken(part, error);
  });
  parser.on("opentag", (tag) => {
    silence.break();
    const parent = stack[stack.length - 1];
    if (skipped > 0 || (parent && opaque.has(parent.local))) {
      skipped++;
      return;
    }
    if (stack.length >= MOST_DEPTH) throw unreadable(`${part} is nested too deeply.`, `${part} 的嵌套过深。`);
    if (++nodes > MOST_NODES) throw tooMany(part);
    const attributes = tag.attributes as Record<string, string>;
    const namespaces = namespacesOf(attributes, parent?.namespaces ?? NO_NAMESPACES);
    const [prefix, local] = splitName(tag.name);
    const openEnd = parser.position;
    const node: XmlNode = {
      name: tag.name,
      prefix,
      local,
      uri: namespaces[prefix] ?? "",
      attributes,
      namespaces,
      children: [],
      text: "",
      start: text.lastIndexOf("<", openEnd - 1),
      openEnd,
      selfClosing: tag.isSelfClosing,
      closeStart: openEnd,
      end: openEnd,
    };
    if (parent) parent.children.push(node);
    else root = node;
    stack.push(node);
  });
  const takeText = (chunk: string): void => {
    const parent = stack[stack.length - 1];
    if (parent && skipped === 0) parent.text += chunk;
  };
  parser.on("text", takeText);
  parser.on("cdata", takeText);
  parser.on("closetag", (tag) => {
    silence.break();
    if (skipped > 0) {
      skipped--;
      return;
    }
    const node = stack.pop()!;
    if (!tag.isSelfClosing) {
      node.end = parser.position;
      node.closeStart = text.lastIndexOf("<", node.end - 1);
    }
  });
  silence.write(parser, text);
  parser.close();
  if (!root) throw unreadable(`${part} is empty.`, `${part} 为空。`);
  return root;
}

const tooMany = (part: string): WorkbookFailure =>
  oversized(`${part} holds more than ${MOST_NODES} elements.`, `${part} 中的元素超过 ${MOST_NODES} 个。`);

/**
 * Visits the elements that `wants` names, with their places and texts, in the order of their ends. Nothing else is kept, so a sheet of
 * millions of cells costs little more than its text. Children are not given.
 */
export function visitXml(
  text: string,
  part: string,
  wants: (local: string) => boolean,
  visit: (node: XmlNode) => void,
): void {
  const parser = new SaxesParser({ position: false });
  const silence = new Silence(part);
  const open: (XmlNode | undefined)[] = [];
  parser.on("error", (error) => {
    throw broken(part, error);
  });
  parser.on("opentag", (tag) => {
    silence.break();
    const [prefix, local] = splitName(tag.name);
    const openEnd = parser.position;
    const start = wants(local) ? text.lastIndexOf("<", openEnd - 1) : -1;
    const { isSelfClosing: selfClosing, name } = tag;
    const attributes = tag.attributes as Record<string, string>;
    const place = { start, openEnd, selfClosing, closeStart: openEnd, end: openEnd };
    const rest = { uri: "", attributes, namespaces: NO_NAMESPACES, children: [], text: "" };
    open.push(start < 0 ? undefined : { name, prefix, local, ...rest, ...place });
  });
  const take = (chunk: string): void => {
    const node = open[open.length - 1];
    if (node) node.text += chunk;
  };
  parser.on("text", take);
  parser.on("cdata", take);
  parser.on("closetag", () => {
    silence.break();
    const node = open.pop();
    if (!node) return;
    if (!node.selfClosing) {
      node.end = parser.position;
      node.closeStart = text.lastIndexOf("<", node.end - 1);
    }
    visit(node);
  });
  silence.write(parser, text);
  parser.close();
}

export function broken(part: string, error: unknown): WorkbookFailure {
  const reason = error instanceof Error ? error.message : String(error);
  return unreadable(`${part} is no valid XML: ${reason}`, `${part} 不是有效的 XML：${reason}`, { cause: error });
}

export function splitName(name: string): [prefix: string, local: string] {
  const colon = name.indexOf(":");
  return colon < 0 ? ["", name] : [name.slice(0, colon), name.slice(colon + 1)];
}

function namespacesOf(attributes: Record<string, string>, inherited: Readonly<Record<string, string>>) {
  let own: Record<string, string> | undefined;
  for (const name in attributes) {
    if (name === "xmlns") (own ??= { ...inherited })[""] = attributes[name]!;
    else if (name.startsWith("xmlns:")) (own ??= { ...inherited })[name.slice(6)] = attributes[name]!;
  }
  return own ?? inherited;
}

/** Children in the namespace of their parent. Other children belong to extensions. */
export function childrenOf(node: XmlNode | undefined, local: string): XmlNode[] {
  return node ? node.children.filter((child) => child.local === local && child.uri === node.uri) : [];
}

export function childOf(node: XmlNode | undefined, local: string): XmlNode | undefined {
  return node?.children.find((child) => child.local === local && child.uri === node.uri);
}

/** An attribute by the end of its namespace: `relationships` finds r:id under any prefix. */
export function attributeIn(node: XmlNode, namespaceEnd: string, local: string): string | undefined {
  for (const name in node.attributes) {
    const [prefix, own] = splitName(name);
    if (own === local && prefix !== "" && (node.namespaces[prefix] ?? "").endsWith(namespaceEnd)) {
      return node.attributes[name];
    }
  }
  return undefined;
}

export function isTrue(value: string | undefined, otherwise = false): boolean {
  return value === undefined ? otherwise : value === "1" || value === "true" || value === "on";
}

/** Characters that XML cannot hold, and an underscore that would start an escape by chance. */
const ILLEGAL =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const SPECIAL = /[&<>"\r\n\t]/g;
const SPECIAL_TEXT: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  // A reader would turn an unescaped one into a line feed.
  "\r": "&#13;",
};
const SPECIAL_ATTRIBUTE: Readonly<Record<string, string>> = { ...SPECIAL_TEXT, "\n": "&#10;", "\t": "&#9;" };

export function escapeText(text: string): string {
  return text.replace(SPECIAL, (character) => SPECIAL_TEXT[character] ?? character);
}

export function escapeAttribute(text: string): string {
  return text.replace(ILLEGAL, "").replace(SPECIAL, (character) => SPECIAL_ATTRIBUTE[character] ?? character);
}

/** Text of a cell. Characters outside XML are written as Excel writes them, `_x0007_`. Text that looks like that is protected. */
export function escapeCellText(text: string): string {
  const safe = text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(ILLEGAL, (character) => `_x${hex(character.charCodeAt(0))}_`)
    .replace(/\r/g, "_x000D_");
  return escapeText(safe);
}

export function unescapeCellText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

function hex(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, "0");
}

/** Collects changes at places of one text and makes them all at once. */
export class Patch {
  readonly #text: string;
  readonly #changes: { start: number; end: number; text: string; order: number }[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  get isEmpty(): boolean {
    return this.#changes.length === 0;
  }

  replace(start: number, end: number, text: string): this {
    this.#changes.push({ start, end, text, order: this.#changes.length });
    return this;
  }

  insert(at: number, text: string): this {
    return this.replace(at, at, text);
  }

  remove(node: XmlNode): this {
    return this.replace(node.start, node.end, "");
  }

  /** Puts text at the end of an element. Opens a self-closing one. */
  append(node: XmlNode, text: string): this {
    if (!node.selfClosing) return this.insert(node.closeStart, text);
    const slash = this.#text.lastIndexOf("/", node.openEnd - 1);
    return this.replace(slash, node.openEnd, `>${text}</${node.name}>`);
  }

  /** Sets an attribute of the opening tag. `undefined` removes it. */
  setAttribute(node: XmlNode, name: string, value: string | undefined): this {
    const tag = this.#text.slice(node.start, node.openEnd);
    const pattern = /\s+([^\s=/>]+)\s*=\s*(?:"[^"]*"|'[^']*')/g;
    for (let match = pattern.exec(tag); match; match = pattern.exec(tag)) {
      if (match[1] !== name) continue;
      const start = node.start + match.index;
      const text = value === undefined ? "" : ` ${name}="${escapeAttribute(value)}"`;
      return this.replace(start, start + match[0].length, text);
    }
    if (value === undefined) return this;
    return this.insert(node.start + 1 + node.name.length, ` ${name}="${escapeAttribute(value)}"`);
  }

  apply(): string {
    const changes = [...this.#changes].sort((a, b) => a.start - b.start || a.end - b.end || a.order - b.order);
    const pieces: string[] = [];
    let at = 0;
    for (const change of changes) {
      if (change.start < at) throw new RangeError(`Two changes overlap at ${change.start}.`);
      pieces.push(this.#text.slice(at, change.start), change.text);
      at = change.end;
    }
    pieces.push(this.#text.slice(at));
    return pieces.join("");
  }
}
