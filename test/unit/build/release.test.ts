import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../../support/site";

const { chosenOffice, withOffice } = jest.requireActual<{
  chosenOffice: (environment: Readonly<Record<string, string>>) => string;
  withOffice: (html: string, address: string) => string;
}>("../../../src/build/webpack/office-cdn.cjs");
const { isOfAnotherVersion, manifestVersion, versionFolder, withVersion } = jest.requireActual<{
  isOfAnotherVersion: (file: string) => boolean;
  manifestVersion: (version: string) => string;
  versionFolder: string;
  withVersion: (manifest: string, version: string) => string;
}>("../../../src/build/webpack/release.cjs");

const read = (file: string): string => readFileSync(path.join(root, file), "utf8");

test.each([
  ["0.1.0", "0.1.0.0"],
  ["12.30.4", "12.30.4.0"],
  ["1.2.3-beta.4", "1.2.3.0"],
])("version %s is %s in the manifest", (version, expected) => {
  expect(manifestVersion(version)).toBe(expected);
  const manifest = withVersion(read("manifest.xml"), version);
  expect(manifest.match(/<Version>([^<]*)</)?.[1]).toBe(expected);
});

test("a build clears its own version's folder and no other one", () => {
  const files = [
    "functions.js",
    `${versionFolder}/pane.00000000.js`,
    "versions/0.0.9/pane.00000000.js",
    "assets/icons/a.png",
  ];
  expect(files.filter(isOfAnotherVersion)).toEqual(["versions/0.0.9/pane.00000000.js"]);
});

const WORLDWIDE = "https://appsforoffice.microsoft.com";
const CHINA = "https://appsforoffice.cdn.partner.office365.cn";

test.each([
  [{}, `${WORLDWIDE}/lib/1/hosted/office.js`, WORLDWIDE],
  [{ QA_OFFICE: "worldwide" }, `${WORLDWIDE}/lib/1/hosted/office.js`, WORLDWIDE],
  [{ QA_OFFICE: "china" }, `${CHINA}/appsforoffice/lib/1/hosted/office.js`, CHINA],
])("with %j the page loads %s and allows nothing else", (environment, script, origin) => {
  const html = withOffice(read("src/taskpane/taskpane.html"), chosenOffice(environment as Record<string, string>));
  expect(html.match(/<script src="([^"]+)"/)?.[1]).toBe(script);
  expect(html.match(/script-src ([^;]+);/)?.[1]).toBe(`'self' ${origin}`);
  expect(html.match(/https:\/\/appsforoffice[^/;"\s]+/g)).toEqual([origin, origin]);
});

test("another network is refused", () => {
  expect(() => chosenOffice({ QA_OFFICE: "mars" })).toThrow('QA_OFFICE is "mars"; it must be worldwide or china');
});
