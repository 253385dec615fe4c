/**
 * A moment in the past as one reads it: the time alone while it is the same day for the reader.
 * @param at ms since the epoch
 * @param now ms since the epoch
 */
export function asOfInWords(at: number, now: number, locale: string): string {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  const time = { hour: "numeric", minute: "2-digit" } as const;
  return new Intl.DateTimeFormat(locale, isToday ? time : { ...time, month: "short", day: "numeric" }).format(
    at,
  );
}
