import { compileSchedule } from "../evaluator/compile";
import { referencedRules } from "../evaluator/compile-rule";
import { evaluate } from "../evaluator/evaluate";
import type { Decision, Rule, Schedule } from "../model/model";
import { instantOf, parseSimulate } from "../evaluator/simulate";
import type { HistoryData } from "../sync/layout";
import { type ItemAt, itemAt } from "./item-at";

/** Finished history entries of one item, oldest first. */
export type EntriesOf = (id: string) => readonly HistoryData[];

export interface DecisionAt {
  readonly decision: Decision;
  /** ms since the epoch. */
  readonly t: number;
  readonly schedule: Schedule;
  /** The change that produced the schedule of that time. */
  readonly scheduleEntry: HistoryData;
  /** The deciding rule as of that time. */
  readonly rule: Rule | null;
  readonly ruleEntry: HistoryData | null;
  /** Rules of the schedule whose value at that time is missing from the history; the answer may be wrong. */
  readonly unknownRules: readonly string[];
}

export type DecisionAtResult =
  | { readonly type: "decided"; readonly answer: DecisionAt }
  /** The schedule did not exist: `entry` deleted it; null: it was created later. */
  | { readonly type: "absent"; readonly t: number; readonly entry: HistoryData | null }
  /** The time precedes the history, or the value in `entry` is invalid. */
  | { readonly type: "unknown"; readonly t: number; readonly entry: HistoryData | null }
  | { readonly type: "invalid" };

/** The schedule's zone may have changed, and the reading's meaning depends on the zone: iterate until stable. */
const MAX_ITERATIONS = 4;

/** The instant of a reading on the wall clock the schedule had at that instant, and the schedule as of then. */
function scheduleAtLabel(
  entries: readonly HistoryData[],
  text: string,
): { readonly t: number; readonly found: ItemAt<Schedule> } | null {
  const label = parseSimulate(text);
  if (label.type === "invalid") return null;
  if (label.type === "instant") return { t: label.t, found: itemAt("schedule", entries, label.t) };
  // Start from an estimate accurate to a day, then refine it with the zone of the schedule found there.
  let t = label.day * 86_400_000 + label.minute * 60_000;
  let found = itemAt("schedule", entries, t);
  for (let iteration = 0; iteration < MAX_ITERATIONS; iteration += 1) {
    const shape =
      found.type === "there"
        ? found.value
        : entries.map((entry) => itemAt("schedule", [entry], Date.parse(entry.at))).find(isThere)?.value;
    const next = shape === undefined ? null : instantOf(compileSchedule(shape, new Map()), label);
    if (next === null || next === t) break;
    t = next;
    found = itemAt("schedule", entries, t);
  }
  return { t, found };
}

const isThere = <T>(item: ItemAt<T>): item is Extract<ItemAt<T>, { type: "there" }> => item.type === "there";

/** Rules as of `t`, including every rule their days were relative to. */
function rulesAt(ids: Iterable<string>, entriesOf: EntriesOf, t: number): ReadonlyMap<string, ItemAt<Rule>> {
  const found = new Map<string, ItemAt<Rule>>();
  const waiting = new Set(ids);
  // Iterating a Set visits elements added during the loop.
  for (const id of waiting) {
    const rule = itemAt("rule", entriesOf(id), t);
    found.set(id, rule);
    if (isThere(rule)) for (const other of referencedRules(rule.value)) waiting.add(other);
  }
  return found;
}

/**
 * Ids of the rules that the schedule depended on at that time, whose histories `decisionAt` needs.
 * @param entriesOf the histories loaded so far; loading more can reveal further ids
 */
export function rulesAtCivilMinute(
  entries: readonly HistoryData[],
  entriesOf: EntriesOf,
  text: string,
): readonly string[] {
  const at = scheduleAtLabel(entries, text);
  return at?.found.type === "there" ? [...rulesAt(at.found.value.rules, entriesOf, at.t).keys()] : [];
}

/**
 * The answer of a schedule at a past time, by the schedule and rules published at that time.
 * @param entries the schedule's history
 * @param entriesOf the history of each of its rules
 * @param text ISO 8601; without an offset, a reading of the wall clock the schedule had then (a repeated time
 * means the first instant)
 */
export function decisionAt(
  entries: readonly HistoryData[],
  entriesOf: EntriesOf,
  text: string,
): DecisionAtResult {
  const at = scheduleAtLabel(entries, text);
  if (at === null) return { type: "invalid" };
  const { t, found } = at;
  if (found.type !== "there") return { type: found.type, t, entry: found.entry };
  const rules = rulesAt(found.value.rules, entriesOf, t);
  const values = new Map(
    [...rules].flatMap(([id, rule]) => (isThere(rule) ? [[id, rule.value] as const] : [])),
  );
  const decision = evaluate(compileSchedule(found.value, values), t);
  const decider = decision.ruleId === null ? undefined : rules.get(decision.ruleId);
  return {
    type: "decided",
    answer: {
      decision,
      t,
      schedule: found.value,
      scheduleEntry: found.entry,
      rule: decider?.type === "there" ? decider.value : null,
      ruleEntry: decider?.entry ?? null,
      unknownRules: [...rules].flatMap(([id, { type }]) => (type === "unknown" ? [id] : [])),
    },
  };
}
