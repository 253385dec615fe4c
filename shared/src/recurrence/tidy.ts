/**
 * A recurrence as it is meant: without the blanks and the empty parts and values (a trailing or doubled `;` or `,`)
 * that programs leave in it. RFC 5545 has neither, so nothing that it allows is changed. Takes time linear in the length.
 */
export const tidyRRule = (text: string): string =>
  text
    .trim()
    .replace(/\s+/g, " ")
    .replace(/ ?([;,=:]) ?/g, "$1")
    .replace(/,+/g, ",")
    .replace(/,;/g, ";")
    .replace(/;+/g, ";")
    .replace(/^(RRULE:)?;/i, "$1")
    .replace(/[;,]$/, "");
