import type { Localised } from "../../core/text/locale";
import type { SampleRandom } from "./random";

export interface SampleAgent {
  /** Text, as IDs are: nobody adds them up. */
  readonly id: string;
  readonly name: Localised;
  readonly team: Localised;
  /** How good the agent is, 0 being the middle: what makes one agent's metrics go together. */
  readonly skill: number;
  readonly isNew: boolean;
}

const AGENT_COUNT = 300;
const TEAM_COUNT = 12;
const FIRST_ID = 100_201;

/** Common family and given names put together at random; whoever is called so is meant by none of them. */
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

function teamName(number: number): Localised {
  const tens = number >= 10 ? "十" : "";
  const ones = number % 10 === 0 ? "" : CHINESE_DIGITS[(number % 10) - 1]!;
  return { en: `Team ${String(number).padStart(2, "0")}`, "zh-CN": `${tens}${ones}班` };
}

/** 300 agents in 12 teams; the later in a team, the likelier somebody is new. */
export function sampleAgents(random: SampleRandom): SampleAgent[] {
  const families = namesOf(FAMILY_NAMES);
  const givens = namesOf(GIVEN_NAMES);
  const taken = new Set<string>();
  const teamSkill = Array.from({ length: TEAM_COUNT }, () => 0.35 * random.bell());
  return Array.from({ length: AGENT_COUNT }, (_, index) => {
    const team = Math.floor((index * TEAM_COUNT) / AGENT_COUNT);
    const isNew = random.chance(0.12);
    const skill = teamSkill[team]! + 0.9 * random.bell() - (isNew ? 0.9 : 0);
    const name = freshName(random, families, givens, taken);
    return { id: String(FIRST_ID + index * 7), name, team: teamName(team + 1), skill, isNew };
  });
}

function freshName(
  random: SampleRandom,
  families: readonly Localised[],
  givens: readonly Localised[],
  taken: Set<string>,
): Localised {
  for (;;) {
    const family = families[Math.floor(random.even() * families.length)]!;
    const given = givens[Math.floor(random.even() * givens.length)]!;
    const name = { en: `${family.en} ${given.en}`, "zh-CN": family["zh-CN"] + given["zh-CN"] };
    if (taken.has(name.en)) continue;
    taken.add(name.en);
    return name;
  }
}
