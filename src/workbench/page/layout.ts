import type { Locale, Localised } from "../../core/text/locale";
import type { BlankFlavour } from "../grid/functions";
import { h } from "./dom";
import { notices, type Notices } from "./notices";
import { ribbon } from "./ribbon";
import type { RibbonButton, RibbonPlan } from "./ribbon-plan";
import { splitter } from "./splitter";
import { SAMPLES, TEXT, type TextName } from "./text";
import type { Traffic } from "./traffic";
import { trafficStrip } from "./traffic-strip";

export interface PageOptions {
  readonly locale: () => Locale;
  readonly traffic: Traffic;
  readonly onOpen: (file: File) => void;
  readonly onSave: () => void;
  readonly onSample: (file: string) => void;
  readonly onLocale: (locale: Locale) => void;
  readonly onBlanks: (blanks: BlankFlavour) => void;
  /** A person pressed something in the pane or changed the sheet. Later traffic counts as its effect. */
  readonly onGesture: (label: string) => void;
  readonly onPaneClosed: () => void;
}

interface NewSheet {
  readonly element: HTMLElement;
  /** Replaces the grid that is shown. */
  show(): void;
  discard(): void;
}

export interface Page {
  /** A place for another grid, behind the one that is shown. */
  newSheet(): NewSheet;
  readonly notices: Notices;
  /** Draws all parts with words, in the present language. */
  draw(plan: RibbonPlan, press: (button: RibbonButton) => Promise<void>): void;
  setWorkbook(name: string): void;
  setSample(file: string): void;
  setBlanks(blanks: BlankFlavour): void;
  setLoading(on: boolean): void;
  showPane(visible: boolean): void;
  loadAddIn(address: string): void;
}

const PANE_WIDTH = 372;
/** Stands for "no sample" among the samples' file names. */
export const OWN_FILE = "";

export function layout(element: HTMLElement, options: PageOptions): Page {
  const words = (name: TextName): string => (TEXT[name] as Localised)[options.locale()];
  const gridElement = h("main", { class: "wb-grid" });
  const frame = h("iframe", { title: "", name: "add-in", allow: "clipboard-write" });
  const paneTitle = h("span");
  const paneClose = h("button", { type: "button", onclick: options.onPaneClosed }, "×");
  const pane = h("aside", { class: "wb-pane" }, h("div", { class: "wb-pane-head" }, paneTitle, paneClose), frame);
  const loading = h("div", { class: "wb-loading", role: "status" });
  const notice = notices(options.locale);
  const strip = trafficStrip(options.traffic, options.locale);
  const title = h("header", { class: "wb-title" });
  const ribbonPlace = h("div");
  const bar = splitter(pane, "", PANE_WIDTH);
  let workbook = "";
  let sample = OWN_FILE;
  let blanks: BlankFlavour = "desktop";
  const workbookName = h("span", { class: "wb-workbook" });
  let addInName = "";

  element.replaceChildren(
    title,
    ribbonPlace,
    h("div", { class: "wb-main" }, gridElement, bar, pane, notice.element, loading),
    strip.element,
  );
  gridElement.addEventListener("keydown", () => options.onGesture(words("cellEdit")), true);
  frame.addEventListener("load", () => watchGestures());

  /** The frame has the same origin, so presses in it can be named. */
  function watchGestures(): void {
    const inside = frame.contentDocument;
    if (inside === null) return;
    const name = (target: EventTarget | null): string => {
      const control = (target as Element | null)?.closest?.(
        "button, [role=button], [role=tab], a, input, select, [role=option]",
      );
      const text = control?.getAttribute("aria-label") ?? control?.textContent ?? "";
      const short = text.replace(/\s+/gu, " ").trim();
      return short === "" ? addInName : short.length > 40 ? `${short.slice(0, 40)}…` : short;
    };
    inside.addEventListener("click", (event) => options.onGesture(name(event.target)), true);
  }

  function drawTitle(): void {
    const file = h("input", { type: "file", accept: ".xlsx", hidden: true, "aria-hidden": "true", tabindex: -1 });
    file.addEventListener("change", () => {
      const [chosen] = file.files ?? [];
      // The field is emptied, so that the same file can be chosen again.
      file.value = "";
      if (chosen === undefined) return;
      options.onOpen(chosen);
    });
    const focused = title.contains(document.activeElement) ? document.activeElement?.id : undefined;
    title.replaceChildren(
      h(
        "span",
        { class: "wb-brand" },
        h("img", { src: "/assets/icons/icon-64.png", alt: "" }),
        `${addInName} · ${words("brand")}`,
      ),
      h("span", { class: "wb-not-excel", title: words("notExcelWhy") }, words("notExcel")),
      workbookName,
      choice("sample", "wb-sample", sampleOptions(), sample, options.onSample),
      h("button", { type: "button", title: words("openTip"), onclick: () => file.click() }, words("open")),
      file,
      h("button", { type: "button", title: words("saveTip"), onclick: options.onSave }, words("save")),
      choice("blanks", "wb-blanks", blankOptions(), blanks, (value) => {
        blanks = value as BlankFlavour;
        options.onBlanks(blanks);
      }),
      choice("language", "wb-language", LANGUAGES, options.locale(), (value) => options.onLocale(value as Locale)),
    );
    // A keyboard user goes on at the same place.
    if (focused) document.getElementById(focused)?.focus();
  }

  function sampleOptions(): readonly (readonly [string, string])[] {
    const samples = SAMPLES.map(({ file, text }) => [file, text[options.locale()]] as const);
    return sample === OWN_FILE ? [[OWN_FILE, words("ownFile")], ...samples] : samples;
  }

  function blankOptions(): readonly (readonly [BlankFlavour, string])[] {
    return [
      ["desktop", words("desktop")],
      ["web", words("web")],
    ];
  }

  function choice(
    name: TextName,
    id: string,
    values: readonly (readonly [string, string])[],
    current: string,
    choose: (value: string) => void,
  ): HTMLElement {
    const tip = name === "blanks" ? words("blanksTip") : undefined;
    const select = h("select", { id, "aria-label": words(name), title: tip, onchange: () => choose(select.value) });
    for (const [value, label] of values) select.append(h("option", { value, selected: value === current }, label));
    return h("label", { class: "wb-choice", title: tip }, h("span", {}, words(name)), select);
  }

  function setSample(file: string): void {
    sample = file;
    if (title.childElementCount > 0) drawTitle();
  }

  return {
    newSheet() {
      const place = h("div", { class: "wb-sheet" });
      gridElement.prepend(place);
      return {
        element: place,
        show: () => gridElement.replaceChildren(place),
        discard: () => place.remove(),
      };
    },
    notices: notice,
    draw(plan, press) {
      addInName = plan.addInName;
      document.documentElement.lang = options.locale();
      document.title = `${words("documentTitle")} – ${words("notExcel")}`;
      drawTitle();
      ribbonPlace.replaceChildren(ribbon(plan, words("ribbonName"), press));
      gridElement.setAttribute("aria-label", words("gridName"));
      frame.title = plan.addInName;
      paneTitle.textContent = plan.addInName;
      paneClose.setAttribute("aria-label", words("closePane"));
      bar.setAttribute("aria-label", words("splitter"));
      loading.textContent = words("loading");
      strip.draw();
    },
    setWorkbook(name) {
      workbook = name;
      workbookName.textContent = workbook;
      workbookName.title = workbook;
    },
    setSample,
    setBlanks(wanted) {
      blanks = wanted;
    },
    setLoading(on) {
      loading.hidden = !on;
    },
    showPane(visible) {
      pane.toggleAttribute("data-closed", !visible);
    },
    loadAddIn(address) {
      frame.src = address;
    },
  };
}

const LANGUAGES: readonly (readonly [Locale, string])[] = [
  ["en", "English"],
  ["zh-CN", "简体中文"],
];
