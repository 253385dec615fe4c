/** What a page holds, after a garbage collection. */
export interface Sample {
  readonly heapMb: number;
  readonly sockets: number;
  readonly listeners: number;
  readonly nodes: number;
}
export type Measure = keyof Sample;

export interface Growth {
  readonly start: number;
  readonly end: number;
  readonly isGrowing: boolean;
}

/** The growth that counts as noise: a share of the start, and at least an absolute amount. */
const NOISE: Readonly<Record<Measure, readonly [share: number, least: number]>> = {
  heapMb: [0.05, 1],
  sockets: [0, 0],
  listeners: [0.05, 20],
  nodes: [0.1, 200],
};
/** Samples at each end whose median counts. */
const ENDS = 3;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** Compares the medians of the first and of the last samples. */
export function growthOf(samples: readonly Sample[], measure: Measure): Growth {
  const values = samples.map((sample) => sample[measure]);
  const [start, end] = [median(values.slice(0, ENDS)), median(values.slice(-ENDS))];
  const [share, least] = NOISE[measure];
  return { start, end, isGrowing: !(end - start <= Math.max(start * share, least)) };
}
