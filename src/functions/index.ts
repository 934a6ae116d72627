import { associateAll } from "./associate";

/** A page may load a second copy, for a pane of another version. The formulas stay with the first. */
const page = globalThis as { qaScorecardFunctions?: true };

if (!page.qaScorecardFunctions) {
  page.qaScorecardFunctions = true;
  associateAll();
}
