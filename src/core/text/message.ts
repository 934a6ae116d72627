/** error: cannot be scored; warning: can be scored but is probably not meant; info: worth knowing. */
export type Severity = "error" | "warning" | "info";

/** Three sentences: what is wrong, why it matters, how to mend it. */
export interface MessageText {
  readonly what: string;
  readonly why: string;
  readonly how: string;
}
