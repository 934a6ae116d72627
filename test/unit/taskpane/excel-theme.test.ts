import { isExcelDark } from "../../../src/taskpane/excel-theme";

/** What the pages of Office tell about their theme, and whether the pane is dark; undefined leaves it to the system. */
test.each<[string, Parameters<typeof isExcelDark>[0], boolean | undefined]>([
  ["says it is dark", { platform: "PC", officeTheme: { isDarkTheme: true } }, true],
  ["says it is light", { platform: "PC", officeTheme: { isDarkTheme: false } }, false],
  [
    "an older one, with colours alone: black",
    { platform: "PC", officeTheme: { bodyBackgroundColor: "#262626" } },
    true,
  ],
  [
    "an older one, with colours alone: white",
    { platform: "PC", officeTheme: { bodyBackgroundColor: "#FFFFFF" } },
    false,
  ],
  ["an older one, with a strong blue", { platform: "PC", officeTheme: { bodyBackgroundColor: "#0000FF" } }, true],
  ["a colour that is none", { platform: "PC", officeTheme: { bodyBackgroundColor: "white" } }, undefined],
  ["the web, which tells nothing and is light on a dark system", { platform: "OfficeOnline" }, false],
  ["the web, once it tells", { platform: "OfficeOnline", officeTheme: { isDarkTheme: true } }, true],
  ["a Mac, which follows the system", { platform: "Mac" }, undefined],
])("%s", (_name, context, expected) => {
  expect(isExcelDark(context)).toBe(expected);
});
