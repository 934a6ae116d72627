import { declareClass } from "../host-object";
import type { RangeSelf } from "./arguments";

/* The two classes to which many others lead. `range.ts` and `worksheet.ts` define their members. */

export const range = declareClass<RangeSelf>("Range");

/** A sheet. The instance is its id. */
export const worksheet = declareClass<string>("Worksheet");
