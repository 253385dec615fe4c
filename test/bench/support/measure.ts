export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
};

/** Nanoseconds of one call, averaged over `calls`. */
export function nanoseconds(calls: number, call: (index: number) => void): number {
  const start = process.hrtime.bigint();
  for (let index = 0; index < calls; index += 1) call(index);
  return Number(process.hrtime.bigint() - start) / calls;
}

/** Runs the candidates in turn, so that other load affects all of them; medians by name. */
export function interleaved<N extends string>(
  rounds: number,
  contestants: Readonly<Record<N, () => number>>,
): Record<N, number> {
  const names = Object.keys(contestants) as N[];
  const times = new Map(names.map((name) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round += 1)
    for (const name of names) times.get(name)?.push(contestants[name]());
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])])) as Record<N, number>;
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randoms(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const round = (value: number, digits = 1): number => Number(value.toFixed(digits));
