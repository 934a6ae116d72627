// jsdom has no TextEncoder and TextDecoder of its own. Node's are the same.
import { TextDecoder, TextEncoder } from "node:util";

Object.assign(globalThis, { TextDecoder, TextEncoder });
