export { newXlsx, openXlsx } from "./package";
export { xlsxPort } from "./port";
export type * from "./types";
