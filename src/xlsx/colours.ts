import { oncePer } from "../core/text/once-per";
import type { Parts } from "./parts";
import { entryText } from "./parts";
import { relationshipsOf } from "./opc";
import { parseXml, type XmlNode } from "./xml";
import type { ZipEntry } from "./zip";

/** Resolves a workbook's colours to `#RRGGBB`, from any of the three ways of naming one. */

/** The order of theme indexes. The file itself lists dark before light. */
const THEME_ORDER = [
  "lt1",
  "dk1",
  "lt2",
  "dk2",
  "accent1",
  "accent2",
  "accent3",
  "accent4",
  "accent5",
  "accent6",
  "hlink",
  "folHlink",
];

/** Colours of the Office theme, for workbooks without a theme. */
const OFFICE_THEME = "FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72".split(" ");

/** The fixed palette, which repeats its first eight colours. */
const BASIC = "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF";
const INDEXED = (
  `${BASIC} ${BASIC} 800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 ` +
  "0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC " +
  "CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 " +
  "333399 333333"
).split(" ");

const themeOf = oncePer((entry: ZipEntry): readonly string[] => {
  const found = new Map<string, string>();
  const visit = (node: XmlNode): void => {
    if (THEME_ORDER.includes(node.local)) {
      const colour = node.children[0];
      const value = colour?.attributes["lastClr"] ?? colour?.attributes["val"];
      if (value && /^[0-9A-Fa-f]{6}$/.test(value)) found.set(node.local, value.toUpperCase());
      return;
    }
    if (["theme", "themeElements", "clrScheme"].includes(node.local)) node.children.forEach(visit);
  };
  visit(parseXml(entryText(entry), entry.name));
  return THEME_ORDER.map((name, index) => found.get(name) ?? OFFICE_THEME[index]!);
});

export function themeColours(parts: Parts, workbook: string): readonly string[] {
  const theme = relationshipsOf(parts, workbook).find((relationship) => relationship.kind === "theme");
  const entry = theme && parts.find(theme.target);
  return entry ? themeOf(entry) : OFFICE_THEME;
}

/** Reads a colour element. Automatic and broken colours give undefined. */
export function colourOf(node: XmlNode | undefined, theme: readonly string[]): string | undefined {
  if (!node) return undefined;
  const { rgb, indexed, theme: themeIndex, tint } = node.attributes;
  const base =
    rgb !== undefined
      ? rgb.slice(-6)
      : themeIndex !== undefined
        ? theme[Number(themeIndex)]
        : indexed !== undefined
          ? INDEXED[Number(indexed)]
          : undefined;
  if (base === undefined || !/^[0-9A-Fa-f]{6}$/.test(base)) return undefined;
  return `#${tinted(base, Number(tint ?? 0)).toUpperCase()}`;
}

/** A positive tint lightens towards white; a negative one darkens towards black. */
function tinted(rgb: string, tint: number): string {
  if (!(Math.abs(tint) > 0 && Math.abs(tint) <= 1)) return rgb;
  const channels = [0, 2, 4].map((at) => parseInt(rgb.slice(at, at + 2), 16) / 255);
  const highest = Math.max(...channels);
  const lowest = Math.min(...channels);
  const lightness = (highest + lowest) / 2;
  const target = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint;
  // Saturation and hue stay, because every channel keeps its place between grey and full colour.
  const chroma = 1 - Math.abs(2 * lightness - 1) || 1;
  const scale = (1 - Math.abs(2 * target - 1)) / chroma;
  return channels
    .map((channel) => Math.round(Math.min(1, Math.max(0, target + (channel - lightness) * scale)) * 255))
    .map((channel) => channel.toString(16).padStart(2, "0"))
    .join("");
}
