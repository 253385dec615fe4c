import type { StoredItem } from "@schedule-manager/shared/model/model";
import type { CurrentItem, PublishChange, PublishRequest } from "@schedule-manager/shared/api/api";
import { checkEdit } from "@schedule-manager/shared/editing/checks/check-edit";
import type { EditProblem } from "@schedule-manager/shared/editing/checks/problem";
import { parseInstant } from "@schedule-manager/shared/time/instant";
import { sameValue } from "@schedule-manager/shared/model/same-value";
import type { HistoryChange } from "@schedule-manager/shared/sync/layout";
import { configurationOf, currentItem, refOfChange, withWrites } from "./current";
import type { Current } from "./current";
import { onlyToggles } from "./only-toggles";

export type Plan =
  | {
      readonly type: "write";
      readonly writes: readonly HistoryChange[];
      /** Changes that are already in effect. */
      readonly done: readonly CurrentItem[];
    }
  /** The base of an edit is out of date. */
  | { readonly type: "conflict"; readonly items: readonly CurrentItem[] }
  | { readonly type: "refused"; readonly problems: readonly EditProblem[] }
  | { readonly type: "not-allowed" };

/**
 * Plans a publish on the current items. Pure.
 * - A change whose result is already in effect counts as done.
 * - A base with an outdated revision but the current value is not a conflict.
 * - Unknown fields, added in the console or by a later version, are preserved.
 * - The right `toggle` allows changes of the manual close and its note only.
 */
export function planPublish(request: PublishRequest, current: Current, right: "toggle" | "edit"): Plan {
  const done: CurrentItem[] = [];
  const writes: HistoryChange[] = [];
  const moved: CurrentItem[] = [];
  for (const change of request.changes) {
    const { kind, id } = change;
    const item = current.get(refOfChange(change));
    const now = currentItem(kind, id, item);
    const value = withNormalUntil(change.value, now.value);
    if (isInEffect(value, now)) done.push(now);
    else if (!baseHolds(change, now)) moved.push(now);
    else if (right === "toggle" && !onlyToggles(kind, now.value, value)) return { type: "not-allowed" };
    else writes.push({ kind, id, value: value && { ...item?.extra, ...value }, baseRevision: now.revision });
  }
  if (moved.length > 0) return { type: "conflict", items: moved };
  const problems = checkEdit({ before: configurationOf(current), after: withWrites(current, writes) });
  return problems.length > 0 ? { type: "refused", problems } : { type: "write", writes, done };
}

/** Converts a new end of a manual close to UTC. Leaves an invalid one for the check to refuse. */
function withNormalUntil(value: StoredItem | null, now: StoredItem | null): StoredItem | null {
  const until = untilOf(value);
  const instant = until === undefined || until === untilOf(now) ? null : parseInstant(until);
  return value === null || instant === null
    ? value
    : { ...value, manualCloseUntil: new Date(instant).toISOString() };
}

const untilOf = (value: StoredItem | null): string | undefined =>
  value !== null && "manualCloseUntil" in value ? value.manualCloseUntil : undefined;

const isInEffect = (value: StoredItem | null, now: CurrentItem): boolean =>
  value === null ? now.revision === null : now.value !== null && sameValue(value, now.value);

function baseHolds({ base }: PublishChange, now: CurrentItem): boolean {
  if (base === null || now.revision === null) return base === null && now.revision === null;
  return base.revision === now.revision || (now.value !== null && sameValue(base.value, now.value));
}
