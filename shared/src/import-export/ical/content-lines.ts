/** One line of the file after unfolding (RFC 5545 3.1). */
export interface ContentLine {
  /** First line in the file, from 1. */
  readonly line: number;
  /** Upper case, without its group. */
  readonly name: string;
  readonly text: string;
}

const NAME = /^[A-Za-z0-9-]+/;

const make = (line: number, text: string): ContentLine => ({
  line,
  name: (NAME.exec(text)?.[0] ?? "").toUpperCase(),
  text,
});

/** vCalendar 1.0 folds quoted-printable values with `=` at the end of the line. */
const SOFT_BREAK = /;ENCODING=QUOTED-PRINTABLE[;:].*=$/i;

/** Splits a file into unfolded lines. CRLF, LF and CR end lines; blank lines are dropped. */
export function contentLines(text: string): ContentLine[] {
  const lines: { line: number; text: string }[] = [];
  let last: { line: number; text: string } | undefined;
  text
    .replace(/^\ufeff/, "")
    .split(/\r\n|\n|\r/)
    .forEach((segment, index) => {
      if (last !== undefined && (segment.startsWith(" ") || segment.startsWith("\t")))
        last.text += segment.slice(1);
      else if (last !== undefined && SOFT_BREAK.test(last.text)) last.text = last.text.slice(0, -1) + segment;
      else if (segment.trim() !== "") lines.push((last = { line: index + 1, text: segment }));
    });
  return lines.map((entry) => make(entry.line, entry.text));
}

/** The text after the first colon outside quotes. */
export function valueOf(text: string): string {
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') quoted = !quoted;
    else if (text[at] === ":" && !quoted) return text.slice(at + 1).trim();
  }
  return "";
}
