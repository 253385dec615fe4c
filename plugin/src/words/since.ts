/** A moment of today as the time, an earlier one with its day, on the reader's own clock. `iso`: ISO 8601. */
export function sinceWords(locale: string, iso: string, now: number): string {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return "";
  const isToday = moment.toDateString() === new Date(now).toDateString();
  return moment.toLocaleString(
    locale,
    isToday ? { timeStyle: "short" } : { day: "numeric", month: "short", hour: "numeric", minute: "2-digit" },
  );
}
