import { shownId } from "../../../src/core/cell/shown-id";

test.each([
  [12, "0000", "0012"],
  [12345, "0000", "12345"],
  [7, '"E"000', "E007"],
  [123456, "000-000", "123-456"],
  [7, "\\A00;-00", "A07"],
  [12, "0", "12"],
  [12, "General", "12"],
  [12, "#,##0", "12"],
  [12, "0.00", "12"],
  [12, "", "12"],
  ["12", "0000", "12"],
  [-1, "0000", "-1"],
  [1.5, "0000", "1.5"],
  [null, "0000", ""],
])("the ID %p in the format %p is shown as %p", (raw, format, shown) => expect(shownId(raw, format)).toBe(shown));
