import type { PublishChange } from "../../api/api";
import { withReferences } from "../../evaluator/compile-rule";
import type { Configuration, ItemKind, Rule, Schedule, StoredItem } from "../../model/model";
import { manualCloseOf, withManualClose } from "../../evaluator/manual-close";
import { sameName } from "../../model/names";
import { sameValue } from "../../model/same-value";
import { type ItemRef, itemRef } from "../../sync/layout";

/** The published items with their revisions. */
export interface LiveConfiguration {
  readonly rules: readonly { readonly revision: string; readonly value: Rule }[];
  readonly schedules: readonly { readonly revision: string; readonly value: Schedule }[];
}

export interface ConfigurationDiff {
  /** Rules before the schedules that refer to them, as changes to publish or to keep as drafts. Never deletes. */
  readonly changes: readonly PublishChange[];
  /** Published items that equal the imported ones. */
  readonly same: readonly ItemRef[];
  /** Imported rules that are already published under another id: from the imported id to the published one. */
  readonly matched: ReadonlyMap<string, string>;
}

const stored = ({ id: _id, ...value }: Rule | Schedule): StoredItem => value;

/** The content of a rule without its id. */
const contentOf = (rule: Rule): string =>
  JSON.stringify(
    Object.entries(stored(rule))
      .filter(([, value]) => value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/**
 * A renamed schedule keeps its name when the import uses an alias. When the import renames it, the old name
 * becomes an alias.
 */
function namesOf(live: Schedule, imported: Schedule): Pick<Schedule, "name" | "aliases"> {
  const { name, aliases = live.aliases } = imported;
  if (live.aliases?.some((alias) => sameName(alias) === sameName(name)))
    return { name: live.name, ...only({ aliases }) };
  const renamed = sameName(live.name) !== sameName(name) && imported.aliases === undefined;
  return { name, ...only({ aliases: renamed ? [...(aliases ?? []), live.name] : aliases }) };
}

/** Removes undefined fields. */
const only = <T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  // `fromEntries` types every key as any text.
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };

/**
 * An import replaces a schedule, but keeps its manual close and every field that the file lacks (Twilio's format
 * has no queues, groups and aliases).
 */
function mergedSchedule(live: Schedule, imported: Schedule): Schedule {
  const { aliases: _aliases, ...rest } = imported;
  const { id, queues, group } = live;
  return withManualClose(
    { ...only({ queues, group }), ...rest, ...namesOf(live, imported), id },
    manualCloseOf(live),
  );
}

/**
 * Compares an import with the published configuration. Schedules match by id, then by name or alias. Rules match
 * by id, then by equal content and name, because rules that only share a name may be unrelated.
 */
export function configurationDiff(live: LiveConfiguration, imported: Configuration): ConfigurationDiff {
  const changes: PublishChange[] = [];
  const same: ItemRef[] = [];
  const change = <T extends Rule | Schedule>(
    kind: ItemKind,
    value: T,
    base: { readonly revision: string; readonly value: T } | undefined,
  ): void => {
    if (base !== undefined && sameValue(base.value, value)) same.push(itemRef(kind, value.id));
    else
      changes.push({
        kind,
        id: value.id,
        base: base === undefined ? null : { revision: base.revision, value: stored(base.value) },
        value: stored(value),
      });
  };

  const ruleById = new Map(live.rules.map((entry) => [entry.value.id, entry]));
  const ruleByContent = new Map([...live.rules].reverse().map((entry) => [contentOf(entry.value), entry]));
  const matched = new Map<string, string>();
  const renamed = (rule: Rule): Rule => withReferences(rule, (id) => matched.get(id) ?? id);
  // Content with relative days is comparable only after the referenced rules are matched, so repeat until
  // stable.
  const waiting = new Set(imported.rules.filter(({ id }) => !ruleById.has(id)));
  for (let found = true; found;) {
    found = false;
    for (const rule of waiting) {
      const twin = ruleByContent.get(contentOf(renamed(rule)));
      if (twin === undefined) continue;
      found = true;
      waiting.delete(rule);
      matched.set(rule.id, twin.value.id);
      same.push(itemRef("rule", twin.value.id));
    }
  }
  for (const rule of imported.rules)
    if (!matched.has(rule.id)) change("rule", renamed(rule), ruleById.get(rule.id));

  const scheduleById = new Map(live.schedules.map((entry) => [entry.value.id, entry]));
  const scheduleByName = new Map(
    live.schedules.flatMap((entry) =>
      [...(entry.value.aliases ?? []), entry.value.name].map((name) => [sameName(name), entry] as const),
    ),
  );
  for (const schedule of imported.schedules) {
    const base = scheduleById.get(schedule.id) ?? scheduleByName.get(sameName(schedule.name));
    const rules = [...new Set(schedule.rules.map((id) => matched.get(id) ?? id))];
    const wanted = { ...schedule, rules };
    change("schedule", base === undefined ? wanted : mergedSchedule(base.value, wanted), base);
  }
  return { changes, same: [...new Set(same)], matched };
}
