import { FAILURE_TEXT, WorkbookFailure } from "../../workbook/failure";
import type { Locale, Localised } from "../../core/text/locale";
import { h } from "./dom";
import { TEXT } from "./text";

export interface Notices {
  readonly element: HTMLElement;
  tell(text: string): void;
  /** Shows plain words first. Details for a developer are behind a click. */
  fail(what: string, cause: unknown): void;
  clear(): void;
}

const KEPT_MILLISECONDS = 8_000;

export function notices(locale: () => Locale): Notices {
  const element = h("div", { class: "wb-notices", "aria-live": "polite" });

  function show(kind: "info" | "error", text: string, detail: string | undefined): HTMLElement {
    const words = (name: "dismiss" | "detail") => (TEXT[name] as Localised)[locale()];
    const notice = h(
      "div",
      { class: `wb-notice wb-${kind}`, role: kind === "error" ? "alert" : "status" },
      h("div", { class: "wb-notice-text" }, h("p", {}, text)),
      h("button", { type: "button", "aria-label": words("dismiss"), onclick: () => notice.remove() }, "×"),
    );
    if (detail !== undefined) {
      notice.firstElementChild!.append(h("details", {}, h("summary", {}, words("detail")), h("code", {}, detail)));
    }
    element.append(notice);
    return notice;
  }

  return {
    element,
    tell(text) {
      const notice = show("info", text, undefined);
      setTimeout(() => notice.remove(), KEPT_MILLISECONDS);
    },
    fail(what, cause) {
      const plain = cause instanceof WorkbookFailure ? FAILURE_TEXT[cause.kind][locale()] : "";
      const detail = cause instanceof WorkbookFailure ? cause.detail : String(cause);
      show("error", plain === "" ? what : `${what} ${plain}`, detail);
    },
    clear: () => element.replaceChildren(),
  };
}
