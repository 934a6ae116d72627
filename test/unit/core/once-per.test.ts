import { latestPer, once, oncePer, oncePerName } from "../../../src/core/text/once-per";

test("what is worked out for an object is worked out once, also where it is undefined", () => {
  const make = jest.fn((key: { readonly is: number }) => (key.is === 0 ? undefined : key.is));
  const of = oncePer(make);
  const [one, none] = [{ is: 1 }, { is: 0 }];
  expect([of(one), of(none), of(one), of(none), of({ is: 1 })]).toEqual([1, undefined, 1, undefined, 1]);
  expect(make).toHaveBeenCalledTimes(3);
});

test("what was thrown is asked for again", () => {
  let ready = false;
  const of = oncePerName((name: string | number) => {
    if (!ready) throw new Error(`${name} is not there`);
    return name;
  });
  expect(() => of(7)).toThrow("7 is not there");
  ready = true;
  expect([of(7), of("7")]).toEqual([7, "7"]);
});

test("the latest result holds while all it was worked out from is the very same", () => {
  const make = jest.fn((key: object, scales: readonly number[], settings: object) => ({ key, scales, settings }));
  const of = latestPer(make);
  const [key, other, scales, settings] = [{}, {}, [1], {}];
  const first = of(key, scales, settings);
  of(other, scales, settings);
  expect(of(key, scales, settings)).toBe(first);
  expect(of(key, [1], settings)).not.toBe(first);
  expect(of(key, scales, settings)).not.toBe(first);
  expect(of(key, scales, {})).not.toBe(first);
  expect(make).toHaveBeenCalledTimes(5);
});

test("a value is worked out when it is first asked for", () => {
  const make = jest.fn(() => undefined);
  const value = once(make);
  expect(make).not.toHaveBeenCalled();
  expect([value(), value()]).toEqual([undefined, undefined]);
  expect(make).toHaveBeenCalledTimes(1);
});
