import type { PublishChange } from "../../api/api";
import { withReferences } from "../../evaluator/compile-rule";
import type { Configuration, ItemKind, Rule, Schedule, StoredItem } from "../../model/model";
import { sameName } from "../../model/names";
import { sameValue } from "../../model/same-value";
import { type ItemRef, itemRef } from "../../sync/layout";

/** What is live: every item with its revision. */
export interface LiveConfiguration {
  readonly rules: readonly { readonly revision: string; readonly value: Rule }[];
  readonly schedules: readonly { readonly revision: string; readonly value: Schedule }[];
}

export interface ConfigurationDiff {
  /** Rules before the schedules that refer to them; can be published, or kept as drafts. Never a deletion. */
  readonly changes: readonly PublishChange[];
  /** Live items that are already what the import says. */
  readonly same: readonly ItemRef[];
  /** Rules of the import that are there under another id: from theirs to the live one's. */
  readonly matched: ReadonlyMap<string, string>;
}

const stored = ({ id: _id, ...value }: Rule | Schedule): StoredItem => value;

/** What a rule says, whatever its id. */
const contentOf = (rule: Rule): string =>
  JSON.stringify(
    Object.entries(stored(rule))
      .filter(([, value]) => value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** A schedule that was renamed keeps its name; one that the import renames goes on answering to the old one. */
function namesOf(live: Schedule, imported: Schedule): Pick<Schedule, "name" | "aliases"> {
  const { name, aliases = live.aliases } = imported;
  if (live.aliases?.some((alias) => sameName(alias) === sameName(name)))
    return { name: live.name, ...only({ aliases }) };
  const renamed = sameName(live.name) !== sameName(name) && imported.aliases === undefined;
  return { name, ...only({ aliases: renamed ? [...(aliases ?? []), live.name] : aliases }) };
}

/** Without fields that are not there. */
const only = <T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };

/**
 * An import replaces a schedule, but what happens to be closed by hand stays so, and what the file does not speak of
 * (Twilio's knows no queues, groups and aliases) is not taken away.
 */
function mergedSchedule(live: Schedule, imported: Schedule): Schedule {
  const { manualCloseUntil: _until, aliases: _aliases, ...rest } = imported;
  const { id, manualClose, manualCloseUntil, queues, group } = live;
  return {
    ...only({ queues, group }),
    ...rest,
    ...namesOf(live, imported),
    ...only({ manualCloseUntil }),
    id,
    manualClose,
  };
}

/**
 * What an import would change against what is live. Schedules are the same by id, then by name or alias; rules by id,
 * then by saying the same under the same name: two rules that are only called the same may belong to others.
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
  // A rule whose days are relative to others says the same only when the others have been matched.
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
