import { localeFor, LOCALES } from "../../src/core/text/locale";
import { parseXml } from "../../src/xlsx/xml";
import type { XmlNode } from "../../src/xlsx/xml";

/** The files behind the addresses of a manifest. Paths are relative to its origin. */
export interface Site {
  readonly has: (path: string) => boolean;
  /** Width and height of a PNG file. Undefined if it does not exist. */
  readonly pixels: (path: string) => readonly [number, number] | undefined;
  /** Names that the ribbon's code associates. */
  readonly commands: readonly string[];
}

const MOST = { ShortStrings: 125, LongStrings: 250, Urls: 2048, Images: 2048 } as const;
const LONGEST_ID = 32;
const ICON_SIZES_NEEDED = [16, 32, 80];
const OTHER_LOCALES = LOCALES.filter((locale) => locale !== "en");
/** Languages of Office that have no texts of their own and get those of a language of the product, as the pane and the functions do. */
const FALLBACKS = ["zh-TW", "zh-HK"].map((tag) => [tag, localeFor(tag)] as const);
const KNOWN_SETS = ["SharedRuntime", "CustomFunctionsRuntime", "ExcelApi"];

/**
 * Problems that Microsoft's schema and validation service miss, or would need a network for. Every sentence names the offender. A sound
 * manifest has none.
 */
export function manifestProblems(text: string, site: Site): string[] {
  const root = parseXml(text, "manifest.xml");
  const all = descendants(root);
  return [
    ...identity(root, all),
    ...resources(all),
    ...addresses(all, site),
    ...pages(all),
    ...icons(all, site),
    ...ribbon(all, site),
    ...languages(root, all),
    ...requirements(all),
  ];
}

function descendants(node: XmlNode): XmlNode[] {
  return [node, ...node.children.flatMap(descendants)];
}

const named = (nodes: readonly XmlNode[], local: string): XmlNode[] => nodes.filter((node) => node.local === local);
const attribute = (node: XmlNode, name: string): string => node.attributes[name] ?? "";
const textOf = (nodes: readonly XmlNode[], local: string): string => named(nodes, local)[0]?.text.trim() ?? "";
const complain = (wrong: boolean, problem: string): string[] => (wrong ? [problem] : []);

function identity(root: XmlNode, all: readonly XmlNode[]): string[] {
  const id = textOf(all, "Id");
  const version = textOf(all, "Version");
  const permissions = textOf(all, "Permissions");
  const hosts = named(root.children, "Hosts").flatMap((node) => named(node.children, "Host"));
  const overrides = named(root.children, "VersionOverrides")[0];
  const overrideHosts = named(overrides?.children ?? [], "Hosts").flatMap((node) => node.children);
  return [
    ...complain(root.local !== "OfficeApp", `the root is ${root.local}, not OfficeApp`),
    ...complain(attribute(root, "xsi:type") !== "TaskPaneApp", "xsi:type of OfficeApp is not TaskPaneApp"),
    ...complain(!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id), `Id "${id}" is not a GUID`),
    ...complain(!/^\d+(\.\d+){3}$/.test(version), `Version "${version}" is not of the form 1.2.3.4`),
    ...complain(
      permissions !== "ReadWriteDocument",
      `Permissions is "${permissions}"; filling a sheet needs ReadWriteDocument`,
    ),
    ...complain(
      hosts.length !== 1 || attribute(hosts[0]!, "Name") !== "Workbook",
      "Hosts must be Workbook and nothing else",
    ),
    ...complain(
      overrideHosts.length !== 1 || attribute(overrideHosts[0]!, "xsi:type") !== "Workbook",
      "Hosts of VersionOverrides must be Workbook and nothing else",
    ),
    ...complain(named(all, "EquivalentAddins").length > 0, "EquivalentAddins changes how formulas are stored for ever"),
  ];
}

function resources(all: readonly XmlNode[]): string[] {
  const problems: string[] = [];
  const defined = new Map<string, XmlNode>();
  for (const [group, most] of Object.entries(MOST)) {
    for (const entry of named(all, group).flatMap((node) => node.children)) {
      const id = attribute(entry, "id");
      if (defined.has(id)) problems.push(`the id ${id} is defined twice`);
      defined.set(id, entry);
      if (id === "" || id.length > LONGEST_ID) problems.push(`the id "${id}" must have 1 to ${LONGEST_ID} characters`);
      for (const value of valuesOf(entry)) {
        if (value === "" || value.length > most)
          problems.push(`${id} must have 1 to ${most} characters and has ${value.length}`);
      }
      for (const child of entry.children) {
        if (child.name !== "bt:Override")
          problems.push(`${id}: ${child.name} must be bt:Override, or the add-in does not load`);
      }
    }
  }
  const used = new Set(all.filter((node) => "resid" in node.attributes).map((node) => attribute(node, "resid")));
  for (const id of used) if (!defined.has(id)) problems.push(`the resid ${id} is defined nowhere`);
  for (const id of defined.keys()) if (!used.has(id)) problems.push(`the resource ${id} is used nowhere`);
  const namespace = defined.get("Functions.Namespace");
  for (const value of namespace ? valuesOf(namespace) : [""]) {
    if (!/^[A-Z][A-Z0-9_.]*$/.test(value))
      problems.push(`the namespace "${value}" must be upper-case letters, digits, _ and .`);
  }
  return [...problems, ...topLevelLengths(all)];
}

function topLevelLengths(all: readonly XmlNode[]): string[] {
  return (["DisplayName", "Description"] as const).flatMap((name) => {
    const node = named(all, name).find((candidate) => "DefaultValue" in candidate.attributes);
    const most = name === "DisplayName" ? MOST.ShortStrings : MOST.LongStrings;
    const values = node ? valuesOf(node) : [""];
    return values
      .filter((value) => value === "" || value.length > most)
      .map(() => `${name} must have 1 to ${most} characters`);
  });
}

/** A value with all its overrides. */
const valuesOf = (node: XmlNode): string[] => [
  attribute(node, "DefaultValue"),
  ...node.children.map((child) => attribute(child, "Value")),
];

/** All addresses: of resources, of the top level, and the domains. */
function addressesIn(all: readonly XmlNode[]): string[] {
  const holders = ["Url", "Image", "IconUrl", "HighResolutionIconUrl", "SupportUrl", "SourceLocation"];
  const values = all
    .filter((node) => holders.includes(node.local) && "DefaultValue" in node.attributes)
    .flatMap(valuesOf);
  return [...values, ...named(all, "AppDomain").map((node) => node.text.trim())];
}

function addresses(all: readonly XmlNode[], site: Site): string[] {
  const found = addressesIn(all);
  const base = baseOf(all);
  const origin = base && new URL(base).origin;
  const problems = found.flatMap((value) => {
    if (!URL.canParse(value)) return [`"${value}" is not an address`];
    const url = new URL(value);
    if (url.protocol !== "https:") return [`${value} is not https`];
    if (url.origin !== origin) return [`${value} is not at ${origin}, where the pane is`];
    const isDomain = value === origin;
    if (isDomain) return [];
    const path = value.startsWith(base) ? value.slice(base.length) : undefined;
    return complain(path === undefined || !site.has(path), `${value} leads to nothing that is built`);
  });
  const domains = named(all, "AppDomain").map((node) => node.text.trim());
  return [...problems, ...complain(!domains.includes(origin), `AppDomains does not hold ${origin}`)];
}

/** Address of the folder of the pane's page; "" without a page. */
function baseOf(all: readonly XmlNode[]): string {
  const page = named(all, "SourceLocation").find((node) => "DefaultValue" in node.attributes);
  const value = page ? attribute(page, "DefaultValue") : "";
  return URL.canParse(value) ? value.slice(0, value.lastIndexOf("/") + 1) : "";
}

/** A shared runtime is one page under one name. Excel stops loading if one of the places differs. */
function pages(all: readonly XmlNode[]): string[] {
  const host = named(all, "Host").find((node) => "xsi:type" in node.attributes);
  const runtimes = named(all, "Runtime");
  const page = runtimes[0] ? attribute(runtimes[0], "resid") : "";
  const residsIn = (local: string): string[] =>
    named(all, local).flatMap((node) =>
      named([node, ...node.children], "SourceLocation").map((child) => attribute(child, "resid")),
    );
  const functionFiles = named(all, "FunctionFile").map((node) => attribute(node, "resid"));
  const panes = named(all, "Action").filter((node) => attribute(node, "xsi:type") === "ShowTaskpane");
  const places = [
    ...residsIn("Page"),
    ...functionFiles,
    ...panes.flatMap((node) => node.children.map((child) => attribute(child, "resid"))),
  ];
  const url = named(all, "Url").find((node) => attribute(node, "id") === page);
  const top = named(all, "SourceLocation").find((node) => "DefaultValue" in node.attributes);
  return [
    ...complain(host?.children[0]?.local !== "Runtimes", "Runtimes must be the first element of Host"),
    ...complain(runtimes.length !== 1, `there must be one Runtime, not ${runtimes.length}`),
    ...complain(
      runtimes.some((node) => attribute(node, "lifetime") !== "long"),
      'the lifetime of the Runtime must be "long"',
    ),
    ...complain(places.length < 3, "Page, FunctionFile and a ShowTaskpane action must all be there"),
    ...places.filter((place) => place !== page).map((place) => `${place} must be ${page}, the page of the Runtime`),
    ...complain(
      url === undefined || top === undefined || attribute(url, "DefaultValue") !== attribute(top, "DefaultValue"),
      "SourceLocation of DefaultSettings is not the page of the Runtime",
    ),
    ...complain(named(all, "TaskpaneId").length > 0, "TaskpaneId may not be used with a shared runtime"),
  ];
}

function icons(all: readonly XmlNode[], site: Site): string[] {
  const base = baseOf(all);
  const images = new Map(
    named(named(all, "Images").flatMap(descendants), "Image").map((node) => [
      attribute(node, "id"),
      attribute(node, "DefaultValue"),
    ]),
  );
  const sized = named(all, "Icon").flatMap((icon) => {
    const sizes = icon.children.map((image) => Number(attribute(image, "size")));
    const missing = ICON_SIZES_NEEDED.filter((size) => !sizes.includes(size));
    return [
      ...missing.map((size) => `an Icon lacks the size ${size}`),
      ...icon.children.flatMap((image) =>
        wrongSize(images.get(attribute(image, "resid")) ?? "", Number(attribute(image, "size"))),
      ),
    ];
  });
  const top = (
    [
      ["IconUrl", 32],
      ["HighResolutionIconUrl", 64],
    ] as const
  ).flatMap(([name, size]) => named(all, name).flatMap((node) => wrongSize(attribute(node, "DefaultValue"), size)));
  return [...new Set([...sized, ...top])];

  function wrongSize(address: string, size: number): string[] {
    const pixels = site.pixels(address.slice(base.length));
    if (!pixels) return [`${address || "an icon"} is not a PNG file of the add-in`];
    return complain(
      pixels[0] !== size || pixels[1] !== size,
      `${address} is ${pixels.join(" x ")} pixels, not ${size} x ${size}`,
    );
  }
}

function ribbon(all: readonly XmlNode[], site: Site): string[] {
  const ids = ["CustomTab", "Group", "Control"].flatMap((local) =>
    named(all, local).map((node) => attribute(node, "id")),
  );
  const repeated = ids.filter((id, i) => id === "" || ids.indexOf(id) !== i);
  const functions = named(all, "FunctionName").map((node) => node.text.trim());
  return [
    ...repeated.map((id) => `the id "${id}" of the ribbon must be there and unique`),
    ...complain(functions.length === 0, "no command runs a function"),
    ...functions
      .filter((name) => !site.commands.includes(name))
      .map((name) => `the command ${name} is associated nowhere`),
  ];
}

/** Every text, and the metadata of the functions, in every language of the product. */
function languages(root: XmlNode, all: readonly XmlNode[]): string[] {
  const texts = [
    ...root.children.filter((node) => ["DisplayName", "Description", "SupportUrl"].includes(node.local)),
    ...named(all, "String").filter((node) => attribute(node, "id") !== "Functions.Namespace"),
    ...named(all, "Url").filter((node) => ["Functions.Metadata.Url", "Reference.Url"].includes(attribute(node, "id"))),
  ];
  const name = (node: XmlNode): string => attribute(node, "id") || node.local;
  const missing = texts.flatMap((node) =>
    OTHER_LOCALES.filter(
      (locale) => node.children.filter((child) => attribute(child, "Locale") === locale).length !== 1,
    ).map((locale) => `${name(node)} must have one override for ${locale}`),
  );
  const known: readonly string[] = [...OTHER_LOCALES, ...FALLBACKS.map(([tag]) => tag)];
  const strange = named(all, "Override")
    .map((node) => attribute(node, "Locale"))
    .filter((locale) => !known.includes(locale));
  const valueFor = (node: XmlNode, locale: string): string =>
    node.children
      .filter((child) => attribute(child, "Locale") === locale)
      .map((child) => attribute(child, "Value"))
      .join();
  const unalike = texts.flatMap((node) =>
    FALLBACKS.filter(([tag, locale]) => valueFor(node, tag) !== valueFor(node, locale)).map(
      ([tag, locale]) => `${name(node)} must have the override of ${locale} for ${tag} too`,
    ),
  );
  return [
    ...missing,
    ...unalike,
    ...strange.map((locale) => `an override for "${locale}", which is no language of the product`),
    ...complain(textOf(all, "DefaultLocale") !== "en-US", "DefaultLocale is not en-US"),
  ];
}

function requirements(all: readonly XmlNode[]): string[] {
  const sets = named(all, "Set");
  const names = sets.map((node) => attribute(node, "Name"));
  return [
    ...KNOWN_SETS.filter((name) => !names.includes(name)).map((name) => `Requirements lack ${name}`),
    // RibbonApi, for one, may not stand in a manifest: an Excel without it would hide the add-in.
    ...names.filter((name) => !KNOWN_SETS.includes(name)).map((name) => `Requirements may not hold ${name}`),
    ...sets
      .filter((node) => !/^\d+\.\d+$/.test(attribute(node, "MinVersion")))
      .map((node) => `${attribute(node, "Name")} states no MinVersion`),
  ];
}
