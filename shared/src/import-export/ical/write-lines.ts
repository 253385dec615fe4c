/** Formats texts, times and lines by RFC 5545. */
import { DAY_MS, formatDate, mod } from "../../time/civil";

/** Octets of a line, without its end (RFC 5545 3.1). */
const MAX_OCTETS = 75;

const octets = (letter: string): number => {
  const code = letter.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};

/** Folds a line, never within a letter. */
export function foldLine(line: string): string {
  const lines: string[] = [];
  let current = "";
  let size = 0;
  for (const letter of line) {
    const more = octets(letter);
    if (size + more > MAX_OCTETS) {
      lines.push(current);
      // The space that marks the fold counts as an octet.
      current = " ";
      size = 1;
    }
    current += letter;
    size += more;
  }
  return [...lines, current].join("\r\n");
}

/** Escapes a text (RFC 5545 3.3.11). Drops control characters, which it forbids. */
export const escapeText = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "")
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\n/g, "\\n");

/** A day number as DATE. */
export const writeDate = (day: number): string => formatDate(day).replaceAll("-", "");

/** ms since the epoch as DATE-TIME in UTC; parts of a second are dropped. */
export function writeInstant(t: number): string {
  const seconds = Math.floor(mod(t, DAY_MS) / 1000);
  const two = (value: number): string => String(value).padStart(2, "0");
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join("");
  return `${writeDate(Math.floor(t / DAY_MS))}T${clock}Z`;
}
