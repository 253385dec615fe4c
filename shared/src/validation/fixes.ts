import { compileRule, dependencies } from "../evaluator/compile-rule";
import { SEARCH_DAYS } from "../evaluator/next-change";
import { impactSteps, type ScheduleImpact } from "../editing/impact/impact";
import type { Finding } from "../model/finding";
import type { HolidayCountry } from "../model/holiday";
import type { Configuration, Rule, Schedule } from "../model/model";
import { DAY_MS, MINUTE_MS } from "../time/civil";
import { zoneOf } from "../time/zone";
import { type Difference, type Fix, proposalsFor, type Proposal } from "./fix-proposals";

/** Findings that a change of rules or of their order can fix. */
export const FIXABLE: ReadonlySet<Finding["code"]> = new Set([
  "overnight-after-closed",
  "rule-no-effect",
  "rule-ends-2359",
  "rule-closes-for-good",
  "reason-order",
  "holidays-run-out",
  "rule-ended",
]);

/** The differences in one schedule, split at midnights of its clock. */
function differences({ schedule, flips }: ScheduleImpact): Difference[] {
  const zone = zoneOf(schedule.timeZone);
  if (zone === null) return [];
  return flips.flatMap((flip) => {
    const pieces: Difference[] = [];
    for (let at = flip.from; at < flip.to && flip.before !== null && flip.after !== null;) {
      const span = zone.span(at);
      const day = Math.floor((at + span.offset) / DAY_MS);
      const midnight = day * DAY_MS - span.offset;
      const to = Math.min(flip.to, span.to, midnight + DAY_MS);
      pieces.push({ before: flip.before, after: flip.after, day, from: (at - midnight) / MINUTE_MS });
      at = to;
    }
    return pieces;
  });
}

/** The schedules that a proposal can change, of those with the same rules and zone one. */
function concerned(
  { rules, schedules }: Proposal,
  configuration: Configuration,
  rulesById: ReadonlyMap<string, Rule>,
): readonly Schedule[] {
  const alike = new Map<string, Schedule>();
  for (const schedule of configuration.schedules) {
    const used = dependencies(schedule.rules, rulesById);
    const isConcerned =
      rules.some(({ id }) => used.has(id)) || schedules.some(({ id }) => id === schedule.id);
    // A manual close would hide the changes.
    if (isConcerned)
      alike.set(`${schedule.timeZone} ${schedule.rules.join()}`, { ...schedule, manualClose: false });
  }
  return [...alike.values()];
}

const replacing = <T extends { readonly id: string }>(
  all: readonly T[],
  changed: readonly T[],
): readonly T[] => all.map((one) => changed.find(({ id }) => id === one.id) ?? one);

/** Whether a proposal changes something, and only what it may. */
function* isExact(proposal: Proposal, given: Given): Generator<void, boolean> {
  const { configuration, now } = given;
  const rulesById = new Map(configuration.rules.map((each) => [each.id, each]));
  // Only these schedules can change: hundreds of others need no look.
  const schedules = concerned(proposal, configuration, rulesById);
  const rules = replacing(configuration.rules, proposal.rules);
  const after = new Map(rules.map((each) => [each.id, each]));
  const compiled = proposal.rules.map((rule) => compileRule(rule, after));
  const reordered = proposal.schedules.map((one) => ({ ...one, manualClose: false }));
  let changes = 0;
  for (const impact of impactSteps(
    { rules: configuration.rules, schedules },
    { rules, schedules: replacing(schedules, reordered) },
    now,
    now + SEARCH_DAYS * DAY_MS,
  )) {
    const found = impact === null ? [] : differences(impact);
    if (!found.every((change) => proposal.allows(change, compiled))) return false;
    changes += found.length;
    yield;
  }
  return changes > 0;
}

interface Given {
  readonly configuration: Configuration;
  /** ms since the epoch */
  readonly now: number;
  /** The holidays from which closed days are extended. */
  readonly holidays?: readonly HolidayCountry[];
}

/**
 * Finds the fix of a finding, in steps of one schedule each: hundreds of schedules take seconds.
 * @returns null: no change does exactly what the finding says, without side effects, in every schedule concerned, from
 * `now` for the 400 days that validation covers
 */
export function* fixSteps(finding: Finding, given: Given): Generator<void, Fix | null> {
  const rulesById = new Map(given.configuration.rules.map((each) => [each.id, each]));
  for (const proposal of proposalsFor(finding, { holidays: [], ...given, rulesById })) {
    const { rules, schedules } = proposal;
    if (yield* isExact(proposal, given)) return { rules, schedules };
  }
  return null;
}
