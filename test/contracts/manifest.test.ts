import { readFileSync } from "node:fs";
import path from "node:path";
import { manifestProblems } from "../support/manifest";
import { root, sourceSite } from "../support/site";

const manifest = readFileSync(path.join(root, "manifest.xml"), "utf8");
const site = sourceSite();

test("manifest.xml is sound", () => {
  expect(manifestProblems(manifest, site)).toEqual([]);
});

/** Planted mistakes: the replaced text, its replacement, and the expected complaint. */
const MISTAKES: readonly (readonly [string | RegExp, string, RegExp])[] = [
  [/<Id>.*?<\/Id>/, "<Id>qa-scorecard</Id>", /Id "qa-scorecard" is not a GUID/],
  [/<Id>.*?<\/Id>/, "", /Id "" is not a GUID/],
  ["<Version>0.1.0.0<", "<Version>0.1.0<", /Version "0.1.0"/],
  ["ReadWriteDocument", "ReadDocument", /Permissions is "ReadDocument"/],
  ['<Host Name="Workbook" />', '<Host Name="Spreadsheet" />', /Hosts must be Workbook/],
  ['<Host Name="Workbook" />', '<Host Name="Workbook" /><Host Name="Document" />', /Hosts must be Workbook/],
  ['<Host xsi:type="Workbook">', '<Host xsi:type="Document">', /Hosts of VersionOverrides/],
  ['xsi:type="TaskPaneApp"', 'xsi:type="ContentApp"', /not TaskPaneApp/],
  ['<Label resid="Group.Label" />', '<Label resid="Group.Lable" />', /resid Group.Lable is defined nowhere/],
  ['<Label resid="Group.Label" />', "", /resource Group.Label is used nowhere/],
  ['<bt:String id="Tab.Label"', '<bt:String id="Open.Label"', /Open.Label is defined twice/],
  [/Functions\.Metadata\.Url/g, "Functions.Metadata.Url.That.Is.Far.Too.Long", /1 to 32 characters/],
  ["Opens the task pane", "x".repeat(260), /Open.Tip must have 1 to 250/],
  ['DefaultValue="Check rubric"', `DefaultValue="${"x".repeat(126)}"`, /Check.Label must have 1 to 125/],
  ['DefaultValue="Check rubric"', 'DefaultValue=""', /Check.Label must have 1 to 125/],
  [
    '<DisplayName DefaultValue="QA Scorecard">',
    `<DisplayName DefaultValue="${"x".repeat(126)}">`,
    /DisplayName must have/,
  ],
  ['https://localhost:3000/functions.js"', 'http://localhost:3000/functions.js"', /functions.js is not https/],
  [
    'https://localhost:3000/functions.js"',
    'https://localhost:3001/functions.js"',
    /functions.js is not at https:\/\/localhost:3000/,
  ],
  ['https://localhost:3000/functions.js"', 'functions.js"', /"functions.js" is not an address/],
  ["functions-zh-CN.json", "functions-zh.json", /functions-zh.json leads to nothing/],
  ["assets/reference/zh-CN/index.html", "assets/reference/zh/index.html", /reference\/zh\/index.html leads to nothing/],
  [/<AppDomains>[^]*<\/AppDomains>/, "", /AppDomains does not hold https:\/\/localhost:3000/],
  ["icon-40.png", "icon-48.png", /icon-48.png is 48 x 48 pixels, not 40 x 40/],
  ["check-16.png", "check-17.png", /check-17.png is not a PNG file/],
  [
    /<IconUrl DefaultValue="(.*?)icon-32/,
    '<IconUrl DefaultValue="$1icon-64',
    /icon-64.png is 64 x 64 pixels, not 32 x 32/,
  ],
  ['<bt:Image size="80" resid="Check.80" />', "", /an Icon lacks the size 80/],
  [
    '<FunctionFile resid="Taskpane.Url" />',
    '<FunctionFile resid="Functions.Script.Url" />',
    /Functions.Script.Url must be Taskpane.Url/,
  ],
  [
    /<Page>\s*<SourceLocation resid="Taskpane.Url" \/>/,
    '<Page><SourceLocation resid="Reference.Url" />',
    /Reference.Url must be Taskpane.Url/,
  ],
  [/(ShowTaskpane">\s*<SourceLocation resid=")Taskpane.Url/, "$1Reference.Url", /Reference.Url must be Taskpane.Url/],
  ['<Runtime resid="Taskpane.Url" lifetime="long" />', '<Runtime resid="Taskpane.Url" lifetime="short" />', /lifetime/],
  ['<Runtime resid="Taskpane.Url" lifetime="long" />', "", /one Runtime, not 0/],
  [/(<Runtimes>[^]*<\/Runtimes>)([^]*<\/AllFormFactors>)/, "$2$1", /Runtimes must be the first/],
  [
    '<SourceLocation DefaultValue="https://localhost:3000/taskpane.html" />',
    '<SourceLocation DefaultValue="https://localhost:3000/assets/reference/en/index.html" />',
    /DefaultSettings is not the page/,
  ],
  ['<Action xsi:type="ShowTaskpane">', '<Action xsi:type="ShowTaskpane"><TaskpaneId>A</TaskpaneId>', /TaskpaneId/],
  ["<FunctionName>checkRubric<", "<FunctionName>checkRubrik<", /checkRubrik is associated nowhere/],
  ['id="QAScorecard.CheckRubric"', 'id="QAScorecard.Open"', /"QAScorecard.Open" of the ribbon/],
  [/<bt:Override Locale="zh-CN" Value="检查评分标准" \/>/, "", /Check.Label must have one override for zh-CN/],
  [
    /<bt:Override Locale="zh-CN" Value="[^"]*functions-zh-CN.json" \/>/,
    "",
    /Functions.Metadata.Url must have one override/,
  ],
  [
    '<bt:Override Locale="zh-CN" Value="打开计分" />',
    '<bt:Override Locale="zh" Value="打开计分" />',
    /an override for "zh"/,
  ],
  [
    '<bt:Override Locale="zh-CN" Value="打开计分" />',
    '<Override Locale="zh-CN" Value="打开计分" />',
    /must be bt:Override/,
  ],
  ['<bt:Override Locale="zh-TW" Value="打开计分" />', "", /Open.Label must have the override of zh-CN for zh-TW too/],
  [
    '<Override Locale="zh-HK" Value="质检计分" />',
    '<Override Locale="zh-HK" Value="質檢計分" />',
    /DisplayName must have the override of zh-CN for zh-HK too/,
  ],
  ["<DefaultLocale>en-US<", "<DefaultLocale>en<", /DefaultLocale/],
  ['id="Functions.Namespace" DefaultValue="QA"', 'id="Functions.Namespace" DefaultValue="qa 1"', /namespace "qa 1"/],
  ['<Set Name="SharedRuntime" MinVersion="1.1" />', "", /lack SharedRuntime/],
  [
    '<Set Name="SharedRuntime"',
    '<Set Name="RibbonApi" MinVersion="1.2" /><Set Name="SharedRuntime"',
    /may not hold RibbonApi/,
  ],
  ['Name="ExcelApi" MinVersion="1.13"', 'Name="ExcelApi"', /ExcelApi states no MinVersion/],
  ["</VersionOverrides>", "<EquivalentAddins/></VersionOverrides>", /EquivalentAddins/],
];

test.each(MISTAKES)("%s replaced by %j is noticed", (sound, broken, expected) => {
  const text = manifest.replace(sound, broken);
  expect(text).not.toBe(manifest);
  expect(manifestProblems(text, site).join("\n")).toMatch(expected);
});

test("a manifest that is not XML is refused", () => {
  expect(() => manifestProblems(manifest.replace("</OfficeApp>", ""), site)).toThrow();
});
