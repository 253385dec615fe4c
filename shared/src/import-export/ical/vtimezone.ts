import { nextOccurrence } from "../../evaluator/next-occurrence";
import { DAY_MS } from "../../time/civil";
import { occurrences, type Occurrences } from "../../evaluator/occurrences";
import { compileRecurrence } from "../../recurrence/recurrence";
import type { Clock } from "./clock";
import type { Component } from "./components";
import { valueOf } from "./content-lines";
import { readRecurrenceText } from "./recurrence-text";

/** A STANDARD or DAYLIGHT part: from its onsets on, `to` is the offset. ms. */
interface Observance {
  readonly from: number;
  readonly to: number;
  /** Time of day of its onsets in ms, on the clock with the offset `from`. */
  readonly time: number;
  readonly days: Occurrences;
  readonly firstDay: number;
}

const OFFSET = /^([+-]?)(\d\d):?(\d\d)(?::?(\d\d))?$/;
const ONSET = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d))?/;

const PARTS = ["STANDARD", "DAYLIGHT"];

function readOffset(text: string): number | null {
  const found = OFFSET.exec(text);
  if (found === null) return null;
  const at = (index: number): number => Number(found[index] ?? 0);
  const seconds = (at(2) * 60 + at(3)) * 60 + at(4);
  return (found[1] === "-" ? -seconds : seconds) * 1000;
}

function readOnset(text: string): { day: number; time: number } | null {
  const found = ONSET.exec(text);
  if (found === null) return null;
  const at = (index: number): number => Number(found[index] ?? 0);
  const midnight = Date.UTC(at(1), at(2) - 1, at(3));
  return { day: Math.floor(midnight / DAY_MS), time: ((at(4) * 60 + at(5)) * 60 + at(6)) * 1000 };
}

function readObservance({ lines }: Component): Observance | null {
  const value = (name: string): string => valueOf(lines.find((line) => line.name === name)?.text ?? "");
  const from = readOffset(value("TZOFFSETFROM"));
  const to = readOffset(value("TZOFFSETTO"));
  const onset = readOnset(value("DTSTART"));
  if (from === null || to === null || onset === null) return null;
  const rrule = readRecurrenceText(value("RRULE"), onset.time / 1000);
  const compiled = rrule.text === "" ? null : compileRecurrence(rrule.text, onset.day);
  if (compiled?.ok === false) return null;
  const more = lines
    .filter((line) => line.name === "RDATE")
    .flatMap((line) => valueOf(line.text).split(","))
    .flatMap((text) => readOnset(text)?.day ?? []);
  const days = occurrences(compiled?.recurrence ?? null, {
    from: onset.day,
    to: Infinity,
    dates: new Set([onset.day, ...more]),
    exceptDates: new Set(),
    every: false,
  });
  const time = rrule.second === null ? onset.time : rrule.second * 1000;
  return { from, to, time, days, firstDay: onset.day };
}

/** Onsets occur once or twice a year; onsets of a finished rule are searched once, from its first onset. */
const SEARCH_DAYS = 800;
const MAX_STEPS = 5000;

/** The onsets between two days, as instants (ms since the epoch). */
function onsets({ days, from, time }: Observance, since: number, to: number): number[] {
  const found: number[] = [];
  for (
    let day = nextOccurrence(days, since);
    day !== null && day <= to;
    day = nextOccurrence(days, day + 1)
  ) {
    found.push(day * DAY_MS + time - from);
    if (found.length >= MAX_STEPS) break;
  }
  return found;
}

/** The last of some sorted onsets up to an instant, or null. */
function upTo(list: readonly number[], t: number): number | null {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) <= t) low = middle + 1;
    else high = middle;
  }
  return list[low - 1] ?? null;
}

/** The last onset up to an instant, or null. */
function lastOnset(observance: Observance): (t: number) => number | null {
  const blocks = new Map<number, readonly number[]>();
  let early: readonly number[] | undefined;
  return (t) => {
    const block = Math.floor((t + observance.from) / DAY_MS / SEARCH_DAYS);
    let recent = blocks.get(block);
    if (recent === undefined) {
      recent = onsets(observance, (block - 1) * SEARCH_DAYS, (block + 1) * SEARCH_DAYS);
      blocks.set(block, recent);
    }
    const found = upTo(recent, t);
    if (found !== null) return found;
    early ??= onsets(observance, observance.firstDay, Infinity);
    return upTo(early, t);
  };
}

/** A zone that only the file describes (RFC 5545 3.6.5); null where a part of it can't be read: it would be an hour wrong. */
export function vtimezoneClock(name: string, component: Component): Clock | null {
  const parts = component.children.filter((child) => PARTS.includes(child.name));
  const observances = parts.flatMap((child) => readObservance(child) ?? []);
  if (observances.length === 0 || observances.length < parts.length) return null;
  const [earliest] = [...observances].sort((a, b) => a.firstDay - b.firstDay);
  const searches = observances.map((observance) => ({ to: observance.to, last: lastOnset(observance) }));
  const known = new Map<number, number>();
  return {
    name,
    offset(t) {
      const remembered = known.get(t);
      if (remembered !== undefined) return remembered;
      let onset = -Infinity;
      let offset = earliest?.from ?? 0;
      for (const { to, last } of searches) {
        const found = last(t);
        if (found !== null && found >= onset) {
          onset = found;
          offset = to;
        }
      }
      if (known.size < 10_000) known.set(t, offset);
      return offset;
    },
  };
}
