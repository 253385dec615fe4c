/** The endless pattern of a recurrence, before COUNT, UNTIL, DTSTART and the rule's dates cut it. */
export interface Pattern {
  /** Days of a month number that the pattern names; bit 0 is the first. */
  mask(month: number): number;
  /** The first month number, from this one on, that is worth looking at. */
  skip(month: number): number;
  /** Whether there is any day at all, ever: the calendar repeats after 400 years, so this is exact. */
  possible(): boolean;
}

export const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
