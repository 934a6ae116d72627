import { h } from "./dom";
import type { RibbonButton, RibbonPlan } from "./ribbon-plan";

/** The tab of the add-in, drawn from its manifest. */
export function ribbon(plan: RibbonPlan, name: string, press: (button: RibbonButton) => Promise<void>): HTMLElement {
  const groups = plan.groups.map((group) =>
    h(
      "div",
      { class: "wb-group", role: "group", "aria-label": group.label },
      h("div", { class: "wb-group-buttons" }, ...group.buttons.map((button) => ribbonButton(button, press))),
      h("div", { class: "wb-group-label", "aria-hidden": "true" }, group.label),
    ),
  );
  return h(
    "nav",
    { class: "wb-ribbon", "aria-label": name },
    h("div", { class: "wb-tabs" }, h("span", { class: "wb-tab" }, plan.tab)),
    h("div", { class: "wb-groups" }, ...groups),
  );
}

function ribbonButton(button: RibbonButton, press: (button: RibbonButton) => Promise<void>): HTMLElement {
  const element = h(
    "button",
    {
      class: "wb-ribbon-button",
      type: "button",
      id: button.id,
      title: button.tip,
      onclick: () => {
        // As in Excel, a second press does nothing while the first is at work.
        if (element.getAttribute("aria-busy") === "true") return;
        element.setAttribute("aria-busy", "true");
        void press(button).finally(() => element.removeAttribute("aria-busy"));
      },
    },
    h("img", { src: button.icon, alt: "", width: 32, height: 32 }),
    h("span", {}, button.label),
  );
  return element;
}
