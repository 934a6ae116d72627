import type { Localised } from "../../text/locale";
import type { SampleRandom } from "./random";

/** Common family and given names, combined at random. They mean no real person. */
const FAMILY_NAMES =
  "Wang王 Li李 Zhang张 Liu刘 Chen陈 Yang杨 Huang黄 Zhao赵 Wu吴 Zhou周 Xu徐 Sun孙 Ma马 Zhu朱 Hu胡 Guo郭 He何 Lin林 Gao高 Luo罗 " +
  "Zheng郑 Liang梁 Xie谢 Song宋 Tang唐 Han韩 Feng冯 Deng邓 Cao曹 Peng彭 Xiao肖 Tian田 Pan潘 Yuan袁 Cai蔡 Jiang蒋 Yu余 Du杜 Ye叶 Cheng程";

const GIVEN_NAMES =
  "Jing静 Min敏 Lijuan丽娟 Yan燕 Fang芳 Na娜 Xiuying秀英 Ting婷 Xue雪 Lin琳 Yuhan雨涵 Zihan梓涵 Jiayi佳怡 Siyu思雨 Mengyao梦瑶 " +
  "Wei伟 Qiang强 Lei磊 Yong勇 Jun军 Jie杰 Tao涛 Ming明 Chao超 Bo波 Hao浩 Yuxuan宇轩 Haoran浩然 Zixuan子轩 Junjie俊杰 " +
  "Xiaoyan晓燕 Chunmei春梅 Xin欣 Yue悦 Shan珊 Rui蕊 Yifan一帆 Zhiyuan志远 Kai凯 Peng鹏 Dandan丹丹 Lulu璐璐 Wenjing文静 Yaqi雅琪";

const CHINESE_DIGITS = "一二三四五六七八九";

function namesOf(list: string): Localised[] {
  return list.split(" ").map((entry) => {
    const match = /^([A-Za-z]+)(.+)$/.exec(entry);
    if (!match) throw new Error(`The sample name ${entry} is not written in both languages.`);
    return { en: match[1]!, "zh-CN": match[2]! };
  });
}

const FAMILIES = namesOf(FAMILY_NAMES);
const GIVEN = namesOf(GIVEN_NAMES);

/** A name that is not in `taken`, and adds it there. */
export function freshName(random: SampleRandom, taken: Set<string>): Localised {
  for (;;) {
    const family = FAMILIES[Math.floor(random.even() * FAMILIES.length)]!;
    const given = GIVEN[Math.floor(random.even() * GIVEN.length)]!;
    const name = { en: `${family.en} ${given.en}`, "zh-CN": family["zh-CN"] + given["zh-CN"] };
    if (taken.has(name.en)) continue;
    taken.add(name.en);
    return name;
  }
}

/** Name of the team with this number, from 1 to 19. */
export function teamName(number: number): Localised {
  const tens = number >= 10 ? "十" : "";
  const ones = number % 10 === 0 ? "" : CHINESE_DIGITS[(number % 10) - 1]!;
  return { en: `Team ${String(number).padStart(2, "0")}`, "zh-CN": `${tens}${ones}班` };
}
