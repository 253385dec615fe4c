import { type CompiledRule } from "../evaluator/compile-rule";
import { sameStatus } from "../evaluator/next-change";
import type { Finding } from "../model/finding";
import type { HolidayCountry } from "../model/holiday";
import { type Configuration, REASON_CLOSED, type Rule, type Schedule, type Status } from "../model/model";
import { DAY_MINUTES } from "../time/civil";
import { extendedClosures } from "./extend-closures";
import { prolonged } from "./prolong";

/** A stretch of one civil day in which a fix changes a schedule's status. */
export interface Difference {
  readonly before: Status;
  readonly after: Status;
  readonly day: number;
  /** Start, minute of the day. */
  readonly from: number;
}

/** The items that a fix changes. */
export interface Fix {
  readonly rules: readonly Rule[];
  readonly schedules: readonly Schedule[];
}

/** A fix and the differences it may cause: exactly those that the finding describes. */
export interface Proposal extends Fix {
  readonly allows: (difference: Difference, changed: readonly CompiledRule[]) => boolean;
}

interface Given {
  readonly configuration: Configuration;
  readonly rulesById: ReadonlyMap<string, Rule>;
  /** ms since the epoch */
  readonly now: number;
  readonly holidays: readonly HolidayCountry[];
}

const closes = ({ before, after }: Difference): boolean =>
  before.isOpen && !after.isOpen && after.closedReason === "closed";

const changing = (
  rule: Rule,
  allows: (difference: Difference, days: CompiledRule["days"]) => boolean,
): readonly Proposal[] => [
  {
    rules: [rule],
    schedules: [],
    allows: (difference, changed) => changed.some(({ days }) => allows(difference, days)),
  },
];

/** The changed rules decide more days as they decide the others. */
const deciding = (rules: readonly Rule[]): readonly Proposal[] =>
  rules.length === 0
    ? []
    : [
        {
          rules,
          schedules: [],
          allows: ({ after, day }, changed) =>
            changed.some(
              ({ days, decision }) =>
                (days.has(day) || days.has(day - 1)) &&
                (sameStatus(after, decision) || (!decision.isOpen && !after.isOpen)),
            ),
        },
      ];

/** The hours move below the closed days, or else the closed days above the hours. */
function reordering({ rules }: Schedule, hours: string, days: readonly string[]): readonly string[][] {
  const last = Math.max(...days.map((id) => rules.indexOf(id)));
  const down = [...rules.slice(0, last + 1).filter((id) => id !== hours), hours, ...rules.slice(last + 1)];
  const rest = rules.filter((id) => !days.includes(id));
  const at = rest.indexOf(hours);
  const up = [...rest.slice(0, at), ...rules.filter((id) => days.includes(id)), ...rest.slice(at)];
  return [down, up];
}

/** The possible fixes of a finding, best first. */
export function proposalsFor(finding: Finding, given: Given): readonly Proposal[] {
  const { code, ruleId = "", scheduleId, params } = finding;
  const { configuration, rulesById, now, holidays } = given;
  const ids = typeof params["byIds"] === "object" ? params["byIds"] : [];
  const schedule = configuration.schedules.find(({ id }) => id === scheduleId);
  const reasons = new Set(ids.map((id) => rulesById.get(id)?.closedReason || REASON_CLOSED));
  const rule = rulesById.get(code === "overnight-after-closed" ? (ids[0] ?? "") : ruleId);
  if (code === "holidays-run-out")
    return schedule === undefined
      ? []
      : deciding(extendedClosures({ schedule, rulesById, now, countries: holidays }));
  if (rule === undefined) return [];
  switch (code) {
    case "overnight-after-closed":
      return changing(
        { ...rule, exception: "day" },
        (it, days) => closes(it) && days.has(it.day - 1) && !days.has(it.day),
      );
    case "rule-no-effect":
      return changing(
        { ...rule, exception: "day" },
        (it, days) => closes(it) && (days.has(it.day) || days.has(it.day - 1)),
      );
    case "rule-ends-2359":
      return changing(
        { ...rule, endTime: "00:00" },
        (it, days) => it.after.isOpen === rule.isOpen && it.from >= DAY_MINUTES - 1 && days.has(it.day),
      );
    case "rule-closes-for-good":
      return rule.startDate ? changing({ ...rule, endDate: rule.startDate }, (it) => !it.before.isOpen) : [];
    case "rule-ended":
      return deciding(prolonged(rule, rulesById, now));
    case "reason-order":
      return schedule === undefined
        ? []
        : reordering(schedule, ruleId, ids).map((rules) => ({
            rules: [],
            schedules: [{ ...schedule, rules }],
            allows: ({ before, after }) => !before.isOpen && reasons.has(after.closedReason),
          }));
    default:
      return [];
  }
}
