export { BrokenData, portableCodec, type Codec, type Deflater } from "./codec";
export { newXlsx, openXlsx } from "./package";
export { xlsxPort } from "./port";
export type * from "./types";
