import type { Locale, Localised } from "../../core/text/locale";
import { h } from "./dom";
import { TEXT, type TextName } from "./text";

export type UnsavedAnswer = "save" | "discard" | "stay";

/** Asks about changes that are in no file yet. Escape stays. */
export function askUnsaved(place: HTMLElement, locale: Locale, workbook: string): Promise<UnsavedAnswer> {
  const words = (name: TextName): string => (TEXT[name] as Localised)[locale];
  const button = (answer: UnsavedAnswer, name: TextName, look = "") =>
    h("button", { type: "submit", value: answer, class: look }, words(name));
  const dialog = h(
    "dialog",
    { class: "wb-dialog", "aria-labelledby": "wb-unsaved" },
    h(
      "form",
      { method: "dialog" },
      h("p", { id: "wb-unsaved" }, words("unsaved").replace("{name}", workbook)),
      h(
        "div",
        { class: "wb-dialog-buttons" },
        button("save", "saveFirst", "wb-primary"),
        button("discard", "discard"),
        button("stay", "stay"),
      ),
    ),
  );
  place.append(dialog);
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "save" || dialog.returnValue === "discard" ? dialog.returnValue : "stay");
    });
    dialog.showModal();
  });
}
