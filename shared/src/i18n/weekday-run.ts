/** Fewer weekdays in a row are listed. */
const MIN_RUN = 3;

/**
 * The first and last of weekdays in a row that are described as a range, such as Monday to Friday; null: they are listed.
 * @param days 0 = Monday; sorted, each once
 */
export function weekdayRun(days: readonly number[]): readonly [first: number, last: number] | null {
  const [first = 0] = days;
  const last = days[days.length - 1] ?? 0;
  return days.length >= MIN_RUN && last - first === days.length - 1 ? [first, last] : null;
}
