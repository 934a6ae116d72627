import { localeFor, type Locale, type Localised } from "../core/text/locale";
import { newXlsx, openXlsx, type XlsxPackage } from "../xlsx";
import { registerErrors } from "./grid/errors";
import { registerFunctions, type BlankFlavour, type FunctionsMetadata, type GridPlace } from "./grid/functions";
import { openGrid, type Grid } from "./grid/grid";
import { waves } from "./grid/waves";
import { layout, OWN_FILE, type Page } from "./page/layout";
import { ribbonPlan, type RibbonButton, type RibbonPlan } from "./page/ribbon-plan";
import { SAMPLES, TEXT, type TextName } from "./page/text";
import { traffic } from "./page/traffic";
import { askUnsaved } from "./page/unsaved";
import { startSession, type Session } from "./session";

/** Display language for office.js. */
const OFFICE_TAG: Readonly<Record<Locale, string>> = { en: "en-US", "zh-CN": "zh-CN" };

/** Parameter in the address of the add-in's page that numbers the load. */
const LOAD = "load";

/**
 * The bootstrap in the add-in's page looks for this on the window around it.
 *
 * @internal tests look for it in the browser, too
 */
export interface WorkbenchWindow {
  qaWorkbench?: {
    attach(page: Window): object;
    /** For the browser tests: true if nothing is being opened or computed. */
    isIdle(): boolean;
    readonly grid: Grid | undefined;
  };
}

export async function startWorkbench(element: HTMLElement): Promise<void> {
  const parameters = new URLSearchParams(location.search);
  let locale = localeFor(parameters.get("lang") ?? navigator.language);
  let blanks: BlankFlavour = parameters.get("blanks") === "web" ? "web" : "desktop";
  let plan: RibbonPlan;
  let grid: Grid | undefined;
  let session: Session | undefined;
  let load = 0;
  /** Receives messages of a page that was replaced during its loading. It must not speak for its successor. */
  let ended: Session | undefined;
  let opening = true;
  let openings = Promise.resolve();
  let shownSample = OWN_FILE;
  const words = (name: TextName): string => (TEXT[name] as Localised)[locale];
  const flow = traffic(words("start"));
  const functionWaves = waves<GridPlace>(
    (calls) => {
      if (session === undefined) throw new Error("the add-in is not there");
      return session.call(calls);
    },
    (places) => grid?.settle(places),
  );

  const page: Page = layout(element, {
    locale: () => locale,
    traffic: flow,
    onOpen: (file) => void openFile(file),
    onSave: () => void save(),
    onSample: (name) => void openSample(name),
    onLocale: (wanted) => void setLocale(wanted),
    onBlanks: setBlanks,
    onGesture: (label) => flow.begin(label),
    onPaneClosed: () => showPane(false),
  });
  page.setBlanks(blanks);
  // The browser asks in its own words.
  window.addEventListener("beforeunload", (event) => {
    if (grid?.isChanged() === true) event.preventDefault();
  });

  const workbenchWindow = window as unknown as WorkbenchWindow;
  workbenchWindow.qaWorkbench = {
    attach: (frame) => {
      if (session === undefined) throw new Error("no workbook is open");
      return (isCurrent(frame) ? session : (ended ?? session)).seam.attach(frame);
    },
    isIdle: () => !opening && functionWaves.isIdle(),
    get grid() {
      return grid;
    },
  };

  function isCurrent(frame: Window): boolean {
    return new URLSearchParams(frame.location.search).get(LOAD) === String(load);
  }

  async function loadPlan(): Promise<void> {
    const manifest = new DOMParser().parseFromString(await fetchText("/manifest.xml"), "text/xml");
    plan = ribbonPlan(manifest, OFFICE_TAG[locale]);
    const metadata = JSON.parse(await fetchText(plan.functionsMetadata)) as FunctionsMetadata;
    registerErrors();
    registerFunctions(metadata, plan.namespace, {
      blank: () => blanks,
      lookUp: (call, place) => functionWaves.lookUp(call, place),
      spills: (place, rows, columns) => grid?.spills(place, rows, columns),
    });
    page.draw(plan, pressButton);
  }

  /** The person opens or closes the pane. */
  function showPane(visible: boolean): void {
    page.showPane(visible);
    session?.paneShown(visible);
  }

  async function pressButton(button: RibbonButton): Promise<void> {
    flow.begin(button.label);
    if (button.action.kind === "show-pane") return showPane(true);
    try {
      await session?.seam.invokeCommand(button.action.functionName, button.id);
    } catch (error) {
      page.notices.fail(words("buttonFailed").replace("{name}", button.label), error);
    }
  }

  /** Reloads the add-in's page, as Excel does for every workbook and language. */
  function loadAddIn(): void {
    session?.end();
    ended = session;
    functionWaves.forget();
    session = startSession({
      grid: grid!,
      locale: () => OFFICE_TAG[locale],
      onRoundTrip: flow.roundTrip,
      onFunctionCalls: flow.functionCalls,
      onPane: (visible) => page.showPane(visible),
      onProblem: (problem, cause) => {
        reportError(cause);
        page.notices.fail(problem[locale], cause);
      },
    });
    load += 1;
    page.loadAddIn(`${plan.page}?${LOAD}=${load}`);
    // The new page answers the earlier calls again.
    grid!.recalculate();
  }

  /** Opens workbooks one after the other. The present one stays until the next is ready. */
  function openWorkbook(name: string, sample: string, read: () => Promise<XlsxPackage>): Promise<void> {
    openings = openings.then(async () => {
      if (!(await mayLeave())) return page.setSample(shownSample);
      opening = true;
      page.setLoading(true);
      try {
        const file = await read();
        page.notices.clear();
        await showWorkbook(file, name);
        shownSample = sample;
      } catch (error) {
        page.notices.fail(words("cannotOpen").replace("{name}", name), error);
      } finally {
        page.setSample(shownSample);
        opening = false;
        page.setLoading(false);
      }
    });
    return openings;
  }

  async function mayLeave(): Promise<boolean> {
    if (grid?.isChanged() !== true) return true;
    const answer = await askUnsaved(element, locale, grid.name);
    return answer === "save" ? save() : answer === "discard";
  }

  async function showWorkbook(file: XlsxPackage, name: string): Promise<void> {
    flow.begin(name);
    functionWaves.forget();
    const sheet = page.newSheet();
    try {
      const next = await openGrid({ element: sheet.element, file, name, notify: page.notices.tell });
      grid?.close();
      grid = next;
    } catch (error) {
      sheet.discard();
      throw error;
    }
    sheet.show();
    page.setWorkbook(name);
    loadAddIn();
  }

  function openFile(file: File): Promise<void> {
    return openWorkbook(file.name, OWN_FILE, async () => openXlsx(new Uint8Array(await file.arrayBuffer())));
  }

  function openSample(name: string): Promise<void> {
    return openWorkbook(name, name, async () => {
      const response = await fetch(`/workbench/samples/${encodeURIComponent(name)}`);
      if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
      return openXlsx(new Uint8Array(await response.arrayBuffer()));
    });
  }

  function save(): boolean {
    if (grid === undefined) return false;
    try {
      const { bytes, notes } = grid.save();
      download(bytes, grid.name);
      page.notices.tell([words("saved").replace("{name}", grid.name), ...notes.map((note) => note[locale])].join(" "));
      return true;
    } catch (error) {
      page.notices.fail(words("failed"), error);
      return false;
    }
  }

  async function setLocale(wanted: Locale): Promise<void> {
    locale = wanted;
    flow.begin(words("language"));
    await loadPlan();
    if (grid !== undefined) loadAddIn();
  }

  function setBlanks(wanted: BlankFlavour): void {
    blanks = wanted;
    flow.begin(words("blanks"));
    functionWaves.forget();
    grid?.recalculate();
  }

  try {
    await loadPlan();
    const asked =
      parameters.get("sample") ?? SAMPLES.find(({ file }) => file.includes("zh-CN") === (locale === "zh-CN"))!.file;
    await openSample(asked);
    // Without samples there is still a sheet to work in.
    if (grid === undefined) await showWorkbook(newXlsx(), "Book1.xlsx");
  } catch (error) {
    opening = false;
    page.setLoading(false);
    page.notices.fail(words("failed"), error);
  }
}

async function fetchText(path: string): Promise<string> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status} ${response.statusText}`);
  return response.text();
}

function download(bytes: Uint8Array, name: string): void {
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  const address = URL.createObjectURL(new Blob([bytes.slice().buffer], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
