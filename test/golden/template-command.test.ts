import { ALL_TEMPLATES } from "../../src/core/templates/make/registry";
import { additionsOf, knownFindings, placeText } from "../support/template-findings";
import { both, type Template } from "../../src/core/templates/template";
import { LOCALES, type Locale } from "../../src/core/text/locale";
import { command, workFolder } from "../support/command";

const folder = workFolder();
afterAll(folder.remove);

const CASES = ALL_TEMPLATES.flatMap((template) =>
  LOCALES.map((locale): [string, Locale, Template] => [template.number, locale, template]),
);

interface FindingDocument {
  readonly code: string;
  readonly severity: string;
  readonly sheet: string;
  readonly address: string;
}

test.each(CASES)(
  "%s in %s through the command: draft, check; mended, check, score",
  async (number, locale, template) => {
    const file = (kind: string): string => folder.file(`${number}.${locale}.${kind}.xlsx`);
    const made = await command(["template", both(template.name)[locale], "--out", file("draft"), "--lang", locale]);
    expect([made.status, made.err]).toEqual([0, ""]);
    const checked = await command(["validate", file("draft"), "--lang", locale, "--json"]);
    const { findings } = JSON.parse(checked.out) as { findings: FindingDocument[] };
    const placesOf = (found: readonly FindingDocument[]): string[] =>
      found.map(({ code, sheet, address }) => `${code} ${sheet}!${address}`).sort();
    const known = knownFindings(template, locale);
    expect(placesOf(findings)).toEqual(known.map(({ code, at }) => `${code} ${placeText(at)}`).sort());
    expect(checked.status).toBe(findings.some(({ severity }) => severity === "error") ? 1 : 0);

    await command(["template", number, "--out", file("mended"), "--mended", "--lang", locale]);
    const clean = await command(["validate", file("mended"), "--json"]);
    const left = (JSON.parse(clean.out) as { findings: FindingDocument[] }).findings;
    const added = additionsOf(template, locale);
    expect(clean.status).toBe(0);
    expect(placesOf(left)).toEqual(added.map(({ code, at }) => `${code} ${placeText(at)}`).sort());
    for (const period of ["2026-10", "2026-09"]) {
      const args = ["score", file("mended"), "--out", file(period), "--period", period, "--lang", locale, "--json"];
      const scored = await command(args);
      expect([scored.status, scored.err]).toEqual([0, ""]);
      const { evaluations } = JSON.parse(scored.out) as { evaluations: { status: string; total: number | null }[] };
      expect(evaluations).toHaveLength(40);
      expect(evaluations.filter(({ status, total }) => status !== "scored" || total === null)).toEqual([]);
    }
  },
);
