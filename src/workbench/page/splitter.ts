import { h } from "./dom";

const NARROWEST = 280;
const WIDEST = 900;
const STEP = 20;

/** The bar between sheet and pane. It moves by mouse, touch or arrow keys. */
export function splitter(pane: HTMLElement, label: string, width: number): HTMLElement {
  const bar = h("div", {
    class: "wb-splitter",
    role: "separator",
    tabindex: 0,
    "aria-orientation": "vertical",
    "aria-label": label,
    "aria-valuemin": NARROWEST,
    "aria-valuemax": WIDEST,
  });
  let current = width;
  const set = (wanted: number) => {
    current = Math.round(Math.min(WIDEST, Math.max(NARROWEST, wanted)));
    pane.style.width = `${current}px`;
    bar.setAttribute("aria-valuenow", String(current));
  };
  bar.addEventListener("pointerdown", (down) => {
    const start = down.clientX;
    const before = current;
    bar.setPointerCapture(down.pointerId);
    // Otherwise the frame would swallow the pointer above it.
    document.body.classList.add("wb-resizing");
    const move = (event: PointerEvent) => set(before + start - event.clientX);
    const end = () => {
      document.body.classList.remove("wb-resizing");
      bar.removeEventListener("pointermove", move);
    };
    bar.addEventListener("pointermove", move);
    bar.addEventListener("lostpointercapture", end, { once: true });
  });
  bar.addEventListener("keydown", (event) => {
    if (event.key === "ArrowLeft") set(current + STEP);
    else if (event.key === "ArrowRight") set(current - STEP);
    else return;
    event.preventDefault();
  });
  set(width);
  return bar;
}
