import type { Rule } from "@schedule-manager/shared/model/model";

/** The rules' reasons for being closed, most frequent first. */
export function reasonsInUse(rules: readonly Rule[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { isOpen, closedReason } of rules) {
    if (isOpen || closedReason === undefined || closedReason === "") continue;
    counts.set(closedReason, (counts.get(closedReason) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([reason]) => reason);
}
