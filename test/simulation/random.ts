import { randoms } from "../bench/support/measure";

/** Random choices, the same for the same seed. */
export interface Random {
  /** From 0 to 1. */
  next(): number;
  /** A whole number from 0 to below `end`. */
  below(end: number): number;
  chance(part: number): boolean;
  pick<T>(list: readonly T[]): T;
}

export function randomFrom(seed: number): Random {
  const next = randoms(seed);
  const below = (end: number) => Math.floor(next() * end);
  return {
    next,
    below,
    chance: (part) => next() < part,
    pick: (list) => {
      const picked = list[below(list.length)];
      if (picked === undefined) throw new Error("nothing to pick from");
      return picked;
    },
  };
}
