/** error: scoring is impossible; warning: scoring works, but is probably not as meant; info: worth knowing. */
export type Severity = "error" | "warning" | "info";

/** Three sentences: what is wrong, why it matters, how to mend it. */
export interface MessageText {
  readonly what: string;
  readonly why: string;
  readonly how: string;
}
