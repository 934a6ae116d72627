import type { Localised } from "../core/text/locale";

export const HELP: Localised = {
  en: `qa-scorecard - scores contact-centre metrics by the rubric in an Excel workbook

  qa-scorecard validate BOOK.xlsx [--rubric NAME] [--lang en|zh-CN] [--json]
      Checks rubric, scales and metrics, and says what is wrong, why it matters and how to mend it.

  qa-scorecard score BOOK.xlsx --out OUT.xlsx [--period P] [--rubric NAME] [--fill values] [--lang en|zh-CN] [--json]
      Scores a period, the newest one unless stated, and writes the workbook with the sheet "Evaluation P" to OUT.xlsx.
      BOOK.xlsx is only written over when --out names it. Everything else in the workbook stays as it is.

  qa-scorecard template [NAME --out BOOK.xlsx] [--mended] [--lang en|zh-CN] [--json]
      Writes a new workbook with one of the schemes people use: rubric, scales and sample metrics of 40 agents.
      A file that is there already is left alone.
      NAME is an id, a number such as T7, or a name in either language; without it all templates are listed.
      What a scheme leaves open stays blank, for you to fill in; --mended fills it with plausible values.

  qa-scorecard rule "RULE TEXT" [--points P] [--value V ...] [--lang en|zh-CN] [--json]
      Reads a rule sentence, Chinese or English, says how it is understood and what it leaves open, and scores values by it.
      A rule that compares with peers takes the values stated as the group.

  qa-scorecard compare BOOK.xlsx [OTHER.xlsx] [--rubric NAME] [--with NAME] [--period P] [--lang en|zh-CN] [--json]
      Compares two rubrics, of one workbook or of two: what changed, and who of a period moves when the same metrics are
      scored by both. Nothing is written.

  --rubric NAME   one rubric only; of compare: the first one
  --with NAME     the second rubric of compare; else the one of the same name, or the only other one
  --lang          language of messages and of the sheet; else that of the system
  --json          standard output is one JSON document and nothing else

Exit status: 0 done; 1 findings of level error, nothing is written; 2 the command or the file cannot be used.
`,
  "zh-CN": `qa-scorecard - 按 Excel 工作簿中的评分标准为呼叫中心指标计分

  qa-scorecard validate 工作簿.xlsx [--rubric 名称] [--lang en|zh-CN] [--json]
      检查评分标准、等级表和指标数据，说明问题所在、影响以及如何修正。

  qa-scorecard score 工作簿.xlsx --out 输出.xlsx [--period 期间] [--rubric 名称] [--fill values] [--lang en|zh-CN] [--json]
      为一个期间计分（未指明时为最新期间），并把带有“Evaluation 期间”工作表的工作簿写入输出文件。
      只有 --out 指明原文件时才会覆盖原文件。工作簿中的其他内容保持不变。

  qa-scorecard template [名称 --out 工作簿.xlsx] [--mended] [--lang en|zh-CN] [--json]
      用常见考核方案之一新建工作簿：评分标准、等级表，以及 40 名人员的示例数据。已有的文件不会被覆盖。
      名称可以是标识、编号（如 T7）或中英文名称；不写名称则列出全部模板。
      方案未写明之处留空，由您填写；--mended 则填入示例值。

  qa-scorecard rule "规则原文" [--points 分值] [--value 值 ...] [--lang en|zh-CN] [--json]
      读取一条中文或英文的评分规则，说明理解的结果和没有写明之处，并按它给出各值的得分。
      与均值比较的规则以所给的各个值为同岗位人员。

  qa-scorecard compare 工作簿.xlsx [另一个.xlsx] [--rubric 名称] [--with 名称] [--period 期间] [--lang en|zh-CN] [--json]
      比较同一工作簿或两个工作簿中的两个考核表：哪些规则变了，用同一份数据分别计分时谁的分数会变。不写入任何文件。

  --rubric 名称   只处理一个考核表；用于 compare 时为第一个考核表
  --with 名称     compare 的第二个考核表；未指明时取同名的，或仅有的另一个
  --lang          消息和工作表的语言；未指明时取系统语言
  --json          标准输出只有一个 JSON 文档

退出状态：0 完成；1 存在错误级问题，不写入任何文件；2 命令或文件无法使用。
`,
};
