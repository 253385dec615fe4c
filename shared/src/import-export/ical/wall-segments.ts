import { DAY_MINUTES } from "../../time/civil";
import type { Clock } from "./clock";
import { type CalendarSegment, calendarSegmentsOf } from "./segment";
import { type SteadyDays, steadyDays } from "./steady-days";
import { stretchOn, type Times } from "./stretch";

/** Pieces whose days count from that of the occurrence. */
export interface RelativeSegments {
  readonly segments: readonly CalendarSegment[];
  /** Two are the same where their keys are. */
  readonly key: string;
}

/** How far around its day an occurrence looks at the clocks, beside its length: zones lie a day around UTC. */
const BEFORE = 2;
const AFTER = 3;

/** Days around a range, so that its ends lie within steady stretches. */
const EARLIER = 40;
const LATER = 400;

/** The occurrences of an event on the schedule's clock, computed once for all days that are alike. */
export class WallSegments {
  private readonly known = new Map<number, RelativeSegments>();
  private readonly length: number;
  private at = 0;

  /** @param steady days on which the event's clock and the schedule's keep their distance */
  constructor(
    private readonly times: Times,
    private readonly target: Clock,
    private readonly steady: readonly SteadyDays[],
  ) {
    this.length = times.end.day - times.origin + Math.ceil(times.end.second / (DAY_MINUTES * 60));
  }

  private compute(day: number): RelativeSegments {
    const segments = calendarSegmentsOf(stretchOn(this.times, day, this.target)).map((segment) => ({
      ...segment,
      day: segment.day - day,
    }));
    return { segments, key: JSON.stringify(segments) };
  }

  /** Asked in the order of days it finds the stretch at once. */
  private stretch(day: number): SteadyDays | null {
    if ((this.steady[this.at]?.from ?? 0) > day) this.at = 0;
    while (this.at < this.steady.length && (this.steady[this.at]?.to ?? 0) < day) this.at += 1;
    const { from, to } = this.steady[this.at] ?? { from: Infinity, to: -Infinity };
    const inner = { from: from + BEFORE, to: to - AFTER - this.length };
    return day >= inner.from && day <= inner.to ? inner : null;
  }

  /** The pieces of an occurrence, and the last day up to which they stay so. */
  on(day: number): RelativeSegments & { readonly until: number } {
    const stretch = this.stretch(day);
    const key = stretch?.from ?? day;
    let found = this.known.get(key);
    if (found === undefined) this.known.set(key, (found = this.compute(day)));
    return { ...found, until: stretch?.to ?? day };
  }
}

/** Shared by all events with the same times, between two days. */
export class WallSegmentsByTimes {
  private readonly steady = new Map<string, readonly SteadyDays[]>();
  private readonly known = new Map<string, WallSegments>();

  constructor(
    private readonly target: Clock,
    private readonly from: number,
    private readonly to: number,
  ) {}

  of(times: Times): WallSegments {
    const { clock, start, origin, end } = times;
    const key = JSON.stringify([clock.name, start.day - origin, start.second, end.day - origin, end.second]);
    let wall = this.known.get(key);
    if (wall === undefined)
      this.known.set(key, (wall = new WallSegments(times, this.target, this.steadyOf(clock))));
    return wall;
  }

  private steadyOf(clock: Clock): readonly SteadyDays[] {
    let steady = this.steady.get(clock.name);
    if (steady === undefined)
      this.steady.set(
        clock.name,
        (steady = steadyDays(clock, this.target, this.from - EARLIER, this.to + LATER)),
      );
    return steady;
  }
}
