import { useMemo, useState } from "react";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { useServices } from "../../services/services";
import { sameItems } from "../../catalogue/same-items";

/** Names of the other schedules that use a rule, by its id. */
export type SharedWith = ReadonlyMap<string, readonly string[]>;

const NONE: readonly string[] = [];

function createSharedWith(locale: string) {
  const byName = new Intl.Collator(locale, { numeric: true });
  let previous: SharedWith = new Map();
  return (id: string, rules: readonly string[], schedules: readonly Schedule[]): SharedWith => {
    const found = new Map<string, string[]>(rules.map((rule) => [rule, []]));
    for (const other of schedules)
      if (other.id !== id) for (const rule of new Set(other.rules)) found.get(rule)?.push(other.name);
    for (const names of found.values()) names.sort(byName.compare);
    const isSame =
      found.size === previous.size &&
      [...found].every(([rule, names]) => sameItems(names, previous.get(rule) ?? NONE));
    if (!isSame) previous = found;
    return previous;
  };
}

/** Keeps the map while it says the same, because the schedules change with each key that is typed in a field. */
export function useSharedWith({ id, rules }: Schedule, schedules: readonly Schedule[]): SharedWith {
  const { locale } = useServices();
  const [sharedWith] = useState(() => createSharedWith(locale));
  return useMemo(() => sharedWith(id, rules, schedules), [sharedWith, id, rules, schedules]);
}
