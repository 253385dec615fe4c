import type { Status } from "@schedule-manager/shared/model/model";
import type { Store } from "redux";
import type { CatalogueRoot } from "./root";
import { statusOf } from "./schedule-data";
import { selectSchedules, selectStatusTable } from "./selectors";

/** A schedule that is now something else than before. */
export interface StatusChange {
  readonly id: string;
  readonly name: string;
  readonly status: Status;
  readonly previous: Status;
}

/**
 * Tells of each schedule whose status changes, by time or by a publish. Schedules that come or go are no change.
 * @returns stops telling
 */
export function followStatuses(
  store: Pick<Store<CatalogueRoot>, "getState" | "subscribe">,
  tell: (change: StatusChange) => void,
): () => void {
  let table = selectStatusTable(store.getState());
  return store.subscribe(() => {
    const root = store.getState();
    const next = selectStatusTable(root);
    if (next === table) return;
    const before = table;
    table = next;
    for (const { id, name } of selectSchedules(root)) {
      const [old, now] = [before.statuses.get(id), next.statuses.get(id)];
      if (old === now || old === undefined || now === undefined) continue;
      const [previous, status] = [statusOf(old), statusOf(now)];
      if (previous.isOpen === status.isOpen && previous.closedReason === status.closedReason) continue;
      tell({ id, name, status, previous });
    }
  });
}
