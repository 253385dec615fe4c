import { monthStart } from "../time/civil";
import type { Parts } from "../recurrence/parts";
import { formatDay, formatMonth, formatWeekday } from "./format-date";
import { formatList } from "./format-list";
import { interpolate } from "./interpolate";
import type { Messages, Template } from "./messages/messages";
import { weekdayRun } from "./weekday-run";

/** Longer lists of dates are described as days and months. */
const MAX_DATES = 12;

const bitsOf = (mask: number): number[] =>
  Array.from({ length: 12 }, (_, index) => index).filter((index) => mask & (1 << index));

/** Describes the parts of a recurrence. Each part appears once: methods record the parts they have described. */
class Clauses {
  private readonly said = new Set<keyof Parts>();
  constructor(
    private readonly parts: Parts,
    private readonly locale: string,
    private readonly messages: Messages,
  ) {}

  private has(part: keyof Parts): boolean {
    const value = this.parts[part];
    return !this.said.has(part) && (Array.isArray(value) ? value.length > 0 : value !== 0);
  }

  /** Whether these parts, and no others, select days. */
  private only(...names: (keyof Parts)[]): boolean {
    const all: (keyof Parts)[] = [
      "months",
      "monthDays",
      "weekdays",
      "nthWeekdays",
      "yearDays",
      "weekNumbers",
    ];
    return all.every((part) => this.has(part) === names.includes(part));
  }

  private list(items: readonly string[]): string {
    return formatList(this.locale, items);
  }

  private weekdays(): string {
    this.said.add("weekdays");
    return this.list(bitsOf(this.parts.weekdays).map((weekday) => formatWeekday(this.locale, weekday)));
  }

  /** Weekdays of every week: "Every day", "Monday to Friday" or "Every Monday and Thursday". */
  private everyWeek(): string {
    const { recurrence } = this.messages;
    const days = bitsOf(this.parts.weekdays);
    const run = weekdayRun(days);
    if (run === null) return interpolate(this.locale, recurrence.weekly, { days: this.weekdays() });
    this.said.add("weekdays");
    const name = (weekday: number): string => formatWeekday(this.locale, weekday);
    return days.length === 7
      ? recurrence.everyDay
      : interpolate(this.locale, recurrence.weeklyRange, { first: name(run[0]), last: name(run[1]) });
  }

  private months(): string {
    this.said.add("months");
    return this.list(bitsOf(this.parts.months).map((month) => formatMonth(this.locale, month)));
  }

  private monthDays(): string {
    this.said.add("monthDays");
    const { ordinal, on } = this.messages;
    return this.list(
      this.parts.monthDays.map((n) =>
        n === -1
          ? on.lastDay
          : interpolate(this.locale, n > 0 ? on.monthDay : on.dayFromEnd, {
              n: Math.abs(n),
              nth: ordinal(Math.abs(n)),
            }),
      ),
    );
  }

  private nthWeekdays(): string {
    this.said.add("nthWeekdays");
    const { ordinal, on } = this.messages;
    return this.list(
      this.parts.nthWeekdays.map(({ nth, weekday }) =>
        interpolate(this.locale, nth === -1 ? on.lastWeekday : nth > 0 ? on.nthWeekday : on.weekdayFromEnd, {
          n: Math.abs(nth),
          nth: ordinal(Math.abs(nth), weekday),
          weekday: formatWeekday(this.locale, weekday),
        }),
      ),
    );
  }

  private dates(): string {
    this.said.add("months").add("monthDays");
    return this.list(
      bitsOf(this.parts.months).flatMap((month) =>
        this.parts.monthDays.map((date) =>
          interpolate(this.locale, this.messages.on.date, {
            // 2000 is a leap year.
            date: formatDay(this.locale, monthStart(24_000 + month) + date - 1, {
              month: "long",
              day: "numeric",
            }),
          }),
        ),
      ),
    );
  }

  /** "on …" of a month. */
  private onOfMonth(): string | null {
    const { on } = this.messages;
    if (this.has("monthDays") && !this.has("weekdays") && !this.has("nthWeekdays"))
      return interpolate(this.locale, on.list, { list: this.monthDays() });
    if (this.has("nthWeekdays") && !this.has("weekdays") && !this.has("monthDays"))
      return interpolate(this.locale, on.list, { list: this.nthWeekdays() });
    return null;
  }

  /** "on …" of a year. */
  private onOfYear(): string | null {
    const { monthDays, months } = this.parts;
    const { on } = this.messages;
    if (
      this.only("months", "monthDays") &&
      monthDays.every((date) => date > 0) &&
      monthDays.length * bitsOf(months).length <= MAX_DATES
    )
      return interpolate(this.locale, on.list, { list: this.dates() });
    if (this.only("months", "nthWeekdays"))
      return interpolate(this.locale, on.list, {
        list: interpolate(this.locale, on.ofMonths, { list: this.nthWeekdays(), months: this.months() }),
      });
    if (this.only("nthWeekdays"))
      return interpolate(this.locale, on.list, {
        list: interpolate(this.locale, on.ofYear, { list: this.nthWeekdays() }),
      });
    return null;
  }

  /** The frequency, with the days that fit into the same clause. */
  head(): string {
    const { recurrence } = this.messages;
    const { freq, interval: n } = this.parts;
    const every = (one: Template, some: Template, values: Record<string, string>): string =>
      interpolate(this.locale, n === 1 ? one : some, { n, nth: this.messages.ordinal(n), ...values }).replace(
        // What joins the frequency to days, where it has none: "Every 2 months" in Chinese ends with 的.
        /[\s,:，的]+$/,
        "",
      );
    switch (freq) {
      case "DAILY":
        return n === 1 && this.has("weekdays")
          ? this.everyWeek()
          : every(recurrence.everyDay, recurrence.everyDays, {});
      case "WEEKLY": {
        if (n === 1) return this.everyWeek();
        const [first, ...more] = bitsOf(this.parts.weekdays);
        const template = more.length === 0 ? recurrence.weeklyOne : recurrence.weeklySome;
        return interpolate(this.locale, template, {
          n,
          nth: this.messages.ordinal(n, first),
          days: this.weekdays(),
        });
      }
      case "MONTHLY":
        return every(recurrence.monthly, recurrence.monthlySome, { on: this.onOfMonth() ?? "" });
      case "YEARLY":
        // BYMONTHDAY without BYMONTH selects days of every month.
        if (n === 1 && this.only("monthDays"))
          return every(recurrence.monthly, "", { on: this.onOfMonth() ?? "" });
        return every(recurrence.yearly, recurrence.yearlySome, { on: this.onOfYear() ?? "" });
    }
  }

  private position(n: number): string {
    const { clause, ordinal } = this.messages;
    if (n > 0) return ordinal(n);
    return n === -1
      ? clause.lastPosition
      : interpolate(this.locale, clause.positionFromEnd, { n: -n, nth: ordinal(-n) });
  }

  /** The parts that `head` did not describe. */
  rest(): string[] {
    const { clause, on } = this.messages;
    const { parts } = this;
    const clauses: string[] = [];
    if (this.has("months")) clauses.push(interpolate(this.locale, clause.months, { months: this.months() }));
    if (this.has("weekNumbers"))
      clauses.push(
        interpolate(this.locale, clause.weeks, { list: this.list(parts.weekNumbers.map(String)) }),
      );
    if (this.has("yearDays"))
      clauses.push(
        interpolate(this.locale, clause.yearDays, { list: this.list(parts.yearDays.map(String)) }),
      );
    if (this.has("monthDays")) clauses.push(interpolate(this.locale, on.list, { list: this.monthDays() }));
    if (this.has("nthWeekdays"))
      clauses.push(interpolate(this.locale, on.list, { list: this.nthWeekdays() }));
    if (this.has("weekdays")) clauses.push(interpolate(this.locale, clause.days, { days: this.weekdays() }));
    if (parts.setPositions.length > 0)
      clauses.push(
        interpolate(this.locale, clause.positions, {
          list: this.list(parts.setPositions.map((n) => this.position(n))),
        }),
      );
    return clauses;
  }
}

/** Describes a recurrence without its bounds, as clauses. The first clause gives the frequency. */
export function describeRecurrence(parts: Parts, locale: string, messages: Messages): string[] {
  const clauses = new Clauses(parts, locale, messages);
  return [clauses.head(), ...clauses.rest()];
}
