/** @jest-environment jsdom */
import { readFileSync } from "node:fs";
import { ribbonPlan } from "../../../src/workbench/page/ribbon-plan";

const text = readFileSync("manifest.xml", "utf8");
const manifest = (change: (xml: string) => string = (xml) => xml) =>
  new DOMParser().parseFromString(change(text), "text/xml");

test("the ribbon of our manifest, in both languages", () => {
  const english = ribbonPlan(manifest(), "en-US");
  const chinese = ribbonPlan(manifest(), "zh-CN");
  expect(english.namespace).toBe("QA");
  expect(english.page).toBe("/taskpane.html");
  expect([english.functionsMetadata, chinese.functionsMetadata]).toEqual(["/functions.json", "/functions-zh-CN.json"]);
  const buttons = english.groups.flatMap((group) => group.buttons);
  expect(buttons.map(({ action }) => action.kind)).toEqual(["show-pane", "run"]);
  expect(buttons[0]!.icon).toBe("/assets/icons/icon-32.png");
  for (const [index, button] of chinese.groups.flatMap((group) => group.buttons).entries()) {
    expect(button.label).toMatch(/\p{Script=Han}/u);
    expect(button.label).not.toBe(buttons[index]!.label);
  }
});

test.each([
  [
    "a resource that is not there",
    (xml: string) => xml.replace('<bt:String id="Open.Label"', '<bt:String id="Gone"'),
    /Open\.Label/,
  ],
  ["an action of another kind", (xml: string) => xml.replace("ShowTaskpane", "Fly"), /Fly/],
  [
    "no custom functions",
    (xml: string) => xml.replace('xsi:type="CustomFunctions"', 'xsi:type="Other"'),
    /ExtensionPoint/,
  ],
])("refused with its name: %s", (_name, change, message) => {
  expect(() => ribbonPlan(manifest(change), "en-US")).toThrow(message);
});
