import { DEFAULT_SETTINGS } from "../../core/rubric/settings";
import peer from "../../core/scoring/methods/peer";
import { defineFunction } from "../define";
import { inDomain, nameOf, parameterFrom, POINTS_PARAMETER, readPoints, scoreByMethod } from "../from-method";
import { NOT_APPLICABLE, numberArgument, numbersOf } from "../matrix";

const zeroAtParameter = parameterFrom("zeroAt", peer.parameters.zeroAt);
const fullAtParameter = parameterFrom("fullAt", peer.parameters.fullAt);

export default defineFunction({
  id: "PEERSCORE",
  text: {
    en: {
      summary: "Points for the deviation from the mean of the peers, on a straight line between zero at and full at.",
      details:
        'Peers are everybody with the same role in the same period, the agent included. Blanks, N/A and text among the peers do not count, an error among them gives #VALUE!, and fewer than two numbers give N/A; Excel on the desktop hands empty cells over as 0, so leave none in the range or write IF(range="","",range). A blank value gives a blank, N/A gives N/A. Times are seconds, or texts such as "3:25": Excel hands a time cell over as a part of a day, so multiply it by 86400. A decimal comma, "0,985", gives #VALUE!.',
    },
    "zh-CN": {
      summary: "按与同岗位均值的偏差，在零分值与满分值之间按直线计分。",
      details:
        '同岗位指同一期间同一岗位的所有人，包括本人。空白、不适用和文本不计入均值，其中有错误则得 #VALUE!，不足两个数值则得 N/A；桌面版 Excel 会把空单元格当作 0 传入，请避免空单元格或写 IF(区域="","",区域)。空白得空白，不适用得 N/A。时间按秒，或写成“3:25”这样的文本：Excel 把时间单元格按一天的小数传入，请乘以 86400。以逗号作小数点（如“0,985”）得 #VALUE!。',
    },
  },
  parameters: [
    {
      name: "value",
      measured: true,
      text: {
        en: { name: "value", help: "The measured value, or a range of them." },
        "zh-CN": { name: "实际值", help: "实际数据，或一个区域。" },
      },
    },
    {
      name: "peers",
      measured: true,
      text: {
        en: { name: "peers", help: "The values of all peers, the agent's own included." },
        "zh-CN": { name: "同岗位数据", help: "同岗位所有人的数据，包括本人。" },
      },
    },
    zeroAtParameter,
    fullAtParameter,
    POINTS_PARAMETER,
  ],
  examples: [
    {
      arguments: [110, [[80], [90], [100], [110], [120]], -0.2, 0.2, 15],
      result: 11.25,
      note: { en: "10 % above the mean of 100.", "zh-CN": "高于均值 100 的 10%。" },
    },
    {
      arguments: [[[80], [""], [120]], [[80], [""], [120]], -0.2, 0.2, 15],
      result: [[0], [""], [15]],
      note: { en: "A blank does not count in the mean of 100.", "zh-CN": "空白不计入均值 100。" },
    },
    {
      arguments: [10, [[10], ["#DIV/0!"], [20]], -0.2, 0.2, 15],
      result: { error: "#VALUE!" },
      note: { en: "An error among the peers is told, not left out.", "zh-CN": "同岗位数据中的错误会提示，不会略过。" },
    },
    {
      arguments: [10, [[10], [""]], -0.2, 0.2, 15],
      result: "N/A",
      note: { en: "One is no group to compare with.", "zh-CN": "只有一人，无从比较。" },
    },
    {
      arguments: [5, [[-5], [5]], -0.2, 0.2, 15],
      result: { error: "#VALUE!" },
      note: { en: "The mean is 0.", "zh-CN": "均值为 0。" },
    },
  ],
  run: (values = [], peers = [], zero, full, most) => {
    const zeroAt = numberArgument(zero, nameOf(zeroAtParameter));
    const fullAt = numberArgument(full, nameOf(fullAtParameter));
    const points = readPoints(most);
    inDomain(fullAt, fullAt !== zeroAt, nameOf(fullAtParameter), "different from zero at", "与零分值不同");
    const group = numbersOf(peers);
    const scored = scoreByMethod(peer, { zeroAt, fullAt, points }, values, group);
    const isGroup = group.filter((value) => !Number.isNaN(value)).length >= DEFAULT_SETTINGS.minimumGroup;
    // As in a rubric, a comparison applies to nobody where the group is too small.
    if (isGroup) return scored;
    return scored.map((row) => row.map((cell) => (typeof cell === "number" ? NOT_APPLICABLE : cell)));
  },
});
