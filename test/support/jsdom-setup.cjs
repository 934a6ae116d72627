if (typeof window !== "undefined") {
  // Fluent's MessageBar and overflow components observe their size. jsdom has no layout, so their size never changes.
  window.ResizeObserver ??= class ResizeObserver {
    observe() {}
    unobserve() {}
    disconnect() {}
  };

  // Fluent's Tabster takes elements without layout for invisible. A dialog then found no button to focus and did not count as in use. A
  // quarter of a second later it was itself hidden from screen readers, together with its name.
  Object.defineProperty(window.HTMLElement.prototype, "offsetParent", {
    configurable: true,
    get() {
      return this.closest('[hidden], [style*="display: none"]') ? null : this.parentElement;
    },
  });
  window.HTMLBodyElement.prototype.getBoundingClientRect = () => new window.DOMRect(0, 0, 320, 600);
}
