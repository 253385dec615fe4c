import { valueOf } from "./content-lines";

const MARK = /;ENCODING=QUOTED-PRINTABLE[;:]/i;
const CHARSET = /;CHARSET=([A-Za-z0-9_-]+)/i;

export const isQuotedPrintable = (text: string): boolean => MARK.test(text);

/** Decodes the value of a line if it is quoted-printable, as in vCalendar 1.0. Throws on an unknown charset. */
export function readQuotedPrintable(text: string): string {
  const value = valueOf(text);
  if (!isQuotedPrintable(text)) return value;
  const bytes: number[] = [];
  for (let at = 0; at < value.length; at += 1) {
    const code = /^=([0-9A-Fa-f]{2})/.exec(value.slice(at, at + 3))?.[1];
    bytes.push(code === undefined ? value.charCodeAt(at) & 0xff : parseInt(code, 16));
    if (code !== undefined) at += 2;
  }
  return new TextDecoder(CHARSET.exec(text)?.[1] ?? "utf-8").decode(Uint8Array.from(bytes)).trim();
}
