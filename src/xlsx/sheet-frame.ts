import type { SheetFrame } from "./sheet-write";
import { childOf, parseXml, type XmlNode } from "./xml";

/** Elements that stay when a sheet is written anew: people's drawings and notes, and other things attached to the part. */
const CARRIED = new Set([
  "customProperties",
  "drawing",
  "legacyDrawing",
  "legacyDrawingHF",
  "picture",
  "oleObjects",
  "controls",
]);

/** The opening tag with all its namespaces, and the elements of the old sheet that stay. */
export function frameOf(text: string, part: string): SheetFrame {
  const root = parseXml(text, part, new Set(["sheetData"]));
  const isCarried = (local: string): boolean => CARRIED.has(local);
  const textOf = (nodes: readonly XmlNode[]): string => nodes.map((node) => text.slice(node.start, node.end)).join("");
  const carried = root.children.filter((node) =>
    node.local === "AlternateContent"
      ? node.children.some((choice) => choice.children.some((inner) => isCarried(inner.local)))
      : node.uri === root.uri && isCarried(node.local),
  );
  return {
    open: root.selfClosing ? text.slice(0, root.openEnd).replace(/\s*\/>$/, ">") : text.slice(0, root.openEnd),
    prefix: root.prefix === "" ? "" : `${root.prefix}:`,
    codeName: childOf(root, "sheetPr")?.attributes["codeName"],
    carriedBefore: textOf(carried.filter((node) => node.local === "customProperties")),
    carried: textOf(carried.filter((node) => node.local !== "customProperties")),
  };
}
