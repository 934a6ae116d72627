/** The ribbon of the manifest, as Excel would draw it. */
export interface RibbonPlan {
  readonly addInName: string;
  readonly tab: string;
  readonly groups: readonly RibbonGroup[];
  /** Path of the page that runs the add-in, and path of the functions' metadata in the requested language. */
  readonly page: string;
  readonly functionsMetadata: string;
  readonly namespace: string;
}

interface RibbonGroup {
  readonly label: string;
  readonly buttons: readonly RibbonButton[];
}

export interface RibbonButton {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  /** Path of the picture closest to 32 pixels. */
  readonly icon: string;
  readonly action: { readonly kind: "show-pane" } | { readonly kind: "run"; readonly functionName: string };
}

const RESOURCES = ["Image", "Url", "String"];
const ICON_PIXELS = 32;

/** Reads a manifest for one language. It refuses a manifest that names a missing part, and names that part. */
export function ribbonPlan(manifest: Document, locale: string): RibbonPlan {
  const strings = resources(manifest, locale);
  const text = (element: Element | undefined): string => {
    const id = element?.getAttribute("resid");
    const found = id === null || id === undefined ? undefined : strings.get(id);
    if (found === undefined)
      throw new Error(`manifest.xml: no resource for ${element?.localName ?? "an element"} (${id ?? "no resid"})`);
    return found;
  };
  const overrides = one(manifest, "VersionOverrides");
  const tab = one(overrides, "CustomTab");
  const script = one(overrides, "ExtensionPoint", (point) => point.getAttribute("xsi:type") === "CustomFunctions");
  return {
    addInName: localValue(one(manifest, "DisplayName"), locale),
    tab: text(child(tab, "Label")),
    groups: all(tab, "Group").map((group) => ({
      label: text(child(group, "Label")),
      buttons: all(group, "Control").map((control) => button(control, text)),
    })),
    page: pathOf(text(child(one(script, "Page"), "SourceLocation"))),
    functionsMetadata: pathOf(text(child(one(script, "Metadata"), "SourceLocation"))),
    namespace: text(child(script, "Namespace")),
  };
}

function button(control: Element, text: (element: Element | undefined) => string): RibbonButton {
  const id = control.getAttribute("id") ?? "";
  const action = child(control, "Action");
  const kind = action?.getAttribute("xsi:type");
  const functionName = action && child(action, "FunctionName")?.textContent?.trim();
  if (kind !== "ShowTaskpane" && (kind !== "ExecuteFunction" || !functionName)) {
    throw new Error(`manifest.xml: the workbench has no action ${kind ?? "without a type"} (${id})`);
  }
  return {
    id,
    label: text(child(control, "Label")),
    tip: text(child(one(control, "Supertip"), "Description")),
    icon: pathOf(text(iconOf(control))),
    action: kind === "ShowTaskpane" ? { kind: "show-pane" } : { kind: "run", functionName: functionName! },
  };
}

function iconOf(control: Element): Element | undefined {
  const images = all(one(control, "Icon"), "Image");
  const distance = (image: Element) => Math.abs(Number(image.getAttribute("size")) - ICON_PIXELS);
  return images.sort((a, b) => distance(a) - distance(b))[0];
}

function resources(manifest: Document, locale: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const element of manifest.getElementsByTagName("*")) {
    const id = element.getAttribute("id");
    if (id !== null && RESOURCES.includes(element.localName)) found.set(id, localValue(element, locale));
  }
  return found;
}

function localValue(element: Element, locale: string): string {
  const override = [...element.children].find(
    (each) => each.localName === "Override" && each.getAttribute("Locale")?.toLowerCase() === locale.toLowerCase(),
  );
  return override?.getAttribute("Value") ?? element.getAttribute("DefaultValue") ?? "";
}

/** The manifest names the place of deployment. Here this server holds the files. */
function pathOf(address: string): string {
  const url = new URL(address);
  return url.pathname + url.search;
}

function all(parent: Element | Document, name: string): Element[] {
  return [...parent.getElementsByTagName("*")].filter((element) => element.localName === name);
}

function child(parent: Element, name: string): Element | undefined {
  return [...parent.children].find((element) => element.localName === name);
}

function one(parent: Element | Document, name: string, fits: (element: Element) => boolean = () => true): Element {
  const found = all(parent, name).find(fits);
  if (found === undefined) throw new Error(`manifest.xml: no ${name}`);
  return found;
}
