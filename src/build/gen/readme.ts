import { readFile } from "node:fs/promises";
import path from "node:path";
import { EXIT_STATUS, usageOf } from "../../cli/help";
import { LOCALES, type Locale } from "../../core/text/locale";
import type { Definitions } from "./definitions";
import { roomsPicture } from "./rooms-picture";

const ROOMS = require("../rooms.cjs") as Parameters<typeof roomsPicture>[0];

const README = "README.md";

/** Texts between `<!-- NAME -->` and `<!-- /NAME -->` in the README. A number stands within a line; a block has lines of its own. */
function partsOf(definitions: Definitions): ReadonlyMap<string, string> {
  const counts = Object.entries(definitions).map(([key, all]) => [`count ${key}`, String(all.length)] as const);
  const usages = LOCALES.map(
    (locale) => [`commands ${locale}`, `\n\n${commandsPart(definitions, locale)}\n\n`] as const,
  );
  return new Map([
    ...counts,
    ...usages,
    ["methods", `\n\n${methodsPart(definitions)}\n\n`],
    ["rooms", `\n\n\`\`\`mermaid\n${roomsPicture(ROOMS)}\n\`\`\`\n\n`],
  ]);
}

function methodsPart({ methods }: Definitions): string {
  const rows = methods.map(({ id, names, text }) => `| \`${id}\` | ${names["zh-CN"][0]} | ${text.en.summary} |`);
  return ["| Method | 计分方式 | In words |", "| --- | --- | --- |", ...rows].join("\n");
}

function commandsPart({ commands }: Definitions, locale: Locale): string {
  const lines = commands.map((command) => `    npx ${usageOf(command, locale)}`);
  return `${lines.join("\n")}\n\n${EXIT_STATUS[locale]}`;
}

/** The README with up-to-date generated parts. People write everything else in it. */
export async function readmeOutputs(root: string, definitions: Definitions): Promise<Map<string, string>> {
  // Loaded here, because tests of this file run where Prettier cannot be loaded.
  const { format, resolveConfig } = await import("prettier");
  const file = path.join(root, README);
  const filled = fillReadme(await readFile(file, "utf8"), partsOf(definitions));
  return new Map([[README, await format(filled, { ...(await resolveConfig(file)), parser: "markdown" })]]);
}

/** @internal tests fill texts of their own */
export function fillReadme(text: string, parts: ReadonlyMap<string, string>): string {
  const filled = text.replace(/<!-- ([^/>][^>]*?) -->([^]*?)<!-- \/\1 -->/g, (_all, name: string) => {
    const part = parts.get(name);
    if (part === undefined)
      throw new Error(`${README}: nothing is called ${name}; known: ${[...parts.keys()].join(", ")}`);
    return `<!-- ${name} -->${part}<!-- /${name} -->`;
  });
  const blocks = [...parts.keys()].filter((name) => !name.startsWith("count "));
  const lost = blocks.find((name) => !filled.includes(`<!-- /${name} -->`));
  if (lost) throw new Error(`${README}: there is no place for ${lost}, <!-- ${lost} --> to <!-- /${lost} -->`);
  // A comment at the beginning of a line would end its paragraph.
  const broken = /^<!-- \/?count [^>]*-->/m.exec(filled);
  if (broken) throw new Error(`${README}: ${broken[0]} begins a line; put a word before it`);
  return filled;
}
