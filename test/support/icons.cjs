// Replaces the index of Fluent's icons, which loads thousands of icons for each test file. Each used icon comes from its own file instead
// and is the same component.
const known = { ...require("@fluentui/react-icons/utils"), ...require("@fluentui/react-icons/providers") };

/** The file of ChevronLeftRegular and ChevronLeft20Filled is chevron-left. */
function fileOf(icon) {
  return icon
    .replace(/\d*(?:Regular|Filled|Light|Color)$/, "")
    .replace(/(?<=[a-z\d])(?=[A-Z])/g, "-")
    .toLowerCase();
}

module.exports = new Proxy(known, {
  get(_, name) {
    if (!/^[A-Z]/.test(String(name))) return known[name];
    known[name] ??= require(`@fluentui/react-icons/svg/${fileOf(name)}`)[name];
    if (known[name] === undefined) throw new Error(`@fluentui/react-icons has no ${name}`);
    return known[name];
  },
});
