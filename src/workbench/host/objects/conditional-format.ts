import { defineClass, type HostContext, type HostObject, type Scalar } from "../host-object";
import type { ConditionalFormat, ConditionalRule } from "../model";
import { HostError } from "../protocol";
import { intersect } from "../rects";
import { colour, invalid, logical, oneOf, sheetById, text, wholeNumber, writable, type RangeSelf } from "./arguments";
import { cutConditionalFormats, newConditionalId } from "./conditional-cut";
import { range } from "./classes";

const CELL_VALUE_OPERATORS = [
  "Between",
  "NotBetween",
  "EqualTo",
  "NotEqualTo",
  "GreaterThan",
  "LessThan",
  "GreaterThanOrEqual",
  "LessThanOrEqual",
] as const;
const TEXT_OPERATORS = ["Contains", "NotContains", "BeginsWith", "EndsWith"] as const;

const TYPES: Readonly<Record<ConditionalRule["kind"], string>> = {
  cellValue: "CellValue",
  containsText: "ContainsText",
  custom: "Custom",
};

/** The rule of a new format, until the add-in states one. It is complete, because a grid may refuse others, and it colours nothing. */
const NEW_RULES: Readonly<Record<ConditionalRule["kind"], ConditionalRule>> = {
  cellValue: { kind: "cellValue", operator: "EqualTo", formula1: "0" },
  containsText: { kind: "containsText", operator: "Contains", text: "?" },
  custom: { kind: "custom", formula: "=FALSE" },
};

/** One conditional format: its sheet and its id. */
interface FormatSelf {
  readonly sheetId: string;
  readonly id: string;
}

function formatOf({ sheetId, id }: FormatSelf, host: HostContext): ConditionalFormat {
  sheetById(host, sheetId);
  const found = host.model.conditionalFormats(sheetId).find((each) => each.id === id);
  if (!found) throw new HostError("ItemNotFound", "The requested resource doesn't exist.");
  return found;
}

function change(self: FormatSelf, patch: Partial<ConditionalFormat>, host: HostContext): void {
  writable(host, self.sheetId);
  const changed = { ...formatOf(self, host), ...patch };
  const all = host.model.conditionalFormats(self.sheetId);
  host.model.setConditionalFormats(
    self.sheetId,
    all.map((each) => (each.id === self.id ? changed : each)),
  );
}

function ruleOf<Kind extends ConditionalRule["kind"]>(self: FormatSelf, kind: Kind, host: HostContext) {
  const { rule } = formatOf(self, host);
  if (rule.kind !== kind)
    throw new HostError("InvalidOperation", `The conditional format is not of type ${TYPES[kind]}.`);
  return rule as Extract<ConditionalRule, { kind: Kind }>;
}

function field<Key extends keyof ConditionalFormat["format"]>(
  key: Key,
  take: (value: unknown) => NonNullable<ConditionalFormat["format"][Key]>,
): Scalar<FormatSelf> {
  return {
    get: (self, host) => formatOf(self, host).format[key] ?? null,
    set: (self, value, host) => change(self, { format: { ...formatOf(self, host).format, [key]: take(value) } }, host),
  };
}

const conditionalFont = defineClass<FormatSelf>({
  name: "ConditionalRangeFont",
  scalars: {
    Color: field("fontColor", (value) => colour(value, "color")),
    Bold: field("bold", (value) => logical(value, "bold")),
    Italic: field("italic", (value) => logical(value, "italic")),
  },
});

const conditionalFill = defineClass<FormatSelf>({
  name: "ConditionalRangeFill",
  scalars: { Color: field("fill", (value) => colour(value, "color")) },
});

const conditionalRangeFormat = defineClass<FormatSelf>({
  name: "ConditionalRangeFormat",
  children: { Font: (self) => conditionalFont(self), Fill: (self) => conditionalFill(self) },
});

const cellValue = defineClass<FormatSelf>({
  name: "CellValueConditionalFormat",
  scalars: {
    Rule: {
      get(self, host) {
        const { operator, formula1, formula2 } = ruleOf(self, "cellValue", host);
        return { operator, formula1, ...(formula2 === undefined ? {} : { formula2 }) };
      },
      set(self, value, host) {
        ruleOf(self, "cellValue", host);
        const { operator, formula1, formula2 } = record(value);
        const rule: ConditionalRule = {
          kind: "cellValue",
          operator: oneOf(operator, CELL_VALUE_OPERATORS, "operator"),
          formula1: text(formula1, "formula1"),
          ...(formula2 === undefined || formula2 === null ? {} : { formula2: text(formula2, "formula2") }),
        };
        change(self, { rule }, host);
      },
    },
  },
  children: { Format: (self) => conditionalRangeFormat(self) },
});

const textComparison = defineClass<FormatSelf>({
  name: "TextConditionalFormat",
  scalars: {
    Rule: {
      get(self, host) {
        const rule = ruleOf(self, "containsText", host);
        return { operator: rule.operator, text: rule.text };
      },
      set(self, value, host) {
        ruleOf(self, "containsText", host);
        const { operator, text: wanted } = record(value);
        change(
          self,
          {
            rule: {
              kind: "containsText",
              operator: oneOf(operator, TEXT_OPERATORS, "operator"),
              text: text(wanted, "text"),
            },
          },
          host,
        );
      },
    },
  },
  children: { Format: (self) => conditionalRangeFormat(self) },
});

const customRule = defineClass<FormatSelf>({
  name: "ConditionalFormatRule",
  scalars: {
    Formula: {
      get: (self, host) => ruleOf(self, "custom", host).formula,
      set(self, value, host) {
        ruleOf(self, "custom", host);
        change(self, { rule: { kind: "custom", formula: text(value, "formula") } }, host);
      },
    },
  },
});

const custom = defineClass<FormatSelf>({
  name: "CustomConditionalFormat",
  children: { Rule: (self) => customRule(self), Format: (self) => conditionalRangeFormat(self) },
});

function ifKind(
  self: FormatSelf,
  kind: ConditionalRule["kind"],
  host: HostContext,
  make: (self: FormatSelf) => HostObject,
) {
  return formatOf(self, host).rule.kind === kind ? make(self) : null;
}

const conditionalFormat = defineClass<FormatSelf>({
  name: "ConditionalFormat",
  id: ({ id }) => id,
  scalars: {
    Type: { get: (self, host) => TYPES[formatOf(self, host).rule.kind] },
    Priority: { get: (self, host) => host.model.conditionalFormats(self.sheetId).indexOf(formatOf(self, host)) },
    StopIfTrue: {
      get: (self, host) => formatOf(self, host).stopIfTrue,
      set: (self, value, host) => change(self, { stopIfTrue: logical(value, "stopIfTrue") }, host),
    },
  },
  children: {
    CellValue: (self) => cellValue(self),
    TextComparison: (self) => textComparison(self),
    Custom: (self) => custom(self),
    CellValueOrNullObject: (self, host) => ifKind(self, "cellValue", host, cellValue),
    TextComparisonOrNullObject: (self, host) => ifKind(self, "containsText", host, textComparison),
    CustomOrNullObject: (self, host) => ifKind(self, "custom", host, custom),
  },
  methods: {
    Delete(self, _args, host) {
      writable(host, self.sheetId);
      const rest = host.model.conditionalFormats(self.sheetId).filter((each) => each !== formatOf(self, host));
      host.model.setConditionalFormats(self.sheetId, rest);
    },
    GetRange: (self, _args, host) => range({ sheetId: self.sheetId, rect: formatOf(self, host).ranges[0]! }),
  },
});

/** The conditional formats that touch a range. */
function within({ sheetId, rect }: RangeSelf, host: HostContext): HostObject[] {
  sheetById(host, sheetId);
  const found = host.model
    .conditionalFormats(sheetId)
    .filter((each) => each.ranges.some((one) => intersect(one, rect)));
  return found.map(({ id }) => conditionalFormat({ sheetId, id }));
}

function find(self: RangeSelf, key: unknown, host: HostContext): HostObject | null {
  return within(self, host).find((each) => (each.self as FormatSelf).id === key) ?? null;
}

export const conditionalFormatCollection = defineClass<RangeSelf>({
  name: "ConditionalFormatCollection",
  items: within,
  item(self, key, host) {
    const found = find(self, key, host);
    if (!found) throw new HostError("ItemNotFound", "The requested resource doesn't exist.");
    return found;
  },
  methods: {
    Add({ sheetId, rect }, [type], host) {
      writable(host, sheetId);
      const kind = (Object.keys(TYPES) as ConditionalRule["kind"][]).find((each) => TYPES[each] === type);
      if (!kind)
        throw new HostError("NotImplemented", `The workbench has no conditional format of type ${String(type)}`);
      const id = newConditionalId(host.model);
      const added: ConditionalFormat = { id, ranges: [rect], rule: NEW_RULES[kind], stopIfTrue: false, format: {} };
      // A new format goes before the existing ones, as in Excel.
      host.model.setConditionalFormats(sheetId, [added, ...host.model.conditionalFormats(sheetId)]);
      return conditionalFormat({ sheetId, id });
    },
    ClearAll({ sheetId, rect }, _args, host) {
      writable(host, sheetId);
      cutConditionalFormats(host.model, sheetId, rect);
    },
    GetCount: (self, _args, host) => within(self, host).length,
    GetItemAt(self, [index], host) {
      const found = within(self, host)[wholeNumber(index, "index")];
      if (!found) throw invalid("index");
      return found;
    },
    GetItemOrNullObject: (self, [id], host) => find(self, id, host),
  },
});

function record(value: unknown): Record<string, unknown> {
  if (typeof value !== "object" || value === null) throw invalid("rule");
  return value as Record<string, unknown>;
}
