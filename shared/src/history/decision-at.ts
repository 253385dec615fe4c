import { compileSchedule } from "../evaluator/compile";
import { referencedRules } from "../evaluator/compile-rule";
import { evaluate } from "../evaluator/evaluate";
import type { Decision, Rule, Schedule } from "../model/model";
import { instantOf, parseSimulate } from "../evaluator/simulate";
import type { HistoryData } from "../sync/layout";
import { type ItemAt, itemAt } from "./item-at";

/** The history of one item: settled, in order. */
export type EntriesOf = (id: string) => readonly HistoryData[];

export interface DecisionAt {
  readonly decision: Decision;
  /** ms since the epoch. */
  readonly t: number;
  readonly schedule: Schedule;
  /** The change that made the schedule what it was then. */
  readonly scheduleEntry: HistoryData;
  /** The deciding rule as it was then. */
  readonly rule: Rule | null;
  readonly ruleEntry: HistoryData | null;
  /** Rules that the schedule depended on about which the history does not know how they were then; the answer may be another. */
  readonly unknownRules: readonly string[];
}

export type DecisionAtResult =
  | { readonly kind: "decided"; readonly answer: DecisionAt }
  /** There was no such schedule: `entry` deleted it; null: it was not there yet. */
  | { readonly kind: "absent"; readonly t: number; readonly entry: HistoryData | null }
  /** Before the history begins, or what `entry` holds cannot be read. */
  | { readonly kind: "unknown"; readonly t: number; readonly entry: HistoryData | null }
  | { readonly kind: "invalid" };

/** The zone can have been another one then, and what the label means goes by it. */
const MAX_TURNS = 4;

/** The instant of a label on the wall clock that the schedule had at that instant, and the schedule of then. */
function scheduleAtLabel(
  entries: readonly HistoryData[],
  text: string,
): { readonly t: number; readonly found: ItemAt<Schedule> } | null {
  const label = parseSimulate(text);
  if (label.kind === "invalid") return null;
  if (label.kind === "instant") return { t: label.t, found: itemAt("schedule", entries, label.t) };
  // A first guess, good to a day; then by the clock of the schedule found there.
  let t = label.day * 86_400_000 + label.minute * 60_000;
  let found = itemAt("schedule", entries, t);
  for (let turn = 0; turn < MAX_TURNS; turn += 1) {
    const shape =
      found.state === "there"
        ? found.value
        : entries.map((entry) => itemAt("schedule", [entry], Date.parse(entry.at))).find(isThere)?.value;
    const next = shape === undefined ? null : instantOf(compileSchedule(shape, new Map()), label);
    if (next === null || next === t) break;
    t = next;
    found = itemAt("schedule", entries, t);
  }
  return { t, found };
}

const isThere = <T>(item: ItemAt<T>): item is Extract<ItemAt<T>, { state: "there" }> =>
  item.state === "there";

/** Rules as they were at `t`, with all that their days were relative to. */
function rulesAt(ids: Iterable<string>, entriesOf: EntriesOf, t: number): ReadonlyMap<string, ItemAt<Rule>> {
  const found = new Map<string, ItemAt<Rule>>();
  const waiting = new Set(ids);
  // The set grows while it is walked.
  for (const id of waiting) {
    const rule = itemAt("rule", entriesOf(id), t);
    found.set(id, rule);
    if (isThere(rule)) for (const other of referencedRules(rule.value)) waiting.add(other);
  }
  return found;
}

/**
 * The ids of the rules that the schedule depended on then: those whose history `decisionAt` will ask for.
 * @param entriesOf the histories that are known; with more of them, more rules can turn out to be needed
 */
export function rulesAtCivilMinute(
  entries: readonly HistoryData[],
  entriesOf: EntriesOf,
  text: string,
): readonly string[] {
  const at = scheduleAtLabel(entries, text);
  return at?.found.state === "there" ? [...rulesAt(at.found.value.rules, entriesOf, at.t).keys()] : [];
}

/**
 * What a schedule answered at a time that has passed, by the schedule and the rules as they were published then.
 * @param entries the schedule's history
 * @param entriesOf the history of each of its rules
 * @param text ISO 8601; without an offset, on the wall clock that the schedule had then (where it shows a time
 * twice, the first)
 */
export function decisionAt(
  entries: readonly HistoryData[],
  entriesOf: EntriesOf,
  text: string,
): DecisionAtResult {
  const at = scheduleAtLabel(entries, text);
  if (at === null) return { kind: "invalid" };
  const { t, found } = at;
  if (found.state !== "there") return { kind: found.state, t, entry: found.entry };
  const rules = rulesAt(found.value.rules, entriesOf, t);
  const values = new Map(
    [...rules].flatMap(([id, rule]) => (isThere(rule) ? [[id, rule.value] as const] : [])),
  );
  const decision = evaluate(compileSchedule(found.value, values), t);
  const decider = decision.ruleId === null ? undefined : rules.get(decision.ruleId);
  return {
    kind: "decided",
    answer: {
      decision,
      t,
      schedule: found.value,
      scheduleEntry: found.entry,
      rule: decider?.state === "there" ? decider.value : null,
      ruleEntry: decider?.entry ?? null,
      unknownRules: [...rules].flatMap(([id, { state }]) => (state === "unknown" ? [id] : [])),
    },
  };
}
