import { nextOccurrence } from "../../evaluator/next-occurrence";
import type { Occurrences } from "../../evaluator/occurrences";
import type { CalendarSegment } from "./segment";
import type { WallSegments } from "./wall-segments";

/** The days of a piece that are the same but for the day; which piece it is, of how many of the event. */
interface WrittenSegment {
  readonly segment: CalendarSegment;
  readonly days: number[];
  readonly index: number;
  readonly of: number;
}

export interface WrittenOut {
  readonly segments: readonly WrittenSegment[];
  /** The last day on the event's clock; null: none. */
  readonly last: number | null;
}

/** The days of a series in order, between two days. */
function* daysOf(
  days: Occurrences,
  added: ReadonlySet<number>,
  except: ReadonlySet<number>,
  { from, to }: { readonly from: number; readonly to: number },
): Generator<number> {
  const more = [...added].filter((day) => day >= from && !days.has(day)).sort((a, b) => a - b);
  let at = 0;
  let next = nextOccurrence(days, from) ?? Infinity;
  while (Math.min(next, more[at] ?? Infinity) <= to) {
    const extra = more[at] ?? Infinity;
    const day = Math.min(next, extra);
    if (day === extra) at += 1;
    else next = nextOccurrence(days, day + 1) ?? Infinity;
    if (!except.has(day)) yield day;
  }
}

/** Lists the days of an event until a day or a limit. */
export function writeOut(
  days: Occurrences,
  added: ReadonlySet<number>,
  except: ReadonlySet<number>,
  wall: WallSegments,
  { most, ...range }: { readonly from: number; readonly to: number; readonly most: number },
): WrittenOut {
  const found = new Map<string, WrittenSegment>();
  let last: number | null = null;
  let count = 0;
  for (const day of daysOf(days, added, except, range)) {
    const { segments } = wall.on(day);
    segments.forEach((segment, index) => {
      const key = `${index}/${segments.length} ${segment.start} ${segment.end} ${segment.days}`;
      let written = found.get(key);
      if (written === undefined)
        found.set(key, (written = { segment, days: [], index, of: segments.length }));
      written.days.push(day + segment.day);
    });
    last = day;
    if ((count += 1) >= most) break;
  }
  return { segments: [...found.values()], last };
}
