export { BrokenData, portableCodec, type Codec, type Deflater } from "./codec";
export { newXlsx, openXlsx } from "./package";
export { xlsxPort } from "./port";
export { SIGNATURE_ENDED } from "./signature";
export type * from "./types";
