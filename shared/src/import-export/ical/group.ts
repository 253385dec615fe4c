import { formatDate } from "../../time/civil";
import type { Rule } from "../../model/model";
import type { CalendarSegment } from "./segment";

/** A rule before it has an id and a status. */
export interface Draft {
  readonly name: string;
  /** Identifies the rule in later imports. */
  readonly identity: string;
  readonly when: Omit<Rule, "id" | "name" | "isOpen" | "closedReason" | "exception">;
}

/** More dates do not fit into a Sync item (16 KiB) beside a rule's other fields. */
export const MAX_DATES = 500;
/** Longer pieces are ranges of their own. */
const MAX_LISTED_RUN = 31;

const two = (value: number): string => String(value).padStart(2, "0");
const formatMinute = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

export const timesOfDay = ({
  start,
  end,
}: Pick<CalendarSegment, "start" | "end">): Pick<Rule, "startTime" | "endTime"> => ({
  ...(start === null ? {} : { startTime: formatMinute(start) }),
  ...(end === null ? {} : { endTime: formatMinute(end) }),
});

const isRun = (days: readonly number[]): boolean =>
  (days[days.length - 1] ?? 0) - (days[0] ?? 0) === days.length - 1;

/** Groups days by the rest of their rule: a holiday of a calendar is one rule for all years. */
export class Groups {
  private readonly groups = new Map<string, { name: string; segment: CalendarSegment; days: Set<number> }>();
  private readonly ranges = new Map<string, Draft>();

  /** @param days on which the piece begins. false: every day of it was there already */
  add(name: string, segment: CalendarSegment, days: readonly number[]): boolean {
    const key = JSON.stringify([name, segment.start, segment.end]);
    if (segment.days > MAX_LISTED_RUN)
      return days.map((day) => this.addRange(key, name, { ...segment, day })).includes(true);
    const group = this.groups.get(key) ?? { name, segment, days: new Set<number>() };
    this.groups.set(key, group);
    const before = group.days.size;
    for (const first of days) for (let day = first; day < first + segment.days; day += 1) group.days.add(day);
    return group.days.size > before;
  }

  private addRange(key: string, name: string, segment: CalendarSegment): boolean {
    const identity = `${key} ${segment.day} ${segment.days}`;
    const isNew = !this.ranges.has(identity);
    this.ranges.set(identity, {
      name,
      identity,
      when: {
        startDate: formatDate(segment.day),
        endDate: formatDate(segment.day + segment.days - 1),
        ...timesOfDay(segment),
      },
    });
    return isNew;
  }

  drafts(): Draft[] {
    const grouped = [...this.groups].flatMap(([key, { name, segment, days }]) => {
      const sorted = [...days].sort((a, b) => a - b);
      const chunks = Array.from({ length: Math.ceil(sorted.length / MAX_DATES) }, (_, index) =>
        sorted.slice(index * MAX_DATES, (index + 1) * MAX_DATES),
      );
      return chunks.map((chunk, index): Draft => ({
        name,
        identity: index === 0 ? key : `${key} ${index}`,
        when: { ...datesOf(chunk), ...timesOfDay(segment) },
      }));
    });
    return [...grouped, ...this.ranges.values()];
  }
}

/** Consecutive days as a range, others as a list. */
function datesOf(days: readonly number[]): Draft["when"] {
  const [first = 0] = days;
  const last = days[days.length - 1] ?? first;
  return isRun(days)
    ? { startDate: formatDate(first), endDate: formatDate(last) }
    : { dates: days.map(formatDate) };
}
