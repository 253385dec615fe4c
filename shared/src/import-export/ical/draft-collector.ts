import { formatDate } from "../../time/civil";
import type { CalendarEvent, CalendarTime } from "./calendar-event";
import type { Clock } from "./clock";
import type { Clocks } from "./clocks";
import { type Draft, Groups, MAX_DATES } from "./group";
import { type ImportWarning, type ImportWarningCode, importWarning } from "./import-warning";
import type { Master } from "./masters";
import { calendarSegmentsOf } from "./segment";
import { readRecurrence, recurringDrafts } from "./recurring";
import type { Recurring } from "./shift-rrule";
import { dropsSeconds, isProblem, occurrenceDay, stretchOn, type Times, timesOf } from "./stretch";

/** Turns one event after the other into drafts of rules, and lists what could not be kept. */
export class DraftCollector {
  readonly listed: ImportWarning[] = [];
  private readonly groups = new Groups();
  private readonly drafts: Draft[] = [];
  private readonly series = new Set<string>();

  constructor(
    private readonly clocks: Clocks,
    private readonly target: Clock,
    private readonly from: number,
    private readonly until: number,
  ) {}

  private list(event: CalendarEvent, code: ImportWarningCode, params: ImportWarning["params"] = {}): void {
    this.listed.push(importWarning(event, code, params));
  }

  /** Rules need a name; events do not. */
  private nameOf(event: CalendarEvent): string {
    if (event.summary !== "") return event.summary;
    this.list(event, "summary-missing");
    return event.start === null ? "?" : formatDate(event.start.day);
  }

  add({ event, overrides }: Master): void {
    if (event.cancelled) return this.list(event, "cancelled");
    if (event.tentative) this.list(event, "tentative");
    const times = timesOf(event, this.clocks, this.target);
    if (isProblem(times)) {
      const { code, ...params } = times;
      return this.list(event, code, params);
    }
    if (event.recurrenceId?.thisAndFuture === true) return this.list(event, "this-and-future");
    if (dropsSeconds(times)) this.list(event, "seconds-dropped");
    if (event.exrules.length > 0)
      this.list(event, "exrule-unsupported", { value: event.exrules[0]?.slice(0, 80) ?? "" });
    else if (event.rrules.length === 0 && event.rDates.length === 0) this.addOnce(event, times);
    else this.addRecurring(event, times, overrides);
    for (const override of overrides) this.addOverride(override);
  }

  private addOverride(event: CalendarEvent): void {
    // A cancelled occurrence is none; that was seen to with its series.
    if (event.cancelled) return;
    this.add({ event: { ...event, rrules: [], exrules: [], rDates: [] }, overrides: [] });
  }

  private addOnce(
    event: CalendarEvent,
    times: Times,
    day = times.start.day,
    name = this.nameOf(event),
  ): void {
    const pieces = calendarSegmentsOf(stretchOn(times, day, this.target));
    const added = pieces.map((piece, index) =>
      this.groups.add(pieces.length === 1 ? name : `${name} ${index + 1}/${pieces.length}`, piece),
    );
    if (!added.includes(true)) this.list(event, "duplicate");
  }

  /** Days of the event's own clock; times that are not those of the series do not belong to it. */
  private exceptDays(event: CalendarEvent, times: Times, overrides: readonly CalendarEvent[]): Set<number> {
    const days = new Set<number>();
    const except = (time: CalendarTime, of: CalendarEvent): void => {
      const day = occurrenceDay(time, times, this.clocks);
      if (day === null) this.list(of, "exdate-unmatched", { value: formatDate(time.day) });
      else days.add(day);
    };
    for (const time of event.exDates) except(time, event);
    for (const { recurrenceId, ...rest } of overrides)
      if (recurrenceId !== null && !recurrenceId.thisAndFuture)
        except(recurrenceId.time, { ...rest, recurrenceId });
    return days;
  }

  /** RDATE: days of the series, or other times that stand for themselves. */
  private addedDays(event: CalendarEvent, times: Times, name: string): Set<number> {
    const days = new Set<number>();
    for (const { start, end } of event.rDates) {
      const day = end === null ? occurrenceDay(start, times, this.clocks) : null;
      if (day !== null) {
        days.add(day);
        continue;
      }
      const own = timesOf({ start, end: end ?? event.end, allDay: false }, this.clocks, this.target);
      if (isProblem(own)) this.list(event, own.code, "zone" in own ? { zone: own.zone } : {});
      else this.addOnce(event, own, own.start.day, name);
    }
    return days;
  }

  private addRecurring(event: CalendarEvent, times: Times, overrides: readonly CalendarEvent[]): void {
    const name = this.nameOf(event);
    const except = this.exceptDays(event, times, overrides);
    const added = this.addedDays(event, times, name);
    const series: Recurring[] = [];
    for (const rrule of event.rrules) {
      const read = readRecurrence(rrule, times);
      if (read.ok) series.push(read.recurring);
      else {
        const { code, part = "", value = rrule.slice(0, 80) } = read.problem;
        this.list(event, "rrule-refused", { problem: code, part, value });
      }
    }
    // What nobody can say of a series, its single days do not say either.
    if (series.length < event.rrules.length) return;
    const { day: start } = times.start;
    if (!series.some(({ days }) => days.has(start)) && !except.has(start)) {
      added.add(start);
      if (series.length > 0) this.list(event, "start-added", { value: formatDate(start) });
    }
    if (series.length === 0) {
      for (const day of added) if (!except.has(day)) this.addOnce(event, times, day, name);
      return;
    }
    series.forEach((recurring, index) => {
      const extra = index === 0 ? added : new Set<number>();
      const identity = `${event.uid ?? `${name} ${start}`} ${index}`;
      const options = { name, identity, added: extra, except, from: this.from, to: this.until };
      const drafts = recurringDrafts(recurring, times, this.target, options);
      if (drafts !== null) this.keep(event, drafts);
      else this.expand(event, times, recurring, name, extra, except);
    });
  }

  /** The same series twice, under different UIDs, is one. */
  private keep(event: CalendarEvent, drafts: readonly Draft[]): void {
    const added = drafts.filter(({ name, when }) => {
      const content = JSON.stringify([name, when]);
      if (this.series.has(content)) return false;
      this.series.add(content);
      return true;
    });
    this.drafts.push(...added);
    if (added.length === 0) this.list(event, "duplicate");
  }

  /** Writes the days out that no recurrence can say, from today on and not for ever. */
  private expand(
    event: CalendarEvent,
    times: Times,
    { days }: Recurring,
    name: string,
    added: ReadonlySet<number>,
    except: ReadonlySet<number>,
  ): void {
    const found = new Set<number>(added);
    let next = days.next(this.from);
    for (; next !== null && next <= this.until && found.size < MAX_DATES; next = days.next(next + 1))
      found.add(next);
    const sorted = [...found].filter((day) => !except.has(day)).sort((a, b) => a - b);
    for (const day of sorted) this.addOnce(event, times, day, name);
    const until = next === null ? "" : formatDate(next - 1);
    this.list(event, "expanded", { from: formatDate(this.from), until });
  }

  finish(): readonly Draft[] {
    return [...this.drafts, ...this.groups.drafts()];
  }
}
