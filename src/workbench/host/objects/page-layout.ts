import { defineClass, type HostContext, type HostObject, type Scalar } from "../host-object";
import type { ModelRect, PageLayout } from "../model";
import { MAX_COLUMNS, MAX_ROWS } from "../../../core/cell/place";
import { HostError } from "../protocol";
import { formatRect, parseRect } from "../rects";
import { invalid, oneOf, rangeArgument, sheetById, text } from "./arguments";
import { range } from "./classes";

function change(id: string, layout: Partial<PageLayout>, host: HostContext): void {
  sheetById(host, id);
  host.model.setPageLayout(id, { ...host.model.pageLayout(id), ...layout });
}

function layoutOf(id: string, host: HostContext): PageLayout {
  return host.model.pageLayout(sheetById(host, id).id);
}

/** Properties that are only stored and read back. */
function kept(name: string, usual: string | number | boolean): Scalar<string> {
  return {
    get: (id, host) => layoutOf(id, host).other?.[name] ?? usual,
    set(id, value, host) {
      if (typeof value !== typeof usual) throw invalid(name);
      change(id, { other: { ...layoutOf(id, host).other, [name]: value as string | number | boolean } }, host);
    },
  };
}

/** What only a printer can tell: without one, Excel tells null and refuses to set it. */
function printed(name: string, { get, set }: Required<Scalar<string>>): Scalar<string> {
  return {
    get: (id, host) => (host.surroundings.printer ? get(id, host) : null),
    set(id, value, host) {
      if (!host.surroundings.printer) throw new HostError("GeneralException", `No printer is installed: ${name}`);
      set(id, value, host);
    },
  };
}

/** Whole rows or columns printed on each page. */
function titles(id: string, key: "titleRows" | "titleColumns", host: HostContext): HostObject | null {
  const address = layoutOf(id, host)[key];
  return address === undefined ? null : range({ sheetId: id, rect: parseRect(address)! });
}

function setTitles(id: string, key: "titleRows" | "titleColumns", given: unknown, host: HostContext): void {
  const { rect } = rangeArgument(host, given, id);
  const whole: ModelRect =
    key === "titleRows" ? { ...rect, column: 0, columns: MAX_COLUMNS } : { ...rect, row: 0, rows: MAX_ROWS };
  change(id, { [key]: formatRect(whole).replace(/\w+/g, "$$$&") }, host);
}

function orNotFound(found: HostObject | null): HostObject {
  if (!found) throw new HostError("ItemNotFound", "The requested resource doesn't exist.");
  return found;
}

function zoom(value: unknown): NonNullable<PageLayout["zoom"]> {
  if (typeof value !== "object" || value === null) throw invalid("zoom");
  const { scale, horizontalFitToPages, verticalFitToPages } = value as Record<string, unknown>;
  const entries = Object.entries({ scale, horizontalFitToPages, verticalFitToPages }).filter(
    ([, each]) => each !== undefined && each !== null,
  );
  if (entries.some(([, each]) => typeof each !== "number")) throw invalid("zoom");
  return Object.fromEntries(entries) as NonNullable<PageLayout["zoom"]>;
}

const PLACES = ["LeftHeader", "CenterHeader", "RightHeader", "LeftFooter", "CenterFooter", "RightFooter"] as const;

const headerFooter = defineClass<string>({
  name: "HeaderFooter",
  scalars: Object.fromEntries(
    PLACES.map((place): [string, Scalar<string>] => [
      place,
      {
        get: (id, host) => layoutOf(id, host).headersFooters?.[place] ?? "",
        set(id, value, host) {
          const { [place]: _old, ...rest } = layoutOf(id, host).headersFooters ?? {};
          const now = text(value, place);
          change(id, { headersFooters: now === "" ? rest : { ...rest, [place]: now } }, host);
        },
      },
    ]),
  ),
});

const headerFooterGroup = defineClass<string>({
  name: "HeaderFooterGroup",
  scalars: { State: { get: () => "Default" } },
  children: { DefaultForAllPages: (id) => headerFooter(id) },
});

/** The instance is the id of the sheet. */
export const pageLayout = defineClass<string>({
  name: "PageLayout",
  scalars: {
    Orientation: printed("orientation", {
      get: (id, host) => layoutOf(id, host).orientation ?? "Portrait",
      set: (id, value, host) =>
        change(id, { orientation: oneOf(value, ["Portrait", "Landscape"], "orientation") }, host),
    }),
    PaperSize: printed("paperSize", {
      get: (id, host) => layoutOf(id, host).paperSize ?? "Letter",
      set: (id, value, host) => change(id, { paperSize: text(value, "paperSize") }, host),
    }),
    Zoom: printed("zoom", {
      get: (id, host) => layoutOf(id, host).zoom ?? { scale: 100 },
      set: (id, value, host) => change(id, { zoom: zoom(value) }, host),
    }),
    CenterHorizontally: kept("centerHorizontally", false),
    CenterVertically: kept("centerVertically", false),
    PrintGridlines: kept("printGridlines", false),
    PrintHeadings: kept("printHeadings", false),
    LeftMargin: kept("leftMargin", 50.4),
    RightMargin: kept("rightMargin", 50.4),
    TopMargin: kept("topMargin", 54),
    BottomMargin: kept("bottomMargin", 54),
  },
  children: { HeadersFooters: (id) => headerFooterGroup(id) },
  methods: {
    SetPrintTitleRows: (id, [rows], host) => setTitles(id, "titleRows", rows, host),
    SetPrintTitleColumns: (id, [columns], host) => setTitles(id, "titleColumns", columns, host),
    GetPrintTitleRows: (id, _args, host) => orNotFound(titles(id, "titleRows", host)),
    GetPrintTitleRowsOrNullObject: (id, _args, host) => titles(id, "titleRows", host),
    GetPrintTitleColumns: (id, _args, host) => orNotFound(titles(id, "titleColumns", host)),
    GetPrintTitleColumnsOrNullObject: (id, _args, host) => titles(id, "titleColumns", host),
    SetPrintArea: (id, [area], host) => change(id, { printArea: rangeArgument(host, area, id).rect }, host),
    GetPrintAreaOrNullObject(id, _args, host) {
      const { printArea } = layoutOf(id, host);
      return printArea ? range({ sheetId: id, rect: printArea }) : null;
    },
  },
});
