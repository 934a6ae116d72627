import { listRows } from "../../src/core/cell/packed";
import { addressOf } from "../../src/core/cell/place";
import { parseCell } from "../../src/core/cell/cell";
import { ALL_CHECKS, runCheck, validate } from "../../src/core/checks/validate";
import { sourcesOf } from "../../src/core/checks/examples";
import { readSubject } from "../../src/core/checks/subject";
import type { Finding } from "../../src/core/checks/finding";
import { scoreColumn } from "../../src/core/scoring/model/method";
import { createPeers } from "../../src/core/scoring/model/peers";
import { createReader } from "../../src/core/scoring/compile/read-value";
import { ALL_METHODS } from "../../src/core/scoring/compile/registry";
import { LOCALES } from "../../src/core/text/locale";
import type { FunctionCell, FunctionDefinition } from "../../src/functions/define";
import { FUNCTIONS } from "../../src/functions/definitions";
import { evaluate } from "../../src/functions/evaluate";
import { ONE_OF_MANY } from "../support/sentences";

const SENTENCE_FLAWS = /undefined|NaN|\[object|\{\{|null|Infinity/;

function expectSentences(texts: readonly string[]): void {
  for (const text of texts) {
    expect(text).not.toMatch(SENTENCE_FLAWS);
    expect(text).not.toMatch(ONE_OF_MANY);
    expect(text.trim()).not.toBe("");
  }
}

describe.each(ALL_METHODS.map((method) => [method.id, method] as const))("method %s", (_id, method) => {
  test.each(method.examples.map((example, index) => [index + 1, example.note.en, example] as const))(
    "example %i: %s",
    (_index, _note, example) => {
      const cell = parseCell(example.value);
      const { value } = createReader(method, example.parameters)(cell);
      const values = Float64Array.of(value);
      const peers = createPeers(Float64Array.from(example.peers ?? [value]));
      const given = example.given === undefined ? undefined : Float64Array.of(example.given);
      const points = scoreColumn(method, example.parameters, values, { peers, given });
      if (example.points === "failed") expect(points[0]).toBeNaN();
      else expect(points[0]).toBeCloseTo(example.points, 12);
      // The text of an unreadable cell explains it. The method is not asked.
      if (Number.isNaN(value)) return;
      const context = { value, points: points[0]!, peers, given: example.given ?? 0, showAs: "number" as const };
      const { sentence, facts } = method.explain(example.parameters, context);
      expectSentences(LOCALES.map((locale) => sentence[locale]));
      for (const fact of Object.values(facts)) expect(typeof fact === "string" || Number.isFinite(fact)).toBe(true);
    },
  );

  test("a value that is not there stays not there", () => {
    const parameters = method.examples[0]!.parameters;
    const points = scoreColumn(method, parameters, Float64Array.of(NaN, NaN));
    expect([...points].every(Number.isNaN)).toBe(true);
  });

  test("has texts in both languages", () => {
    for (const locale of LOCALES) {
      expectSentences([method.text[locale].summary, method.text[locale].formula, ...method.names[locale]]);
      for (const spec of Object.values(method.parameters))
        expectSentences([spec.text[locale].name, spec.text[locale].help]);
    }
    expect(method.names.en[0]).toBe(method.id);
    for (const special of method.cases ?? [])
      for (const locale of LOCALES) expect(method.names[locale].slice(1)).toContain(special[locale]);
  });

  test("says a rule in both languages, whatever the rule leaves out", () => {
    const rules = [{}, ...method.examples.map(({ parameters: { scale: _scale, ...rest } }) => rest)];
    for (const rule of rules) {
      const clauses = method.say?.(rule, { inPercent: false, show: String }) ?? [];
      expectSentences(clauses.flatMap((clause) => (clause ? LOCALES.map((locale) => clause[locale]) : [])));
    }
  });
});

const shown = (finding: Finding): string =>
  finding.at ? `${finding.at.sheet}!${addressOf(finding.at.row, finding.at.column)}` : "";

describe.each(ALL_CHECKS.map((check) => [check.id, check] as const))("check %s", (_id, check) => {
  test.each(check.valid.map((tables, index) => [index + 1, tables] as const))(
    "valid example %i: nothing at all is reported",
    (_index, tables) => {
      expect(validate(readSubject(sourcesOf(tables))).map((finding) => `${finding.code} ${shown(finding)}`)).toEqual(
        [],
      );
    },
  );

  test.each(check.invalid.map((each, index) => [index + 1, each] as const))(
    "invalid example %i: exactly there",
    (_index, { tables, at }) => {
      const subject = readSubject(sourcesOf(tables));
      const findings = runCheck(check, subject);
      expect(findings.map(shown)).toEqual(at);
      for (const { text, fixes } of findings) {
        for (const locale of LOCALES)
          expectSentences([
            text[locale].what,
            text[locale].why,
            text[locale].how,
            ...fixes.map(({ label }) => label[locale]),
          ]);
        expect(text["zh-CN"].what).not.toBe(text.en.what);
      }
      // Another check may report only another cause. Consequences are not repeated.
      const others = validate(subject).filter((finding) => finding.code !== check.id && finding.severity === "error");
      expect(others.map((finding) => `${finding.code} ${shown(finding)}`)).toEqual([]);
    },
  );

  test("a figure of one stands with one thing", () => {
    for (const { tables } of check.invalid) {
      for (const { data } of runCheck(check, readSubject(sourcesOf(tables)))) {
        const figures = Object.keys(data).filter((key) => /^-?\d+(\.\d+)?$/.test(String(data[key])));
        for (const ones of [...figures.map((key) => [key]), figures]) {
          const one = ones.map((key) => [key, typeof data[key] === "number" ? 1 : "1"]);
          const { what, why, how } = check.message.en({ ...data, ...Object.fromEntries(one) });
          expectSentences([what, why, how]);
        }
      }
    }
  });

  test("every fix clears what it mends and adds no error", () => {
    for (const { tables } of check.invalid) {
      for (const finding of runCheck(check, readSubject(sourcesOf(tables)))) {
        // A finding has one obvious mend, or several to choose from.
        expect(finding.fixes.filter(({ kind }) => kind === "safe").length === 0 || finding.fixes.length === 1).toBe(
          true,
        );
        for (const fix of finding.fixes) {
          const sources = sourcesOf(tables).map((source) => {
            const values = listRows(source.values).map((row) => [...row]);
            return { ...source, values, rowFormats: values.slice(1).map(() => [...source.formats]) };
          });
          for (const { sheet, row, column, value, numberFormat } of fix.edits) {
            const { values, rowFormats } = sources.find((source) => source.sheet === sheet)!;
            values[row]![column] = value;
            if (numberFormat !== undefined && row > 0) rowFormats[row - 1]![column] = numberFormat;
          }
          const left = validate(readSubject(sources)).filter(
            (other) => other.severity === "error" || other.code === finding.code,
          );
          const elsewhere = runCheck(check, readSubject(sourcesOf(tables))).filter(
            (other) => shown(other) !== shown(finding),
          );
          expect(left.map(shown)).toEqual(elsewhere.map(shown));
        }
      }
    }
  });
});

const plain = (cell: FunctionCell): unknown => (typeof cell === "object" ? { error: cell.error } : cell);

describe.each(FUNCTIONS.map((definition) => [definition.id, definition] as const))(
  "function %s",
  (_id, definition: FunctionDefinition) => {
    beforeAll(() => definition.prepare?.());

    test.each(definition.examples.map((example, index) => [index + 1, example.note.en, example] as const))(
      "example %i: %s",
      (_index, _note, example) => {
        const invocation = { address: "Sheet1!A1" };
        const raw = definition.parameters.map((_, index) => example.arguments[index] ?? null);
        const result = evaluate(definition, [...raw, invocation]).map((row) => row.map(plain));
        const expected = Array.isArray(example.result) ? example.result : [[example.result]];
        expect(
          result.map((row) => row.map((cell) => (typeof cell === "number" ? Number(cell.toPrecision(12)) : cell))),
        ).toEqual(
          expected.map((row) =>
            row.map((cell: unknown) => (typeof cell === "number" ? Number(cell.toPrecision(12)) : cell)),
          ),
        );
      },
    );

    test("has a legal, lasting name and optional parameters last", () => {
      expect(definition.id).toMatch(/^[A-Z][A-Z_.]{2,}$/);
      const optional = definition.parameters.map((parameter) => parameter.optional === true);
      expect(optional).toEqual([...optional].sort());
    });
  },
);
