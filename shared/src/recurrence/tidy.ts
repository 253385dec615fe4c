/** The parser refuses longer texts, so these stay as they are. */
const MAX_LENGTH = 20_000;

/**
 * A recurrence as it is meant: without the blanks and the empty parts (a trailing or doubled `;`) that programs leave
 * in it. RFC 5545 has neither, so nothing that it allows is changed.
 */
export const tidyRRule = (text: string): string =>
  text.length > MAX_LENGTH
    ? text
    : text
        .replace(/\s+/g, " ")
        .replace(/ ?([;,=:]) ?/g, "$1")
        .replace(/;{2,}/g, ";")
        .replace(/^\s*(RRULE:)?;/i, "$1")
        .replace(/;?\s*$/, "")
        .trimStart();
