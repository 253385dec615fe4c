/**
 * A function that computes once per key. It forgets everything when it has remembered `limit` keys, so that it
 * never grows without end.
 */
export function memoize<K, V>(limit: number, compute: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = compute(key);
      if (known.size >= limit) known.clear();
      known.set(key, value);
    }
    return value;
  };
}
