import type { CompiledRule } from "../evaluator/compile-rule";
import { nextOccurrence } from "../evaluator/next-occurrence";

/** The last day from `first` to `last` on which a rule applies, given that it applies on `first`. */
export function lastDay(rule: CompiledRule, first: number, last: number): number {
  let low = first;
  let high = last;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const next = nextOccurrence(rule.days, middle);
    if (next !== null && next <= last) low = next;
    else high = middle - 1;
  }
  return low;
}
