import { readFileSync } from "node:fs";
import path from "node:path";
import folders from "../../src/build/definition-folders.json";
import { fillReadme } from "../../src/build/gen/readme";
import { COMMANDS } from "../../src/cli/commands";
import { usageOf } from "../../src/cli/help";
import { ALL_CHECKS } from "../../src/core/checks/validate";
import { ALL_TEMPLATES } from "../../src/core/templates/make/registry";
import { LOCALES } from "../../src/core/text/locale";
import { root } from "../support/site";

const readme = readFileSync(path.join(root, "README.md"), "utf8");

test.each([
  ["checks", ALL_CHECKS.length, 1],
  ["templates", ALL_TEMPLATES.length, 2],
])("the number of %s is the true one wherever it stands", (key, count, times) => {
  const stated = [...readme.matchAll(new RegExp(`<!-- count ${key} -->(\\d+)<!-- /count ${key} -->`, "g"))];
  expect(stated.map(([, number]) => Number(number))).toEqual(Array<number>(times).fill(count));
});

test.each(LOCALES)("every command stands there with its usage in %s", (locale) => {
  for (const command of COMMANDS) expect(readme).toContain(`\n    npx ${usageOf(command, locale)}\n`);
});

test.each(Object.values(folders))("a $kind is said to be one file of $folder", ({ folder }) => {
  expect(readme).toContain(`\`${folder}\``);
});

describe("parts that are filled in", () => {
  const parts = new Map([
    ["count checks", "3"],
    ["commands en", "\n\n    run\n\n"],
  ]);
  const BLOCK = "<!-- commands en -->\n\n    run\n\n<!-- /commands en -->";

  test("what stands between the marks is written anew, the rest stays", () => {
    const old =
      "It knows <!-- count checks -->2<!-- /count checks --> kinds.\n\n<!-- commands en -->\n<!-- /commands en -->\n";
    const filled = `It knows <!-- count checks -->3<!-- /count checks --> kinds.\n\n${BLOCK}\n`;
    expect(fillReadme(old, parts)).toBe(filled);
    expect(fillReadme(filled, parts)).toBe(filled);
  });

  test.each([
    [`<!-- count cheques -->2<!-- /count cheques -->\n${BLOCK}`, /nothing is called count cheques/],
    ["no place at all", /there is no place for commands en/],
    [`Known:\n<!-- count checks -->2<!-- /count checks --> kinds.\n${BLOCK}`, /begins a line/],
  ])("%j is refused", (text, reason) => {
    expect(() => fillReadme(text, parts)).toThrow(reason);
  });
});
