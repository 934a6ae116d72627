// jsdom has no TextEncoder and TextDecoder of its own; those of Node are the same.
import { TextDecoder, TextEncoder } from "node:util";

Object.assign(globalThis, { TextDecoder, TextEncoder });
