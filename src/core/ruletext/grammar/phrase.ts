import type { Part } from "./parts";
import type { Caught } from "./pattern";

/** A pattern and the parts of a rule that it means; undefined if the words turn out to mean something else. */
export type Phrase = readonly [pattern: string, make: (caught: Caught) => readonly Part[] | undefined];
