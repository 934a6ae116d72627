import { CHECK_TEXT } from "../../src/taskpane/text/check";
import type { Locale } from "../../src/core/text/locale";
import { startBrowser, type BrowserSite } from "../support/browser";

jest.setTimeout(120_000);

let browser: BrowserSite;

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

test.each<[Locale, string, string]>([
  ["en", "hotline-agents.xlsx", "Rubric"],
  ["zh-CN", "hotline-agents.zh-CN.xlsx", "评分标准"],
])(
  "a wrong threshold is found while it is typed, and gone when it is mended by typing: %s",
  async (locale, sample, sheet) => {
    const text = CHECK_TEXT[locale];
    const workbench = await browser.open({ locale, sample });
    const pane = workbench.pane();
    const heading = (name: string) => pane.getByRole("heading", { name, exact: true });
    await heading(text.clean).waitFor();

    // Full at of the first indicator gets the value of its zero at. The cell adds the per cent by itself.
    await workbench.type(sheet, "H2", "80");
    // The Chinese rule of the line is read, and does not agree with 80 % either.
    await heading(text.groupTitle(text.heading, locale === "en" ? 1 : 2)).waitFor();
    await pane
      .getByRole("button", { name: new RegExp(`${sheet}!H2`) })
      .first()
      .waitFor();

    await workbench.type(sheet, "H2", "95");
    await heading(text.clean).waitFor();
    // The keyboard stayed with the sheet all the time.
    expect(await workbench.cursor()).toBe(`${sheet}!H3`);
    expect(workbench.complaints).toEqual([]);
    await workbench.close();
  },
);
