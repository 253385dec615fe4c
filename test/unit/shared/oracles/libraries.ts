/** Occurrences between two days by two recurrence libraries, as civil day numbers. */
import { formatDate } from "@schedule-manager/shared/time/civil";
import type { Parts } from "@schedule-manager/shared/recurrence/parts";
import { RRule } from "rrule";
import { RRuleTemporal } from "rrule-temporal";

const DAY_MS = 86_400_000;

export function askRRule(rrule: string, start: number, end: number): number[] {
  const dtstart = new Date(start * DAY_MS);
  return new RRule({ ...RRule.parseString(rrule), dtstart })
    .between(dtstart, new Date(end * DAY_MS), true)
    .map((date) => date.getTime() / DAY_MS);
}

export function askTemporal(rrule: string, start: number, end: number): number[] {
  const dtstart = formatDate(start).replaceAll("-", "");
  return new RRuleTemporal({ rruleString: `DTSTART:${dtstart}T000000Z\nRRULE:${rrule}` })
    .between(new Date(start * DAY_MS), new Date(end * DAY_MS), true)
    .map((date) => Math.round(Number(date.epochMilliseconds) / DAY_MS));
}

/** Known errors of the libraries by the shape of the rule, with the reason why this implementation is right. */
export interface Difference {
  readonly library: "rrule" | "rrule-temporal";
  readonly what: string;
  readonly why: string;
  /**
   * @param parts as written (each value once), without values from the start date
   */
  applies(parts: Parts, rrule: string): boolean;
}

const numbered = (parts: Parts): boolean => parts.nthWeekdays.length > 0;
const byDay = (parts: Parts): boolean => parts.weekdays !== 0 || numbered(parts);
const negative = (list: readonly number[]): boolean => list.some((n) => n < 0);

export const DIFFERENCES: readonly Difference[] = [
  {
    library: "rrule",
    what: "BYSETPOS with two positions of one day gives that day twice, and COUNT counts it twice",
    why: "A recurrence is a set (RFC 5545 3.8.5), in which a day is once; rrule-temporal agrees with us.",
    applies: (_, rrule) => /BYSETPOS=[^;]*,/.test(rrule),
  },
  {
    library: "rrule",
    what: "BYSETPOS further from the end than the set is long wraps around and gives some other day",
    why: "The nth from the end of fewer than n does not exist (RFC 5545 3.3.10); rrule-temporal agrees with us.",
    applies: ({ setPositions }) => negative(setPositions),
  },
  {
    library: "rrule",
    what: "BYSETPOS with FREQ=WEEKLY counts in what the start date leaves of the first week",
    why: "A set is that of the whole period; the start cuts afterwards (RFC 5545 3.3.10); rrule-temporal agrees with us.",
    applies: ({ freq, setPositions }) => freq === "WEEKLY" && setPositions.length > 0,
  },
  {
    library: "rrule",
    what: "BYWEEKNO without BYDAY gives all seven days of the week",
    why: "What the rule leaves open comes from DTSTART (RFC 5545 3.3.10), here its weekday; rrule-temporal agrees with us.",
    applies: (parts) => parts.weekNumbers.length > 0 && !byDay(parts),
  },
  {
    library: "rrule",
    what: "Weeks counted from the end lose the days that they have in the calendar year before",
    why: "A week belongs to its year whole (ISO 8601, RFC 5545 3.3.10 BYWEEKNO); rrule-temporal agrees with us.",
    applies: ({ weekNumbers }) => negative(weekNumbers),
  },
  {
    library: "rrule",
    what: "BYWEEKNO=52 or 53 forgets the first days of January, or names them after a year of 52 weeks",
    why: "They are in the last week of the year before, which has 53 in some years only (ISO 8601); rrule-temporal agrees with us.",
    applies: ({ weekNumbers }) => weekNumbers.includes(52) || weekNumbers.includes(53),
  },
  {
    library: "rrule",
    what: "BYSETPOS with BYWEEKNO chooses within the calendar year",
    why: "The set is that of the weeks, which are whole only in the week-numbering year; rrule-temporal agrees with us.",
    applies: ({ weekNumbers, setPositions }) => weekNumbers.length > 0 && setPositions.length > 0,
  },
  {
    library: "rrule-temporal",
    what: "BYYEARDAY together with other parts is not narrowed by all of them",
    why: "BYDAY limits where BYYEARDAY is present (RFC 5545 3.3.10, note 2), and so do the others; rrule agrees with us.",
    applies: (parts) =>
      parts.yearDays.length > 0 &&
      (byDay(parts) || parts.months !== 0 || parts.monthDays.length > 0 || parts.weekNumbers.length > 0),
  },
  {
    library: "rrule-temporal",
    what: "BYWEEKNO together with BYMONTHDAY is not narrowed by it",
    why: "Each BYxxx part that is there has to hold; rrule agrees with us.",
    applies: ({ weekNumbers, monthDays }) => weekNumbers.length > 0 && monthDays.length > 0,
  },
  {
    library: "rrule-temporal",
    what: "FREQ=YEARLY with a numbered BYDAY forgets BYMONTHDAY",
    why: "BYDAY limits where BYMONTHDAY is present (RFC 5545 3.3.10, note 2); rrule agrees with us.",
    applies: (parts) => parts.freq === "YEARLY" && numbered(parts) && parts.monthDays.length > 0,
  },
  {
    library: "rrule-temporal",
    what: "The 53rd weekday of a year that has only 52 of them is taken from the year beside it",
    why: "There is no such day in that year; rrule agrees with us.",
    applies: ({ freq, months, nthWeekdays }) =>
      freq === "YEARLY" && months === 0 && nthWeekdays.some(({ nth }) => Math.abs(nth) === 53),
  },
];
