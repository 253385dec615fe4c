import type { ItemKind, Rule, Schedule } from "../../model/model";
import { sameName } from "../../model/names";
import { copyRules } from "./copy-rules";
import { freeName } from "./free-name";

/** Whether a copy uses the same rules as its original, or copies of them. */
export type RulesOfCopy = "shared" | "copied";

interface CopyOptions {
  readonly rules: RulesOfCopy;
  readonly rulesById: ReadonlyMap<string, Rule>;
  /** All schedules, whose names and former names are taken. */
  readonly all: readonly Schedule[];
  readonly newId: (kind: ItemKind) => string;
  /** The name of a schedule's n-th copy, from 1. */
  readonly nameOf: (name: string, n: number) => string;
  /** The name of a rule's copy that belongs to a schedule alone. */
  readonly ruleNameOf: (rule: string, schedule: string) => string;
}

/** Copies schedules without their former names and queues, which belong to one schedule only. */
export function copySchedules(schedules: readonly Schedule[], options: CopyOptions) {
  const { rules, rulesById, all, newId, nameOf, ruleNameOf } = options;
  const taken = new Set(all.flatMap(({ name, aliases = [] }) => [name, ...aliases].map(sameName)));
  const copiedRules: Rule[] = [];
  const copies = schedules.map((schedule): Schedule => {
    const { aliases: _, queues: __, ...rest } = schedule;
    const name = freeName((n) => nameOf(schedule.name, n), taken);
    taken.add(sameName(name));
    const copy = { ...rest, id: newId("schedule"), name };
    if (rules === "shared") return copy;
    const own = copyRules(
      [...new Set(schedule.rules)].flatMap((id) => rulesById.get(id) ?? []),
      () => newId("rule"),
      (rule) => ruleNameOf(rule.name, name),
    );
    copiedRules.push(...own.values());
    return { ...copy, rules: schedule.rules.map((id) => own.get(id)?.id ?? id) };
  });
  return { schedules: copies, rules: copiedRules };
}
