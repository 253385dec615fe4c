import { DAY_MS } from "@schedule-manager/shared/time/civil";
import { compileRule, dependencies, referencedRules } from "@schedule-manager/shared/evaluator/compile-rule";
import { dictionary, dictionaryOf } from "@schedule-manager/shared/collections/dictionary";
import type { Finding } from "@schedule-manager/shared/model/finding";
import { parseInstant } from "@schedule-manager/shared/time/instant";
import type { Configuration, Rule, Schedule } from "@schedule-manager/shared/model/model";
import { sameValue } from "@schedule-manager/shared/model/same-value";
import { nameFindings } from "@schedule-manager/shared/validation/name-findings";
import { ruleFindings } from "@schedule-manager/shared/validation/rule-findings";
import { isTooLarge } from "@schedule-manager/shared/validation/size";
import { scheduleFindings } from "@schedule-manager/shared/validation/schedule-findings";
import { localDay } from "@schedule-manager/shared/time/local-day";
import type { Findings } from "./findings";

interface Memo {
  /** The item, and everything else that its findings depend on. */
  readonly of: readonly unknown[];
  readonly findings: readonly Finding[];
}

const NONE: readonly Finding[] = [];
/** Unchanged items are only compared, many per step. */
const UNCHANGED_PER_STEP = 200;

const same = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((one, index) => one === b[index]);

/** A published draft becomes a live item that says the same: what was found about it stays. */
const saysTheSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((one, index) => one === b[index] || sameValue(one, b[index]));

const hasReopened = ({ manualCloseUntil }: Schedule, now: number): boolean =>
  manualCloseUntil !== undefined && (parseInstant(manualCloseUntil) ?? Infinity) <= now;

/**
 * Validates as `validate` does, with memoisation: an item is validated again only when it, one of its rules or the
 * day changed.
 * @returns a generator that validates one item per step, or passes many unchanged ones, and returns all findings
 */
export function createFindingsSelector(): (
  configuration: Configuration,
  now: number,
) => Generator<void, Findings> {
  let rules = new Map<string, Memo>();
  let schedules = new Map<string, Memo>();
  let last: Findings = { schedules: dictionary(), rules: dictionary() };

  const large = new WeakMap<Schedule, boolean>();
  const isLarge = (schedule: Schedule): boolean => {
    const previous = large.get(schedule) ?? isTooLarge(schedule);
    large.set(schedule, previous);
    return previous;
  };
  const ofRule = (rule: Rule, byId: ReadonlyMap<string, Rule>, used: boolean, now: number): Memo => {
    const named = Array.from(dependencies(referencedRules(rule), byId), (id) => byId.get(id));
    const of = [rule, used, Math.floor(now / DAY_MS), ...named];
    const cached = rules.get(rule.id);
    if (cached !== undefined && same(cached.of, of)) return cached;
    if (cached !== undefined && saysTheSame(cached.of, of)) return { of, findings: cached.findings };
    const found = ruleFindings(compileRule(rule, byId), used, now);
    const memo = { of, findings: found.length === 0 ? NONE : found };
    rules.set(rule.id, memo);
    return memo;
  };
  const ofSchedule = (schedule: Schedule, byId: ReadonlyMap<string, Rule>, now: number): Memo => {
    const used = Array.from(dependencies(schedule.rules, byId), (id) => byId.get(id));
    const { timeZone, rules, manualClose, manualCloseUntil } = schedule;
    // Texts such as the name change with each key, and only their length affects findings.
    const of = [
      timeZone,
      rules,
      manualClose,
      manualCloseUntil,
      isLarge(schedule) ? schedule : null,
      // Findings look some days ahead, so they change with the day.
      localDay(schedule.timeZone, now),
      hasReopened(schedule, now),
      ...used,
    ];
    const memo = schedules.get(schedule.id);
    if (memo !== undefined && same(memo.of, of)) return memo;
    if (memo !== undefined && saysTheSame(memo.of, of)) return { of, findings: memo.findings };
    const found = scheduleFindings(schedule, byId, now);
    const keepIdentity = { of, findings: found.length === 0 ? NONE : found };
    schedules.set(schedule.id, keepIdentity);
    return keepIdentity;
  };
  /** Keeps the identity of equal lists, so that components do not render again. */
  const memo = (
    before: Findings["rules"],
    found: ReadonlyMap<string, readonly Finding[]>,
  ): Findings["rules"] => {
    const entries = [...found].filter(([, list]) => list.length > 0);
    const isSame =
      entries.length === Object.keys(before).length && entries.every(([id, list]) => before[id] === list);
    return isSame ? before : dictionaryOf(entries);
  };

  return function* (configuration, now) {
    const byId = new Map(configuration.rules.map((rule) => [rule.id, rule]));
    const used = new Set([
      ...configuration.schedules.flatMap((schedule) => schedule.rules),
      ...configuration.rules.flatMap(referencedRules),
    ]);
    const [nextRules, nextSchedules] = [new Map<string, Memo>(), new Map<string, Memo>()];
    let unchanged = 0;
    const isStep = (changed: boolean): boolean => changed || (unchanged += 1) % UNCHANGED_PER_STEP === 0;
    for (const rule of configuration.rules) {
      const before = rules.get(rule.id);
      const memo = ofRule(rule, byId, used.has(rule.id), now);
      nextRules.set(rule.id, memo);
      if (isStep(memo !== before)) yield;
    }
    for (const schedule of configuration.schedules) {
      const before = schedules.get(schedule.id);
      const memo = ofSchedule(schedule, byId, now);
      nextSchedules.set(schedule.id, memo);
      if (isStep(memo !== before)) yield;
    }
    [rules, schedules] = [nextRules, nextSchedules];
    const bySchedule = new Map([...schedules].map(([id, { findings }]) => [id, findings]));
    for (const finding of nameFindings(configuration.schedules)) {
      const id = finding.scheduleId ?? "";
      bySchedule.set(id, [...(bySchedule.get(id) ?? NONE), finding]);
    }
    const byRule = new Map([...rules].map(([id, { findings }]) => [id, findings]));
    const found = { schedules: memo(last.schedules, bySchedule), rules: memo(last.rules, byRule) };
    if (found.schedules !== last.schedules || found.rules !== last.rules) last = found;
    return last;
  };
}
