import { DAY_MINUTES, DAY_MS, MINUTE_MS } from "../time/civil";
import { type CompiledRule, compileRule, dependencies } from "../evaluator/compile-rule";
import type { Finding } from "../model/finding";
import { impactSteps, type ScheduleImpact } from "../editing/impact/impact";
import type { Configuration, Rule, Status } from "../model/model";
import { SEARCH_DAYS } from "../evaluator/next-change";
import { zoneOf } from "../time/zone";

/** Findings that a changed rule can fix. */
export const FIXABLE: ReadonlySet<Finding["code"]> = new Set([
  "overnight-after-closed",
  "rule-no-effect",
  "rule-ends-2359",
  "rule-closes-for-good",
]);

/** A stretch of one civil day in which a fix changes a schedule's status. */
interface Difference {
  readonly before: Status;
  readonly after: Status;
  readonly day: number;
  /** Start, minute of the day. */
  readonly from: number;
}

/** A changed rule and the differences it may cause: exactly those that the finding describes. */
interface Proposal {
  readonly rule: Rule;
  readonly allows: (difference: Difference, compiled: CompiledRule) => boolean;
}

const closes = ({ before, after }: Difference): boolean =>
  before.isOpen && !after.isOpen && after.closedReason === "closed";

function proposalFor(finding: Finding, rulesById: ReadonlyMap<string, Rule>): Proposal | null {
  const { code, ruleId = "", params } = finding;
  const byIds = params["byIds"];
  const [byId = ""] = typeof byIds === "object" ? byIds : [];
  const rule = rulesById.get(code === "overnight-after-closed" ? byId : ruleId);
  if (rule === undefined) return null;
  switch (code) {
    case "overnight-after-closed":
      return {
        rule: { ...rule, exception: "day" },
        allows: (it, { days }) => closes(it) && days.has(it.day - 1) && !days.has(it.day),
      };
    case "rule-no-effect":
      return {
        rule: { ...rule, exception: "day" },
        allows: (it, { days }) => closes(it) && (days.has(it.day) || days.has(it.day - 1)),
      };
    case "rule-ends-2359":
      return {
        rule: { ...rule, endTime: "00:00" },
        allows: (it, { days }) =>
          it.after.isOpen === rule.isOpen && it.from >= DAY_MINUTES - 1 && days.has(it.day),
      };
    case "rule-closes-for-good":
      return rule.startDate
        ? { rule: { ...rule, endDate: rule.startDate }, allows: (it) => !it.before.isOpen }
        : null;
    default:
      return null;
  }
}

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

/**
 * Finds the rule that fixes a finding, in steps of one schedule each: hundreds of schedules take seconds.
 * @returns the rule; null: no change does exactly that, without side effects, in every schedule that uses the rule, from
 * `now` (ms since the epoch) for the 400 days that validation covers
 */
export function* fixSteps(
  finding: Finding,
  configuration: Configuration,
  now: number,
): Generator<void, Rule | null> {
  const rulesById = new Map(configuration.rules.map((each) => [each.id, each]));
  const proposal = proposalFor(finding, rulesById);
  if (proposal === null) return null;
  const { rule, allows } = proposal;
  // Only schedules that depend on the rule can change, and those with the same rules and zone change alike.
  const alike = new Map(
    configuration.schedules
      .filter((schedule) => dependencies(schedule.rules, rulesById).has(rule.id))
      // A manual close would hide the changes.
      .map((schedule) => [
        `${schedule.timeZone} ${schedule.rules.join()}`,
        { ...schedule, manualClose: false },
      ]),
  );
  const schedules = [...alike.values()];
  const rules = configuration.rules.map((each) => (each.id === rule.id ? rule : each));
  const compiled = compileRule(rule, new Map(rules.map((each) => [each.id, each])));
  let changes = 0;
  for (const impact of impactSteps(
    { rules: configuration.rules, schedules },
    { rules, schedules },
    now,
    now + SEARCH_DAYS * DAY_MS,
  )) {
    const found = impact === null ? [] : differences(impact);
    if (!found.every((change) => allows(change, compiled))) return null;
    changes += found.length;
    yield;
  }
  return changes > 0 ? rule : null;
}
