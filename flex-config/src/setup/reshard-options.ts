import type { LeaseOptions } from "./head-lease";

export interface ReshardOptions extends LeaseOptions {
  readonly shards: number;
  /** Makes a change, or in a dry run only tells of it and answers null. */
  readonly change: <T>(what: string, make: () => Promise<T>) => Promise<T | null>;
  /** Told of each map that is made ready, in words, once it is. */
  readonly onStep?: (what: string) => void;
}
