import { html, table } from "../../../src/build/gen/reference/html";

test.each([
  ["<script>", "&#60;script&#62;"],
  ['a "b" & c', "a &#34;b&#34; &#38; c"],
  [0, "0"],
  [undefined, ""],
  [[1, html`<b>${"<"}</b>`], "1<b>&#60;</b>"],
] as const)("%j is put into a page as %s", (content, expected) => {
  expect(html`${content}`.text).toBe(expected);
});

test("a table has a cell for each content and escapes them", () => {
  const { text } = table(["A", "B"], [["<x>", 1]]);
  expect(text.match(/<th /g)).toHaveLength(2);
  expect(text).toContain("<td>&#60;x&#62;</td>");
});
