import { declareClass } from "../host-object";
import type { RangeSelf } from "./arguments";

/* The two classes that many others lead back to; `range.ts` and `worksheet.ts` define their members. */

export const range = declareClass<RangeSelf>("Range");

/** A sheet; the instance is its id. */
export const worksheet = declareClass<string>("Worksheet");
