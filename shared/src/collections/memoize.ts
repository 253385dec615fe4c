/**
 * Memoises `compute` by key, which must determine the other arguments. Clears the cache when it holds `limit` keys, which
 * bounds its memory.
 */
export function memoize<K, A extends readonly unknown[], V>(
  limit: number,
  compute: (key: K, ...others: A) => V,
): (key: K, ...others: A) => V {
  const known = new Map<K, V>();
  return (key, ...others) => {
    let value = known.get(key);
    if (value === undefined) {
      value = compute(key, ...others);
      if (known.size >= limit) known.clear();
      known.set(key, value);
    }
    return value;
  };
}
