import { defineClass, type HostContext } from "../host-object";
import type { Border, BorderSide, ModelRect } from "../model";
import { HostError } from "../protocol";
import { colour, oneOf, writable, type RangeSelf } from "./arguments";

const STYLES = ["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot", "Double", "SlantDashDot"] as const;
const WEIGHTS = ["Hairline", "Thin", "Medium", "Thick"] as const;
const SIDES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideVertical", "InsideHorizontal"] as const;
type SideIndex = (typeof SIDES)[number];

const PLAIN: Border = { style: "Continuous", weight: "Thin", color: "#000000" };

interface BorderSelf extends RangeSelf {
  readonly side: SideIndex;
}

/** The cells with a line of the range, and their side with the line. Undefined if the range has no such line. */
function line({ rect, side }: BorderSelf): { readonly cells: ModelRect; readonly at: BorderSide } | undefined {
  const { row, column, rows, columns } = rect;
  switch (side) {
    case "EdgeTop":
      return { cells: { ...rect, rows: 1 }, at: "top" };
    case "EdgeBottom":
      return { cells: { ...rect, row: row + rows - 1, rows: 1 }, at: "bottom" };
    case "EdgeLeft":
      return { cells: { ...rect, columns: 1 }, at: "left" };
    case "EdgeRight":
      return { cells: { ...rect, column: column + columns - 1, columns: 1 }, at: "right" };
    case "InsideHorizontal":
      return rows > 1 ? { cells: { ...rect, rows: rows - 1 }, at: "bottom" } : undefined;
    case "InsideVertical":
      return columns > 1 ? { cells: { ...rect, columns: columns - 1 }, at: "right" } : undefined;
  }
}

function read(self: BorderSelf, host: HostContext): Border | undefined {
  const found = line(self);
  if (!found) return undefined;
  const first = { ...found.cells, rows: 1, columns: 1 };
  return host.model.formats(self.sheetId, first)[0]![0]!.borders[found.at];
}

function draw(self: BorderSelf, change: Partial<Border> | null, host: HostContext): void {
  writable(host, self.sheetId);
  const found = line(self);
  if (!found) return;
  const border = change && { ...PLAIN, ...read(self, host), ...change };
  host.model.format(self.sheetId, found.cells, { borders: { [found.at]: border } });
}

const rangeBorder = defineClass<BorderSelf>({
  name: "RangeBorder",
  scalars: {
    SideIndex: { get: ({ side }) => side },
    Style: {
      get: (self, host) => read(self, host)?.style ?? "None",
      set(self, value, host) {
        const style = oneOf(value, STYLES, "style");
        draw(self, style === "None" ? null : { style }, host);
      },
    },
    Weight: {
      get: (self, host) => read(self, host)?.weight ?? "Thin",
      set: (self, value, host) => draw(self, { weight: oneOf(value, WEIGHTS, "weight") }, host),
    },
    Color: {
      get: (self, host) => read(self, host)?.color ?? "#000000",
      set: (self, value, host) => draw(self, { color: colour(value, "color") }, host),
    },
  },
});

function side(key: unknown): SideIndex {
  if (key === "DiagonalDown" || key === "DiagonalUp") {
    throw new HostError("NotImplemented", "The workbench has no diagonal borders");
  }
  return oneOf(key, SIDES, "border");
}

export const rangeBorderCollection = defineClass<RangeSelf>({
  name: "RangeBorderCollection",
  scalars: { Count: { get: () => SIDES.length } },
  items: (self) => SIDES.map((each) => rangeBorder({ ...self, side: each })),
  item: (self, key) => rangeBorder({ ...self, side: side(key) }),
});
