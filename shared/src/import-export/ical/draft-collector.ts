import { formatDate } from "../../time/civil";
import type { CalendarEvent } from "./calendar-event";
import type { Clock } from "./clock";
import type { Clocks } from "./clocks";
import { type Draft, Groups, MAX_DATES } from "./group";
import { type ImportWarning, type ImportWarningCode, importWarning } from "./import-warning";
import type { Master } from "./masters";
import { eachItem, type Steps } from "./steps";
import { recurringBetween } from "./read-recurrence";
import { recurringDrafts } from "./recurring";
import { calendarSegmentsOf } from "./segment";
import { dayInSeries, readSeries, type SeriesPart, seriesParts } from "./series";
import type { Recurring } from "./shift-rrule";
import { dayOfSameHours, dropsSeconds, isProblem, stretchOn, type Times, timesOf } from "./stretch";
import { WallSegmentsByTimes } from "./wall-segments";
import { writeOut } from "./write-out";

/** Most days that one file expands to, shared by its series: as many as a browser can hold. */
const MAX_WRITTEN = 400_000;

/** A series that becomes a list of days. */
interface Expansion {
  readonly event: CalendarEvent;
  readonly times: Times;
  readonly name: string;
  readonly recurring: Recurring;
  readonly added: ReadonlySet<number>;
  readonly except: ReadonlySet<number>;
}

const partName = (name: string, index: number, count: number): string =>
  count === 1 ? name : `${name} ${index + 1}/${count}`;

/** A series in parts with at most as many exceptions as one rule can list. */
function splitByExceptions(
  whole: Recurring,
  except: readonly number[],
): readonly (readonly [Recurring, readonly number[]])[] {
  if (except.length <= MAX_DATES) return [[whole, except]];
  return Array.from({ length: Math.ceil(except.length / MAX_DATES) }, (_, index) => {
    const own = except.slice(index * MAX_DATES, (index + 1) * MAX_DATES);
    const from = index === 0 ? -Infinity : (own[0] ?? 0);
    const to = (except[(index + 1) * MAX_DATES] ?? Infinity) - 1;
    const recurring = recurringBetween(whole, from, to);
    return recurring === null ? [] : [[recurring, own] as const];
  }).flat();
}

/** Converts events to drafts of rules, and lists each loss. */
export class DraftCollector {
  readonly listed: ImportWarning[] = [];
  private readonly groups = new Groups();
  private readonly drafts: Draft[] = [];
  private readonly series = new Set<string>();
  private readonly expansions: Expansion[] = [];
  private readonly wall: WallSegmentsByTimes;

  constructor(
    private readonly clocks: Clocks,
    private readonly target: Clock,
    private readonly from: number,
    private readonly until: number,
  ) {
    this.wall = new WallSegmentsByTimes(target, from, until);
  }

  private readonly list = (
    event: CalendarEvent,
    code: ImportWarningCode,
    params: ImportWarning["params"] = {},
  ): void => {
    this.listed.push(importWarning(event, code, params));
  };

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
    for (const override of overrides) if (!override.recurrenceId?.thisAndFuture) this.addOverride(override);
  }

  private addOverride(event: CalendarEvent): void {
    // A cancelled occurrence is already an exception of its series.
    if (event.cancelled) return;
    this.add({ event: { ...event, rrules: [], exrules: [], rDates: [] }, overrides: [] });
  }

  private addOnce(event: CalendarEvent, times: Times, day = times.origin, name = this.nameOf(event)): void {
    const segments = calendarSegmentsOf(stretchOn(times, day, this.target));
    const added = segments.map((segment, index) =>
      this.groups.add(partName(name, index, segments.length), segment, [segment.day]),
    );
    if (!added.includes(true)) this.list(event, "duplicate");
  }

  /** Days of the event's own clock; a time other than the series' is not part of it. */
  private exceptDays(
    event: CalendarEvent,
    parts: readonly SeriesPart[],
    overrides: readonly CalendarEvent[],
  ): Set<number> {
    const days = new Set<number>();
    const except = (time: CalendarEvent["exDates"][number], of: CalendarEvent): void => {
      const day = dayInSeries(time, parts, this.clocks);
      if (day === null) this.list(of, "exdate-unmatched", { value: formatDate(time.day) });
      else days.add(day);
    };
    for (const time of event.exDates) except(time, event);
    for (const override of overrides)
      if (override.recurrenceId !== null && !override.recurrenceId.thisAndFuture)
        except(override.recurrenceId.time, override);
    return days;
  }

  /** RDATE: days of the series, or separate times. */
  private addedDays(
    event: CalendarEvent,
    times: Times,
    parts: readonly SeriesPart[],
    name: string,
  ): Set<number> {
    const days = new Set<number>();
    const left = new Set(event.exDates.map((time) => JSON.stringify(time)));
    for (const { start, end } of event.rDates) {
      const own = timesOf({ start, end: end ?? event.end, allDay: false }, this.clocks, this.target);
      const day =
        end === null
          ? dayInSeries(start, parts, this.clocks)
          : isProblem(own)
            ? null
            : dayOfSameHours(own, times);
      if (day !== null) days.add(day);
      else if (isProblem(own)) this.list(event, own.code, "zone" in own ? { zone: own.zone } : {});
      else if (!left.has(JSON.stringify(start))) this.addOnce(event, own, own.start.day, name);
    }
    return days;
  }

  private addRecurring(event: CalendarEvent, times: Times, overrides: readonly CalendarEvent[]): void {
    const name = this.nameOf(event);
    const recurring = readSeries(event, times, this.list);
    if (recurring === null) return;
    const master: SeriesPart = { event, times, from: -Infinity, to: Infinity, recurring };
    const parts = seriesParts(master, overrides, {
      clocks: this.clocks,
      target: this.target,
      list: this.list,
    });
    const except = this.exceptDays(event, parts, overrides);
    const added = this.addedDays(event, times, parts, name);
    const { day: start } = times.start;
    if (!recurring.some(({ days }) => days.has(start)) && !except.has(start)) {
      added.add(start);
      if (recurring.length > 0) this.list(event, "start-added", { value: formatDate(start) });
    }
    for (const part of parts) {
      const within = (days: ReadonlySet<number>): number[] =>
        [...days].filter((day) => day >= part.from && day <= part.to).sort((a, b) => a - b);
      const own = part.event === event ? name : part.event.summary || name;
      const identity = `${event.uid ?? `${name} ${start}`}${part.from === -Infinity ? "" : ` from ${formatDate(part.from)}`}`;
      this.addPart(part, { name: own, identity, added: within(added), except: within(except) });
    }
  }

  private addPart(
    part: SeriesPart,
    { name, identity, added, except }: { name: string; identity: string; added: number[]; except: number[] },
  ): void {
    const left = new Set(except);
    const days = added.filter((day) => !left.has(day));
    // Days that exceed the list of one rule become further rules.
    const alone = part.recurring.length === 0 || days.length > MAX_DATES;
    if (alone) for (const day of days) this.addOnce(part.event, part.times, day, name);
    part.recurring.forEach((whole, index) => {
      const known = new Set(index === 0 && !alone ? days : []);
      const matching = except.filter((day) => whole.days.has(day) || known.has(day));
      splitByExceptions(whole, matching).forEach(([recurring, own], place) => {
        const options = {
          name,
          identity: `${identity} ${index}${place === 0 ? "" : ` ${place}`}`,
          added: place === 0 ? known : new Set<number>(),
          except: new Set(own),
          from: this.from,
          to: this.until,
        };
        const drafts = recurringDrafts(recurring, this.wall.of(part.times), options);
        if (drafts !== null) this.keep(part.event, drafts);
        else this.expansions.push({ event: part.event, times: part.times, recurring, ...options });
      });
    });
  }

  /** Two equal series with different UIDs count as one. */
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

  /** Lists the days of a series that no recurrence expresses, from today to the last listed day. */
  private expand({ event, times, name, recurring, added, except }: Expansion, most: number): void {
    const range = { from: this.from, to: this.until, most };
    const written = writeOut(recurring.days, added, except, this.wall.of(times), range);
    const isNew = written.segments.map(({ segment, days: own, index, of }) =>
      this.groups.add(partName(name, index, of), segment, own),
    );
    if (isNew.length > 0 && !isNew.includes(true)) this.list(event, "duplicate");
    this.list(event, "expanded", {
      from: formatDate(this.from),
      until: formatDate(written.last ?? this.from),
    });
  }

  *finish(): Steps<readonly Draft[]> {
    const most = Math.max(1, Math.floor(MAX_WRITTEN / Math.max(1, this.expansions.length)));
    yield* eachItem(this.expansions, (expansion) => this.expand(expansion, most));
    return [...this.drafts, ...this.groups.drafts()];
  }
}
