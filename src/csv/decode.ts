/** The text of a file whose encoding nothing states: UTF-8, UTF-16 or GB18030. Undefined where it is text in none of them. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const marked = MARKS.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte));
  if (marked) return decodeAs(marked.encoding, bytes.subarray(marked.mark.length));
  const wide = wideEncoding(bytes);
  const text = wide === undefined ? (decodeAs("utf-8", bytes) ?? decodeAs("gb18030", bytes)) : decodeAs(wide, bytes);
  return text === undefined || NO_TEXT.test(text) ? undefined : text;
}

const MARKS = [
  { mark: [0xef, 0xbb, 0xbf], encoding: "utf-8" },
  { mark: [0xff, 0xfe], encoding: "utf-16le" },
  { mark: [0xfe, 0xff], encoding: "utf-16be" },
] as const;

// eslint-disable-next-line no-control-regex
const NO_TEXT = /[\u0000-\u0008\u000e-\u001f]/;

/** Text in two bytes a sign without a mark: of tabs, commas and figures, one byte is 0. */
function wideEncoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const head = bytes.subarray(0, 2000);
  const zeros = [0, 0];
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2]! += 1;
  });
  if (zeros[0]! + zeros[1]! < head.length / 10) return undefined;
  return zeros[1]! > zeros[0]! ? "utf-16le" : "utf-16be";
}

function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    // Bytes that the encoding has not are told by a TypeError.
    if ((error as { readonly name?: unknown }).name === "TypeError") return undefined;
    throw error;
  }
}
