/** Decodes a calendar file. */

const startsWith = (bytes: Uint8Array, ...mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte);

const decode = (bytes: Uint8Array, label: string): string | null => {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

const CR = 13;
const LF = 10;
const isBlank = (byte: number | undefined): boolean => byte === 32 || byte === 9;

/** Unfolds lines in the bytes: RFC 5545 3.1 counts octets, so a fold may split a letter. */
function unfold(bytes: Uint8Array): Uint8Array {
  const kept = new Uint8Array(bytes.length);
  let size = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const breaks = bytes[at] === CR && bytes[at + 1] === LF ? 2 : bytes[at] === LF ? 1 : 0;
    if (breaks > 0 && isBlank(bytes[at + breaks])) at += breaks;
    else kept[size++] = bytes[at] ?? 0;
  }
  return kept.subarray(0, size);
}

/**
 * UTF-8 (RFC 5545's own), UTF-16 with a byte order mark, and what older programs write: Windows-1252. A byte order
 * mark is not part of the text.
 */
export function decodeCalendar(bytes: Uint8Array): string {
  if (startsWith(bytes, 0xff, 0xfe)) return new TextDecoder("utf-16le").decode(bytes);
  if (startsWith(bytes, 0xfe, 0xff)) return new TextDecoder("utf-16be").decode(bytes);
  return (
    decode(bytes, "utf-8") ?? decode(unfold(bytes), "utf-8") ?? new TextDecoder("windows-1252").decode(bytes)
  );
}
