import type { LeaseOptions } from "./head-lease";

export interface ReshardOptions extends LeaseOptions {
  readonly shards: number;
  /** Makes a change. In a dry run, only records it and returns null. */
  readonly change: <T>(what: string, make: () => Promise<T>) => Promise<T | null>;
  /** Called with a description after each new map. */
  readonly onStep?: (what: string) => void;
}
