// Fluent's MessageBar and overflow components observe their size; jsdom has no layout, so nothing ever changes.
if (typeof window !== "undefined" && window.ResizeObserver === undefined) {
  window.ResizeObserver = class ResizeObserver {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
}
