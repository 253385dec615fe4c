/** An object whose keys are ids or names that people choose. */
export type Dictionary<V> = Record<string, V>;

/**
 * The prototype is left out, so that `constructor` and `__proto__` are keys like any other. A spread would bring it
 * back: copy with this function.
 */
export const dictionary = <V>(from: Readonly<Dictionary<V>> = {}): Dictionary<V> =>
  Object.assign(Object.create(null) as Dictionary<V>, from);

export function dictionaryOf<V>(entries: Iterable<readonly [string, V]>): Dictionary<V> {
  const made = dictionary<V>();
  for (const [key, value] of entries) made[key] = value;
  return made;
}

/** Looks a key from outside up in a table that has a prototype. */
export const ownValue = <V>(table: Readonly<Record<string, V>>, key: string): V | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;
