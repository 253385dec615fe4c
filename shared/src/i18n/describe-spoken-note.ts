import { interpolate } from "./interpolate";
import { speechLocale } from "./locales";
import { messagesFor } from "./messages-for";

/** The end of a sentence, which a closing quote or bracket may follow. */
const ENDS = /[.!?…。！？][\p{Pe}\p{Pf}"']*$/u;

/** A note as a sentence of a voice prompt. */
export function describeSpokenNote(note: string, asked: string): string {
  const locale = speechLocale(asked);
  const text = note.trim();
  return ENDS.test(text) ? text : interpolate(locale, messagesFor(locale).spoken.note, { note: text });
}
