import type { Localised } from "../core/text/locale";
import { reachableParts, removeUnreachable } from "./gone";
import { relationshipsOf, removeRelationships, type Relationship } from "./opc";
import type { Parts } from "./parts";

/** Digital signatures of the package. Those of its macros are a part that stays as it is. */
const isOrigin = ({ kind, node }: Relationship): boolean =>
  kind === "origin" && /digital-signature/i.test(node.attributes["Type"] ?? "");

export function isSigned(parts: Parts): boolean {
  return relationshipsOf(parts, "").some(isOrigin);
}

/** Excel removes all signatures from a workbook that is edited, for they are no longer valid. */
export function dropSignatures(parts: Parts): void {
  if (!isSigned(parts)) return;
  const before = reachableParts(parts);
  removeRelationships(parts, "", isOrigin);
  removeUnreachable(parts, before);
}

/** Told after a change of a signed workbook. */
export const SIGNATURE_ENDED: Localised = {
  en: "The workbook was signed. The signature does not cover what was written, so the new file has none: sign it again in Excel.",
  "zh-CN": "原工作簿带有数字签名。签名不涵盖写入的内容，因此新文件不再带签名：请在 Excel 中重新签名。",
};
