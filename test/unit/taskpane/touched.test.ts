import { TouchedSheets } from "../../../src/taskpane/state/touched";

const ALONE = new Set(["Rubric", "Scales"]);

const after = (...sheets: readonly (string | undefined)[]): TouchedSheets => {
  const touched = new TouchedSheets();
  for (const sheet of sheets) touched.note({ sheet });
  return touched;
};

test.each<[(string | undefined)[], quick: boolean, string[] | "all" | undefined]>([
  [["Rubric"], true, ["Rubric"]],
  [["Rubric"], false, ["Rubric"]],
  [["Rubric", "Scales", "Rubric"], true, ["Rubric", "Scales"]],
  [["Metrics"], true, "all"],
  [["Metrics"], false, undefined],
  [["Metrics", "Rubric"], true, "all"],
  [["Metrics", "Rubric"], false, ["Rubric"]],
  [[undefined], true, "all"],
  [[undefined, "Rubric"], true, "all"],
  [[undefined, "Rubric"], false, ["Rubric"]],
  [[undefined], false, undefined],
])("after changes of %j, quick: %s", (sheets, quick, wanted) => {
  const found = after(...sheets).toRead(ALONE, quick);
  expect(typeof found === "object" ? [...found] : found).toEqual(wanted);
});

test("a reading of some sheets leaves the others changed; a reading of all leaves nothing", () => {
  const touched = after("Metrics", "Rubric");
  touched.take(new Set(["Rubric"]));
  expect([touched.any, touched.toRead(ALONE, false)]).toEqual([true, undefined]);
  touched.take();
  expect(touched.any).toBe(false);
});

test("a reading that came to nothing gives back what it took, with what has come since", () => {
  const touched = after("Rubric");
  const putBack = touched.take(new Set(["Rubric"]));
  touched.note({ sheet: "Scales" });
  putBack();
  expect(touched.toRead(ALONE, false)).toEqual(new Set(["Scales", "Rubric"]));
});

test("what a later reading of all has seen does not come back", () => {
  const touched = after("Metrics", undefined);
  const putBack = touched.take();
  touched.take();
  putBack();
  expect(touched.any).toBe(false);
});
