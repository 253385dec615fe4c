import type { Status } from "@schedule-manager/shared/model/model";
import type { Store } from "redux";
import type { CatalogueRoot } from "./root";
import { statusOf } from "./schedule-data";
import { selectSchedules, selectStatusTable } from "./selectors";

/** A change of a schedule's status. */
export interface StatusChange {
  readonly id: string;
  readonly name: string;
  readonly status: Status;
  readonly previous: Status;
}

/**
 * Notifies of each status change, by time or by a publish. Added and removed schedules are no change.
 * @returns unsubscribes
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
