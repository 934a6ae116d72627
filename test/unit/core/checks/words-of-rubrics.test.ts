import { closestNames } from "../../../../src/core/checks/closest-name";
import type { Direction } from "../../../../src/core/checks/directions";
import { directionInWords, isBetterLow } from "../../../../src/core/checks/directions";
import { numberingBreaks, readNumbering } from "../../../../src/core/checks/numbering";
import { statedTotal } from "../../../../src/core/checks/section-totals";

test.each<[string, string | undefined]>([
  ["1. Tone", "1"],
  ["1、礼貌用语", "1"],
  ["1.2 Speed", "1.2"],
  ["2.10.3 解答", "2.10.3"],
  ["（3）记录", "3"],
  ["③ 记录", "3"],
  ["一、态度", "1"],
  ["十二、能力", "12"],
  ["二十、其他", "20"],
  ["（三）纪律", "3"],
  ["１．２ 语速", "1.2"],
  ["24-hour callback", undefined],
  ["3G sales", undefined],
  ["5S of the desk", undefined],
  ["2026 target", undefined],
  ["一次解决率", undefined],
  ["十分满意", undefined],
  ["Tone", undefined],
])("the number of “%s” is %s", (name, expected) => {
  expect(readNumbering(name)?.parts.join(".")).toBe(expected);
});

test.each<[string, readonly string[], readonly string[]]>([
  ["unbroken", ["1. a", "2. b", "3. c"], []],
  ["levels", ["1 a", "1.1 a", "1.2 b", "2.1 c", "2.2 d"], []],
  ["deeper and back", ["1.1 a", "1.1.1 b", "1.1.2 c", "1.2 d", "2.1 e"], []],
  ["skipped", ["1. a", "2. b", "4. c", "5. d"], ["4 for 3"]],
  ["twice", ["1. a", "2. b", "2. c", "3. d"], ["2 for 3"]],
  ["swapped", ["1.1 a", "1.3 b", "1.2 c", "1.4 d"], ["1.3 for 1.2", "1.2 for 1.4", "1.4 for 1.3"]],
  ["not from one", ["2. a", "3. b", "4. c"], ["2 for 1"]],
  ["few numbered", ["1. a", "b", "3. c", "d"], []],
  ["too few", ["1. a", "3. b"], []],
])("numbers of a list: %s", (_title, names, breaks) => {
  expect(numberingBreaks(names).map(({ found, expected }) => `${found} for ${expected}`)).toEqual(breaks);
});

test.each<[string, Direction | undefined]>([
  ["越低越好", "down"],
  ["Lower is better; below 1.9 % earns all points", "down"],
  ["the higher the better", "up"],
  ["95%及以上得满分", "up"],
  ["９０分以上得满分，60分以下不得分", "up"],
  ["低于1.9%得满分，高于3.1%不得分", "down"],
  ["不超过 3 次得满分", "down"],
  ["达到 25% 得满分", "up"],
  ["不低于90分得满分", "up"],
  ["未达到60分的不得分", undefined],
  ["full points below 1.9%, none above 3.1%", "down"],
  ["all points at or above 90, nothing below 60", "up"],
  ["90 以上得满分，越低越好", undefined],
  ["每次扣 2 分", undefined],
  ["", undefined],
])("the rule “%s” says %s", (rule, expected) => {
  expect(directionInWords(rule)).toBe(expected);
});

test.each<[string, boolean]>([
  ["投诉率", true],
  ["Complaint rate", true],
  ["Monthly staff turnover rate", true],
  ["投诉处理率", false],
  ["Complaint handling rate", false],
  ["离职面谈率", false],
  ["Retention rate", false],
  ["Error", false],
])("more of “%s” is worse beyond doubt: %s", (name, expected) => {
  expect(isBetterLow(name)).toBe(expected);
});

test.each<[string, number | undefined]>([
  ["服务质量（30分）", 30],
  ["服务质量 30分", 30],
  ["Quality (30)", 30],
  ["Quality (12.5 points)", 12.5],
  ["Quality (30 %)", 60],
  ["Quality: 40 points", 40],
  ["Stage 2", undefined],
  ["硬指标65", undefined],
  ["Quality", undefined],
])("of 200 points the section “%s” states %s", (name, expected) => {
  expect(statedTotal(name, 200)).toBe(expected);
});

test.each<[string, readonly string[], readonly string[]]>([
  ["liner", ["linear", "peer"], ["linear"]],
  ["Rate", ["Rates", "Rated", "Grade"], ["Rates", "Rated"]],
  ["M10", ["M11", "M12", "M13", "M14"], []],
  ["ab", ["ac"], []],
  ["", ["a"], []],
])("names close to “%s”", (written, names, expected) => {
  expect(closestNames(written, names)).toEqual(expected);
});
