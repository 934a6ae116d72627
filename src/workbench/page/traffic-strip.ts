import { showNumber } from "../../core/text/format";
import type { Locale, Localised } from "../../core/text/locale";
import { h } from "./dom";
import { TEXT, type TextName } from "./text";
import type { ActionTraffic, Traffic } from "./traffic";

export interface TrafficStrip {
  readonly element: HTMLElement;
  draw(): void;
}

const COLUMNS: readonly TextName[] = ["action", "roundTrips", "sent", "received", "functionCalls"];

/** The line below the sheet: the cost of the last action, and on request of each action. */
export function trafficStrip(traffic: Traffic, locale: () => Locale): TrafficStrip {
  const words = (name: TextName): string => (TEXT[name] as Localised)[locale()];
  const summary = h("div", { class: "wb-traffic-summary" });
  const rows = h("tbody");
  const head = h("tr");
  const total = h("tfoot");
  const table = h(
    "div",
    { class: "wb-traffic-table", hidden: true },
    h("table", {}, h("thead", {}, head), rows, total),
  );
  const details = h("button", {
    type: "button",
    "aria-expanded": "false",
    onclick: () => {
      table.hidden = !table.hidden;
      details.setAttribute("aria-expanded", String(!table.hidden));
    },
  });
  const reset = h("button", { type: "button", onclick: () => traffic.reset() });
  const element = h(
    "footer",
    { class: "wb-traffic" },
    table,
    h("div", { class: "wb-traffic-line" }, summary, h("span", { class: "wb-spring" }), details, reset),
  );

  function draw(): void {
    const actions = traffic.actions();
    const [last] = actions;
    element.setAttribute("aria-label", words("traffic"));
    details.textContent = words("details");
    reset.textContent = words("reset");
    head.replaceChildren(...COLUMNS.map((name) => h("th", { scope: "col" }, words(name))));
    rows.replaceChildren(...actions.map((action) => row(action, action.label)));
    total.replaceChildren(row(traffic.total(), words("total")));
    summary.replaceChildren(
      ...(last === undefined
        ? [words("noTraffic")]
        : [...line(last, last.label), separator(), ...line(traffic.total(), words("total"))]),
    );
  }

  function line(action: ActionTraffic, label: string): HTMLElement[] {
    return [
      h("strong", {}, label),
      figure("roundTrips", String(action.roundTrips)),
      figure("sent", bytes(action.sent)),
      figure("received", bytes(action.received)),
      ...(action.calls > 0 ? [figure("functionCalls", showNumber(action.calls, "en", 0))] : []),
    ];
  }

  function figure(name: TextName, value: string): HTMLElement {
    return h("span", { class: "wb-figure", "data-figure": name }, `${words(name)} `, h("b", {}, value));
  }

  function row(action: ActionTraffic, label: string): HTMLElement {
    const cells = [
      String(action.roundTrips),
      bytes(action.sent),
      bytes(action.received),
      showNumber(action.calls, "en", 0),
    ];
    return h("tr", {}, h("th", { scope: "row" }, label), ...cells.map((cell) => h("td", {}, cell)));
  }

  // Many messages come at once. Drawing each would cost more than the messages.
  let drawing = false;
  traffic.onChange(() => {
    if (drawing) return;
    drawing = true;
    requestAnimationFrame(() => {
      drawing = false;
      draw();
    });
  });
  return { element, draw };
}

function separator(): HTMLElement {
  return h("span", { class: "wb-separator", "aria-hidden": "true" });
}

function bytes(count: number): string {
  if (count < 1_000) return `${count} B`;
  if (count < 1_000_000) return `${showNumber(count / 1_000, "en", 1)} kB`;
  return `${showNumber(count / 1_000_000, "en", 2)} MB`;
}
