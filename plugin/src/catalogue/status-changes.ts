import type { Status } from "@schedule-manager/shared/model/model";
import type { Store } from "redux";
import type { CatalogueRoot } from "./root";
import { statusOf } from "./schedule-data";
import { observe } from "../redux/observe";
import type { CatalogueSelectors } from "./selectors";

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
  { selectSchedules, selectStatusTable }: CatalogueSelectors,
  notify: (change: StatusChange) => void,
): () => void {
  return observe(store, selectStatusTable, (table, before) => {
    for (const { id, name } of selectSchedules(store.getState())) {
      const [old, now] = [before.statuses.get(id), table.statuses.get(id)];
      if (old === now || old === undefined || now === undefined) continue;
      const [previous, status] = [statusOf(old), statusOf(now)];
      if (previous.isOpen === status.isOpen && previous.closedReason === status.closedReason) continue;
      notify({ id, name, status, previous });
    }
  });
}
