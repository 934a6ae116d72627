import { parseCell } from "../../../core/cell/cell";
import { RUBRIC_COLUMNS } from "../../../core/rubric/columns";
import type { Scale } from "../../../core/rubric/scale";
import type {
  MethodExample,
  MethodVariant,
  ParameterColumn,
  ParameterSpec,
  ScoringMethod,
} from "../../../core/scoring/model/method";
import { intervalInWords } from "../../../core/scoring/curves/interval-in-words";
import { createPeers } from "../../../core/scoring/model/peers";
import { createReader } from "../../../core/scoring/compile/read-value";
import { showDeviation, showNumber } from "../../../core/text/format";
import type { Locale } from "../../../core/text/locale";
import { html, table } from "./html";
import type { Content, Html } from "./html";
import { DOMAIN_WORDS, POINTS_WORDS, WORDS } from "./words";

export const methodTitle = (method: ScoringMethod, locale: Locale): string => method.names[locale][0] ?? method.id;

export function methodBody(method: ScoringMethod, locale: Locale): Html {
  const specs = Object.entries(method.parameters) as [ParameterColumn, ParameterSpec][];
  const names = [...new Set([method.id, ...method.names[locale], ...Object.values(method.names).flat()])];
  const [first] = method.examples;
  return html`<p class="lead">${method.text[locale].summary}</p>
    <h2>${WORDS.inWords[locale]}</h2>
    <p class="formula">${method.text[locale].formula}</p>
    <h2>${WORDS.names[locale]}</h2>
    <p>${names.map((name) => html`<code>${name}</code> `)}</p>
    ${method.variants ? variantList(method.variants, locale) : undefined}
    <h2>${WORDS.parameters[locale]}</h2>
    <p>${POINTS_WORDS[method.points][locale]}</p>
    ${specs.length > 0 ? parameterTable(specs, locale) : undefined}
    <h2>${WORDS.examples[locale]}</h2>
    ${exampleTable(method, specs, locale)}
    <p>${WORDS.allExamples[locale]}</p>
    ${first ? nativeFormula(method, first, locale) : undefined}
    <h2>${WORDS.source[locale]}</h2>
    <p>${method.source}</p>`;
}

function parameterTable(specs: readonly [ParameterColumn, ParameterSpec][], locale: Locale): Html {
  return table(
    [WORDS.column[locale], WORDS.meaning[locale], WORDS.domain[locale], ""],
    specs.map(([column, spec]) => [
      html`<strong>${RUBRIC_COLUMNS[column].names[locale][0]}</strong>`,
      spec.text[locale].help,
      DOMAIN_WORDS[spec.unit === "scale" ? "scale" : spec.domain][locale],
      (spec.required ? WORDS.required : WORDS.optional)[locale],
    ]),
  );
}

function exampleTable(method: ScoringMethod, specs: readonly [ParameterColumn, ParameterSpec][], locale: Locale): Html {
  const compares = method.examples.some((example) => example.peers);
  const headers: Content[] = [
    ...specs.map(([column]) => RUBRIC_COLUMNS[column].names[locale][0]),
    WORDS.points[locale],
    ...(compares ? [WORDS.peers[locale]] : []),
    WORDS.value[locale],
    WORDS.earned[locale],
    WORDS.note[locale],
    WORDS.explanation[locale],
  ];
  return table(
    headers,
    method.examples.map((example) => [
      ...specs.map(([column, spec]) => parameterText(parameterOf(example, column), spec, locale)),
      showNumber(example.parameters.points, locale),
      ...(compares ? [(example.peers ?? []).map((peer) => showNumber(peer, locale)).join(", ")] : []),
      rawText(example.value, locale),
      html`<strong>${earnedText(example.points, locale)}</strong>`,
      example.note[locale],
      explanation(method, example, locale),
    ]),
  );
}

function parameterOf(
  example: MethodExample<ScoringMethod["parameters"]>,
  column: ParameterColumn,
): number | Scale | undefined {
  return (example.parameters as Readonly<Record<string, number | Scale | undefined>>)[column];
}

function parameterText(value: number | Scale | undefined, spec: ParameterSpec, locale: Locale): string {
  if (value === undefined) return "";
  if (typeof value === "number")
    return spec.unit === "deviation" ? showDeviation(value, locale) : showNumber(value, locale);
  return value.intervals
    .map(
      (interval) =>
        `${intervalInWords(interval, (bound) => showNumber(bound, locale))[locale]}: ${worthText(interval, locale)}`,
    )
    .join("; ");
}

function worthText({ worth, grade }: Scale["intervals"][number], locale: Locale): string {
  if (!worth) return grade;
  const show = (n: number): string =>
    worth.unit === "share" ? `${showNumber(n * 100, locale)}%` : showNumber(n, locale);
  return worth.from === worth.to ? show(worth.from) : `${show(worth.from)} → ${show(worth.to)}`;
}

function rawText(value: MethodExample<ScoringMethod["parameters"]>["value"], locale: Locale): Content {
  if (typeof value === "number") return showNumber(value, locale);
  return value === null || value === undefined || value === ""
    ? html`<em>${WORDS.emptyCell[locale]}</em>`
    : String(value);
}

const earnedText = (points: number | "failed", locale: Locale): string =>
  points === "failed" ? WORDS.cannotBeScored[locale] : showNumber(points, locale);

function explanation(
  method: ScoringMethod,
  example: MethodExample<ScoringMethod["parameters"]>,
  locale: Locale,
): string {
  const { value } = createReader(method, example.parameters)(parseCell(example.value));
  if (Number.isNaN(value)) return "";
  const context = {
    value,
    points: example.points === "failed" ? NaN : example.points,
    peers: createPeers(Float64Array.from(example.peers ?? [value])),
    given: example.given ?? 0,
    showAs: "number" as const,
  };
  return method.explain(example.parameters, context).sentence[locale];
}

function variantList(variants: readonly MethodVariant[], locale: Locale): Html {
  return html`<p>${WORDS.variants[locale]}:</p>
    <ul>
      ${variants.map(({ names, text }) => html`<li><code>${names[locale][0]!}</code> - ${text[locale]}</li>`)}
    </ul>`;
}

function nativeFormula(
  method: ScoringMethod,
  example: MethodExample<ScoringMethod["parameters"]>,
  locale: Locale,
): Html {
  const formula = method.nativeFormula(example.parameters, { value: "B2", peers: "B$2:B$9" });
  return html`<p>${WORDS.nativeFormula[locale]}:</p>
    <pre><code>=${formula}</code></pre>`;
}
