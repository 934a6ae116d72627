import { foldName } from "../../cell/cell";
import type { SourceCell } from "../../cell/table";
import { cellIn, textIn } from "../../cell/table";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";
import type { CheckSubject } from "../subject";

interface Noted {
  readonly name: string;
  readonly cell: SourceCell | undefined;
}

/** The cells of the column Added, each with the name of its row. */
function notesIn({ rubrics, tables: { scales, settings } }: CheckSubject): readonly Noted[] {
  const rowsOf = (table: { readonly rowCount: number } | undefined): readonly number[] =>
    Array.from({ length: table?.rowCount ?? 0 }, (_, row) => row);
  const isChosen = (rubric: string): boolean =>
    rubric === "" || rubrics.some(({ name }) => foldName(name) === foldName(rubric));
  return [
    ...rubrics.flatMap(({ indicators }) => indicators.map(({ name, cells }) => ({ name, cell: cells.added }))),
    ...rowsOf(scales).map((row) => ({
      name: [textIn(scales!, row, "scale"), textIn(scales!, row, "grade")].filter((text) => text !== "").join(" "),
      cell: cellIn(scales!, row, "added"),
    })),
    ...rowsOf(settings)
      .filter((row) => isChosen(textIn(settings!, row, "rubric")))
      .map((row) => ({ name: textIn(settings!, row, "setting"), cell: cellIn(settings!, row, "added") })),
  ];
}

export default defineCheck<{ name: string; added: string }>()({
  id: "additions-owned",
  severity: "info",
  title: { en: "What was added to a scheme is somebody's decision", "zh-CN": "补充的内容已有人确认" },
  message: {
    en: ({ name, added }) => ({
      what: `“${name}” holds what its scheme does not state, and nobody has confirmed it yet. Added: ${added.replace(/[.。]$/, "")}.`,
      why: "It is an example. Agents are scored by it as if the scheme said so.",
      how: "Look at the coloured cells and change them where needed. Then clear the cell in the column Added.",
    }),
    "zh-CN": ({ name, added }) => ({
      what: `“${name}”中有原方案未写明、尚未经人确认的内容。补充：${added.replace(/[.。]$/, "")}。`,
      why: "这些只是示例，计分时却会当作方案的规定。",
      how: "核对有底色的单元格，需要时修改，然后清空“补充”列的单元格。",
    }),
  },
  check: (subject, report) => {
    for (const { name, cell } of notesIn(subject)) {
      if (cell?.value.kind !== "text") continue;
      const label = { en: "Confirm: clear the note", "zh-CN": "确认采用：清空补充说明" };
      report(
        cell.at,
        { name, added: cell.value.text },
        { fix: { kind: "suggestion", label, edits: [{ ...cell.at, value: null }] } },
      );
    }
  },
  valid: [
    exampleOf([{ ...LINEAR, Added: "" }]),
    exampleOf([LINEAR], { Settings: [{ Setting: "Full score", Value: 100, Added: "" }] }),
  ],
  invalid: [
    { tables: exampleOf([{ ...LINEAR, Added: "Zero at, Full at" }]), at: ["Rubric!G2"] },
    {
      tables: exampleOf([{ ...LINEAR, Method: "bands", Scale: "Steps" }], {
        Scales: [
          { Scale: "Steps", From: "", Share: 0, Added: "" },
          { Scale: "Steps", From: 60, Share: 1, Added: "起点" },
        ],
        Settings: [{ Setting: "Full score", Value: 100, Added: "Setting, Value" }],
      }),
      at: ["Scales!D3", "Settings!C2"],
    },
  ],
});
