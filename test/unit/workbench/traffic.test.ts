import { traffic } from "../../../src/workbench/page/traffic";

test("traffic belongs to the action that caused it", () => {
  const tested = traffic("Start");
  tested.roundTrip(10, 20);
  tested.begin("Check");
  tested.begin("Fill");
  tested.roundTrip(100, 5);
  tested.roundTrip(50, 5);
  tested.functionCalls(3);
  expect(tested.actions()).toEqual([
    { label: "Fill", roundTrips: 2, sent: 150, received: 10, calls: 3 },
    { label: "Start", roundTrips: 1, sent: 10, received: 20, calls: 0 },
  ]);
  expect(tested.total()).toMatchObject({ roundTrips: 3, sent: 160, received: 30, calls: 3 });
});

test("reset starts counting anew and tells", () => {
  const tested = traffic("Start");
  let told = 0;
  tested.onChange(() => (told += 1));
  tested.roundTrip(10, 20);
  tested.reset();
  expect(told).toBe(2);
  expect(tested.actions()).toEqual([]);
  expect(tested.total().roundTrips).toBe(0);
});
